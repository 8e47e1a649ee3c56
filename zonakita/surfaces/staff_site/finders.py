"""Serves the few files we use of each npm package, so that nothing else is collected and compressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import CheckMessage
from django.core.checks import Error as CheckError
from django.core.files.storage import FileSystemStorage


class FrontEndFinder(BaseFinder):
    """Finds the files that `settings.FRONT_END_FILES` names: static path -> path below node_modules."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Read the list once; the packages may be installed later."""
        super().__init__(*args, **kwargs)
        self.root = Path(settings.BASE_DIR) / "node_modules"
        self.files: dict[str, str] = dict(settings.FRONT_END_FILES)

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        """Say which files an upgrade of a package has moved; silent while no package is installed."""
        if not self.root.is_dir():
            return []
        return [
            CheckError(f"FRONT_END_FILES: {source} is not in node_modules", id="staff_site.E001")
            for source in self.files.values()
            if not (self.root / source).is_file()
        ]

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """Answer with the file's own path, as Django's finders do."""
        source = self.files.get(path)
        found = str(self.root / source) if source and (self.root / source).is_file() else None
        if find_all:
            return [found] if found else []
        return found or []

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Any]]:
        """Yield each file under its static path, through a storage that knows where it really is."""
        for path, source in self.files.items():
            if (self.root / source).is_file():
                yield path, _SingleFileStorage(self.root / source)


class _SingleFileStorage(FileSystemStorage):
    """A storage whose every name is the one file it was made for."""

    def __init__(self, file: Path) -> None:
        super().__init__(location=str(file.parent))
        self.file = file

    def path(self, name: str) -> str:
        return str(self.file)

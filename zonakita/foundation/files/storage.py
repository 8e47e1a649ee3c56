"""The local disk as a store of content: a file is there wholly or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import IO, Any

from django.core.files.storage import FileSystemStorage


class ContentFileStorage(FileSystemStorage):
    """A disk storage that writes to a temporary file, syncs it and renames it into place.

    A name stands for its content, so a name that is taken already holds what is being saved.
    """

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        return name

    def _save(self, name: str, content: IO[Any]) -> str:
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(prefix=".incoming-", dir=target.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                content.seek(0)
                while chunk := content.read(1 << 20):
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).chmod(0o640)
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        self._sync_folder(target.parent)
        return name

    @staticmethod
    def _sync_folder(folder: Path) -> None:
        """Make the new name survive a power cut too."""
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

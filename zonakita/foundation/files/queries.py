"""Reading what is stored, and proving that it is still what was handed in."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from django.core.files import File
from django.core.files.storage import default_storage

from zonakita.foundation.files import rules
from zonakita.foundation.files.models import StoredFile


@dataclass(frozen=True, slots=True)
class Damage:
    """Content that is no longer what was stored."""

    sha256: str
    kind: Literal["missing", "changed"]


def open_stored(stored: StoredFile) -> File[bytes]:
    """Open the content for reading; the caller closes it. Raises: FileNotFoundError."""
    return default_storage.open(stored.storage_name, "rb")


@contextmanager
def local_path(stored: StoredFile) -> Iterator[Path]:
    """Give the content as a read-only path on this machine; a remote store lends a copy for the while."""
    try:
        path = default_storage.path(stored.storage_name)
    except NotImplementedError:
        with tempfile.NamedTemporaryFile(suffix=Path(stored.original_name).suffix) as copy:
            with open_stored(stored) as content:
                shutil.copyfileobj(content, copy)
            copy.flush()
            yield Path(copy.name)
    else:
        yield Path(path)


def damaged_content() -> Iterator[Damage]:
    """Read every stored content again and name those that are missing or differ from their hash."""
    hashes = StoredFile.objects.order_by("sha256").values_list("sha256", flat=True).distinct()
    for sha256 in hashes.iterator():
        try:
            with default_storage.open(rules.storage_name(sha256), "rb") as content:
                found = hashlib.file_digest(content, "sha256").hexdigest()
        except FileNotFoundError:
            yield Damage(sha256, "missing")
            continue
        if found != sha256:
            yield Damage(sha256, "changed")

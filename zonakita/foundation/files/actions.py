"""Taking files in: counted, hashed and judged on the way, then kept under their hash."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, cast

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from zonakita.foundation.files import rules
from zonakita.foundation.files.models import StoredFile

_CHUNK_BYTES = 1 << 20


class FileRefused(ValueError):
    """A file that is not taken in; the text is for the person who sent it."""


class FileTooLarge(FileRefused):
    """The file exceeds the limit of size."""


class FileIsEmpty(FileRefused):
    """The file has no content."""


class TypeNotAllowed(FileRefused):
    """The content is of a kind that is not accepted."""


def store(
    source: IO[bytes] | File[bytes] | Path,
    *,
    name: str = "",
    any_type: bool = False,
    by_id: int | None = None,
) -> StoredFile:
    """Keep a file and return its row; the same content, name and person give the same row again.

    With `any_type` whatever comes is kept (an original that a reader will refuse), the limit of size aside.
    Raises: FileTooLarge, FileIsEmpty, TypeNotAllowed.
    """
    name = rules.safe_name(name or Path(str(getattr(source, "name", "") or "")).name)
    with _opened(source) as stream, tempfile.SpooledTemporaryFile(max_size=4 * _CHUNK_BYTES) as spool:
        sha256, size_bytes = _copy(stream, cast(BinaryIO, spool), name)
        media_type = rules.sniff(cast(BinaryIO, spool), name=name)
        if not any_type:
            _require_acceptable(media_type, name)
        if not default_storage.exists(rules.storage_name(sha256)):
            default_storage.save(rules.storage_name(sha256), File(cast(IO[bytes], spool)))
    with transaction.atomic():
        stored, _created = StoredFile.objects.get_or_create(
            sha256=sha256,
            original_name=name,
            created_by_id=by_id,
            defaults={"size_bytes": size_bytes, "media_type": media_type},
        )
    return stored


@contextmanager
def _opened(source: IO[bytes] | File[bytes] | Path) -> Iterator[IO[bytes]]:
    if isinstance(source, Path):
        with source.open("rb") as stream:
            yield stream
        return
    if source.seekable():
        source.seek(0)
    yield source


def _copy(stream: IO[bytes], spool: BinaryIO, name: str) -> tuple[str, int]:
    """Copy to the spool and return hash and size, stopping as soon as the limit is passed."""
    digest, size_bytes = hashlib.sha256(), 0
    while chunk := stream.read(_CHUNK_BYTES):
        size_bytes += len(chunk)
        if size_bytes > settings.UPLOAD_LIMIT_BYTES:
            raise FileTooLarge(
                _(
                    "Berkas “%(name)s” lebih besar dari %(limit)d MB. "
                    "Perkecil atau bagi berkas itu, lalu unggah lagi."
                )
                % {"name": name, "limit": settings.UPLOAD_LIMIT_BYTES >> 20}
            )
        digest.update(chunk)
        spool.write(chunk)
    return digest.hexdigest(), size_bytes


def _require_acceptable(media_type: str, name: str) -> None:
    if media_type == rules.EMPTY:
        raise FileIsEmpty(
            _("Berkas “%(name)s” kosong (0 bita). Periksa berkas di komputer Anda, lalu unggah lagi.")
            % {"name": name}
        )
    if media_type in settings.UPLOAD_ALLOWED_TYPES:
        return
    if media_type == rules.MACRO:
        reason = _(
            "Berkas “%(name)s” memuat makro. "
            "Simpan sebagai berkas tanpa makro (DOCX atau XLSX), lalu unggah lagi."
        )
    elif media_type == rules.OLE:
        reason = _(
            "Berkas “%(name)s” berformat Office lama atau berkata sandi. "
            "Simpan ulang sebagai DOCX, XLSX, atau PDF tanpa kata sandi."
        )
    else:
        reason = _(
            "Isi berkas “%(name)s” bukan jenis yang diterima. "
            "Kirim PDF, DOCX, XLSX, gambar (PNG, JPEG, TIFF), atau teks."
        )
    raise TypeNotAllowed(reason % {"name": name})

"""Taking files in."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from zonakita.foundation.files import interface as files
from zonakita.foundation.files.models import StoredFile

PDF = b"%PDF-1.7\nisi"

pytestmark = pytest.mark.django_db


class RemoteStorage(Storage):
    """A store that has no paths on this machine, as a bucket has none."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}

    def exists(self, name: str) -> bool:
        return name in self.contents

    def _save(self, name: str, content: File[bytes]) -> str:
        self.contents[name] = b"".join(content.chunks())
        return name

    def _open(self, name: str, mode: str = "rb") -> File[bytes]:
        return ContentFile(self.contents[name])


def _kept(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


def test_it_keeps_content_under_its_hash(files_root: Path) -> None:
    stored = files.store(io.BytesIO(PDF), name="SK Tim.pdf", by_id=7)

    sha256 = hashlib.sha256(PDF).hexdigest()
    assert (stored.sha256, stored.size_bytes, stored.media_type) == (sha256, len(PDF), "application/pdf")
    assert (stored.original_name, stored.created_by_id) == ("SK Tim.pdf", 7)
    assert _kept(files_root) == [files_root / "sha256" / sha256[:2] / sha256[2:4] / sha256]
    with files.open_stored(stored) as content:
        assert content.read() == PDF


def test_it_keeps_equal_content_once_and_each_deposit_apart(files_root: Path) -> None:
    first = files.store(io.BytesIO(PDF), name="a.pdf", by_id=1)
    again = files.store(io.BytesIO(PDF), name="a.pdf", by_id=1)
    other = files.store(io.BytesIO(PDF), name="rahasia.pdf", by_id=2)

    assert again == first
    assert other != first
    assert other.sha256 == first.sha256
    assert len(_kept(files_root)) == 1


def test_it_takes_paths_and_uploads_from_wherever_they_were_read_to(tmp_path: Path) -> None:
    path = tmp_path / "dari-folder.pdf"
    path.write_bytes(PDF)
    upload = SimpleUploadedFile("unggahan.pdf", PDF)
    upload.read()

    assert files.store(path).original_name == "dari-folder.pdf"
    assert files.store(upload).size_bytes == len(PDF)


def test_it_lends_a_path_on_this_machine() -> None:
    stored = files.store(io.BytesIO(PDF), name="a.pdf")

    with files.local_path(stored) as path:
        assert path.read_bytes() == PDF


def test_it_lends_a_copy_where_the_store_is_remote(monkeypatch: pytest.MonkeyPatch, files_root: Path) -> None:
    remote = RemoteStorage()
    monkeypatch.setattr("zonakita.foundation.files.actions.default_storage", remote)
    monkeypatch.setattr("zonakita.foundation.files.queries.default_storage", remote)
    stored = files.store(io.BytesIO(PDF), name="a.pdf")

    with files.local_path(stored) as path:
        copied = path.read_bytes()

    assert copied == PDF
    assert path.suffix == ".pdf"
    assert not path.exists()
    assert not files_root.exists()


def test_it_refuses_a_file_over_the_limit(settings: Settings, files_root: Path) -> None:
    settings.UPLOAD_LIMIT_BYTES = 1 << 20

    with pytest.raises(files.FileTooLarge, match=r"“besar\.pdf” lebih besar dari 1 MB"):
        files.store(io.BytesIO(PDF + bytes(1 << 20)), name="besar.pdf", any_type=True)

    assert not StoredFile.objects.exists()
    assert not _kept(files_root)


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (b"", files.FileIsEmpty, r"kosong \(0 bita\)"),
        (b"<html>", files.TypeNotAllowed, "bukan jenis yang diterima"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", files.TypeNotAllowed, "Office lama atau berkata sandi"),
    ],
)
def test_it_refuses_what_it_does_not_accept_unless_originals_are_kept(
    content: bytes, error: type[files.FileRefused], words: str, files_root: Path
) -> None:
    with pytest.raises(error, match=words):
        files.store(io.BytesIO(content), name="sk.pdf")
    assert not _kept(files_root)

    assert files.store(io.BytesIO(content), name="sk.pdf", any_type=True).size_bytes == len(content)


def test_it_leaves_nothing_behind_when_writing_fails(files_root: Path) -> None:
    class Breaking(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError("disk penuh")

    with pytest.raises(OSError, match="disk penuh"):
        default_storage.save("sha256/aa/bb/cc", Breaking(b"x"))

    assert not _kept(files_root)

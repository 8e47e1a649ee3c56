"""Proving that the store is whole."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from zonakita.foundation.files import interface as files

pytestmark = pytest.mark.django_db


def test_it_says_when_all_files_are_whole(capsys: pytest.CaptureFixture[str]) -> None:
    files.store(io.BytesIO(b"satu"), name="a.txt")

    call_command("verify_files")

    assert capsys.readouterr().out == "Semua berkas utuh.\n"


def test_it_names_changed_and_missing_content(files_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = files.store(io.BytesIO(b"satu"), name="a.txt")
    missing = files.store(io.BytesIO(b"dua"), name="b.txt")
    (files_root / changed.storage_name).write_bytes(b"satU")
    (files_root / missing.storage_name).unlink()

    with pytest.raises(CommandError, match="2 berkas rusak"):
        call_command("verify_files")

    errors = capsys.readouterr().err
    assert f"{changed.sha256}: isinya berubah" in errors
    assert f"{missing.sha256}: hilang" in errors

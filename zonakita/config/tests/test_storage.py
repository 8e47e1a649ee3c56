"""Which store the environment chooses."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils.module_loading import import_string

from zonakita.config.storage import storages


def test_it_keeps_files_on_disk_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ZONAKITA_S3_BUCKET", raising=False)

    chosen = storages(Path("/data"))["default"]

    assert chosen["BACKEND"].endswith("ContentFileStorage")
    assert chosen["OPTIONS"] == {"location": Path("/data/files")}


def test_it_uses_a_bucket_when_one_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZONAKITA_S3_BUCKET", "zi")
    monkeypatch.setenv("ZONAKITA_S3_ENDPOINT", "https://s3.contoh.test")

    chosen = storages(Path("/data"))["default"]

    assert chosen["BACKEND"] == "storages.backends.s3.S3Storage"
    assert chosen["OPTIONS"]["bucket_name"] == "zi"
    assert chosen["OPTIONS"]["endpoint_url"] == "https://s3.contoh.test"
    assert chosen["OPTIONS"]["access_key"] is None
    assert import_string(chosen["BACKEND"])(**chosen["OPTIONS"]).file_overwrite

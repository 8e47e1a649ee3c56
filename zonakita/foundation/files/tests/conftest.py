"""A store of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def files_root(tmp_path: Path, settings: Settings) -> Path:
    """Point the default storage at a temporary folder and return it."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "zonakita.foundation.files.storage.ContentFileStorage",
            "OPTIONS": {"location": tmp_path / "files"},
        },
    }
    return tmp_path / "files"

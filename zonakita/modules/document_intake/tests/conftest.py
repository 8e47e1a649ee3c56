"""Tests that need Tesseract say so where it is missing."""

from __future__ import annotations

import shutil

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip tests marked `needs_tesseract` on a machine without it, with what to do."""
    if shutil.which("tesseract") is not None:
        return
    missing = pytest.mark.skip(reason="Tesseract is not installed: run scripts/install-debian-packages")
    for item in items:
        if item.get_closest_marker("needs_tesseract"):
            item.add_marker(missing)

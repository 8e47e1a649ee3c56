"""No file grows past what one reads in a sitting."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("zonakita", "tests", "bench", "scripts")
LIMIT = 500


def sources() -> list[Path]:
    found = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")]
    return [path for path in [*found, ROOT / "conftest.py"] if "migrations" not in path.parts]


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_it_can_be_read_in_one_sitting(path: Path) -> None:
    """Past 300 lines a file is split by its next change; past 500 the build fails."""
    count = len(path.read_text(encoding="utf-8").splitlines())
    assert count <= LIMIT, f"{path.relative_to(ROOT)} has {count} lines; split it into a folder"

"""The user guide tells the truth where a machine can see it: pictures, links inside it, roles and rights."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.utils import translation

from zonakita.foundation.access.permissions import Permission
from zonakita.foundation.access.roles import ROLES

FOLDER = settings.BASE_DIR / "docs" / "id"
MOST_BYTES = 120_000


@pytest.fixture(scope="module")
def guide() -> str:
    return str((FOLDER / "panduan-pengguna.md").read_text(encoding="utf-8"))


def table(guide: str, first_heading: str) -> list[list[str]]:
    """The cells of the table whose heading begins so, the line below the heading left out."""
    lines = guide.splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith(f"| {first_heading} |"))
    found = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        found.append([cell.strip() for cell in line.strip("|").split("|")])
    return [found[0], *found[2:]]


def test_it_shows_every_picture_and_no_other(guide: str) -> None:
    shown = set(re.findall(r"\]\(gambar/([\w-]+\.png)\)", guide))
    assert shown == {path.name for path in (FOLDER / "gambar").iterdir()}


def test_its_pictures_are_small() -> None:
    assert {path.name for path in (FOLDER / "gambar").iterdir() if path.stat().st_size > MOST_BYTES} == set()


def test_its_links_lead_to_its_headings(guide: str) -> None:
    headings = re.findall(r"^#+ (.+)$", guide, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", guide)) <= anchors


def test_it_describes_the_roles_as_they_are(guide: str) -> None:
    _heading, *rows = table(guide, "Peran")
    with translation.override("id"):
        roles = [
            [str(role.label), str(role.sentence), "ya" if role.reaches_below else "tidak"]
            for role in ROLES.values()
        ]
    assert rows == roles


def test_it_lists_the_rights_as_they_are(guide: str) -> None:
    heading, *rows = table(guide, "Hak")
    with translation.override("id"):
        rights = [
            [str(right.label), *("✓" if right in role.permissions else "" for role in ROLES.values())]
            for right in Permission
        ]
        assert heading == ["Hak", *(str(role.label) for role in ROLES.values())]
    assert rows == rights

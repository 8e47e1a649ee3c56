"""What a reviewer looks at, and the addresses that show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django import forms
from django.urls import reverse

from zonakita.modules.document_intake.rules.edits import Path

if TYPE_CHECKING:
    from zonakita.modules.document_intake.queries import Review

HEAD, FINDINGS, CONFIRM = "kepala", "temuan", "tetapkan"
_SAVING = {"ubah": "edit_row", "pisah": "split_row", "pindah": "move_row", "judul": "rename"}


@dataclass(frozen=True, slots=True)
class Selection:
    """What the person looks at.

    `part` is an area index, "kepala", "temuan" or "tetapkan"; `mode` says how the row is open; `page` is a
    page of rows, `sheet` a page of the document where another than the row's own is wanted.
    """

    part: str = "0"
    path: Path = ()
    cell: str = ""
    mode: str = ""
    page: int = 1
    sheet: int | None = None

    @property
    def saving_verb(self) -> str:
        """What the Enter key does in the open row or heading."""
        return f"{_SAVING[self.mode]}:{path_text(self.path)}" if self.mode in _SAVING else ""


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of the open row, heading or citation; the second one belongs to a row that is split."""

    first: forms.Form | None = None
    second: forms.Form | None = None


def path_text(path: Path) -> str:
    """A path as it stands in addresses and buttons: 0.1.2."""
    return ".".join(str(step) for step in path)


def parse_path(text: str) -> Path:
    """ "0.1.2" as a path, () for anything else."""
    steps = text.split(".") if text else []
    is_path = len(steps) <= 3 and all(step.isdecimal() and len(step) < 7 for step in steps)
    return tuple(int(step) for step in steps) if is_path else ()


def review_url(intake_id: int, **where: object) -> str:
    """The review screen at a part, a row and a way of opening it; empty values are left out."""
    query = urlencode({key: value for key, value in where.items() if value not in ("", None)})
    return reverse("document_intake:review", args=[intake_id]) + (f"?{query}" if query else "")


def row_url(intake_id: int, path: Path, *, cell: str = "", mode: str = "") -> str:
    """The review screen at one row, component or area."""
    return review_url(intake_id, bagian=path[0], baris=path_text(path), sel=cell, cara=mode)


def next_doubt_url(review: Review, selection: Selection) -> str:
    """The next doubtful cell after the selected one, from the start again after the last."""
    if not review.doubts:
        return ""
    places = [(doubt.path, doubt.cell) for doubt in review.doubts]
    here = (selection.path, selection.cell)
    if here in places:
        following = places[(places.index(here) + 1) % len(places)]
    else:
        following = next((place for place in places if place[0] > selection.path), places[0])
    return row_url(review.intake.pk, following[0], cell=following[1], mode="ubah")

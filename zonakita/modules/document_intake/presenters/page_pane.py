"""The page beside the rows: its picture with the selected row marked, and the way to the other pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from zonakita.modules.document_intake.decrees.proposal import PlanRow
from zonakita.modules.document_intake.presenters.cells import Box, Sizes, box_of
from zonakita.modules.document_intake.presenters.selection import Selection, path_text, review_url
from zonakita.modules.document_intake.rules.cells import cell_names, cell_of
from zonakita.modules.document_intake.rules.doubts import rows_of
from zonakita.modules.document_intake.rules.origin import FORMATS_WITH_PAGES, OriginLine, lines_around

if TYPE_CHECKING:
    from zonakita.modules.document_intake.queries import Review


@dataclass(frozen=True, slots=True)
class PagePane:
    """One page; `boxes` are the cells of the selected row on it."""

    number: int
    count: int
    url: str
    width: int
    height: int
    boxes: list[Box]
    url_pattern: str
    previous_url: str
    next_url: str


def page_pane(review: Review, selection: Selection, sizes: Sizes) -> PagePane | None:
    """The page of the selected row, else of the first row of the part; None for files without pages."""
    if review.proposal.source_format not in FORMATS_WITH_PAGES or not review.intake.page_count:
        return None
    row = _row_in_view(review, selection)
    places = [cell_of(row, name).place for name in cell_names(row)] if row else []
    own_page = next((place.page for place in places if place is not None), 1)
    count = review.intake.page_count
    page = min(max(selection.sheet or own_page, 1), count)
    boxes = [box for place in places if (box := box_of(place, sizes)) and box.page == page]
    width, height = sizes.of(page)
    pattern = reverse("document_intake:page-image", args=[review.intake.pk, 0])
    return PagePane(
        number=page,
        count=count,
        url=reverse("document_intake:page-image", args=[review.intake.pk, page]),
        width=width,
        height=height,
        boxes=boxes if selection.path else [],
        url_pattern=pattern,
        previous_url=_sheet_url(review, selection, page - 1) if page > 1 else "",
        next_url=_sheet_url(review, selection, page + 1) if page < count else "",
    )


def _sheet_url(review: Review, selection: Selection, sheet: int) -> str:
    return review_url(
        review.intake.pk,
        bagian=selection.part,
        baris=path_text(selection.path),
        halaman=selection.page if selection.page > 1 else "",
        lembar=sheet,
    )


def origin_lines(review: Review, selection: Selection) -> list[OriginLine]:
    """The text around the selected row, for files without pages; empty while it was not made ready."""
    row = _row_in_view(review, selection)
    lines = review.intake.source_lines
    return lines_around(lines, row) if row is not None and lines else []


def _row_in_view(review: Review, selection: Selection) -> PlanRow | None:
    rows = dict(rows_of(review.proposal))
    if selection.path in rows:
        return rows[selection.path]
    area = int(selection.part)
    return next((row for path, row in rows.items() if path[0] == area), None)

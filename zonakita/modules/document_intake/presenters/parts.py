"""The parts of a reviewed decree as tabs, and its figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from zonakita.kernel.text import shorten, title_case
from zonakita.modules.document_intake.decrees.proposal import PlanArea
from zonakita.modules.document_intake.presenters.selection import FINDINGS, HEAD, Selection, review_url
from zonakita.modules.document_intake.rules.doubts import rows_of

if TYPE_CHECKING:
    from zonakita.modules.document_intake.queries import Review

_LONGEST_NAME = 28


@dataclass(frozen=True, slots=True)
class Tab:
    """One part of the decree."""

    label: str
    url: str
    is_current: bool
    count: int | str = ""
    icon: str = ""
    doubt_count: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is, for the summary before the plan is made."""

    areas: int
    components: int
    rows: int
    findings: int
    doubts: int
    rows_without_month: int


def tabs_of(review: Review, selection: Selection) -> list[Tab]:
    """Head, areas and findings."""
    doubts = Counter(doubt.path[0] for doubt in review.doubts)
    pk = review.intake.pk
    head = Tab(
        _("Kepala keputusan"), review_url(pk, bagian=HEAD), selection.part == HEAD, icon="file-description"
    )
    areas = [
        Tab(
            area_name(area, index),
            review_url(pk, bagian=index),
            selection.part == str(index),
            count=sum(len(component.rows) for component in area.components),
            doubt_count=doubts[index],
        )
        for index, area in enumerate(review.proposal.areas)
    ]
    findings = Tab(
        _("Temuan"),
        review_url(pk, bagian=FINDINGS),
        selection.part == FINDINGS,
        count=len(review.findings),
        icon="list-search",
    )
    return [head, *areas, findings]


def area_name(area: PlanArea, index: int) -> str:
    """Number and title of an area in few words."""
    title = shorten(title_case(area.title.strip()), _LONGEST_NAME)
    title = title or (_("Tanpa nama area") if not area.number else "")
    if area.number and title:
        return f"{area.number}. {title}"
    return area.number or title or str(index + 1)


def counts_of(review: Review) -> Counts:
    """The summary's figures."""
    areas = review.proposal.areas
    rows = [row for _path, row in rows_of(review.proposal)]
    return Counts(
        areas=len(areas),
        components=sum(len(area.components) for area in areas),
        rows=len(rows),
        findings=len(review.findings),
        doubts=len(review.doubts),
        rows_without_month=sum(1 for row in rows if not row.months),
    )

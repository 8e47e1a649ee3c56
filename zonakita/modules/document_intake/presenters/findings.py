"""Findings of the plan checker beside their rows and in a list."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from zonakita.modules.document_intake.checker.finding import Finding
from zonakita.modules.document_intake.presenters.selection import HEAD, review_url, row_url
from zonakita.modules.document_intake.rules.edits import Path

if TYPE_CHECKING:
    from zonakita.modules.document_intake.queries import Review

_LOOKS = {
    "error": ("danger", "alert-octagon"),
    "warning": ("warning", "alert-triangle"),
    "hint": ("info", "bulb"),
}


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding with its tone and the address of its place."""

    finding: Finding
    tone: str
    icon: str
    severity: str
    why: str
    source: str
    url: str


def finding_views(review: Review) -> list[FindingView]:
    """All findings, the grave ones first."""
    words = {"error": _("Kesalahan"), "warning": _("Peringatan"), "hint": _("Saran")}
    order = list(_LOOKS)
    return [
        FindingView(
            finding,
            *_LOOKS[finding.severity],
            severity=words[finding.severity],
            why=_(finding.why),
            source=_(finding.source),
            url=_place_url(review, finding.path),
        )
        for finding in sorted(review.findings, key=lambda found: order.index(found.severity))
    ]


def findings_by_path(review: Review) -> dict[Path, list[FindingView]]:
    """What the checker says of each row and heading."""
    found: dict[Path, list[FindingView]] = defaultdict(list)
    for view in finding_views(review):
        found[view.finding.path].append(view)
    return found


def _place_url(review: Review, path: Path) -> str:
    pk = review.intake.pk
    return row_url(pk, path) if path else review_url(pk, bagian=HEAD)

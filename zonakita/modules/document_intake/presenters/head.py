"""The cited regulations as rows, and what a person should know before the plan is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zonakita.modules.document_intake.decrees.proposal import Citation
from zonakita.modules.document_intake.presenters.parts import counts_of
from zonakita.modules.document_intake.presenters.selection import (
    FINDINGS,
    HEAD,
    Selection,
    next_doubt_url,
    review_url,
    row_url,
)
from zonakita.modules.document_intake.rules.doubts import rows_of

if TYPE_CHECKING:
    from zonakita.modules.document_intake.queries import Review


@dataclass(frozen=True, slots=True)
class CitationRow:
    """One cited regulation of the list."""

    index: int
    citation: Citation
    where: str
    edit_url: str


@dataclass(frozen=True, slots=True)
class Caution:
    """A sentence with the place where it can be put right."""

    text: str
    url: str = ""


def citation_rows(review: Review) -> list[CitationRow]:
    """All cited regulations in the order of the decree."""
    places = {
        "menimbang": _("Menimbang"),
        "mengingat": _("Mengingat"),
        "dasar_hukum": _("Dasar hukum lampiran"),
        "body": _("Batang tubuh"),
    }
    return [
        CitationRow(
            index,
            citation,
            places.get(citation.where, citation.where),
            review_url(review.intake.pk, bagian=HEAD, baris=index, cara="dasar"),
        )
        for index, citation in enumerate(review.proposal.head.legal_basis)
    ]


def warnings_before_plan(review: Review) -> list[Caution]:
    """What is missing or doubtful; none of it forbids the plan."""
    pk, counts, proposal = review.intake.pk, counts_of(review), review.proposal
    head_url = review_url(pk, bagian=HEAD)
    found: list[Caution] = []
    if not counts.rows:
        found.append(
            Caution(_("Belum ada satu baris pun, jadi belum ada yang dapat ditetapkan."), review_url(pk))
        )
    if not proposal.plan_year:
        found.append(Caution(_("Tahun rencana belum terisi."), head_url))
    if not proposal.head.number or not proposal.head.date:
        found.append(Caution(_("Nomor atau tanggal keputusan belum terisi."), head_url))
    if counts.doubts:
        words = ngettext(
            "%(total)d sel masih ragu dan belum diperiksa.",
            "%(total)d sel masih ragu dan belum diperiksa.",
            counts.doubts,
        )
        found.append(Caution(words % {"total": counts.doubts}, next_doubt_url(review, Selection())))
    if counts.rows_without_month:
        words = ngettext(
            "%(total)d baris belum mempunyai bulan pelaksanaan.",
            "%(total)d baris belum mempunyai bulan pelaksanaan.",
            counts.rows_without_month,
        )
        first = next(path for path, row in rows_of(proposal) if not row.months)
        found.append(Caution(words % {"total": counts.rows_without_month}, row_url(pk, first, mode="ubah")))
    errors = sum(1 for finding in review.findings if finding.severity == "error")
    if errors:
        words = ngettext("%(total)d temuan berupa kesalahan.", "%(total)d temuan berupa kesalahan.", errors)
        found.append(Caution(words % {"total": errors}, review_url(pk, bagian=FINDINGS)))
    return found + [Caution(_(text)) for text in proposal.warnings]

"""Edits of the decree's head and of the regulations that it cites."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from zonakita.modules.document_intake.decrees.proposal import Citation, DecreeProposal
from zonakita.modules.document_intake.rules.edits import Edit, EditNotPossible

HEAD_TEXTS = (
    "institution",
    "level",
    "number",
    "title",
    "place",
    "signatory",
    "signatory_role",
    "annex_institution",
    "annex_title",
    "table_title",
)


def set_head(proposal: DecreeProposal, edit: Edit) -> DecreeProposal:
    """Those of the head's texts that the payload names, `year`, `date` (ISO or None) and `plan_year`."""
    payload = edit.payload
    changes: dict[str, Any] = {name: str(payload[name]) for name in HEAD_TEXTS if name in payload}
    if "year" in payload:
        changes["year"] = payload["year"]
    if "date" in payload:
        changes["date"] = date.fromisoformat(payload["date"]) if payload["date"] else None
    proposal = replace(proposal, head=replace(proposal.head, **changes))
    return replace(proposal, plan_year=payload["plan_year"]) if "plan_year" in payload else proposal


def set_citation(proposal: DecreeProposal, edit: Edit) -> DecreeProposal:
    """The citation at `index` (None adds one) gets `key`, `type`, `number`, `year`, `title` and `where`."""
    payload, citations = edit.payload, proposal.head.legal_basis
    index = payload["index"]
    index = len(citations) if index is None else index
    new = Citation(key="", type="", number="", year=None)
    old = new if index == len(citations) else _citation_at(proposal, index)
    changed = replace(
        old,
        key=str(payload["key"]),
        type=str(payload["type"]),
        number=str(payload["number"]),
        year=payload["year"],
        title=str(payload["title"]),
        where=str(payload["where"]),
    )
    return _with_citations(proposal, (*citations[:index], changed, *citations[index + 1 :]))


def delete_citation(proposal: DecreeProposal, edit: Edit) -> DecreeProposal:
    """The citation at `index` goes."""
    index = edit.payload["index"]
    _citation_at(proposal, index)
    citations = proposal.head.legal_basis
    return _with_citations(proposal, (*citations[:index], *citations[index + 1 :]))


def _citation_at(proposal: DecreeProposal, index: int) -> Citation:
    if not 0 <= index < len(proposal.head.legal_basis):
        raise EditNotPossible("Dasar hukum yang dituju tidak ada lagi. Muat ulang halaman ini.")
    return proposal.head.legal_basis[index]


def _with_citations(proposal: DecreeProposal, citations: tuple[Citation, ...]) -> DecreeProposal:
    return replace(proposal, head=replace(proposal.head, legal_basis=citations))

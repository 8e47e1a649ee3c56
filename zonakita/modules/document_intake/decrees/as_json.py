"""A proposal as the JSON that `zonakita read-decree --json` prints: areas in the shape of a transcription."""

from __future__ import annotations

from typing import Any

from zonakita.modules.document_intake.decrees.proposal import (
    Cell,
    Citation,
    DecreeHead,
    DecreeProposal,
    PlanArea,
    PlanComponent,
    PlanKind,
    PlanRow,
)
from zonakita.modules.document_intake.sources.document import Place

_ZI = {"indicator": "indicator", "action": "action", "evidence": "evidence", "target": "target"}
_RB = {"sub": "action", "indicator": "indicator"}
_RB_OPTIONAL = {"evidence": "evidence", "target": "target"}


def proposal_as_json(proposal: DecreeProposal) -> dict[str, Any]:
    """Everything that was read, without the checker's findings."""
    return {
        "decree": _head(proposal.head),
        "kind": proposal.kind,
        "plan_year": proposal.plan_year,
        "areas": [_area(area, proposal.kind) for area in proposal.areas],
        "warnings": list(proposal.warnings),
        "questions": [
            {"fingerprint": q.fingerprint, "heading": q.heading, "samples": list(q.samples), "guess": q.guess}
            for q in proposal.questions
        ],
        "source": {"format": proposal.source_format, "pages": proposal.page_count},
    }


def _head(head: DecreeHead) -> dict[str, Any]:
    return {
        "institution": head.institution,
        "level": head.level,
        "number": head.number,
        "year": head.year,
        "title": head.title,
        "place": head.place,
        "date": head.date.isoformat() if head.date else None,
        "signatory": head.signatory,
        "signatory_role": head.signatory_role,
        "annex_institution": head.annex_institution,
        "annex_title": head.annex_title,
        "table_title": head.table_title,
        "legal_basis": [_citation(citation) for citation in head.legal_basis],
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "key": citation.key,
        "type": citation.type,
        "number": citation.number,
        "year": citation.year,
        "title": citation.title,
        "where": citation.where,
        "text": citation.text,
        "state_gazette": citation.state_gazette,
        "supplement": citation.supplement,
        "amends": list(citation.amends),
        "amended_by": list(citation.amended_by),
    }


def _area(area: PlanArea, kind: PlanKind) -> dict[str, Any]:
    if kind == "RB":
        return {
            "no": area.number,
            "area": area.title,
            "activities": [
                {"name": c.title, "rows": [_row(row, kind) for row in c.rows]} for c in area.components
            ],
        }
    return {
        "code": area.number,
        "title": area.title,
        "components": [_component(component, kind) for component in area.components],
    }


def _component(component: PlanComponent, kind: PlanKind) -> dict[str, Any]:
    return {
        "no": component.number,
        "title": component.title,
        "rows": [_row(row, kind) for row in component.rows],
    }


def _row(row: PlanRow, kind: PlanKind) -> dict[str, Any]:
    names = dict(_RB if kind == "RB" else _ZI)
    if kind == "RB":
        names |= {key: name for key, name in _RB_OPTIONAL.items() if _cell(row, name).text}
    result: dict[str, Any] = {key: _cell(row, name).text for key, name in names.items()}
    result["months"] = list(row.months)
    result["target_year"] = row.target_year
    if row.week is not None:
        result["week"] = row.week
    optional = {key: cell for key in ("person_in_charge", "note") if (cell := getattr(row, key)) is not None}
    result |= {key: cell.text for key, cell in optional.items()}
    if row.extra:
        result["extra"] = {heading: cell.text for heading, cell in row.extra}
    if row.slips:
        result["slips"] = list(row.slips)
    cells = {key: _cell(row, name) for key, name in names.items()} | optional
    if kind == "RB" and row.target.place:
        cells["months"] = row.target
    result["origin"] = {key: place_as_json(cell.place) for key, cell in cells.items() if cell.place}
    result["confidence"] = {key: cell.confidence for key, cell in cells.items() if cell.text or cell.place}
    return result


def _cell(row: PlanRow, name: str) -> Cell:
    cell: Cell = getattr(row, name)
    return cell


def place_as_json(place: Place) -> dict[str, Any]:
    """Page from 1 and the box left, top, right, bottom as fractions of the page."""
    box = (place.left, place.top, place.right, place.bottom)
    return {"page": place.page, "box": [round(edge, 4) for edge in box]}

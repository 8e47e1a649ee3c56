"""A proposal as plain JSON values and back without loss, for the sandbox and the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from zonakita.modules.document_intake.decrees.proposal import (
    Cell,
    Citation,
    ColumnQuestion,
    DecreeHead,
    DecreeProposal,
    PlanArea,
    PlanComponent,
    PlanRow,
)
from zonakita.modules.document_intake.sources.document import Place

_TEXT_CELLS = ("indicator", "action", "evidence", "target")
_OPTIONAL_CELLS = ("person_in_charge", "note")


def proposal_to_dict(proposal: DecreeProposal) -> dict[str, Any]:
    """The proposal as dicts, lists, texts and numbers."""
    data = asdict(proposal)
    head_date = proposal.head.date
    data["head"]["date"] = head_date.isoformat() if head_date else None
    listed: dict[str, Any] = _lists(data)
    return listed


def proposal_from_dict(data: Mapping[str, Any]) -> DecreeProposal:
    """The proposal that `proposal_to_dict` gave."""
    return DecreeProposal(
        head=_head(data["head"]),
        kind=data["kind"],
        plan_year=data["plan_year"],
        areas=tuple(_area(area) for area in data["areas"]),
        body_text=data["body_text"],
        questions=tuple(
            ColumnQuestion(**{**question, "samples": tuple(question["samples"])})
            for question in data["questions"]
        ),
        warnings=tuple(data["warnings"]),
        source_format=data["source_format"],
        page_count=data["page_count"],
        other=dict(data["other"]),
    )


def _lists(value: Any) -> Any:
    """Tuples as lists, as JSON gives them back."""
    if isinstance(value, dict):
        return {key: _lists(item) for key, item in value.items()}
    return [_lists(item) for item in value] if isinstance(value, list | tuple) else value


def _head(data: Mapping[str, Any]) -> DecreeHead:
    head_date = date.fromisoformat(data["date"]) if data["date"] else None
    return DecreeHead(
        **{**data, "date": head_date, "legal_basis": tuple(_citation(item) for item in data["legal_basis"])}
    )


def _citation(data: Mapping[str, Any]) -> Citation:
    lists = {name: tuple(data[name]) for name in ("amends", "amended_by")}
    return Citation(**{**data, **lists, "place": _place(data["place"])})


def _area(data: Mapping[str, Any]) -> PlanArea:
    components = tuple(_component(component) for component in data["components"])
    return PlanArea(data["number"], data["title"], components, _place(data["place"]))


def _component(data: Mapping[str, Any]) -> PlanComponent:
    rows = tuple(_row(row) for row in data["rows"])
    return PlanComponent(data["number"], data["title"], rows, _place(data["place"]))


def _row(data: Mapping[str, Any]) -> PlanRow:
    cells: dict[str, Any] = {name: _cell(data[name]) for name in _TEXT_CELLS}
    cells |= {name: _cell(data[name]) if data[name] else None for name in _OPTIONAL_CELLS}
    return PlanRow(
        **cells,
        months=tuple(data["months"]),
        target_year=data["target_year"],
        week=data["week"],
        extra=tuple((heading, _cell(cell)) for heading, cell in data["extra"]),
        slips=tuple(data["slips"]),
    )


def _cell(data: Mapping[str, Any]) -> Cell:
    return Cell(data["text"], _place(data["place"]), data["confidence"])


def _place(data: Mapping[str, Any] | None) -> Place | None:
    return Place(**data) if data else None

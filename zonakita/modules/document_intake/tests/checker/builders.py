"""Small plans for the checker's tests, and the transcribed decrees as proposals."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from zonakita.kernel.target_times import parse_target_time
from zonakita.modules.document_intake.checker.checking import check_proposal
from zonakita.modules.document_intake.checker.finding import Finding
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

DATA = Path(__file__).parents[1] / "data"
INSTITUTION = "KOMISI PEMILIHAN UMUM KABUPATEN CONTOH BARAT"


def row(indicator: str = "", action: str = "", evidence: str = "", target: str = "Juni 2025") -> PlanRow:
    """A row whose months follow from its target."""
    time = parse_target_time(target, default_year=2025)
    return PlanRow(
        indicator=Cell(indicator),
        action=Cell(action),
        evidence=Cell(evidence),
        target=Cell(target),
        months=time.months,
        target_year=time.year,
        week=time.week,
        slips=time.slips,
    )


def plan(
    *rows: PlanRow,
    component: str = "Standar Pelayanan",
    area: str = "Peningkatan Kualitas Pelayanan Publik",
    kind: PlanKind = "ZI",
    body: str = "",
    citations: Sequence[Citation] = (),
    day: date | None = date(2025, 1, 2),
    **head: Any,
) -> DecreeProposal:
    """A plan of one component in a faultless decree."""
    basis = DecreeHead(institution=INSTITUTION, year=2025, date=day, legal_basis=tuple(citations))
    return DecreeProposal(
        head=replace(basis, **head),
        kind=kind,
        plan_year=2025,
        areas=(PlanArea("VI", area, (PlanComponent("1", component, rows),)),),
        body_text=body,
    )


def found(proposal: DecreeProposal, code: str, **options: Any) -> list[Finding]:
    """The findings of one rule."""
    return [finding for finding in check_proposal(proposal, **options) if finding.code == code]


def transcribed(name: str, *, kind: PlanKind, year: int) -> tuple[PlanArea, ...]:
    """The areas of a transcribed decree."""
    areas = json.loads((DATA / "gold" / f"{name}.json").read_text("utf-8"))
    return tuple(_zi_area(area) if kind == "ZI" else _rb_area(area, year) for area in areas)


def _zi_area(area: dict[str, Any]) -> PlanArea:
    components = (
        PlanComponent(
            part["no"],
            part["title"],
            tuple(
                row(**{key: line[key] for key in ("indicator", "action", "evidence", "target")})
                for line in part["rows"]
            ),
        )
        for part in area["components"]
    )
    return PlanArea(area["code"], area["title"], tuple(components))


def _rb_area(area: dict[str, Any], year: int) -> PlanArea:
    components = (
        PlanComponent("", part["name"], tuple(_rb_row(line, year) for line in part["rows"]))
        for part in area["activities"]
    )
    return PlanArea(area["no"], area["area"], tuple(components))


def _rb_row(line: dict[str, Any], year: int) -> PlanRow:
    return PlanRow(
        indicator=Cell(line["indicator"]),
        action=Cell(line["sub"]),
        months=tuple(line["months"]),
        target_year=year,
    )

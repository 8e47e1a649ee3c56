"""Compares what was read with the invented plan, row by row and exactly."""

from __future__ import annotations

from zonakita.modules.document_intake.decrees.proposal import DecreeProposal
from zonakita.modules.document_intake.tests.layouts.content import Area
from zonakita.modules.document_intake.tests.layouts.form import Form, months_shown

Told = list[tuple[str, ...]]


def expected(form: Form, plan: list[Area]) -> Told:
    """One tuple per row: area, component, the cells that the form shows, months."""
    roles = [role for role, _ in form.columns]
    told: Told = []
    for area in plan:
        for component in area.components:
            for row in component.rows:
                cells = {
                    "indicator": row.indicator,
                    "action": row.action,
                    "evidence": row.evidence,
                    "target": row.target,
                    "person_in_charge": row.person,
                }
                told.append(
                    (
                        _squeezed(area.title) if form.area != "none" else "",
                        _squeezed(component.title) if "component" in roles else "",
                        *(_squeezed(cells[role]) if role in roles else "" for role in cells),
                        str(months_shown(form, row)),
                    )
                )
    return told


def told_by(proposal: DecreeProposal) -> Told:
    """The same of a proposal."""
    return [
        (
            _squeezed(area.title),
            _squeezed(component.title),
            _squeezed(row.indicator.text),
            _squeezed(row.action.text),
            _squeezed(row.evidence.text),
            _squeezed(row.target.text),
            _squeezed(row.person_in_charge.text if row.person_in_charge else ""),
            str(row.months),
        )
        for area in proposal.areas
        for component in area.components
        for row in component.rows
    ]


def _squeezed(text: str) -> str:
    """Letters and digits only: line ends and capitals of titles are drawn in many ways."""
    return "".join(letter for letter in text.lower() if letter.isalnum())

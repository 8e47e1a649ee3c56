"""A proposal prepared for the rules, with all that they hold it against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from zonakita.foundation.regulations.instruments import Instrument
from zonakita.foundation.regulations.library import RegulationLibrary
from zonakita.kernel.text import collapse, shorten
from zonakita.modules.document_intake.decrees.proposal import (
    Cell,
    DecreeProposal,
    PlanArea,
    PlanComponent,
    PlanRow,
)
from zonakita.modules.document_intake.sources.document import Place

CELL_NAMES = {
    "indicator": "indikator",
    "action": "langkah aksi",
    "evidence": "bukti fisik",
    "target": "target waktu",
    "note": "keterangan",
}


@dataclass(frozen=True, slots=True)
class RowAt:
    """A row with all that stands around it; `path` is (area, component, row) from 0."""

    path: tuple[int, ...]
    where: str
    area: PlanArea
    component: PlanComponent
    row: PlanRow

    @property
    def indicator(self) -> str:
        """The indicator on one line."""
        return collapse(self.row.indicator.text)

    @property
    def action(self) -> str:
        """The action on one line."""
        return collapse(self.row.action.text)

    @property
    def evidence(self) -> str:
        """The evidence on one line."""
        return collapse(self.row.evidence.text)

    @property
    def subject(self) -> str:
        """What the row is about: its indicator, else its action."""
        return self.indicator or self.action

    @property
    def months(self) -> tuple[int, ...]:
        """The months in which it is due."""
        return self.row.months

    @property
    def place(self) -> Place | None:
        """Where it stands: the first of its cells with a place."""
        cells = (self.row.indicator, self.row.action, self.row.evidence, self.row.target)
        return next((cell.place for cell in cells if cell.place), None)

    def cells(self) -> Iterator[tuple[str, Cell]]:
        """Its filled cells with their names in `CELL_NAMES`."""
        for name in CELL_NAMES:
            cell: Cell | None = getattr(self.row, name)
            if cell is not None and cell.text.strip():
                yield name, cell


@dataclass(frozen=True)
class CheckContext:
    """Everything that a rule may look at."""

    proposal: DecreeProposal
    library: RegulationLibrary
    instrument: Instrument | None = None
    earlier: DecreeProposal | None = None

    @cached_property
    def rows(self) -> tuple[RowAt, ...]:
        """All rows in order."""
        return tuple(rows_of(self.proposal))

    @property
    def is_zi(self) -> bool:
        """Whether the plan is one of Zona Integritas."""
        return self.proposal.kind == "ZI"

    @property
    def plan_year(self) -> int | None:
        """The year that the plan is for, else the decree's."""
        return self.proposal.plan_year or self.proposal.head.year

    @property
    def decree_date(self) -> date | None:
        """The decree's date."""
        return self.proposal.head.date

    @property
    def judged_on(self) -> date | None:
        """The day on which what is cited must be in force: the decree's date, else the end of its year."""
        year = self.proposal.head.year or self.proposal.plan_year
        return self.decree_date or (date(year, 12, 31) if year else None)

    @cached_property
    def components(self) -> tuple[tuple[RowAt, ...], ...]:
        """The rows of each component."""
        grouped: dict[tuple[int, ...], list[RowAt]] = {}
        for row in self.rows:
            grouped.setdefault(row.path[:2], []).append(row)
        return tuple(tuple(rows) for rows in grouped.values())


def rows_of(proposal: DecreeProposal) -> Iterator[RowAt]:
    """The rows of a plan with their paths and names for people ("V.4, baris 2")."""
    for a, area in enumerate(proposal.areas):
        for c, component in enumerate(area.components):
            label = component_label(area, component)
            for r, row in enumerate(component.rows):
                yield RowAt((a, c, r), f"{label}, baris {r + 1}", area, component, row)


def component_label(area: PlanArea, component: PlanComponent) -> str:
    """A component's short name: its numbers where it has any, else its title."""
    number = component.number.strip(". ")
    name = number or shorten(component.title, 40)
    area_number = area.number.strip(". ")
    if not area_number:
        return name or "rencana"
    return f"{area_number}.{name}" if number else f"{area_number} {name}".strip()


def listed(places: list[str], *, limit: int = 12) -> str:
    """Places as one phrase, the rest counted: "IV.2, baris 4; IV.2, baris 5; dan 3 lainnya"."""
    shown = places[:limit]
    rest = len(places) - len(shown)
    return "; ".join(shown) + (f"; dan {rest} lainnya" if rest else "")

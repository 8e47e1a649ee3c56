"""Lines become areas, components and rows: by area rows, by columns merged over rows, by numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from zonakita.kernel.target_times import parse_target_time
from zonakita.modules.document_intake.decrees.area_headings import names_area
from zonakita.modules.document_intake.decrees.cell_text import plain
from zonakita.modules.document_intake.decrees.columns import Layout
from zonakita.modules.document_intake.decrees.lines import Line, Piece
from zonakita.modules.document_intake.decrees.numbering import bare, split_leading, style
from zonakita.modules.document_intake.decrees.proposal import (
    Cell,
    PlanArea,
    PlanComponent,
    PlanKind,
    PlanRow,
)
from zonakita.modules.document_intake.decrees.roles import ColumnRoles
from zonakita.modules.document_intake.sources.document import Place

_CONTINUED = re.compile(r"\s*\((?:lanjutan|sambungan|lanj\.?)\)\s*$", re.IGNORECASE)
_LEAVES = ("indicator", "action", "evidence", "target", "person_in_charge")


@dataclass(slots=True)
class _Component:
    number: str
    title: str
    place: Place | None
    rows: list[PlanRow] = field(default_factory=list)


@dataclass(slots=True)
class _Area:
    number: str
    title: str
    place: Place | None
    components: list[_Component] = field(default_factory=list)


class TreeBuilder:
    """Collects the rows of one plan, over several tables if need be."""

    def __init__(self, kind: PlanKind, year: int | None) -> None:
        self._kind = kind
        self._year = year
        self._areas: list[_Area] = []
        self._area_style = ""
        self._is_area_above = False
        self._owner = ""
        self._row_styles: frozenset[str] = frozenset()

    def areas(self) -> tuple[PlanArea, ...]:
        """The finished tree; areas and components that got no row are left out only when they also have no
        title.
        """
        return tuple(
            PlanArea(
                area.number,
                area.title,
                tuple(
                    PlanComponent(c.number, c.title, tuple(c.rows), c.place)
                    for c in area.components
                    if c.rows or c.title
                ),
                area.place,
            )
            for area in self._areas
            if area.components or area.title
        )

    def open_area(self, number: str, title: str, place: Place | None) -> None:
        """Begin an area unless it is the one already open."""
        if self._areas and self._same_title(self._areas[-1].title, title):
            return
        self._areas.append(_Area(bare(number), title, place))

    def open_area_above(self, number: str, title: str) -> None:
        """Begin the area that stands above a table: rows inside it that name no area are components."""
        self._is_area_above = True
        self.open_area(number, title, None)

    def add(self, layout: Layout, roles: ColumnRoles, lines: Sequence[Line]) -> None:
        """Take over the lines of one table."""
        self._owner = _number_owner(roles, lines)
        self._row_styles = _styles_of_rows(roles, lines)
        for line in lines:
            heading = self._heading_of(line, roles)
            if heading is not None:
                self._open_heading(*heading)
                continue
            self._open_parents(line, roles)
            row = self._row(line, layout, roles)
            if row is not None:
                self._component().rows.append(row)

    def _heading_of(self, line: Line, roles: ColumnRoles) -> tuple[str, str, Place | None, bool] | None:
        """Number, title, place of a row that is a heading, and whether its cell is wide."""
        number = line.text(roles.column("number"))
        if line.wide is not None:
            own, title = ("", line.wide.text) if number else split_leading(line.wide.text)
            if any(line.text(roles.column(role)) for role in ("action", "evidence", "target")):
                return None
            return number or own, title, line.wide.place, True
        if line.marks or any(line.text(roles.column(role)) for role in _LEAVES[1:]):
            return None
        own_pieces = [
            (c, p) for c, p in line.pieces.items() if not p.is_carried and roles.roles.get(c) != "number"
        ]
        if len(own_pieces) != 1:
            return self._number_and_title_in_one(line, roles)
        column, piece = own_pieces[0]
        if roles.roles.get(column) in ("area", "extra", "note"):
            return None
        if number:
            is_heading = style(number) not in self._row_styles or piece.text.isupper()
            return (number, piece.text, piece.place, False) if is_heading else None
        own, title = split_leading(piece.text)
        is_heading = roles.roles.get(column) == "component" and (
            style(own) in ("roman", "upper") or (bool(own) and names_area(title))
        )
        return (own, title, piece.place, False) if is_heading else None

    def _number_and_title_in_one(
        self, line: Line, roles: ColumnRoles
    ) -> tuple[str, str, Place | None, bool] | None:
        """An area row whose number and title both stand in the number column."""
        own = [(c, p) for c, p in line.pieces.items() if not p.is_carried]
        if len(own) != 1 or roles.roles.get(own[0][0]) != "number":
            return None
        number, title = split_leading(own[0][1].text)
        return (number, title, own[0][1].place, True) if number and len(title) > 2 else None

    def _open_heading(self, number: str, title: str, place: Place | None, is_wide: bool) -> None:
        title = _CONTINUED.sub("", title)
        previous = self._areas[-1].number if self._areas else ""
        own_style = style(number, previous)
        if not self._area_style:
            self._area_style = own_style or "none"
        is_area = not self._areas or (own_style or "none") == self._area_style
        if self._is_area_above:
            is_area = names_area(title)
        if not is_area and not is_wide and own_style == "roman":
            is_area = True
        if is_area:
            self.open_area(number, title, place)
        else:
            self._open_component(number, title, place)

    def _open_parents(self, line: Line, roles: ColumnRoles) -> None:
        number = line.text(roles.column("number"))
        area = self._own_piece(line, roles.column("area"))
        if area is not None:
            own, title = ("", area.text) if self._owner == "area" else split_leading(area.text)
            self.open_area(number if self._owner == "area" else own, _CONTINUED.sub("", title), area.place)
        component = self._own_piece(line, roles.column("component"))
        if component is None:
            return
        has_number = bool(number) and self._owner == "component"
        own, title = ("", component.text) if has_number else split_leading(component.text)
        if self._kind == "RB" and not has_number:
            own, title = "", component.text
        is_new_area = area is not None and not self._areas[-1].components
        self._open_component(
            number if has_number else own,
            _CONTINUED.sub("", title),
            component.place,
            force=has_number or is_new_area,
        )

    def _open_component(self, number: str, title: str, place: Place | None, *, force: bool = False) -> None:
        area = self._area()
        if area.components and self._same_title(area.components[-1].title, title):
            same_number = bare(number) in ("", area.components[-1].number)
            if same_number or not force:
                return
        area.components.append(_Component(bare(number), title, place))

    @staticmethod
    def _same_title(one: str, other: str) -> bool:
        return plain(one) == plain(other)

    @staticmethod
    def _own_piece(line: Line, column: int | None) -> Piece | None:
        piece = line.pieces.get(column) if column is not None else None
        return piece if piece is not None and not piece.is_carried else None

    def _area(self) -> _Area:
        if not self._areas:
            self._areas.append(_Area("", "", None))
        return self._areas[-1]

    def _component(self) -> _Component:
        area = self._area()
        if not area.components:
            area.components.append(_Component("", "", None))
        return area.components[-1]

    def _row(self, line: Line, layout: Layout, roles: ColumnRoles) -> PlanRow | None:
        cells = {role: self._cell(line, roles, role) for role in _LEAVES}
        if not line.marks and not any(line.text(roles.column(role)) for role in _LEAVES):
            return None
        time = parse_target_time(cells["target"].text, default_year=self._year)
        months = tuple(sorted(line.marks | set(time.months)))
        note = self._cell(line, roles, "note")
        target = cells["target"]
        if not target.text and line.marks:
            target = Cell("", line.marked_place, 1.0)
        return PlanRow(
            indicator=cells["indicator"],
            action=cells["action"],
            evidence=cells["evidence"],
            target=target,
            months=months,
            target_year=time.year or self._year,
            week=time.week,
            person_in_charge=cells["person_in_charge"] if cells["person_in_charge"].text else None,
            note=note if note.text else None,
            extra=tuple(
                (layout.columns[column].heading, _as_cell(piece, roles.trust.get(column, 1.0)))
                for column in roles.extras()
                if (piece := line.pieces.get(column)) is not None and not piece.is_carried
            ),
            slips=time.slips if cells["target"].text else (),
        )

    def _cell(self, line: Line, roles: ColumnRoles, role: str) -> Cell:
        """The cell of a role; a ZI cell merged over rows counts for each of them, an RB one stands once."""
        column = roles.column(role)
        piece = line.pieces.get(column) if column is not None else None
        if piece is None or (
            piece.is_carried and self._kind == "RB" and role not in ("target", "person_in_charge")
        ):
            return Cell()
        return _as_cell(piece, roles.trust.get(column or 0, 1.0))


def _as_cell(piece: Piece, trust: float) -> Cell:
    return Cell(piece.text, piece.place, round(piece.confidence * (0.6 + 0.4 * min(1.0, trust)), 3))


def _styles_of_rows(roles: ColumnRoles, lines: Sequence[Line]) -> frozenset[str]:
    """How rows that say what is done are numbered; a number of another style belongs to a heading."""
    column = roles.column("number")
    numbers = [
        line.text(column)
        for line in lines
        if line.wide is None
        and line.text(column)
        and any(line.text(roles.column(role)) for role in _LEAVES[1:])
    ]
    return frozenset(style(number) for number in numbers)


def _number_owner(roles: ColumnRoles, lines: Sequence[Line]) -> str:
    """Whether the number column counts areas, components or rows."""
    column = roles.column("number")
    numbered = [line for line in lines if line.wide is None and line.text(column)]
    if not numbered:
        return ""
    for role in ("area", "component"):
        parent = roles.column(role)
        if parent is None:
            continue
        starts = sum(bool(line.text(parent)) for line in lines if line.wide is None)
        together = sum(bool(line.text(parent)) for line in numbered)
        if together >= 0.7 * len(numbered) and len(numbered) <= 1.3 * starts + 1:
            return role
    return "row"

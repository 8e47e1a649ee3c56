"""A plan against the instrument, in words, one part of it at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from zonakita.foundation.regulations.instruments import Area
from zonakita.modules.plans.models import ItemQuestion
from zonakita.modules.plans.presenters.addresses import Address, address_of
from zonakita.modules.plans.presenters.areas import ALL_AREAS, AreaChip
from zonakita.modules.plans.presenters.wording import Badge, item_title
from zonakita.modules.plans.queries.matches import Coverage, LiveMatch, SubAreaCoverage
from zonakita.modules.plans.queries.row_pages import Headings, RowText

UNMATCHED = "tanpa-butir"
"""What `?area=` says for the rows that answer no question."""


@dataclass(frozen=True, slots=True)
class CoverageFigures:
    """The whole plan in numbers."""

    planned_count: int
    covered_count: int
    missing_count: int
    confirmed_count: int
    match_count: int
    unmatched_count: int
    unmatched_url: str


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """One line of the page: a row below its sub-area, an empty sub-area, or a row that answers nothing."""

    area: Area | None
    entry: SubAreaCoverage | None
    match: LiveMatch | None
    item_id: int | None


@dataclass(frozen=True, slots=True)
class CoveredRow:
    """A row of the plan under a sub-area."""

    number: int
    title: str
    url: str
    question: str
    badge: Badge
    confirm_url: str
    correct_url: str


@dataclass(frozen=True, slots=True)
class SubAreaView:
    """A sub-area with its rows."""

    code: str
    name: str
    weight: str
    rows: tuple[CoveredRow, ...]
    is_missing: bool
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AreaView:
    """An area of the instrument; reform stands apart because it is measured, not planned."""

    name: str
    weight: str
    planned: tuple[SubAreaView, ...]
    reform: tuple[SubAreaView, ...]


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """What one page shows."""

    areas: tuple[AreaView, ...]
    unmatched: tuple[CoveredRow, ...]


def coverage_figures(coverage: Coverage) -> CoverageFigures:
    """The figures above the page."""
    entries = [entry for _area, entries in coverage.areas for entry in entries]
    planned = [entry for entry in entries if entry.is_planned]
    matches = [match for entry in entries for match in entry.matches]
    missing_count = sum(entry.is_missing for entry in planned)
    return CoverageFigures(
        planned_count=len(planned),
        covered_count=len(planned) - missing_count,
        missing_count=missing_count,
        confirmed_count=sum(match.state == ItemQuestion.State.CONFIRMED for match in matches),
        match_count=len(matches),
        unmatched_count=len(coverage.unmatched),
        unmatched_url=f"?area={UNMATCHED}" if coverage.unmatched else "",
    )


def coverage_chips(coverage: Coverage, chosen: str) -> list[AreaChip]:
    """The parts to choose from; the first area where the address names none that exists."""
    lines = {area.code: (area.name, _lines_of(area, entries)) for area, entries in coverage.areas}
    chips = [
        AreaChip(name, f"?area={code}", sum(line.match is not None for line in own), code == chosen)
        for code, (name, own) in lines.items()
    ]
    if coverage.unmatched:
        count = len(coverage.unmatched)
        chips.append(AreaChip(_("Tanpa butir"), f"?area={UNMATCHED}", count, chosen == UNMATCHED))
    total = sum(chip.count for chip in chips)
    return [*chips, AreaChip(_("Semua area"), f"?area={ALL_AREAS}", total, chosen == ALL_AREAS)]


def chosen_part(coverage: Coverage, word: str) -> str:
    """The part that the address names: an area's code, `UNMATCHED` or `ALL_AREAS`; else the first area."""
    codes = [area.code for area, _entries in coverage.areas]
    others = [ALL_AREAS, UNMATCHED] if coverage.unmatched else [ALL_AREAS]
    return word if word in (*codes, *others) else codes[0]


def coverage_lines(coverage: Coverage, part: str) -> list[CoverageLine]:
    """All lines of a part, for cutting into pages."""
    lines = [
        line
        for area, entries in coverage.areas
        if part in (ALL_AREAS, area.code)
        for line in _lines_of(area, entries)
    ]
    if part in (ALL_AREAS, UNMATCHED):
        lines += [CoverageLine(None, None, None, item_id) for item_id in coverage.unmatched]
    return lines


def coverage_content(
    lines: Sequence[CoverageLine], rows: Iterable[RowText], headings: Headings
) -> CoveragePage:
    """The lines of one page under their areas and sub-areas; `rows` are the cells of their items."""
    draw = _Rows({row.id: row for row in rows}, headings)
    areas = []
    of_areas = [line for line in lines if line.area is not None]
    for _code, own in groupby(of_areas, key=lambda line: line.area and line.area.code):
        members = list(own)
        parts = [
            (entry, tuple(draw.matched(line.match, entry) for line in part if line.match))
            for entry, part in _by_sub_area(members)
        ]
        area = members[0].area
        assert area is not None  # noqa: S101 - narrows the type
        areas.append(
            AreaView(
                name=area.name,
                weight=_points(area.weight_points),
                planned=tuple(_sub_area(entry, own_rows) for entry, own_rows in parts if entry.is_planned),
                reform=tuple(_sub_area(entry, own_rows) for entry, own_rows in parts if not entry.is_planned),
            )
        )
    unmatched = [line.item_id for line in lines if line.area is None and line.item_id is not None]
    return CoveragePage(tuple(areas), tuple(draw.unmatched(item_id) for item_id in unmatched))


def _by_sub_area(lines: Sequence[CoverageLine]) -> list[tuple[SubAreaCoverage, list[CoverageLine]]]:
    grouped: dict[str, tuple[SubAreaCoverage, list[CoverageLine]]] = {}
    for line in lines:
        if line.entry is not None:
            grouped.setdefault(line.entry.sub_area.code, (line.entry, []))[1].append(line)
    return list(grouped.values())


def _lines_of(area: Area, entries: Iterable[SubAreaCoverage]) -> list[CoverageLine]:
    """Planned sub-areas first, then those of reform that have a row."""
    lines = []
    for entry in sorted(entries, key=lambda entry: not entry.is_planned):
        if entry.is_missing:
            lines.append(CoverageLine(area, entry, None, None))
        lines += [CoverageLine(area, entry, match, match.item_id) for match in entry.matches]
    return lines


def _sub_area(entry: SubAreaCoverage, rows: tuple[CoveredRow, ...]) -> SubAreaView:
    return SubAreaView(
        code=entry.sub_area.code,
        name=entry.sub_area.name,
        weight=_points(entry.sub_area.weight_points),
        rows=rows,
        is_missing=entry.is_missing,
        questions=tuple(question.statement for question in entry.sub_area.questions),
    )


class _Rows:
    """Rows of the plan in words."""

    def __init__(self, rows: Mapping[int, RowText], headings: Headings) -> None:
        self._rows, self._headings = rows, headings
        self._item: Address = address_of("plans:item")
        self._confirm: Address = address_of("plans:match_confirm")
        self._correct: Address = address_of("plans:match_edit")

    def matched(self, match: LiveMatch, entry: SubAreaCoverage) -> CoveredRow:
        """A row that answers a sub-area."""
        row = self._rows[match.item_id]
        is_confirmed = match.state == ItemQuestion.State.CONFIRMED
        percent = round(match.score * 100)
        statements = {question.code: question.statement for question in entry.sub_area.questions}
        return CoveredRow(
            number=row.order,
            title=item_title(row),
            url=self._item(row.id),
            question=statements.get(match.question_code, ""),
            badge=Badge(_("dipastikan"), "success", "circle-check")
            if is_confirmed
            else Badge(_("usulan %(percent)s %%") % {"percent": percent}, "info", "sparkles"),
            confirm_url="" if is_confirmed else self._confirm(match.id),
            correct_url=self._correct(row.id),
        )

    def unmatched(self, item_id: int) -> CoveredRow:
        """A row that answers nothing yet."""
        row = self._rows[item_id]
        return CoveredRow(
            number=row.order,
            title=item_title(row),
            url=self._item(row.id),
            question=self._headings.components[row.component_id].label,
            badge=Badge(_("belum dicocokkan"), "warning", "help"),
            confirm_url="",
            correct_url=self._correct(row.id),
        )


def _points(weight: object) -> str:
    return _("bobot %(points)s") % {"points": f"{weight:.2f}".rstrip("0").rstrip(".").replace(".", ",")}

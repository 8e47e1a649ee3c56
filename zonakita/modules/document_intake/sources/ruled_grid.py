"""Ruled lines become tables: which lines belong together, and which squares of their grid are one cell."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_NEAR = 2.6
_GAP = 4.0
_TOUCH = 3.5
_SHORTEST_COLUMN, _SHORTEST_ROW = 4.0, 4.0


@dataclass(frozen=True, slots=True)
class Segment:
    """A horizontal (`at` = y) or vertical (`at` = x) stretch of a ruled line."""

    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        """How long it is."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Region:
    """A cell: its top left square and its spans."""

    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class RuledTable:
    """Column edges `xs`, row edges `ys`, and the cells between them."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    regions: tuple[Region, ...]

    def square_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of the square that holds a point, None outside."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        row = min(bisect_right(self.ys, y) - 1, len(self.ys) - 2)
        return row, min(bisect_right(self.xs, x) - 1, len(self.xs) - 2)


def find_tables(horizontal: Iterable[Segment], vertical: Iterable[Segment]) -> list[RuledTable]:
    """Every table that lines in both directions draw, from top to bottom."""
    across, down = merged(horizontal), merged(vertical)
    tables = [_table(rows, columns) for rows, columns in _connected(across, down)]
    return sorted((table for table in tables if table is not None), key=lambda table: table.ys[0])


def merged(segments: Iterable[Segment]) -> list[Segment]:
    """Stretches on one line joined; lines nearer than `_NEAR` are one."""
    groups: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda one: one.at):
        if groups and segment.at - groups[-1][0].at <= _NEAR:
            groups[-1].append(segment)
        else:
            groups.append([segment])
    joined: list[Segment] = []
    for group in groups:
        total = sum(one.length for one in group) or 1.0
        at = sum(one.at * one.length for one in group) / total if total > 1 else group[0].at
        joined.extend(_stretches(at, group))
    return joined


def _stretches(at: float, group: Sequence[Segment]) -> list[Segment]:
    found: list[Segment] = []
    for segment in sorted(group, key=lambda one: one.start):
        if found and segment.start <= found[-1].end + _GAP:
            found[-1] = Segment(at, found[-1].start, max(found[-1].end, segment.end))
        else:
            found.append(Segment(at, segment.start, segment.end))
    return found


def _connected(across: list[Segment], down: list[Segment]) -> list[tuple[list[Segment], list[Segment]]]:
    """Lines that touch each other, directly or through others."""
    parent = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, row in enumerate(across):
        for j, column in enumerate(down):
            if _crosses(row, column):
                parent[root(i)] = root(len(across) + j)
    groups: dict[int, tuple[list[Segment], list[Segment]]] = defaultdict(lambda: ([], []))
    for i, row in enumerate(across):
        groups[root(i)][0].append(row)
    for j, column in enumerate(down):
        groups[root(len(across) + j)][1].append(column)
    return list(groups.values())


def _crosses(row: Segment, column: Segment) -> bool:
    return (
        row.start - _TOUCH <= column.at <= row.end + _TOUCH
        and column.start - _TOUCH <= row.at <= column.end + _TOUCH
    )


def _table(across: list[Segment], down: list[Segment]) -> RuledTable | None:
    if len(across) < 2 or not down:
        return None
    xs = _positions([one.at for one in down], _SHORTEST_COLUMN)
    ys = _positions([one.at for one in across], _SHORTEST_ROW)
    xs = _with_open_ends(xs, min(one.start for one in across), max(one.end for one in across))
    ys = _with_open_ends(ys, min(one.start for one in down), max(one.end for one in down))
    if len(xs) < 3 or len(ys) < 2:
        return None
    regions = _regions(across, down, xs, ys)
    return RuledTable(tuple(xs), tuple(ys), tuple(regions)) if len(regions) > 1 else None


def _positions(values: Iterable[float], least: float) -> list[float]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] >= least:
            places.append(value)
    return places


def _with_open_ends(places: list[float], first: float, last: float) -> list[float]:
    """An outer border that is not drawn, or left out at a page break, is where the other lines end."""
    if places and places[0] - first > 8:
        places = [first, *places]
    if places and last - places[-1] > 8:
        places = [*places, last]
    return places


def _regions(
    across: list[Segment], down: list[Segment], xs: Sequence[float], ys: Sequence[float]
) -> list[Region]:
    rows, columns = len(ys) - 1, len(xs) - 1
    right = _walls(down, xs, ys)
    below = _walls(across, ys, xs)
    owner: dict[tuple[int, int], int] = {}
    regions: list[list[tuple[int, int]]] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) not in owner:
                regions.append(_flood((row, column), rows, columns, right, below, owner, len(regions)))
    return [region for squares in regions for region in _rectangles(squares)]


def _walls(lines: list[Segment], places: Sequence[float], others: Sequence[float]) -> set[tuple[int, int]]:
    """(i, j): a line stands at inner place i all along the stretch j of the other direction."""
    by_place: dict[int, list[Segment]] = defaultdict(list)
    for line in lines:
        index = min(range(len(places)), key=lambda at: abs(places[at] - line.at))
        by_place[index].append(line)
    walls = set()
    for index, own in by_place.items():
        for stretch in range(len(others) - 1):
            middle = (others[stretch] + others[stretch + 1]) / 2
            if any(line.start <= middle <= line.end for line in own):
                walls.add((index, stretch))
    return walls


def _flood(
    start: tuple[int, int],
    rows: int,
    columns: int,
    right: set[tuple[int, int]],
    below: set[tuple[int, int]],
    owner: dict[tuple[int, int], int],
    name: int,
) -> list[tuple[int, int]]:
    squares, waiting = [], [start]
    owner[start] = name
    while waiting:
        row, column = waiting.pop()
        squares.append((row, column))
        near = []
        if column + 1 < columns and (column + 1, row) not in right:
            near.append((row, column + 1))
        if column > 0 and (column, row) not in right:
            near.append((row, column - 1))
        if row + 1 < rows and (row + 1, column) not in below:
            near.append((row + 1, column))
        if row > 0 and (row, column) not in below:
            near.append((row - 1, column))
        for square in near:
            if square not in owner:
                owner[square] = name
                waiting.append(square)
    return squares


def _rectangles(squares: list[tuple[int, int]]) -> list[Region]:
    """A region is one cell when it is a rectangle; a crooked one is cut into rows of equal width."""
    top, left = min(row for row, _ in squares), min(column for _, column in squares)
    bottom, right = max(row for row, _ in squares), max(column for _, column in squares)
    if len(squares) == (bottom - top + 1) * (right - left + 1):
        return [Region(top, left, bottom - top + 1, right - left + 1)]
    runs: dict[tuple[int, int], list[int]] = defaultdict(list)
    known = set(squares)
    for row, column in sorted(known):
        if (row, column - 1) in known:
            continue
        end = column
        while (row, end + 1) in known:
            end += 1
        runs[(column, end)].append(row)
    found: list[Region] = []
    for (start, end), rows in runs.items():
        first = rows[0]
        for row, after in zip(rows, [*rows[1:], -1], strict=True):
            if after != row + 1:
                found.append(Region(first, start, row - first + 1, end - start + 1))
                first = after
    return found

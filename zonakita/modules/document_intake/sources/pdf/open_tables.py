"""Tables that only white space, or horizontal lines alone, divide into columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from zonakita.modules.document_intake.sources.document import Place, Table, TableCell
from zonakita.modules.document_intake.sources.pdf.pieces import Piece, line_groups, lines_of, split_at
from zonakita.modules.document_intake.sources.pdf.rulings import Rulings
from zonakita.modules.document_intake.sources.pdf.white_space import (
    borders_between_columns,
    is_table,
    segments,
)
from zonakita.modules.document_intake.sources.ruled_grid import Segment, merged

_LEAST_LINES = 4
_SAME_STEP = 0.4


def open_tables(
    rulings: Rulings, pieces: Sequence[Piece], page: int, width: float, height: float
) -> tuple[list[Table], list[Piece]]:
    """The tables without vertical lines among these pieces, and the pieces that are in none."""
    rules = [line for line in merged(rulings.horizontal) if line.length > 0.35 * width]
    bands = _ruled_bands(rules) or ([(0.0, height)] if len(pieces) > 20 else [])
    tables: list[Table] = []
    rest = list(pieces)
    for top, bottom in bands:
        inside = [piece for piece in rest if top <= piece.centre[1] <= bottom]
        block = _densest_block(inside, width)
        if block is None:
            continue
        own, borders = block
        has_rules = sum(top <= rule.at <= bottom for rule in rules) >= 3
        rows = (
            [rule.at for rule in rules if top - 1 <= rule.at <= bottom + 1]
            if has_rules
            else _row_tops(own, borders)
        )
        tables.append(_table(own, borders, rows, page, width, height))
        first, last = min(piece.top for piece in own), max(piece.bottom for piece in own)
        rest = [piece for piece in rest if not (piece in inside and first <= piece.centre[1] <= last)]
    return tables, rest


def _ruled_bands(rules: Sequence[Segment]) -> list[tuple[float, float]]:
    """Where at least three long horizontal lines of one width follow each other."""
    if len(rules) < 3:
        return []
    first = rules[0]
    same = [rule for rule in rules if abs(rule.start - first.start) < 6 and abs(rule.end - first.end) < 6]
    return [(same[0].at, same[-1].at)] if len(same) >= 3 else []


def _densest_block(pieces: Sequence[Piece], width: float) -> tuple[list[Piece], list[float]] | None:
    """The lines that share the same borders of white space, with the borders."""
    groups = line_groups(pieces)
    if len(groups) < _LEAST_LINES:
        return None
    counts = [len(segments(group)) for group in groups]
    start = next((i for i, count in enumerate(counts) if count >= 3), None)
    if start is None:
        return None
    end = max(i for i, count in enumerate(counts) if count >= 2) + 1
    borders = borders_between_columns(groups[start:end], width)
    if not is_table(groups[start:end], borders):
        return None
    while end < len(groups) and _goes_on(groups[end - 1], groups[end]):
        end += 1
    own = [part for group in groups[start:end] for piece in group for part in _parted(piece, borders)]
    return own, borders


def _parted(piece: Piece, borders: Sequence[float]) -> list[Piece]:
    """A heading too wide for its column, cut where the next column's text begins."""
    parts = [piece]
    for border in borders:
        parts[-1:] = split_at(parts[-1], border, border + 1)
    return parts


def _goes_on(before: Sequence[Piece], after: Sequence[Piece]) -> bool:
    """The last lines of the longest cell stand alone, but close below."""
    return after[0].top - before[0].top < 1.8 * before[0].size and len(segments(after)) == 1


def _row_tops(pieces: Sequence[Piece], borders: Sequence[float]) -> list[float]:
    """Where rows begin: on lines that no column goes on to at the usual distance of its lines.

    Where rows stand as close as lines do, a row begins where most columns begin together.
    """
    groups = line_groups(pieces)
    tops = [min(piece.top for piece in group) for group in groups]
    bottom = max(piece.bottom for piece in groups[-1])
    steps = _steps(groups, borders)
    usual, spread = _usual_step([step for own in steps for step in own if step > 0])
    starts = [
        i for i, own in enumerate(steps) if i == 0 or not any(abs(step - usual) < spread for step in own)
    ]
    if len(starts) < 0.2 * len(groups):
        columns = [len({_column(piece, borders) for piece in group}) for group in groups]
        starts = [
            i for i, count in enumerate(columns) if i == 0 or count >= max(3, 0.75 * (len(borders) + 1))
        ]
    return [*(tops[index] - 0.5 for index in starts), bottom + 0.5]


def _steps(groups: Sequence[Sequence[Piece]], borders: Sequence[float]) -> list[list[float]]:
    """For each line, how far above each of its columns had its last line."""
    last: dict[int, float] = {}
    steps: list[list[float]] = []
    for group in groups:
        base = max(piece.bottom for piece in group)
        columns = {_column(piece, borders) for piece in group}
        steps.append([base - last[column] for column in columns if column in last])
        last.update(dict.fromkeys(columns, base))
    return steps


def _usual_step(steps: Sequence[float]) -> tuple[float, float]:
    """The distance of lines inside a cell, the smallest of those that occur often, and how much it varies.

    Where the file sets lines at exactly one distance, a row a hair further down is already seen.
    """
    often = [
        step for step, count in Counter(round(s * 4) / 4 for s in steps).items() if count >= 0.15 * len(steps)
    ]
    if not often:
        return 0.0, _SAME_STEP
    near = [step for step in steps if abs(step - min(often)) < _SAME_STEP]
    exact, count = Counter(round(step, 1) for step in near).most_common(1)[0]
    middle = median(step for step in near if abs(step - exact) < 0.06)
    return middle, 0.08 if count >= 0.6 * len(near) else _SAME_STEP


def _column(piece: Piece, borders: Sequence[float]) -> int:
    return sum(piece.left + 1 >= river for river in borders)


def _table(
    pieces: Sequence[Piece],
    borders: Sequence[float],
    rows: Sequence[float],
    page: int,
    width: float,
    height: float,
) -> Table:
    left, right = min(piece.left for piece in pieces) - 1, max(piece.right for piece in pieces) + 1
    xs = [left, *borders, right]
    lefts = _column_lefts(pieces, borders)
    cells: list[TableCell] = []
    for row, (top, bottom) in enumerate(pairwise(rows)):
        own = [piece for piece in pieces if top <= piece.centre[1] < bottom]
        cells.extend(_row_cells(own, xs, lefts, row, (top, bottom), page, width, height))
    edges = tuple(x / width for x in xs)
    place = Place(page, edges[0], rows[0] / height, edges[-1], rows[-1] / height)
    return Table(page, len(rows) - 1, len(xs) - 1, tuple(cells), edges, place)


def _row_cells(
    pieces: Sequence[Piece],
    xs: Sequence[float],
    lefts: Sequence[float],
    row: int,
    band: tuple[float, float],
    page: int,
    width: float,
    height: float,
) -> list[TableCell]:
    """The cells of a row; text that runs over borders (an area row) spans their columns."""
    columns = len(xs) - 1
    spans = _crossing_spans(pieces, xs, lefts)
    lone = _lone_start(pieces, xs)
    if lone is not None and spans.get(lone, 1) > 1:
        spans[lone] = columns - lone
    cells: list[TableCell] = []
    column = 0
    while column < columns:
        span = spans.get(column, 1)
        left, right = xs[column], xs[column + span]
        own = [piece for piece in pieces if left <= piece.left + 1 < right]
        text = "\n".join(line.text for line in lines_of(own))
        place = Place(page, left / width, band[0] / height, right / width, band[1] / height)
        cells.append(TableCell(row, column, text, 1, span, place))
        column += span
    return cells


def _lone_start(pieces: Sequence[Piece], xs: Sequence[float]) -> int | None:
    """The column in which the only long text of the row begins: a title before it may have a number."""
    starts = {
        max(0, sum(group_left + 1 >= x for x in xs) - 1)
        for group in line_groups(pieces)
        for group_left, _ in segments(group)
    }
    if len(starts) == 1:
        return starts.pop()
    return max(starts) if starts == {0, 1} else None


def _column_lefts(pieces: Sequence[Piece], borders: Sequence[float]) -> list[float]:
    """Where the text of each column usually begins."""
    starts: dict[int, Counter[float]] = {}
    for group in line_groups(pieces):
        for left, _ in segments(group):
            column = sum(left + 1 >= river for river in borders)
            starts.setdefault(column, Counter())[round(left, 1)] += 1
    return [counter.most_common(1)[0][0] for counter in starts.values() if counter.most_common(1)[0][1] >= 2]


def _crossing_spans(pieces: Sequence[Piece], xs: Sequence[float], lefts: Sequence[float]) -> dict[int, int]:
    spans: dict[int, int] = {}
    for group in line_groups(pieces):
        own = segments(group, lefts)
        firsts = [max(0, sum(left + 1 >= x for x in xs) - 1) for left, _ in own]
        for (_, right), first, after in zip(own, firsts, [*firsts[1:], len(xs) - 1], strict=True):
            last = min(sum(right - 2 >= x for x in xs) - 1, after - 1, len(xs) - 2)
            if last > first:
                spans[first] = max(spans.get(first, 1), last - first + 1)
    return spans

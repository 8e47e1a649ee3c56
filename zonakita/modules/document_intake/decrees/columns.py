"""The canonical columns of a plan table and how the parts on other pages map onto them."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

from zonakita.modules.document_intake.decrees.cell_text import plain
from zonakita.modules.document_intake.decrees.grid import Grid
from zonakita.modules.document_intake.decrees.months import (
    is_under_month_parent,
    month_of_heading,
    period_of_heading,
)
from zonakita.modules.document_intake.decrees.table_heads import TableHead
from zonakita.modules.document_intake.decrees.vocabulary import vocabulary

_SHORT_HEADING = 6


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the plan. `months` are those that a mark in it stands for, empty for text columns;
    `joint` joins the texts of cells that stand in it side by side.
    """

    index: int
    path: tuple[str, ...]
    left: float
    right: float
    months: tuple[int, ...] = ()
    joint: str = " "

    @property
    def heading(self) -> str:
        """The heading for people, from the widest to the narrowest."""
        return " / ".join(self.path)

    @property
    def fingerprint(self) -> str:
        """The heading path normalised, to remember what the column means."""
        return " / ".join(plain(part) for part in self.path) or f"kolom {self.index + 1}"


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a plan table; `of_grid` maps the grid columns of its first part."""

    columns: tuple[Column, ...]
    of_grid: tuple[int, ...]


def layout_of(grid: Grid, head: TableHead) -> Layout:
    """The columns as the heading groups them: grid columns below the same lowest heading cell are one
    column.
    """
    groups: list[list[int]] = []
    for index, key in enumerate(head.keys):
        if groups and head.keys[groups[-1][0]] == key and not _is_wide_blank(head, index):
            groups[-1].append(index)
        else:
            groups.append([index])
    groups, spells = _with_spells(groups, head)
    edges = edges_of(grid)
    months = _months_of([head.paths[group[0]] for group in groups])
    columns = tuple(
        Column(index, spells[group[0]], edges[group[0]], edges[group[-1] + 1], (), " - ")
        if group[0] in spells
        else Column(index, head.paths[group[0]], edges[group[0]], edges[group[-1] + 1], months[index])
        for index, group in enumerate(groups)
    )
    of_grid = tuple(index for index, group in enumerate(groups) for _ in group)
    return Layout(columns, of_grid)


def _with_spells(
    groups: list[list[int]], head: TableHead
) -> tuple[list[list[int]], dict[int, tuple[str, ...]]]:
    """A column of beginnings and the column of ends beside it as one column of times, with its heading
    path.
    """
    joined: list[list[int]] = []
    spells: dict[int, tuple[str, ...]] = {}
    for group in groups:
        before = head.paths[joined[-1][0]] if joined else ()
        path = head.paths[group[0]]
        if before and path and before[:-1] == path[:-1] and _begin_and_end(before[-1], path[-1]):
            spells[joined[-1][0]] = (*path[:-1], f"{before[-1]} - {path[-1]}")
            joined[-1] = [*joined[-1], *group]
        else:
            joined.append(group)
    return joined, spells


def _begin_and_end(first: str, second: str) -> bool:
    begins, ends = plain(first).split(), plain(second).split()
    words = vocabulary()
    return bool(begins and ends) and begins[-1] in words.begin_words and ends[-1] in words.end_words


def _is_wide_blank(head: TableHead, index: int) -> bool:
    return not head.paths[index]


def edges_of(grid: Grid) -> tuple[float, ...]:
    """The column edges of the page, or evenly spaced ones where the source has none."""
    edges = grid.table.column_edges
    if len(edges) == grid.column_count + 1:
        return edges
    return tuple(index / grid.column_count for index in range(grid.column_count + 1))


def _months_of(paths: list[tuple[str, ...]]) -> list[tuple[int, ...]]:
    """The months of each column, by name, by quarter, or by order where twelve stand under a heading of
    time.
    """
    named: list[tuple[int, ...]] = [_named_months(path) for path in paths]
    if sum(bool(months) for months in named) < 2:
        named = [()] * len(paths)
    for start, end in _runs_below_one_parent(paths):
        size = end - start
        if (
            size in (12, 4)
            and is_under_month_parent(paths[start][:1])
            and sum(map(bool, named[start:end])) < size
            and (size == 12 or all(len(path[-1]) <= _SHORT_HEADING for path in paths[start:end]))
        ):
            for offset in range(size):
                named[start + offset] = (offset + 1,) if size == 12 else period_of_heading(f"TW {offset + 1}")
    return named


def _named_months(path: tuple[str, ...]) -> tuple[int, ...]:
    for part in reversed(path):
        month = month_of_heading(part)
        if month is not None:
            return (month,)
        period = period_of_heading(part)
        if period:
            return period
    return ()


def _runs_below_one_parent(paths: list[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Columns next to each other below one heading; a blank part ("", "Feb", ...) still belongs to it."""
    runs, start = [], 0
    for index in range(1, len(paths) + 1):
        if index == len(paths) or not paths[index] or paths[index][:1] != paths[start][:1]:
            if index - start > 1 and sum(len(path) > 1 for path in paths[start:index]) >= 2:
                runs.append((start, index))
            start = index
    return runs


def map_part(grid: Grid, head: TableHead | None, layout: Layout) -> tuple[int, ...] | None:
    """For each grid column of a further part its column in `layout`; None where the part belongs to another
    table.
    """
    if head is not None:
        return _map_by_heading(grid, head, layout)
    if len(layout.of_grid) == grid.column_count and not grid.table.column_edges:
        return layout.of_grid
    if grid.table.column_edges:
        return _map_by_edges(grid, layout)
    return None


def _map_by_heading(grid: Grid, head: TableHead, layout: Layout) -> tuple[int, ...] | None:
    wanted = [plain(column.heading) for column in layout.columns]
    by_edges = _map_by_edges(grid, layout) if grid.table.column_edges else None
    mapped: list[int] = []
    matches = 0
    for index, path in enumerate(head.paths):
        heading = plain(" ".join(path))
        scores = [fuzz.ratio(heading, want) for want in wanted]
        expected = (
            by_edges[index] if by_edges else (layout.of_grid[index] if _same_width(grid, layout) else -1)
        )
        if expected >= 0 and scores[expected] >= 60:
            chosen = expected
        else:
            chosen = max(range(len(scores)), key=lambda at: scores[at])
        if scores[chosen] >= 70 or not heading:
            matches += 1
        elif expected >= 0:
            chosen = expected
        mapped.append(chosen)
    return tuple(mapped) if matches >= 0.6 * grid.column_count else None


def _same_width(grid: Grid, layout: Layout) -> bool:
    return len(layout.of_grid) == grid.column_count


def _map_by_edges(grid: Grid, layout: Layout) -> tuple[int, ...] | None:
    edges = edges_of(grid)
    mapped: list[int] = []
    good = 0
    for index in range(grid.column_count):
        left, right = edges[index], edges[index + 1]
        overlaps = [min(right, column.right) - max(left, column.left) for column in layout.columns]
        best = max(range(len(overlaps)), key=lambda at: overlaps[at])
        good += overlaps[best] >= 0.6 * (right - left)
        mapped.append(best)
    return tuple(mapped) if good >= 0.7 * grid.column_count else None

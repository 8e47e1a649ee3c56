"""Ruled lines become cells with spans."""

from __future__ import annotations

from zonakita.modules.document_intake.sources.ruled_grid import Region, Segment, find_tables, merged


def _box(xs: list[float], ys: list[float]) -> tuple[list[Segment], list[Segment]]:
    across = [Segment(y, xs[0], xs[-1]) for y in ys]
    down = [Segment(x, ys[0], ys[-1]) for x in xs]
    return across, down


def test_a_full_grid_has_a_cell_for_every_square() -> None:
    (table,) = find_tables(*_box([0, 50, 120], [0, 20, 40]))
    assert set(table.regions) == {Region(r, c, 1, 1) for r in (0, 1) for c in (0, 1)}


def test_a_missing_piece_of_line_merges_two_cells() -> None:
    across, down = _box([0, 50, 120], [0, 20, 40])
    down[1] = Segment(50, 20, 40)
    (table,) = find_tables(across, down)
    assert Region(0, 0, 1, 2) in table.regions


def test_a_crooked_region_is_cut_into_rectangles_that_cover_each_square_once() -> None:
    across, down = _box([0, 50, 120], [0, 20, 40])
    down[1] = Segment(50, 20, 40)
    across[1] = Segment(20, 50, 120)
    (table,) = find_tables(across, down)
    squares = [
        (row, column)
        for region in table.regions
        for row in range(region.row, region.row + region.row_span)
        for column in range(region.column, region.column + region.column_span)
    ]
    assert sorted(squares) == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_an_open_side_ends_where_the_other_lines_end() -> None:
    across, down = _box([0, 50, 120], [0, 20, 40])
    (table,) = find_tables(across, down[1:])
    assert table.xs == (0, 50, 120)


def test_two_tables_on_a_page_stay_two() -> None:
    first, second = _box([0, 50, 120], [0, 20, 40]), _box([0, 50, 120], [100, 120, 140])
    assert len(find_tables(first[0] + second[0], first[1] + second[1])) == 2


def test_dashes_of_one_line_are_one_line() -> None:
    dashes = [Segment(10 + at % 2 * 0.4, at * 5, at * 5 + 3) for at in range(6)]
    (line,) = merged(dashes)
    assert (line.start, line.end) == (0, 28)


def test_lines_that_do_not_cross_are_no_table() -> None:
    assert find_tables([Segment(10, 0, 100), Segment(30, 0, 100)], [Segment(500, 0, 40)]) == []

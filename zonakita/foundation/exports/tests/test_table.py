"""The grid under all three engines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonakita.foundation.exports.table import (
    Cell,
    Column,
    Row,
    TableDocument,
    TableMalformed,
    area_row,
    clean_text,
    looks_like_formula,
)

COLUMNS = [
    Column("no", "NO", 1, align="center"),
    Column("name", "NAMA", 4),
    Column("m1", "Jan", 1, group="BULAN"),
    Column("m2", "Feb", 1, group="BULAN"),
]


def _document(*rows: Row, numbered: bool = False) -> TableDocument:
    return TableDocument("Judul", COLUMNS, rows, numbered=numbered)


def _shape(document: TableDocument) -> list[tuple[int, int, int, int, str]]:
    return [(cell.row, cell.column, cell.rows, cell.columns, cell.text) for cell in document.layout.cells]


def test_it_puts_a_shared_heading_over_its_columns_and_numbers_it_once() -> None:
    document = _document(numbered=True)

    assert document.layout.heading_rows == 3
    assert _shape(document) == [
        (0, 0, 2, 1, "NO"),
        (0, 1, 2, 1, "NAMA"),
        (0, 2, 1, 2, "BULAN"),
        (1, 2, 1, 1, "Jan"),
        (1, 3, 1, 1, "Feb"),
        (2, 0, 1, 1, "1"),
        (2, 1, 1, 1, "2"),
        (2, 2, 1, 2, "3"),
    ]


def test_it_leaves_out_cells_that_a_merged_cell_covers_and_fills_blanks() -> None:
    document = _document(Row({"no": Cell("1", rows=2), "name": "a"}), Row({"name": "b"}))

    assert [cell for cell in _shape(document) if cell[0] >= 2] == [
        (2, 0, 2, 1, "1"),
        (2, 1, 1, 1, "a"),
        (2, 2, 1, 1, ""),
        (2, 3, 1, 1, ""),
        (3, 1, 1, 1, "b"),
        (3, 2, 1, 1, ""),
        (3, 3, 1, 1, ""),
    ]


def test_it_spans_an_area_row_with_and_without_a_number() -> None:
    document = _document(area_row(COLUMNS, "Area"), area_row(COLUMNS, "Area dua", number="II"))

    assert [cell for cell in _shape(document) if cell[0] >= 2] == [
        (2, 0, 1, 4, "Area"),
        (3, 0, 1, 1, "II"),
        (3, 1, 1, 3, "Area dua"),
    ]
    assert [cell.align for cell in document.layout.cells if cell.kind == "area"] == ["left", "center", "left"]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([Row({"other": "x"})], "unknown columns"),
        ([Row({"name": Cell("x", columns=2), "m1": "y"})], "overlap"),
        ([Row({"name": Cell("x", rows=2)}), Row({"name": "y"})], "overlap"),
        ([Row({"name": Cell("x", rows=2)})], "past the last row"),
        ([Row({"m2": Cell("x", columns=2)})], "past the last column"),
        ([Row({"m2": Cell("x", fill="green")})], "no colour"),
        ([Row({"m2": Cell("x", rows=0)})], "past the last row"),
    ],
)
def test_it_refuses_a_malformed_table(rows: list[Row], words: str) -> None:
    with pytest.raises(TableMalformed, match=words):
        assert _document(*rows).layout


def test_it_refuses_a_table_without_columns_of_its_own() -> None:
    for columns in ([], [COLUMNS[0], COLUMNS[0]]):
        with pytest.raises(TableMalformed, match="key of its own"):
            assert TableDocument("Judul", columns, []).layout


@given(st.text())
def test_it_keeps_no_control_characters_and_loses_nothing_else(text: str) -> None:
    cleaned = clean_text(text)

    assert clean_text(cleaned) == cleaned
    assert not any(ord(char) < 0x20 and char != "\n" for char in cleaned)
    assert [char for char in cleaned if char.isalnum()] == [char for char in text if char.isalnum()]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n-1"])
def test_it_knows_what_a_spreadsheet_would_run(text: str) -> None:
    assert looks_like_formula(text)


@pytest.mark.parametrize("text", ["", "a=1", "1-2", "(=1)", "'=1"])
def test_it_leaves_other_text_alone(text: str) -> None:
    assert not looks_like_formula(text)

"""The spreadsheet, read back with openpyxl."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from zonakita.foundation.exports.interface import Cell, Column, Row, TableDocument, to_xlsx
from zonakita.foundation.exports.tests.plan_table import FILL, HOSTILE, STEPS, plan_table


def _sheet(content: bytes) -> Worksheet:
    workbook: Workbook = load_workbook(BytesIO(content))
    return workbook.worksheets[0]


@pytest.fixture(scope="module")
def plan_sheet() -> Worksheet:
    return _sheet(to_xlsx(plan_table()))


def test_it_writes_title_lines_headings_and_numbers(plan_sheet: Worksheet) -> None:
    rows = [[cell.value for cell in row] for row in plan_sheet.iter_rows(min_row=1, max_row=8)]

    assert [row[0] for row in rows[:3]] == [
        "RENCANA AKSI REFORMASI BIROKRASI",
        "SATUAN KERJA CONTOH",
        "TAHUN 2026",
    ]
    assert rows[4][:6] == [
        "NO.",
        "AREA PERUBAHAN",
        "KEGIATAN",
        "SUB KEGIATAN",
        "INDIKATOR KEBERHASILAN",
        "PELAKSANAAN (BULAN)",
    ]
    assert rows[5][5:8] == ["Jan", "Feb", "Maret"]
    assert [value for value in rows[6] if value] == ["1", "2", "3", "4", "5", "6", "7"]
    assert rows[7][:2] == ["I", "MANAJEMEN PERUBAHAN"]


def test_it_merges_what_the_decree_merges(plan_sheet: Worksheet) -> None:
    merged = {str(area) for area in plan_sheet.merged_cells.ranges}

    assert {"A1:R1", "F5:Q5", "A5:A6", "F7:Q7", "B8:R8", "A9:A11", "B9:B11"} <= merged


def test_it_fills_exactly_the_months_of_a_row(plan_sheet: Worksheet) -> None:
    filled = [
        int(cell.column or 0) - 5
        for cell in plan_sheet[9]
        if cell.fill.fill_type and cell.fill.start_color.rgb == f"00{FILL}"
    ]

    assert filled == [3, 6, 9, 12]


def test_it_keeps_text_as_it_was(plan_sheet: Worksheet) -> None:
    assert plan_sheet["C9"].value == HOSTILE
    assert plan_sheet["D9"].value == STEPS


def test_it_is_set_up_for_printing(plan_sheet: Worksheet) -> None:
    assert plan_sheet.page_setup.orientation == "landscape"
    assert plan_sheet.page_setup.paperSize == 9
    assert plan_sheet.sheet_properties.pageSetUpPr is not None
    assert plan_sheet.sheet_properties.pageSetUpPr.fitToPage
    assert plan_sheet.print_title_rows == "$5:$7"
    assert plan_sheet.oddFooter is not None
    assert plan_sheet.oddFooter.center is not None
    assert plan_sheet.oddFooter.center.text == "- &P -"


def test_it_makes_a_row_high_enough_for_its_lines(plan_sheet: Worksheet) -> None:
    assert (plan_sheet.row_dimensions[10].height or 0) > 2 * 12


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", " =1+1"])
def test_it_never_writes_a_formula(text: str) -> None:
    sheet = _sheet(to_xlsx(TableDocument(text, [Column("a", text, 1)], [Row({"a": Cell(text)})])))

    for coordinate in ("A1", "A3", "A4"):
        cell = sheet[coordinate]
        assert cell.data_type == "s"
        assert cell.quotePrefix
        assert str(cell.value).strip() == text.strip()


def test_it_drops_control_characters_and_cuts_the_sheet_name() -> None:
    document = TableDocument("a/b:c*\x00" + "n" * 40, [Column("a", "A", 1)], [Row({"a": "sa\x00\x0btu\x1b"})])

    sheet = _sheet(to_xlsx(document))

    assert sheet["A4"].value == "satu"
    assert sheet.title == "a b c " + "n" * 25

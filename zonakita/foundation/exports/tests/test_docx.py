"""The word-processor document, read back with python-docx."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from zonakita.foundation.exports.interface import Column, Row, TableDocument, to_docx
from zonakita.foundation.exports.tests.plan_table import FILL, HOSTILE, STEPS, plan_table


@pytest.fixture(scope="module")
def plan_document() -> Any:
    return Document(BytesIO(to_docx(plan_table())))


def _grid(document: Any, first: int, last: int) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows[first:last]]


def test_it_shows_merged_cells_at_every_place_they_cover(plan_document: Any) -> None:
    rows = _grid(plan_document, 0, 7)

    assert rows[0][:6] == [
        "NO.",
        "AREA PERUBAHAN",
        "KEGIATAN",
        "SUB KEGIATAN",
        "INDIKATOR KEBERHASILAN",
        "PELAKSANAAN (BULAN)",
    ]
    assert rows[0][5:17] == ["PELAKSANAAN (BULAN)"] * 12
    assert rows[1][0] == "NO."
    assert rows[2] == ["1", "2", "3", "4", "5", *["6"] * 12, "7"]
    assert rows[3] == ["I", *["MANAJEMEN PERUBAHAN"] * 17]
    assert [row[0] for row in rows[4:7]] == ["1", "1", "1"]


def test_it_keeps_text_as_it_was(plan_document: Any) -> None:
    row = _grid(plan_document, 4, 5)[0]

    assert row[2] == HOSTILE
    assert row[3] == STEPS


def test_it_fills_exactly_the_months_of_a_row(plan_document: Any) -> None:
    shaded = [
        position
        for position, cell in enumerate(plan_document.tables[0].rows[4].cells)
        if any(mark.get(qn("w:fill")) == FILL for mark in cell._tc.iter(qn("w:shd")))
    ]

    assert shaded == [7, 10, 13, 16]


def test_it_repeats_the_headings_and_no_other_row(plan_document: Any) -> None:
    repeated = [bool(list(row._tr.iter(qn("w:tblHeader")))) for row in plan_document.tables[0].rows]

    assert repeated[:4] == [True, True, True, False]
    assert not any(repeated[4:])


def test_it_is_a_landscape_page_with_its_number(plan_document: Any) -> None:
    section = plan_document.sections[0]

    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width > section.page_height
    assert [mark.get(qn("w:instr")) for mark in section.footer._element.iter(qn("w:fldSimple"))] == ["PAGE"]


def test_it_drops_characters_that_xml_forbids() -> None:
    content = to_docx(
        TableDocument("Ju\x00dul", [Column("a", "A", 1)], [Row({"a": "sa\x0btu"})], landscape=False)
    )

    document = Document(BytesIO(content))

    assert document.tables[0].rows[1].cells[0].text == "satu"
    assert document.paragraphs[0].text == "Judul"
    assert document.sections[0].orientation == WD_ORIENT.PORTRAIT

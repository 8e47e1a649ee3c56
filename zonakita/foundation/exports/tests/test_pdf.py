"""The PDF, read back with pdfplumber."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pdfplumber
import pytest
from pdfplumber.pdf import PDF

from zonakita.foundation.exports.interface import Column, Row, TableDocument, to_pdf
from zonakita.foundation.exports.tests.plan_table import HOSTILE, plan_table


@pytest.fixture(scope="module")
def plan_pdf() -> Iterator[PDF]:
    with pdfplumber.open(BytesIO(to_pdf(plan_table()))) as pdf:
        yield pdf


def _text(value: str | None) -> str:
    return " ".join((value or "").split())


def test_it_repeats_headings_and_numbers_on_every_page(plan_pdf: PDF) -> None:
    assert len(plan_pdf.pages) > 2
    for number, page in enumerate(plan_pdf.pages, start=1):
        table = page.extract_tables()[0]
        assert _text(table[0][1]) == "AREA PERUBAHAN"
        assert _text(table[0][5]) == "PELAKSANAAN (BULAN)"
        assert [_text(value) for value in table[1][5:17]][:4] == ["Jan", "Feb", "Maret", "April"]
        assert [value for value in map(_text, table[2]) if value] == ["1", "2", "3", "4", "5", "6", "7"]
        assert page.extract_text().splitlines()[-1] == f"- {number} -"
        assert page.width > page.height


def test_it_shows_markup_as_plain_text_and_reads_no_file(plan_pdf: PDF) -> None:
    cell = plan_pdf.pages[0].extract_tables()[0][4][2]

    assert _text(cell).replace(" ", "") == HOSTILE.replace(" ", "")


def test_it_fills_months_with_the_given_colour(plan_pdf: PDF) -> None:
    green = tuple(round(part / 255, 2) for part in (0x1F, 0x7A, 0x4D))
    filled = [
        rect
        for rect in plan_pdf.pages[0].rects
        if rect["fill"] and tuple(round(part, 2) for part in rect["non_stroking_color"]) == green
    ]

    steps_on_page = plan_pdf.pages[0].extract_text().count("a. Menyusun")
    assert len(filled) == 4 * steps_on_page


def test_it_embeds_every_font(plan_pdf: PDF) -> None:
    names = {char["fontname"] for page in plan_pdf.pages for char in page.chars}

    assert names
    assert all("+" in name for name in names), "a subset of an embedded font is named ABCDEF+Name"


def test_it_gives_the_same_bytes_for_the_same_document() -> None:
    document = TableDocument("Judul", [Column("a", "A", 1)], [Row({"a": "satu"})])

    assert to_pdf(document) == to_pdf(document)


def test_it_survives_odd_text() -> None:
    document = TableDocument(
        "", [Column("a", "", 1)], [Row({"a": "\x00\ud800é — 漢 \U0001f600"})], landscape=False
    )

    with pdfplumber.open(BytesIO(to_pdf(document))) as pdf:
        assert "é —" in pdf.pages[0].extract_text()
        assert pdf.pages[0].height > pdf.pages[0].width

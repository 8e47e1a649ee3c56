"""Words and numbers that Tesseract misreads are repaired in any document of the field."""

from __future__ import annotations

import pytest

from zonakita.modules.document_intake.sources.document import Table, TableCell
from zonakita.modules.document_intake.sources.scan.corrections import correct_cell, correct_word
from zonakita.modules.document_intake.sources.scan.numbering import repair_numbers
from zonakita.modules.document_intake.sources.scan.tesseract import Word
from zonakita.modules.document_intake.sources.words import is_good_text_layer


def _corrected(text: str, confidence: float = 0.9) -> str | None:
    word = correct_word(Word(text, 0, 0, 10, 10, confidence))
    return word.text if word else None


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Zl", "ZI"),
        ("Z1", "ZI"),
        ("|Tim", "Tim"),
        ("rapat|", "rapat"),
        ("Januarl", "Januari"),
        ("SKP", "SKP"),
        ("Juli", "Juli"),
        ("WBK/WBBM", "WBK/WBBM"),
    ],
)
def test_it_repairs_words(read: str, meant: str) -> None:
    assert _corrected(read) == meant


def test_it_drops_remains_of_lines() -> None:
    assert _corrected("|") is None
    assert _corrected("\u2014\u2014") is None


def test_it_repairs_words_of_the_field_only_where_they_are_doubtful() -> None:
    assert _corrected("pelaksanoan", confidence=0.4) == "pelaksanaan"
    assert _corrected("pelaksanoan", confidence=0.95) == "pelaksanoan"


def test_it_repairs_lines_of_a_cell() -> None:
    assert correct_cell(["Cc. lIdentifikasi", "kurang dari 25Y6"]) == "c. Identifikasi\nkurang dari 25%"


def _numbered(first_column: list[tuple[str, float, bool]]) -> Table:
    cells = []
    for row, (text, confidence, is_area) in enumerate(first_column):
        cells.append(TableCell(row, 0, text, confidence=confidence))
        if is_area:
            cells.append(TableCell(row, 1, "PENATAAN", column_span=3))
        else:
            cells += [TableCell(row, column, "isi panjang") for column in (1, 2, 3)]
    return Table(1, len(first_column), 4, tuple(cells))


def _firsts(tables: list[Table]) -> list[str]:
    return [cell.text for table in tables for cell in table.cells if cell.column == 0]


def test_misread_numbers_follow_from_their_neighbours() -> None:
    first = _numbered([("1", 0.4, True), ("1.", 0.96, False), ("Z.", 0.4, False), ("3,", 0.5, False)])
    second = _numbered([("ll", 0.4, True), ("Is", 0.3, False), ("2.", 0.96, False), ("III", 0.96, True)])

    assert _firsts(repair_numbers([first, second])) == ["I", "1.", "2.", "3.", "II", "1", "2.", "III"]


def test_a_gap_that_was_read_for_certain_stays() -> None:
    table = _numbered([("I", 0.9, True), ("1.", 0.96, False), ("4.", 0.96, False)])

    assert _firsts(repair_numbers([table])) == ["I", "1.", "4."]


def test_a_first_column_of_words_stays() -> None:
    table = Table(1, 2, 2, (TableCell(0, 0, "ll"), TableCell(1, 0, "Program kerja")))

    assert _firsts(repair_numbers([table])) == ["ll", "Program kerja"]


@pytest.mark.parametrize(
    ("text", "is_good"),
    [
        (
            "Menimbang bahwa dalam rangka pelaksanaan pembangunan zona integritas perlu menetapkan rencana",
            True,
        ),
        ("(cid:12)(cid:33)(cid:54) (cid:12)(cid:3)(cid:18)", False),
        ("Mrnzrnbtrg bthwt dlm rtngkt pclkstntn pmbngntn zn ntgrts prl mnttpkn rncn", False),
        ("\ufffd\ufffd\ufffd pelaksanaan \ufffd\ufffd", False),
        ("", False),
        ("12 2025 4", True),
    ],
)
def test_it_judges_a_text_layer(text: str, is_good: bool) -> None:
    assert is_good_text_layer(text.split()) is is_good

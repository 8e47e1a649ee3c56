"""Finding a row in the text that it was read from."""

from __future__ import annotations

from zonakita.modules.document_intake.decrees.proposal import Cell, PlanRow
from zonakita.modules.document_intake.rules.origin import LINES_AROUND, lines_around

ROW = PlanRow(
    indicator=Cell("Telah menetapkan agen perubahan"),
    action=Cell("Menetapkan SK Tim Agen Perubahan."),
    evidence=Cell("SK"),
)


def test_it_marks_the_table_row_with_some_lines_around() -> None:
    lines = [f"baris lain nomor {number}" for number in range(100)]
    lines[60] = "4 | Telah menetapkan agen perubahan | Menetapkan SK Tim Agen Perubahan. | SK"

    found = lines_around(lines, ROW)

    assert [line.text for line in found if line.is_marked] == [lines[60]]
    assert len(found) == 2 * LINES_AROUND + 1


def test_it_marks_cells_that_stand_below_each_other() -> None:
    lines = ["Judul", "Telah menetapkan agen perubahan", "Menetapkan SK Tim Agen Perubahan.", "SK", "Penutup"]

    assert [line.is_marked for line in lines_around(lines, ROW)] == [False, True, True, False, False]


def test_it_prefers_the_place_that_holds_more_of_the_row() -> None:
    alone = "Menetapkan SK Tim Agen Perubahan."
    whole = "Telah menetapkan agen perubahan | Menetapkan SK Tim Agen Perubahan."
    lines = [alone, *["lain"] * 50, whole]

    assert [line.text for line in lines_around(lines, ROW) if line.is_marked] == [whole]


def test_it_shows_the_beginning_when_nothing_fits() -> None:
    lines = [f"baris {number}" for number in range(40)]

    found = lines_around(lines, ROW)

    assert found[0].text == "baris 0"
    assert not any(line.is_marked for line in found)
    assert lines_around([], ROW) == []


def test_it_marks_all_pieces_of_a_cell_and_no_neighbour_that_shares_a_date() -> None:
    row = PlanRow(
        action=Cell("Menetapkan SK Tim Agen Perubahan pada awal tahun anggaran"), target=Cell("Oktober 2025")
    )
    lines = [
        "Menetapkan SK Tim Agen",
        "Perubahan pada awal tahun anggaran",
        "Oktober 2025",
        "Lain",
        "Oktober 2025",
    ]

    assert [line.is_marked for line in lines_around(lines, row)] == [True, True, True, False, False]

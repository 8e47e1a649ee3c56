"""What spreadsheets bring along: hidden rows and columns, signatures below the table, CSV."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from zonakita.modules.document_intake.decrees.proposal import DecreeProposal
from zonakita.modules.document_intake.decrees.reading import read_decree

_HEAD = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU")
_ROWS = (
    ("I", "MANAJEMEN PERUBAHAN", "", "", "", ""),
    ("1", "Tim Kerja", "Tim dibentuk", "Menyusun SK, lalu\nmenetapkannya", "SK tim", "Januari 2026"),
    ("", "", "Tim bekerja", "Rapat; evaluasi", "Notulen", "Maret 2026"),
    ("2", "Evaluasi", "Evaluasi terlaksana", "Menilai capaian", "Laporan", "Juni 2026"),
)


def _actions(proposal: DecreeProposal) -> list[str]:
    return [row.action.text for area in proposal.areas for part in area.components for row in part.rows]


@pytest.mark.parametrize(("delimiter", "encoding"), [(";", "utf-8-sig"), (",", "cp1252")])
def test_it_reads_a_csv_file(delimiter: str, encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    with file.open("w", newline="", encoding=encoding) as stream:
        records = csv.writer(stream, delimiter=delimiter)
        records.writerows([("RENCANA AKSI ZONA INTEGRITAS TAHUN 2026", *[""] * 5), [""] * 6, _HEAD, *_ROWS])
    proposal = read_decree(file)
    assert _actions(proposal) == ["Menyusun SK, lalu menetapkannya", "Rapat; evaluasi", "Menilai capaian"]
    assert (proposal.areas[0].title, proposal.plan_year) == ("MANAJEMEN PERUBAHAN", 2026)


def test_prose_with_commas_is_no_csv(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    prose = "Kepada Ketua, Sekretaris, Kepala Bagian, dan seluruh pegawai\n" * 5
    lines = "\n".join("\t".join(row).replace("lalu\n", "lalu ") for row in (_HEAD, *_ROWS))
    file.write_text(f"{prose}\n{lines}\n", encoding="utf-8")
    assert len(_actions(read_decree(file))) == 3


def test_hidden_rows_and_columns_are_not_read_but_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (_HEAD, *_ROWS, ("3", "Lama", "Lama", "Baris lama", "Lama", "Mei 2026")):
        sheet.append([row[0], "arsip", *row[1:]])
    sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions["B"].hidden = True
    book.save(tmp_path / "plan.xlsx")
    proposal = read_decree(tmp_path / "plan.xlsx")
    assert len(_actions(proposal)) == 3
    assert any("tersembunyi" in warning for warning in proposal.warnings)


def test_signatures_below_the_table_are_no_part_of_its_last_row(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        _HEAD,
        *_ROWS,
        [""],
        ("", "Mengetahui,", "", "", "", "Kepala Dinas,"),
        [""],
        ("", "TOKOH A", "", "", "", "TOKOH B"),
    ):
        sheet.append(list(row))
    book.save(tmp_path / "plan.xlsx")
    last = read_decree(tmp_path / "plan.xlsx").areas[-1].components[-1]
    assert (last.title, last.rows[-1].target.text) == ("Evaluasi", "Juni 2026")

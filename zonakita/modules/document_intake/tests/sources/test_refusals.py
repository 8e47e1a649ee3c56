"""What cannot be read is refused with one sentence that says what to do."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest

from zonakita.modules.document_intake.decrees.reading import read_decree
from zonakita.modules.document_intake.sources.errors import UnreadableFile
from zonakita.modules.document_intake.tests.scans.scoring import SAMPLES


def _cut(name: str) -> Callable[[Path], object]:
    return lambda path: path.write_bytes((SAMPLES / name).read_bytes()[:9000])


def _archive(member: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(member, "<a/>")

    return write


def _team_decree(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("KEPUTUSAN KEPALA DINAS TENTANG TIM KERJA")
    table = document.add_table(3, 3)
    for row, texts in enumerate(
        (("NO", "NAMA", "JABATAN"), ("1", "Contoh Satu", "Ketua"), ("2", "Contoh Dua", "Anggota"))
    ):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    document.save(str(path))


def _blank_page(path: Path) -> None:
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(500, 500)
    pdf.save(str(path))
    pdf.close()


@pytest.mark.parametrize(
    ("code", "write"),
    [
        ("empty-file", lambda path: path.write_bytes(b"")),
        ("truncated", _cut("zi-provinsi-jambi-2025.pdf")),
        ("truncated", _cut("zi-tanjung-jabung-barat-2025.docx")),
        ("truncated", lambda path: path.write_bytes(b"%PDF-1.4\n" + b"garbage" * 100)),
        ("truncated", _archive("word/document.xml")),
        ("truncated", _archive("xl/workbook.xml")),
        ("unsupported-archive", _archive("content.xml")),
        ("html", lambda path: path.write_text("<!DOCTYPE html><html><body>404</body></html>")),
        ("unknown-format", lambda path: path.write_bytes(bytes(range(256)) * 20)),
        ("empty-document", lambda path: docx.Document().save(str(path))),
        ("empty-document", lambda path: openpyxl.Workbook().save(path)),
        ("empty-document", _blank_page),
        ("no-plan-table", _team_decree),
        ("no-plan-table", lambda path: path.write_text("Surat biasa tanpa tabel apa pun.\n")),
    ],
)
def test_it_refuses(code: str, write: Callable[[Path], object], tmp_path: Path) -> None:
    file = tmp_path / "berkas.pdf"
    write(file)
    with pytest.raises(UnreadableFile) as refusal:
        read_decree(file)
    assert refusal.value.code == code
    assert refusal.value.message.endswith(".")
    assert "\n" not in refusal.value.message


def test_it_refuses_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_decree(tmp_path / "hilang.pdf")
    assert refusal.value.code == "missing-file"


def test_the_content_decides_about_the_reader_not_the_name(tmp_path: Path) -> None:
    file = tmp_path / "rencana.pdf"
    file.write_bytes((SAMPLES / "zi-tanjung-jabung-barat-2025.docx").read_bytes())
    assert read_decree(file).source_format == "docx"

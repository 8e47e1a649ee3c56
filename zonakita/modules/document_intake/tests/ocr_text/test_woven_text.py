"""Text whose columns OCR wove together becomes a table again, as far as it allows."""

from __future__ import annotations

from pathlib import Path

import pytest

from zonakita.modules.document_intake.decrees.reading import read_decree
from zonakita.modules.document_intake.sources.document import Table
from zonakita.modules.document_intake.sources.ocr_text.cells import TextLine
from zonakita.modules.document_intake.sources.ocr_text.columns import columns_in, is_heading_line
from zonakita.modules.document_intake.sources.ocr_text.phrases import (
    Phrases,
    Titles,
    field_texts,
    field_titles,
    unit_in,
)
from zonakita.modules.document_intake.sources.ocr_text.reading import (
    find_woven_columns,
    read_woven_text,
    with_narrow,
)
from zonakita.modules.document_intake.sources.ocr_text.tokens import is_footer, tokens_of
from zonakita.modules.document_intake.sources.ocr_text.weaving import Weaver
from zonakita.modules.document_intake.sources.ocr_text.weighing import Weighing, learned_weights
from zonakita.modules.document_intake.tests.ocr_text.weaving_samples import Woven, woven_rb, woven_zi
from zonakita.modules.document_intake.tests.scans.scoring import GOLD, SEEDS, scores_of

WOVEN = """\
KEPUTUSAN KPU KABUPATEN CONTOH

NO KOMPONEN INDIKATOR LANGKAH AKSI BUKTI FISIK TARGET WAKTU
1 2 3 4 5 6
I MANAJEMEN PERUBAHAN
1 |Tim Kerja |Menerbitkan SK Tim Kerja |Mengevaluasi Tim Kerja |SK Tim Kerja | Februari
2 |Dokumen Rencana |Dokumen Rencana Aksi telah |Penyusunan dokumen |Dokumen rencana aksi | Maret, Juni
Aksi disusun rencana aksi dan notulen rapat
jdih.kpu.go.id/contoh
"""


def _rows(text: str) -> list[list[str]]:
    (table,) = (block for block in read_woven_text([text]) if isinstance(block, Table))
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell.text.replace("\n", " "))
    return list(rows.values())


def test_it_takes_columns_apart() -> None:
    rows = _rows(WOVEN)

    assert rows[0] == ["NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU"]
    assert rows[1] == ["I", "MANAJEMEN PERUBAHAN"]
    assert rows[2] == [
        "1",
        "Tim Kerja",
        "Menerbitkan SK Tim Kerja",
        "Mengevaluasi Tim Kerja",
        "SK Tim Kerja",
        "Februari",
    ]
    assert [row[1] for row in rows[2:]] == ["Tim Kerja", "Dokumen Rencana Aksi"]
    assert [row[5] for row in rows[2:]] == ["Februari", "Maret, Juni"]


def test_every_cell_asks_to_be_looked_at() -> None:
    (table,) = (block for block in read_woven_text([WOVEN]) if isinstance(block, Table))

    assert all(cell.confidence < 0.7 for cell in table.cells if cell.row > 0)


def test_text_without_a_heading_is_no_table() -> None:
    assert find_woven_columns(["Menimbang bahwa rencana aksi", "Komponen dan indikator ditetapkan"]) == []
    with pytest.raises(ValueError):
        read_woven_text(["Tidak ada tabel di sini."])


@pytest.mark.parametrize(
    ("line", "headings"),
    [
        (
            "NO. KEGIATAN SUB KEGIATAN INDIKATOR KEBERHASILAN KET",
            ["NO", "KEGIATAN", "SUB KEGIATAN", "INDIKATOR KEBERHASILAN"],
        ),
        ("NO | PROGRAM | OUTPUT | WAKTU PELAKSANAAN", ["NO", "PROGRAM", "OUTPUT", "WAKTU PELAKSANAAN"]),
        ("Indikator kinerja dan langkah aksi", []),
    ],
)
def test_it_knows_headings(line: str, headings: list[str]) -> None:
    assert [column.heading for column in columns_in(line)] == headings


def test_it_knows_repeated_headings_and_numbers_of_columns() -> None:
    columns = columns_in("NO KOMPONEN INDIKATOR LANGKAH AKSI BUKTI FISIK TARGET WAKTU")

    assert is_heading_line("1 2 3 4 5 6", columns)
    assert is_heading_line(
        "Jan | Feb | Maret| April | Mei | Juni [ Juli | Agt | Sept | okt | Nov | Des", columns
    )
    assert not is_heading_line("1 Tim Kerja", columns)


def test_it_sees_traces_of_ruled_lines() -> None:
    def marked(line: str) -> list[str]:
        return [("|" if token.after_bar else "") + token.text for token in tokens_of(line)]

    assert marked("2  |Penataan [Harmonisasi") == ["2", "|Penataan", "|Harmonisasi"]
    assert marked("dan/atau(- Jumlah") == ["dan/atau", "|-", "Jumlah"]
    assert marked("b. [Sosialisasi road") == ["|b.", "Sosialisasi", "road"]
    assert marked("Hub (SPBE) telah") == ["Hub", "(SPBE)", "telah"]


@pytest.mark.parametrize("line", ["jdih.kpu.go.id/jambi", "idih.kpu.go.id/contoh", "-11 -", "- 13 -"])
def test_it_knows_the_foot_of_a_page(line: str) -> None:
    assert is_footer(line)


def test_it_finds_whose_plan_it_is() -> None:
    assert unit_in("KPU KABUPATEN CONTOH TAHUN 2025 di Kabupaten Contoh TENTANG") == "Kabupaten Contoh"
    assert unit_in("tanpa nama") == ""


def _share_right(woven: Woven) -> float:
    marks = sum(any(token.is_list_mark for token in line.tokens) for line in woven.lines)
    weighing = Weighing(
        woven.columns,
        Phrases(field_texts("")),
        woven.widths,
        marks >= 0.1 * len(woven.lines),
        learned_weights(),
        Titles(field_titles()),
    )
    found = Weaver(weighing).unweave(woven.lines)
    told = [{(run.column, run.text) for run in runs} for runs in woven.truth]
    right = sum(
        len(one & {(run.column, run.text) for run in two}) for one, two in zip(told, found, strict=True)
    )
    return right / sum(map(len, told))


@pytest.mark.slow
@pytest.mark.parametrize("seed", [901, 902])
def test_it_undoes_what_it_was_not_taught(seed: int) -> None:
    plan = GOLD / "zi-provinsi-jambi-2026.json"

    shares = [_share_right(woven) for woven in woven_zi(plan, seed)]

    assert sum(shares) / len(shares) >= 0.92
    assert _share_right(woven_rb(plan, seed)) >= 0.93


@pytest.mark.slow
def test_it_reads_the_woven_plan_of_zi(tmp_path: Path) -> None:
    proposal = read_decree(SEEDS / "zi-provinsi-jambi-2026-ocr.txt")

    scores = scores_of(proposal, "zi-provinsi-jambi-2026.json", tmp_path)
    assert any("OCR" in warning for warning in proposal.warnings)
    assert scores["rows_recall"] >= 0.95
    assert scores["rows_precision"] >= 0.93
    assert scores["placed"] >= 0.92
    assert scores["cells"] >= 0.97
    assert scores["months"] >= 0.98


@pytest.mark.slow
def test_it_reads_the_woven_plan_of_rb(tmp_path: Path) -> None:
    scores = scores_of(
        read_decree(SEEDS / "rb-provinsi-jambi-2026-ocr.txt"), "rb-provinsi-jambi-2026.json", tmp_path
    )

    assert scores["rows_recall"] >= 0.92
    assert scores["rows_precision"] >= 0.93
    assert scores["placed"] >= 0.97
    assert scores["cells"] >= 0.96


def test_a_bracket_may_be_a_ruled_line() -> None:
    assert [token.after_maybe for token in tokens_of("Tata (Prosedur Operasional")] == [False, True, False]
    assert not any(token.after_maybe for token in tokens_of("Hub (Prosedur Operasional) telah"))
    assert not any(token.after_maybe for token in tokens_of("(Whistleblowing"))


def test_it_knows_titles_but_for_a_misread_letter() -> None:
    titles = Titles(["Penanganan Benturan Kepentingan"])

    assert titles.has("PENANGANAN BENTURAN Kepentlngan")
    assert not titles.has("Penanganan Benturan")
    assert not titles.has("")


def test_blocks_of_short_lines_are_narrow() -> None:
    long, short = tokens_of("kata " * 14), tokens_of("dua kata")
    lines = [TextLine(tuple(long)), TextLine(tuple(short)), TextLine(tuple(short), after_gap=True)]
    lines += [TextLine(tuple(long), after_gap=True)] * 5

    assert [line.narrow for line in with_narrow(lines)] == [False, False, True, *[False] * 5]

"""From tables to a plan: cut rows, unclear columns, kinds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from zonakita.modules.document_intake.decrees.building import build_proposal
from zonakita.modules.document_intake.decrees.encoding import proposal_from_dict, proposal_to_dict
from zonakita.modules.document_intake.decrees.proposal import DecreeProposal, PlanRow
from zonakita.modules.document_intake.sources.document import PageInfo
from zonakita.modules.document_intake.tests.decrees.builders import ZI_HEAD, document, table

_FIRST = ("1.", "Tim Kerja", "Tim telah dibentuk", "Menyusun SK tim", "SK tim", "Januari 2026")


def _rows(proposal: DecreeProposal) -> list[PlanRow]:
    return [row for area in proposal.areas for component in area.components for row in component.rows]


def _over_a_page(last: tuple[str, ...], top: tuple[str, ...]) -> list[PlanRow]:
    first = table(ZI_HEAD, ("I", "MANAJEMEN PERUBAHAN", "", "", "", ""), _FIRST, last)
    return _rows(build_proposal(document(first, table(ZI_HEAD, top, page=2))))


@pytest.mark.parametrize(
    ("last", "top", "joined"),
    [
        (
            ("", "", "Data dimutakhirkan secara", "Memutakhirkan data", "Laporan", "April 2026"),
            ("", "", "berkala", "", "", ""),
            "Data dimutakhirkan secara berkala",
        ),
        (
            ("", "", "Hasil evaluasi telah", "Menindaklanjuti hasil", "Laporan", "Maret, Juni 2026"),
            ("", "", "ditindaklanjuti", "", "", ""),
            "Hasil evaluasi telah ditindaklanjuti",
        ),
        (
            ("", "", "Pegawai mendapat", "1) Mendata pegawai;", "Daftar", "Maret,"),
            ("", "", "Penghargaan", "2) Menetapkan pegawai", "dan SK", "Juni 2026"),
            "Pegawai mendapat Penghargaan",
        ),
    ],
)
def test_a_row_cut_by_the_page_is_one_row(last: tuple[str, ...], top: tuple[str, ...], joined: str) -> None:
    rows = _over_a_page(last, top)
    assert [row.indicator.text for row in rows] == ["Tim telah dibentuk", joined]


@pytest.mark.parametrize(
    "top",
    [
        ("", "", "Terdapat agen perubahan", "Menetapkan agen", "SK agen", "Mei 2026"),
        ("2.", "Rencana", "dokumen tersedia", "menyusun", "dokumen", "Mei 2026"),
        ("", "", "Pimpinan memberi teladan", "1) Mengisi daftar hadir; 2) Apel", "Daftar hadir", "Juni 2026"),
    ],
)
def test_a_new_row_at_the_top_of_a_page_stays_a_row(top: tuple[str, ...]) -> None:
    last = ("", "", "Rapat dilaksanakan", "1) Mengundang; 2) Rapat", "Notulen", "April 2026")
    assert len(_over_a_page(last, top)) == 3


def test_a_page_without_heading_goes_on_with_the_columns() -> None:
    first = table(ZI_HEAD, _FIRST)
    second = table(("2.", "Rencana", "Dokumen tersedia", "Menyusun", "Dokumen", "Mei 2026"), page=2)
    assert [row.months for row in _rows(build_proposal(document(first, second)))] == [(1,), (5,)]


_ODD_HEAD = ("NO", "KOMPONEN", "LANGKAH AKSI", "XYZQ", "TARGET WAKTU")
_ODD = ("1", "Tim Kerja", "Menyusun SK tim", "merah jambu", "Januari 2026")


def test_an_unclear_column_becomes_a_question_and_keeps_its_text() -> None:
    proposal = build_proposal(document(table(_ODD_HEAD, _ODD)))
    (question,) = proposal.questions
    assert (question.fingerprint, question.samples) == ("xyzq", ("merah jambu",))
    assert _rows(proposal)[0].extra[0][1].text == "merah jambu"


def test_an_answer_to_a_question_decides_about_the_column() -> None:
    proposal = build_proposal(document(table(_ODD_HEAD, _ODD)), column_mapping={"xyzq": "evidence"})
    assert proposal.questions == ()
    assert _rows(proposal)[0].evidence.text == "merah jambu"


def test_a_target_column_is_known_by_its_content() -> None:
    head = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "TARGET", "TARGET")
    row = ("1", "Tim Kerja", "Tim dibentuk", "Menyusun SK", "1 dokumen", "Januari 2026")
    (read,) = _rows(build_proposal(document(table(head, row))))
    assert (read.target.text, read.months) == ("Januari 2026", (1,))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS TAHUN 2026", "ZI"),
        ("RENCANA KERJA REFORMASI BIROKRASI TAHUN 2026", "RB"),
        (
            "RENCANA AKSI ZONA INTEGRITAS KEMENTERIAN PENDAYAGUNAAN APARATUR NEGARA DAN REFORMASI BIROKRASI",
            "ZI",
        ),
    ],
)
def test_the_title_above_the_table_tells_the_kind(title: str, kind: str) -> None:
    assert build_proposal(document(title, table(ZI_HEAD, _FIRST))).kind == kind


def test_a_missing_cell_costs_no_row_and_a_missing_area_is_told() -> None:
    proposal = build_proposal(document(table(ZI_HEAD, _FIRST)))
    assert len(_rows(proposal)) == 1
    assert any("area" in warning for warning in proposal.warnings)


def _told(*rows: Sequence[str], above: str = "") -> list[tuple[str, str, str, tuple[int, ...]]]:
    proposal = build_proposal(document(above or "RENCANA AKSI ZONA INTEGRITAS TAHUN 2026", table(*rows)))
    return [
        (area.title, component.title, row.action.text, row.months)
        for area in proposal.areas
        for component in area.components
        for row in component.rows
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Area Perubahan 1 \u2013 Manajemen Perubahan",
        "AREA I: Manajemen Perubahan",
        "AREA A. Manajemen Perubahan",
        "Pokja I Manajemen Perubahan",
        "I. Manajemen Perubahan",
    ],
)
def test_the_label_of_an_area_is_no_part_of_its_title(title: str) -> None:
    rows = _told(ZI_HEAD, ("", title), ("1", "Tim", "Ada", "Menyusun", "SK", "Mei 2026"))
    assert rows == [("Manajemen Perubahan", "Tim", "Menyusun", (5,))]


def test_an_area_inside_the_table_may_stand_above_the_heading() -> None:
    row = ("1", "Tim", "Ada", "Menyusun", "SK", "Mei 2026")
    first = table(("II. PENATAAN TATA LAKSANA",), ZI_HEAD, row)
    second = table(("III. PENGUATAN PENGAWASAN",), ZI_HEAD, row)
    areas = build_proposal(document("RENCANA AKSI ZONA INTEGRITAS", first, second)).areas
    assert [(area.number, area.title) for area in areas] == [
        ("II", "PENATAAN TATA LAKSANA"),
        ("III", "PENGUATAN PENGAWASAN"),
    ]


@pytest.mark.parametrize("heads", [("Mulai", "Selesai"), ("Tanggal Awal", "Tanggal Akhir")])
def test_a_beginning_and_an_end_are_one_time(heads: tuple[str, str]) -> None:
    rows = _told(
        ("No", "Komponen", "Indikator", "Rencana Aksi", "Data Dukung", *heads),
        ("1", "Tim", "Ada", "Menyusun", "SK", "2 Februari 2026", "30 April 2026"),
        ("2", "Evaluasi", "Ada", "Meninjau", "Laporan", "1 Mei 2026", "20 Mei 2026"),
    )
    assert [row[3] for row in rows] == [(2, 3, 4), (5,)]


def test_a_title_numbered_otherwise_than_the_rows_is_a_component() -> None:
    blank = ("", "", "", "")
    rows = _told(
        ("No", "Komponen/Indikator", "Rencana Aksi", "Bukti", "Waktu", "PIC"),
        ("I", "Manajemen Perubahan", *blank),
        ("1", "Tim Kerja", *blank),
        ("a", "Ada tim", "Menyusun", "SK", "Mei 2026", "Ketua"),
        ("b", "Ada rencana", "Meninjau", "Laporan", "Juni 2026", "Ketua"),
        ("2", "Evaluasi", *blank),
        ("a", "Ada evaluasi", "Menilai", "Laporan", "Juli 2026", "Ketua"),
    )
    assert [row[:3] for row in rows] == [
        ("Manajemen Perubahan", "Tim Kerja", "Menyusun"),
        ("Manajemen Perubahan", "Tim Kerja", "Meninjau"),
        ("Manajemen Perubahan", "Evaluasi", "Menilai"),
    ]


def test_quarters_with_a_cut_word_are_quarters() -> None:
    rows = _told(
        (
            "No",
            "Komponen",
            "Indikator",
            "Rencana Aksi",
            "Triwul an I",
            "Triwula n II",
            "Triwulan III",
            "TW IV",
        ),
        ("1", "Tim", "Ada", "Menyusun", "", "25%", "", "1 dokumen"),
    )
    assert [row[3] for row in rows] == [(6, 12)]


def test_notes_of_electronic_signatures_do_not_part_a_table() -> None:
    note = (
        "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik"
        " yang diterbitkan oleh Balai Besar Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara"
    )
    first = table(ZI_HEAD, ("1", "Tim", "Ada", "Menyusun", "SK", "Mei 2026"))
    second = table(("2", "Evaluasi", "Ada", "Menilai", "Laporan", "Juni 2026"), page=2)
    proposal = build_proposal(document("RENCANA AKSI", first, note, second))
    assert sum(len(component.rows) for area in proposal.areas for component in area.components) == 2


def test_signatures_side_by_side_are_read_one_after_the_other() -> None:
    signatures = table(
        ("Salinan sesuai dengan aslinya", "Ditetapkan di Muara Biru"),
        ("SEKRETARIS,", "pada tanggal 5 Januari 2026"),
        ("", "KEPALA DINAS KESEHATAN,"),
        ("TOKOH PENYALIN, S.H.", "ttd."),
        ("NIP. 1", "dr. TOKOH CONTOH, M.Kes"),
    )
    plan = table(ZI_HEAD, ("1", "Tim", "Ada", "Menyusun", "SK", "Mei 2026"))
    head = build_proposal(document("RENCANA AKSI", plan, signatures)).head
    assert (head.signatory, head.signatory_role) == ("dr. TOKOH CONTOH, M.Kes", "KEPALA DINAS KESEHATAN")


def test_a_proposal_knows_how_large_the_pages_are() -> None:
    pages = (PageInfo(1, 595, 842), PageInfo(2, 842, 595))
    read = build_proposal(replace(document(table(ZI_HEAD, _FIRST)), pages=pages))
    assert read.page_sizes == ((595, 842), (842, 595))
    assert proposal_from_dict(proposal_to_dict(read)) == read

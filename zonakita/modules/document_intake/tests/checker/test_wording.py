"""Rules about words and sentences."""

from __future__ import annotations

import pytest

from zonakita.modules.document_intake.tests.checker.builders import found, plan, row


@pytest.mark.parametrize(
    ("indicator", "is_found"),
    [
        ("Monitoring terhadap terhadap kebijakan", True),
        ("Standar pelayanan standar pelayanan ada", True),
        ("- Telah dilakukan sosialisasi budaya - Dilakukan sosialisasi budaya", True),
        ("- Dilakukan sosialisasi - Dilakukan simulasi", False),
        ("Dokumen-dokumen yang sama sama baik", False),
        ("Undang-Undang dan masing-masing unit", False),
        ("1) SOP ada 2) SOP dievaluasi", False),
    ],
)
def test_it_finds_text_that_stands_twice_in_a_cell(indicator: str, is_found: bool) -> None:
    assert bool(found(plan(row(indicator)), "duplicate-text")) == is_found


def test_it_finds_two_rows_that_say_the_same() -> None:
    twice = [row("", f"{mark}. Implementasi SPBE telah terintegrasi") for mark in "ab"]
    findings = found(plan(*twice, kind="RB"), "duplicate-text")
    assert [finding.path for finding in findings] == [(0, 0, 1)]
    different = [
        row("", "a. Implementasi SPBE telah terintegrasi"),
        row("", "b. Evaluasi SPBE telah dilakukan"),
    ]
    assert not found(plan(*different, kind="RB"), "duplicate-text")


def test_it_finds_a_repeated_phrase_in_the_body_but_not_columns_run_together() -> None:
    assert found(plan(body="bahwa dalam rangka rangka pembangunan"), "duplicate-text")
    noise = "\n".join(f"kolom{letter} kolom{letter} isi" for letter in "abcdefgh")
    assert not found(plan(body=noise), "duplicate-text")


@pytest.mark.parametrize(
    ("text", "replacement"),
    [
        ("Menyusun LAKIP 2024", "LKjIP"),
        ("Pelaksanaan PMPRB oleh asesor", "evaluasi internal"),
        ("Pelaporan LHKASN", "LHKAN"),
        ("Menyelenggarakan Forum Komunikasi Publik", "Forum Konsultasi Publik"),
        ("terintegrasi dengan SPAN-LAPOR", "SP4N-LAPOR!"),
        ("pengelola SP4AN LAPOR", "SP4N-LAPOR!"),
    ],
)
def test_it_finds_superseded_terms(text: str, replacement: str) -> None:
    findings = found(plan(row("Indikator", text)), "outdated-term")
    assert len(findings) == 1
    assert replacement in findings[0].message


@pytest.mark.parametrize(
    "text", ["Menyusun LKjIP", "SP4N-LAPOR! terhubung", "SP4N LAPOR", "Forum Konsultasi Publik"]
)
def test_it_accepts_current_terms(text: str) -> None:
    assert not found(plan(row("Indikator", text)), "outdated-term")


def test_it_reports_a_term_once_with_all_its_places() -> None:
    findings = found(plan(row("A", "LAKIP"), row("B", "LAKIP"), body="LAKIP disusun"), "outdated-term")
    assert len(findings) == 1
    assert "VI.1, baris 1; VI.1, baris 2; uraian keputusan" in findings[0].message


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Pengendalian Gratifikasi mensosialisasikan", True),
        ("Pengendalian Gratifikasi", False),
        ("Menetapkan", False),
        ("Standar Pelayanan", False),
        ("Penerapan Aplikasi Mandiri", False),
    ],
)
def test_it_finds_labels_with_a_word_of_the_indicator(title: str, is_found: bool) -> None:
    assert bool(found(plan(row("A"), component=title), "label-mixed")) == is_found


@pytest.mark.parametrize(
    ("sentence", "is_found"),
    [
        ("hal ini dibuktikan selama Pemilu 2024 Contoh yang melakukan pelanggaran kode etik;", True),
        ("hal ini dibuktikan selama Pemilu 2024 tidak ada yang melakukan pelanggaran kode etik;", False),
        ("Pegawai yang melakukan pelanggaran dikenai sanksi.", False),
        ("Hal ini menunjukkan pencegahan agar terjadi korupsi berhasil.", False),
    ],
)
def test_it_finds_sentences_that_say_the_contrary(sentence: str, is_found: bool) -> None:
    assert bool(found(plan(body=f"Menjaga kode etik, {sentence}"), "contrary-sense")) == is_found

"""Rules that compare the cells of rows."""

from __future__ import annotations

import pytest

from zonakita.modules.document_intake.tests.checker.builders import found, plan, row


def test_it_finds_one_action_for_several_indicators() -> None:
    proposal = plan(
        row("Laporan kinerja tepat waktu", "Menyusun LAKIP 2024"),
        row("Laporan memberi informasi", "menyusun LAKIP 2024."),
        row("Indikator SMART", "Menyusun IKU"),
    )
    findings = found(proposal, "same-action")
    assert [finding.path for finding in findings] == [(0, 0, 0)]
    assert "VI.1, baris 2" in findings[0].message


def test_it_accepts_actions_that_differ_in_a_number() -> None:
    proposal = plan(row("Semester pertama", "Rapat semester I"), row("Semester kedua", "Rapat semester II"))
    assert not found(proposal, "same-action")


def test_it_accepts_one_action_for_the_same_indicator() -> None:
    assert not found(plan(row("Rapat", "Rapat monev"), row("Rapat", "Rapat monev")), "same-action")


def test_it_finds_one_piece_of_evidence_for_several_indicators() -> None:
    proposal = plan(
        row("Public campaign dilakukan", "Memasang poster", "SK UPG, Spanduk dan Foto"),
        row("Gratifikasi dikendalikan", "Membuat tim", "SK UPG, spanduk dan foto"),
    )
    assert len(found(proposal, "same-evidence")) == 1


def test_it_accepts_the_same_general_word_as_evidence() -> None:
    proposal = plan(
        row("Rapat dilakukan", "Rapat", "Dokumentasi"), row("Diklat diikuti", "Diklat", "Dokumentasi")
    )
    assert not found(proposal, "same-evidence")


@pytest.mark.parametrize(
    ("indicator", "action", "evidence", "is_found"),
    [
        ("Terdapat upaya peningkatan kapasitas SDM", "Menyusun LAKIP 2024", "Draft LAKIP", True),
        ("Terdapat upaya peningkatan kapasitas SDM", "Mengikuti bimtek penyusunan LKjIP", "Undangan", False),
        ("Menetapkan kebijakan pola rotasi internal", "Melaksanakan rotasi internal", "SK mutasi", True),
        ("Menetapkan kebijakan pola rotasi internal", "Rapat rotasi", "Keputusan tentang pola rotasi", False),
        ("Telah dilakukan evaluasi atas WBS", "Memasang spanduk", "Spanduk", True),
        ("Telah dilakukan evaluasi atas WBS", "Rapat evaluasi", "Laporan", False),
        ("Hasil evaluasi telah ditindaklanjuti", "Menindaklanjuti rekomendasi", "Tabel", False),
        ("Hasil evaluasi telah ditindaklanjuti", "Menyusun jadwal", "Jadwal", True),
        ("Kebijakan telah disosialisasikan", "Sosialisasi", "Foto", False),
        ("Dilakukan survei masyarakat", "Menyusun laporan tahunan", "Laporan tahunan", True),
        ("Terdapat inovasi pelayanan", "Membuat halaman hoaks", "Halaman", False),
        ("Terdapat upaya peningkatan kapasitas SDM", "", "", False),
    ],
)
def test_it_finds_actions_that_cannot_bring_about_the_indicator(
    indicator: str, action: str, evidence: str, is_found: bool
) -> None:
    assert bool(found(plan(row(indicator, action, evidence)), "evidence-mismatch")) == is_found

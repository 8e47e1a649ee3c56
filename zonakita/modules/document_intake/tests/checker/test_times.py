"""Rules about target times."""

from __future__ import annotations

from datetime import date

import pytest

from zonakita.modules.document_intake.tests.checker.builders import found, plan, row


@pytest.mark.parametrize(
    ("target", "day", "is_found"),
    [
        ("Januari 2025", date(2025, 10, 27), True),
        ("Oktober minggu ke-2 tahun 2025", date(2025, 10, 27), True),
        ("Oktober 2025", date(2025, 10, 27), False),
        ("Januari-Desember 2025", date(2025, 10, 27), False),
        ("Januari 2025", date(2025, 1, 31), False),
        ("Januari 2025", None, False),
        ("sesuai kebutuhan", date(2025, 10, 27), False),
    ],
)
def test_it_finds_targets_that_were_over_when_the_decree_was_signed(
    target: str, day: date | None, is_found: bool
) -> None:
    findings = found(plan(row("Standar ada", target=target), day=day), "target-before-decree")
    assert bool(findings) == is_found
    if is_found:
        assert findings[0].path == (0, 0, 0)
        assert findings[0].where == "VI.1, baris 1"
        assert target in findings[0].message


@pytest.mark.parametrize(("target", "is_found"), [("Juni 2022", True), ("Juni 2025", False), ("Juni", False)])
def test_it_finds_targets_of_another_year(target: str, is_found: bool) -> None:
    proposal = plan(row("Hasil evaluasi ditindaklanjuti", target=target), day=date(2025, 8, 1))
    assert bool(found(proposal, "target-wrong-year")) == is_found
    assert not (is_found and found(proposal, "target-before-decree"))


@pytest.mark.parametrize(
    ("target", "is_found"),
    [("Januari Desember 2025", True), ("Januari-Desember 2025", False), ("Mei, Juni", False)],
)
def test_it_finds_ranges_without_a_dash(target: str, is_found: bool) -> None:
    assert bool(found(plan(row("Kartu kendali", target=target)), "range-without-dash")) == is_found


@pytest.mark.parametrize(
    ("indicator", "evidence", "target", "is_found"),
    [
        ("Pemanfaatan IT telah dilakukan secara berkala", "Laporan", "April 2025", True),
        ("Evaluasi WBS dilakukan", "Laporan rekapitulasi setiap triwulan", "Juli", True),
        ("Data dimutakhirkan secara berkala", "Data nominatif per bulan", "Januari-Desember 2025", False),
        ("Evaluasi WBS dilakukan", "Laporan", "Juli", False),
        ("Daftar kenaikan gaji berkala tersedia", "Daftar", "Juli", False),
    ],
)
def test_it_finds_periodic_work_that_is_due_once(
    indicator: str, evidence: str, target: str, is_found: bool
) -> None:
    proposal = plan(row(indicator, "Melakukan pekerjaan", evidence, target))
    assert bool(found(proposal, "periodic-once")) == is_found


@pytest.mark.parametrize(
    ("targets", "is_found"),
    [
        (["April 2025"], True),
        (["Maret", "Juni dan September"], True),
        (["setiap triwulan"], False),
        ([], False),
    ],
)
def test_it_counts_the_surveys_of_a_year(targets: list[str], is_found: bool) -> None:
    surveys = [
        row("Dilakukan survei masyarakat terhadap pelayanan", "Melakukan survei", "Hasil", t) for t in targets
    ]
    follow_up = row(
        "Dilakukan tindak lanjut atas hasil survei kepuasan masyarakat", "Menindaklanjuti", "Tabel"
    )
    proposal = plan(*surveys, follow_up, component="Penilaian Kepuasan")
    assert bool(found(proposal, "survey-too-rare")) == is_found


@pytest.mark.parametrize(
    ("first", "first_target", "then", "then_target", "is_found"),
    [
        ("Evaluasi atas WBS sudah dilakukan", "Juli", "Hasil evaluasi atas WBS ditindaklanjuti", "Mei", True),
        ("Evaluasi atas WBS sudah dilakukan", "Mei", "Hasil evaluasi atas WBS ditindaklanjuti", "Mei", False),
        ("Terdapat kebijakan standar pelayanan", "Juni", "Standar pelayanan dimaklumkan", "Januari", True),
        (
            "Menetapkan kebijakan pola rotasi",
            "Desember",
            "Menerapkan pola rotasi",
            "Januari dan Desember",
            True,
        ),
        ("Menetapkan kebijakan pola rotasi", "Desember", "Menerapkan kode etik pegawai", "Januari", False),
        (
            "Evaluasi pengaduan masyarakat",
            "Juni",
            "Hasil penanganan pengaduan ditindaklanjuti",
            "Maret",
            False,
        ),
        ("Menetapkan kebijakan pola rotasi", "Juni", "Menerapkan pola rotasi", "Januari-Desember", False),
    ],
)
def test_it_finds_stages_in_the_wrong_order(
    first: str, first_target: str, then: str, then_target: str, is_found: bool
) -> None:
    findings = found(plan(row(first, target=first_target), row(then, target=then_target)), "follow-up-first")
    assert bool(findings) == is_found
    if is_found:
        assert findings[0].path == (0, 0, 1)

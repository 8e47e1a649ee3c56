"""The plan against the instrument and against the year before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from zonakita.modules.document_intake.tests.checker.builders import found, plan, row, transcribed

STANDARD = row(
    "Terdapat kebijakan standar pelayanan", "Menyusun standar pelayanan publik", "SK", "Januari 2025"
)
NOTICE = row("Standar pelayanan telah dimaklumkan", "Menyusun maklumat pelayanan", "Maklumat", "Maret 2025")
SURVEY = row(
    "Dilakukan survei kepuasan masyarakat", "Melakukan survei kepuasan", "Hasil survei", "April 2025"
)


def test_it_finds_sub_areas_without_a_row() -> None:
    findings = found(plan(STANDARD), "missing-against-instrument")
    texts = [finding.text for finding in findings]
    assert "A.I.4.i Keterlibatan Pimpinan" in texts
    assert "A.5 Penguatan Pengawasan" in texts
    assert not any("A.I.5" in text for text in texts)
    of_service = next(finding for finding in findings if finding.text.startswith("A.6"))
    assert "Pengelolaan Pengaduan" in of_service.message
    assert "Standar Pelayanan" not in of_service.message


def test_it_finds_only_the_truly_missing_sub_areas_of_a_real_plan() -> None:
    areas = transcribed("zi-provinsi-jambi-2025", kind="ZI", year=2025)
    findings = found(replace(plan(), areas=areas), "missing-against-instrument")
    assert [finding.text.split()[0] for finding in findings] == ["A.I.6.iii", "A.I.6.v", "Reform"]


def test_it_does_not_hold_a_plan_of_reform_against_the_instrument_of_integrity_zones() -> None:
    assert not found(plan(STANDARD, kind="RB"), "missing-against-instrument")
    assert not found(plan(STANDARD, kind="RB", area="Harmonisasi"), "area-name")


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Pembangunan unit kerja untuk memperoleh predikat menuju WBK/WBBM", True),
        ("PENINGKATAN KUALITAS PELAYANAN PUBLIK", False),
        ("Peningkatan kualitas pelayanan", False),
        ("PENATAAN TATA LAKSANA", False),
        ("", False),
    ],
)
def test_it_finds_areas_named_otherwise_and_names_the_right_one(title: str, is_found: bool) -> None:
    findings = found(plan(STANDARD, NOTICE, area=title), "area-name")
    assert bool(findings) == is_found
    if is_found:
        assert "“Peningkatan Kualitas Pelayanan Publik”" in findings[0].message
        assert findings[0].path == (0,)


def test_it_tells_what_changed_since_the_year_before() -> None:
    earlier = replace(plan(STANDARD, SURVEY), plan_year=2024)
    changed = row(
        "Terdapat kebijakan standar pelayanan", "Menyelenggarakan forum konsultasi", "SK", "Juni 2025"
    )
    findings = found(plan(changed, NOTICE), "year-over-year", earlier=earlier)
    messages = " ".join(finding.message for finding in findings)
    assert "1 baris baru dibanding rencana tahun 2024" in messages
    assert "1 baris berubah bunyi" in messages
    assert "1 baris berpindah waktu" in messages
    assert "1 baris dari rencana tahun 2024 tidak ada lagi" in messages


def test_it_says_nothing_of_changes_without_an_earlier_plan() -> None:
    assert not found(plan(STANDARD), "year-over-year")


def test_it_counts_how_much_of_a_plan_was_copied() -> None:
    findings = found(plan(STANDARD, NOTICE), "year-over-year", earlier=plan(STANDARD, NOTICE))
    assert [finding.text for finding in findings] == ["2 dari 2 baris"]

"""What a careful reviewer found in four real decrees, found by rule; and no flood beside it."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

import pytest

from zonakita.modules.document_intake.checker.checking import check_proposal
from zonakita.modules.document_intake.checker.finding import Finding
from zonakita.modules.document_intake.decrees.head import read_head
from zonakita.modules.document_intake.decrees.proposal import DecreeProposal, PlanArea, PlanComponent, PlanRow
from zonakita.modules.document_intake.decrees.reading import read_decree
from zonakita.modules.document_intake.sources.document import Paragraph
from zonakita.modules.document_intake.sources.plain_text import read_plain_text
from zonakita.modules.document_intake.tests.checker.builders import DATA, row, transcribed

SEEDS = DATA / "seeds"
PROVINCE_2025 = "zi-provinsi-jambi-2025"
REGENCY_2025 = "zi-tanjung-jabung-barat-2025"
PROVINCE_2026 = "zi-provinsi-jambi-2026-ocr"
REFORM_2026 = "rb-provinsi-jambi-2026-ocr"


@lru_cache(maxsize=1)
def proposals() -> dict[str, DecreeProposal]:
    """The two clean texts as read; the heads of the two scans with rows as a person transcribed them."""
    return {
        PROVINCE_2025: read_decree(SEEDS / f"{PROVINCE_2025}.txt"),
        REGENCY_2025: read_decree(SEEDS / f"{REGENCY_2025}.txt"),
        PROVINCE_2026: _scanned(PROVINCE_2026, "ZI", _rows_of_2026()),
        REFORM_2026: _scanned(
            REFORM_2026, "RB", transcribed("rb-provinsi-jambi-2026-months", kind="RB", year=2026)
        ),
    }


@lru_cache(maxsize=4)
def findings_in(name: str) -> tuple[Finding, ...]:
    return check_proposal(proposals()[name])


def _scanned(name: str, kind: str, areas: tuple[PlanArea, ...]) -> DecreeProposal:
    document = read_plain_text(SEEDS / f"{name}.txt")
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    before_table = [paragraph.text for paragraph in paragraphs]
    return DecreeProposal(
        head=read_head(paragraphs),
        kind="ZI" if kind == "ZI" else "RB",
        plan_year=2026,
        areas=areas,
        body_text="\n\n".join(before_table),
    )


def _rows_of_2026() -> tuple[PlanArea, ...]:
    """Some rows of the scanned plan of 2026, transcribed."""

    def component(number: str, title: str, *rows: PlanRow) -> PlanComponent:
        return PlanComponent(number, title, rows)

    culture = (
        "- Telah dilakukan sosialisasi/ pelatihan dalam upaya penerapan Budaya Pelayanan Prima"
        " - Dilakukan sosialisasi/ pelatihan dalam upaya penerapan Budaya Pelayanan Prima"
    )
    return (
        PlanArea(
            "I",
            "MANAJEMEN PERUBAHAN",
            (component("1", "Tim Kerja", _r("Menerbitkan SK Tim Kerja", "", "", "Februari")),),
        ),
        PlanArea(
            "III",
            "PENATAAN SISTEM MANAJEMEN SDM",
            (
                component(
                    "1",
                    "Pola Mutasi Internal",
                    _r(
                        "Menetapkan kebijakan pola rotasi internal",
                        "Melaksanaan rotasi internal",
                        "SK mutasi",
                        "Desember",
                    ),
                    _r(
                        "Menerapkan kebijakan pola rotasi internal",
                        "Melaksanaan pola rotasi",
                        "SK mutasi",
                        "Januari dan Desember",
                    ),
                ),
            ),
        ),
        PlanArea(
            "V",
            "PENGUATAN PENGAWASAN",
            (
                component(
                    "1",
                    "Whistle Blowing System",
                    _r(
                        "Evaluasi atas penerapan Whistle Blowing System sudah dilakukan",
                        "Berkoordinasi dengan Inspektur KPU untuk dilakukan evaluasi atas WBS",
                        "Laporan evaluasi dalam bentuk rekapitulasi setiap triwulan",
                        "Juli",
                    ),
                ),
            ),
        ),
        PlanArea(
            "VI",
            "PENINGKATAN KUALITAS PELAYANAN PUBLIK",
            (
                component(
                    "1",
                    "Standar Pelayanan",
                    _r(
                        "Terdapat kebijakan standar pelayanan",
                        "Menyelenggarakan Forum Komunikasi Publik (FKP)",
                        "Keputusan KPU Provinsi Jambi tentang Standar Pelayanan Publik",
                        "Juni",
                    ),
                    _r(
                        "Standar pelayanan telah dimaklumatkan",
                        "Menyusun maklumat pelayanan",
                        "Maklumat",
                        "Januari",
                    ),
                ),
                component(
                    "2", "Budaya pelayanan prima", _r(culture, "Sosialisasi", "undangan", "April s.d Mei")
                ),
            ),
        ),
    )


def _r(indicator: str, action: str, evidence: str, target: str) -> PlanRow:
    return row(indicator, action, evidence, f"{target} 2026")


@pytest.mark.parametrize(
    ("name", "code", "where", "text"),
    [
        (REGENCY_2025, "target-before-decree", "V.2, baris 2", "Januari 2025"),
        (PROVINCE_2026, "target-before-decree", "I.1, baris 1", "Februari 2026"),
        (PROVINCE_2025, "target-wrong-year", "V.4, baris 4", "Juni 2022"),
        (PROVINCE_2025, "range-without-dash", "V.2, baris 1", "Januari Desember 2025"),
        (PROVINCE_2025, "periodic-once", "II.2, baris 3", "secara berkala"),
        (PROVINCE_2026, "periodic-once", "V.1, baris 1", "setiap triwulan"),
        (PROVINCE_2025, "survey-too-rare", "VI.3, baris 1", "April 2025"),
        (PROVINCE_2025, "follow-up-first", "III.2, baris 2", "Menerapkan kebijakan pola rotasi"),
        (PROVINCE_2026, "follow-up-first", "III.1, baris 2", "Menerapkan kebijakan pola rotasi"),
        (PROVINCE_2026, "follow-up-first", "VI.1, baris 2", "dimaklumatkan"),
        (PROVINCE_2025, "same-action", "IV.2, baris 4", "Menyusun LAKIP 2024"),
        (
            PROVINCE_2025,
            "same-evidence",
            "V.1, baris 1",
            "SK Unit Pengendalian Gratifikasi, Spanduk dan Foto",
        ),
        (PROVINCE_2025, "evidence-mismatch", "IV.2, baris 6", "peningkatan kapasitas SDM"),
        (PROVINCE_2025, "duplicate-text", "III.2, baris 3", "terhadap terhadap"),
        (PROVINCE_2026, "duplicate-text", "VI.2, baris 1", "Budaya Pelayanan Prima"),
        (
            REFORM_2026,
            "duplicate-text",
            "4 Penguatan Sistem Pemerintahan Berbasis…, baris 2",
            "Implementasi SPBE",
        ),
        (PROVINCE_2025, "unbalanced", "V.5, baris 3", "(jika terdapat potensi"),
        (REFORM_2026, "empty-item", "5 Sistem Informasi Kepegawaian, baris 1", "c. sistem informasi"),
        (PROVINCE_2025, "revoked-regulation", "Mengingat", "Peraturan Pemerintah Nomor 53 Tahun 2010"),
        (PROVINCE_2025, "revoked-regulation", "Mengingat", "Nomor 26 Tahun 2020"),
        (PROVINCE_2025, "revoked-regulation", "Dasar Hukum", "Nomor 20 Tahun 2010"),
        (PROVINCE_2025, "revoked-regulation", "Menimbang", "Nomor 52 Tahun 2014"),
        (PROVINCE_2026, "expired-plan", "Dasar Hukum", "Nomor 3 Tahun 2023"),
        (REFORM_2026, "expired-plan", "Mengingat", "81 Tahun 2010"),
        (REGENCY_2025, "gazette-mismatch", "Mengingat", "Nomor 20 Tahun 2023"),
        (REFORM_2026, "gazette-mismatch", "Mengingat", "Nomor 59 Tahun 2024"),
        (PROVINCE_2026, "gazette-mismatch", "Dasar Hukum", "Nomor 5 Tahun 2024"),
        (PROVINCE_2026, "bad-number", "uraian keputusan", "Nomor S5 Tahun 2024"),
        (REGENCY_2025, "body-annex-differ", "Menimbang/Mengingat", "PermenPANRB 10/2019"),
        (PROVINCE_2025, "outdated-term", "IV.1, baris 2", "LAKIP"),
        (PROVINCE_2025, "outdated-term", "uraian keputusan", "LHKASN"),
        (PROVINCE_2026, "outdated-term", "VI.1, baris 1", "Forum Komunikasi Publik"),
        (REFORM_2026, "outdated-term", "1 Pemantauan dan Evaluasi Reformasi, baris 1", "PMPRB"),
        (REFORM_2026, "outdated-term", "8 Pengelolaan Pengaduan, baris 1", "SPAN-LAPOR"),
        (PROVINCE_2025, "label-mixed", "V.1", "mensosialisasikan"),
        (PROVINCE_2025, "contrary-sense", "uraian keputusan", "yang melakukan pelanggaran kode etik"),
        (PROVINCE_2025, "missing-against-instrument", "rencana", "A.I.6.iii"),
        (PROVINCE_2025, "area-name", "area I", "Pembangunan unit kerja untuk memperoleh predikat"),
    ],
)
def test_it_finds_what_a_reviewer_found(name: str, code: str, where: str, text: str) -> None:
    found = [finding for finding in findings_in(name) if finding.code == code]
    places = [(finding.where, finding.text) for finding in found]
    assert any(place.startswith(where) and text in shown for place, shown in places), places


def test_it_does_not_find_what_the_regency_wrote_rightly() -> None:
    codes = Counter(finding.code for finding in findings_in(REGENCY_2025))
    for code in ("contrary-sense", "label-mixed", "unbalanced", "range-without-dash", "wrong-institution"):
        assert codes[code] == 0
    assert "Dasar Hukum" not in "".join(
        finding.where for finding in findings_in(REGENCY_2025) if finding.code == "gazette-mismatch"
    )


@pytest.mark.parametrize("name", [PROVINCE_2025, REGENCY_2025, REFORM_2026])
def test_it_does_not_flood_the_reader(name: str) -> None:
    codes = Counter(finding.code for finding in findings_in(name))
    rows_past_due = codes.pop("target-before-decree", 0)
    assert sum(codes.values()) <= 40, codes
    assert max(codes.values()) <= 8, codes
    assert rows_past_due <= 30


@pytest.mark.parametrize("name", [PROVINCE_2025, REGENCY_2025, PROVINCE_2026, REFORM_2026])
def test_every_finding_is_complete(name: str) -> None:
    proposal = proposals()[name]
    for finding in findings_in(name):
        assert finding.where
        assert finding.text
        assert finding.message.endswith((".", "!"))
        assert finding.why.endswith(".")
        assert finding.source
        if len(finding.path) == 3:
            area, component, place = finding.path
            assert proposal.areas[area].components[component].rows[place]


def test_it_compares_two_years_of_one_unit() -> None:
    proposal, earlier = proposals()[REGENCY_2025], proposals()[PROVINCE_2025]
    findings = [
        finding for finding in check_proposal(proposal, earlier=earlier) if finding.code == "year-over-year"
    ]
    assert any("berpindah waktu" in finding.message for finding in findings)
    assert any("baris memiliki padanan" in finding.message for finding in findings)
    assert len(findings) <= 5

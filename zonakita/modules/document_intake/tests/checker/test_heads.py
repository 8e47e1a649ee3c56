"""Rules about the head of the decree and its annex."""

from __future__ import annotations

from typing import Any

import pytest

from zonakita.modules.document_intake.tests.checker.builders import found, plan, row


@pytest.mark.parametrize(
    ("head", "is_found"),
    [
        ({"annex_institution": "KOMISI PEMILIHAN UMUM PROVINSI CONTOH"}, True),
        ({"annex_institution": "KOMISI PEMILIHAN UMUM\nKABUPATEN CONTOH BARAT"}, False),
        ({"table_title": "RENCANA AKSI KOMISI PEMILIHAN UMUM KABUPATEN LAIN TAHUN 2025"}, True),
        ({"table_title": "RENCANA AKSI KPU KABUPATEN CONTOH BARAT TAHUN 2025"}, False),
        ({}, False),
    ],
)
def test_it_finds_another_institution_in_the_annex(head: dict[str, Any], is_found: bool) -> None:
    assert bool(found(plan(row("A"), **head), "wrong-institution")) == is_found


@pytest.mark.parametrize(
    ("evidence", "is_found"),
    [
        ("Dokumen Renstra KPU Provinsi Contoh", True),
        ("SK Ketua KPU Kabupaten Contoh Timur", True),
        ("SK Ketua KPU Kabupaten Contoh Barat", False),
        ("SK Ketua KPU Kab. Contoh Barat tentang Tim", False),
        ("Rapat dengan KPU Provinsi Contoh", False),
        ("Laporan KPU Kabupaten/Kota", False),
        ("Undangan dari KPU RI", False),
    ],
)
def test_it_finds_another_institution_in_a_row(evidence: str, is_found: bool) -> None:
    findings = found(plan(row("A", "B", evidence)), "wrong-institution")
    assert bool(findings) == is_found
    if is_found:
        assert findings[0].path == (0, 0, 0)


@pytest.mark.parametrize(
    ("annex", "table", "is_found"),
    [
        ("RENCANA AKSI TAHUN 2024", "RENCANA AKSI TAHUN 2025", True),
        ("NOMOR 4 TAHUN 2024 TENTANG RENCANA AKSI TAHUN 2025", "", False),
        ("RENCANA AKSI TAHUN 2025", "RENCANA AKSI", False),
    ],
)
def test_it_finds_titles_of_another_year(annex: str, table: str, is_found: bool) -> None:
    proposal = plan(row("A"), title="RENCANA AKSI TAHUN 2025", annex_title=annex, table_title=table)
    assert bool(found(proposal, "wrong-year-title")) == is_found

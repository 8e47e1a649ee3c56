"""Rules about lists, brackets and quotation marks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from zonakita.modules.document_intake.decrees.proposal import PlanComponent
from zonakita.modules.document_intake.tests.checker.builders import found, plan, row


@pytest.mark.parametrize(
    ("evidence", "is_found"),
    [
        ("Surat Pernyataan (jika terdapat potensi", True),
        ("Surat Pernyataan jika terdapat potensi)", True),
        ("“Profesional, mandiri", True),
        ('Program "Respon Cepat', True),
        ("Surat Pernyataan (jika ada)", False),
        ("1) SOP 2) Foto (link) 3) Laporan", False),
        ('Kanal "Respon Cepat" (WhatsApp)', False),
    ],
)
def test_it_finds_signs_without_their_partner(evidence: str, is_found: bool) -> None:
    assert bool(found(plan(row("A", "B", evidence)), "unbalanced")) == is_found


@pytest.mark.parametrize(
    ("body", "is_found"),
    [
        ("Undang-Undang (Lembaran Negara Nomor 5897\n\nc. Peraturan (Berita Negara Nomor 1);", True),
        ("insan yang “Profesional, “Mandiri” dan “Berintegritas”", True),
        ("Undang-Undang (Lembaran Negara\n\nRepublik Indonesia Nomor 5897);", False),
        ("langkah: (1) menyelaraskan; (2) menyederhanakan; a) satu; b) dua", False),
    ],
)
def test_it_finds_open_signs_in_the_body(body: str, is_found: bool) -> None:
    assert bool(found(plan(body=body), "unbalanced")) == is_found


@pytest.mark.parametrize(
    ("action", "is_found"),
    [
        ("1. Rapat 2. Survei 3.", True),
        ("1) Rapat 3) Survei", True),
        ("c) Rapat d) Survei", True),
        ("1) Rapat 2) Survei", False),
        ("Rapat 5 R dan SKP 2024. Survei", False),
    ],
)
def test_it_finds_empty_items_and_gaps_in_a_cell(action: str, is_found: bool) -> None:
    assert bool(found(plan(row("A", action)), "empty-item")) == is_found


@pytest.mark.parametrize(("marks", "is_found"), [("c", True), ("abd", True), ("abc", False)])
def test_it_finds_gaps_between_the_rows_of_an_activity(marks: str, is_found: bool) -> None:
    rows = [row("", f"{mark}. Kegiatan {mark * 3}") for mark in marks]
    assert bool(found(plan(*rows, kind="RB"), "empty-item")) == is_found


@pytest.mark.parametrize(
    ("numbers", "is_found"), [(["1", "2", "4"], True), (["1.", "2.", "3."], False), (["", ""], False)]
)
def test_it_finds_gaps_between_components(numbers: list[str], is_found: bool) -> None:
    proposal = plan()
    components = tuple(PlanComponent(number, f"Komponen {number}", (row("A"),)) for number in numbers)
    area = replace(proposal.areas[0], components=components)
    assert bool(found(replace(proposal, areas=(area,)), "empty-item")) == is_found


def test_it_finds_one_empty_item_at_the_end_of_a_list_in_the_body() -> None:
    body = "Dasar hukum:\n4. Undang-Undang;\n5.\n\nMemutuskan"
    assert found(plan(body=body), "empty-item")
    columns = "Dasar hukum:\n4.\n\n5.\n\nUndang-Undang"
    assert not found(plan(body=columns), "empty-item")

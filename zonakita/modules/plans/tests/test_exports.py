"""A plan as a file, and the file as the same plan again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import pytest
from django.test import Client

from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.interface import Cell, DecreeProposal, PlanArea, read_decree
from zonakita.modules.plans.exports import FORMS, plan_file
from zonakita.modules.plans.models import ActionPlan
from zonakita.modules.plans.queries.proposals import proposal_of
from zonakita.modules.plans.tests.factories import PlanFactory, proposal, row

DEMO = Path(__file__).parents[1] / "demo_data"


def cells(content: DecreeProposal) -> list[tuple[Any, ...]]:
    """Every row with its headings, blanks made equal."""

    def plain(cell: Cell | None) -> str:
        return " ".join((cell.text if cell else "").split())

    return [
        (
            *(area.number, area.title, part.number if content.kind == "ZI" else "", part.title),
            *(plain(line.indicator), plain(line.action), plain(line.evidence), line.months),
            *(plain(line.target) if content.kind == "ZI" else "", plain(line.note)),
            plain(line.person_in_charge),
        )
        for area in content.areas
        for part in area.components
        for line in part.rows
    ]


def read_back(plan: ActionPlan, form: str, folder: Path) -> DecreeProposal:
    content, _media_type, name = plan_file(plan, form)
    path = folder / name
    path.write_bytes(content)
    return read_decree(path)


def sample(kind: Literal["ZI", "RB"]) -> DecreeProposal:
    """Two areas, merged cells, a list in a cell, a formula, a slash at a line's end, a note and a person."""
    rows = [row(number, months=((number % 12) + 1, 12), target=Cell("")) for number in range(9)]
    rows = [
        replace(line, target=Cell(f"{_MONTHS[line.months[0] - 1]} dan Desember 2026"))
        if number % 12 != 11
        else line
        for number, line in enumerate(rows)
    ]
    rows[1] = replace(rows[1], action=Cell("1) Menyusun dokumen;\n2) Membahas dokumen bersama pegawai"))
    rows[2] = replace(rows[2], evidence=Cell("=SUM(A1:A9), Notula rapat"))
    rows[3] = replace(
        rows[3], indicator=Cell("Sarana layanan terpadu/ terintegrasi tersedia di seluruh unit kerja")
    )
    rows[4] = replace(rows[4], person_in_charge=Cell("Kepala Subbagian Umum"))
    if kind == "RB":
        rows = [replace(line, evidence=Cell(""), target=Cell("")) for line in rows]
        rows[5] = replace(rows[5], note=Cell("Anggaran 2026"))
    first = proposal(*rows[:5], kind=kind)
    second = proposal(*rows[5:], kind=kind)
    number = "II" if kind == "ZI" else "2"
    areas = (*first.areas, PlanArea(number, "Penataan Tata Laksana", second.areas[0].components))
    return replace(first, areas=areas)


_MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober")


@pytest.mark.parametrize("kind", ["ZI", "RB"])
@pytest.mark.parametrize("form", sorted(FORMS))
def test_reading_an_export_back_gives_the_same_plan(
    form: str, kind: Literal["ZI", "RB"], unit: Unit, owner: Person, tmp_path: Path
) -> None:
    plan = PlanFactory.create(unit=unit, by=owner, content=sample(kind))
    stored = proposal_of(plan)
    again = read_back(plan, form, tmp_path)
    assert (again.kind, again.plan_year) == (kind, 2026)
    assert cells(again) == cells(stored)
    assert (again.head.number, again.head.year, again.head.date) == ("4", 2026, stored.head.date)
    assert again.head.signatory == stored.head.signatory


@pytest.mark.slow
@pytest.mark.parametrize("form", sorted(FORMS))
@pytest.mark.parametrize(
    "name", ["zi-provinsi-jambi-2025.pdf", "rb-provinsi-jambi-2026.pdf", "zi-tanjung-jabung-barat-2025.docx"]
)
def test_a_real_decree_comes_back_the_same(
    name: str, form: str, unit: Unit, owner: Person, tmp_path: Path
) -> None:
    plan = PlanFactory.create(unit=unit, by=owner, content=read_decree(DEMO / name))
    assert cells(read_back(plan, form, tmp_path)) == cells(proposal_of(plan))


@pytest.mark.parametrize("form", sorted(FORMS))
def test_the_page_hands_the_file_out(form: str, client: Client, plan: ActionPlan, owner: Person) -> None:
    client.force_login(owner)
    answer = client.get(f"/rencana/{plan.pk}/unduh/{form}/")
    assert answer.status_code == 200
    assert f'attachment; filename="rencana-aksi-zi-2026-sendiri.{form}"' == answer["Content-Disposition"]
    assert answer.content[:4] == (b"%PDF" if form == "pdf" else b"PK\x03\x04")


def test_it_refuses_who_may_not_export_and_other_forms(
    client: Client, plan: ActionPlan, owner: Person, team_mate: Person, stranger: Person
) -> None:
    for person, status in ((team_mate, 403), (stranger, 404)):
        client.force_login(person)
        assert client.get(f"/rencana/{plan.pk}/unduh/xlsx/").status_code == status
    client.force_login(owner)
    assert client.get(f"/rencana/{plan.pk}/unduh/exe/").status_code == 404


def test_the_decree_itself_is_handed_out(
    client: Client, plan: ActionPlan, team_mate: Person, stranger: Person
) -> None:
    client.force_login(team_mate)
    answer = client.get(f"/rencana/{plan.pk}/keputusan/")
    assert b"".join(answer.streaming_content).startswith(b"keputusan contoh")  # type: ignore[attr-defined]
    client.force_login(stranger)
    assert client.get(f"/rencana/{plan.pk}/keputusan/").status_code == 404

"""Plans for tests, made by the real actions."""

from __future__ import annotations

import io
import itertools
from dataclasses import replace
from datetime import date
from typing import Literal

from zonakita.foundation.files import interface as files
from zonakita.foundation.files.models import StoredFile
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.interface import (
    Cell,
    DecreeHead,
    DecreeProposal,
    Place,
    PlanArea,
    PlanComponent,
    PlanRow,
)
from zonakita.modules.plans.actions import create_plan
from zonakita.modules.plans.models import ActionPlan

_numbers = itertools.count(1)
_TOPICS = (
    (
        "Tim Kerja",
        "Tim kerja telah dibentuk",
        "Membentuk tim kerja Zona Integritas",
        "SK Tim Kerja, Undangan rapat",
    ),
    (
        "Rencana Kerja",
        "Dokumen rencana kerja tersedia",
        "Menyusun dokumen rencana kerja",
        "Dokumen rencana kerja",
    ),
    ("Pemantauan", "Pemantauan dilaksanakan", "Rapat pemantauan dan evaluasi", "Notula rapat; Daftar hadir"),
    ("Budaya Kerja", "Pola pikir berubah", "Melaksanakan pelatihan budaya kerja", "Foto kegiatan, Laporan"),
    ("Gratifikasi", "Gratifikasi dikendalikan", "Menyosialisasikan pengendalian gratifikasi", "Banner"),
)


def row(number: int = 0, **changes: object) -> PlanRow:
    """A ZI row; `number` chooses and numbers its words."""
    _component, indicator, action, evidence = _TOPICS[number % len(_TOPICS)]
    suffix = f" bagian {number // len(_TOPICS) + 1}" if number >= len(_TOPICS) else ""
    place = Place(1, 0.1, 0.2, 0.9, 0.3)
    base = PlanRow(
        indicator=Cell(indicator + suffix, place),
        action=Cell(action + suffix, place),
        evidence=Cell(evidence, place),
        target=Cell("Maret dan Juni 2026", place),
        months=(3, 6),
        target_year=2026,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def proposal(
    *rows: PlanRow, kind: Literal["ZI", "RB"] = "ZI", year: int = 2026, head: DecreeHead | None = None
) -> DecreeProposal:
    """A proposal with one area and a component for every two rows."""
    wanted = rows or tuple(row(number) for number in range(5))
    components = tuple(
        PlanComponent(str(place // 2 + 1), _TOPICS[place // 2 % len(_TOPICS)][0], wanted[place : place + 2])
        for place in range(0, len(wanted), 2)
    )
    return DecreeProposal(
        head=head
        or DecreeHead(
            institution="KPU Contoh",
            number="4",
            year=year,
            title=f"Rencana Aksi Tahun {year}",
            place="Contoh",
            date=date(year, 1, 2),
            signatory="PEJABAT CONTOH",
            signatory_role="KETUA",
        ),
        kind=kind,
        plan_year=year,
        areas=(PlanArea("I" if kind == "ZI" else "1", "Manajemen Perubahan", components),),
        page_count=1,
    )


def two_areas(first: int, second: int) -> DecreeProposal:
    """A ZI proposal with this many rows in each of two areas."""
    one = proposal(*(row(number) for number in range(first)))
    two = proposal(*(row(number) for number in range(first, first + second)))
    other = replace(two.areas[0], number="II", title="Penataan Tata Laksana")
    return replace(one, areas=(*one.areas, other))


class StoredFileFactory:
    @staticmethod
    def create(content: bytes | None = None) -> StoredFile:
        """Keep a file; without content every one is different."""
        data = content or f"keputusan contoh {next(_numbers)}".encode()
        return files.store(io.BytesIO(data), name="keputusan.txt", any_type=True)


class PlanFactory:
    @staticmethod
    def create(
        *,
        unit: Unit,
        by: Person,
        row_count: int = 5,
        kind: Literal["ZI", "RB"] = "ZI",
        year: int = 2026,
        content: DecreeProposal | None = None,
    ) -> ActionPlan:
        """Create a plan; `by` has to be an operator of the unit."""
        rows = [row(number) for number in range(row_count)]
        return create_plan(
            proposal=content or proposal(*rows, kind=kind, year=year),
            unit=unit,
            decree_file=StoredFileFactory.create(),
            by=by,
        )

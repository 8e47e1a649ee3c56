"""Intakes and proposals for tests."""

from __future__ import annotations

import io
import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from zonakita.foundation.files import interface as files
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.decrees.encoding import proposal_to_dict
from zonakita.modules.document_intake.decrees.proposal import (
    Cell,
    ColumnQuestion,
    DecreeHead,
    DecreeProposal,
    PlanArea,
    PlanComponent,
    PlanRow,
)
from zonakita.modules.document_intake.models import Intake
from zonakita.modules.document_intake.rules.doubts import rows_of
from zonakita.modules.document_intake.rules.states import IntakeState
from zonakita.modules.document_intake.sources.document import Place
from zonakita.modules.document_intake.tasks import read_intake

_numbers = itertools.count(1)


def plan_row(number: int, *, confidence: float = 1.0, page: int | None = None) -> PlanRow:
    """A row whose texts carry its number."""
    place = Place(page, 0.1, 0.2, 0.4, 0.3) if page else None
    return PlanRow(
        indicator=Cell(f"Indikator {number}", place, confidence),
        action=Cell(f"Langkah {number}"),
        evidence=Cell(f"Bukti {number}"),
        target=Cell("Maret 2026"),
        months=(3,),
        target_year=2026,
    )


def small_proposal(
    rows: Sequence[PlanRow] = (), *, questions: tuple[ColumnQuestion, ...] = (), **fields: Any
) -> DecreeProposal:
    """One area with one component holding the rows, three by default, and an empty component."""
    rows = tuple(rows) or tuple(plan_row(number) for number in (1, 2, 3))
    area = PlanArea("I", "Manajemen Perubahan", (PlanComponent("1", "Tim Kerja", rows),))
    other = PlanArea("II", "Penataan Tata Laksana", (PlanComponent("1", "SOP", ()),))
    head = DecreeHead(institution="Kantor Contoh", number="7", year=2026, title="Rencana Aksi")
    proposal = DecreeProposal(head=head, kind="ZI", plan_year=2026, areas=(area, other), questions=questions)
    return replace(proposal, **fields)


class IntakeFactory:
    @staticmethod
    def create(*, unit: Unit, by: Person, proposal: DecreeProposal | None = None, **fields: Any) -> Intake:
        """An intake that was read and waits for its review; its file is different every time."""
        content = f"keputusan uji {next(_numbers)}".encode()
        stored = files.store(io.BytesIO(content), name="keputusan.txt", any_type=True, by_id=by.pk)
        proposal = proposal or small_proposal()
        defaults = {
            "unit": unit,
            "stored_file": stored,
            "sha256": stored.sha256,
            "name": stored.original_name,
            "uploaded_by": by,
            "state": IntakeState.TO_REVIEW.value,
            "kind": proposal.kind,
            "proposal": proposal_to_dict(proposal),
            "row_count": sum(1 for _row in rows_of(proposal)),
            "page_count": proposal.page_count,
        }
        return Intake.objects.create(**{**defaults, **fields})


def run_reading(intake: Intake) -> None:
    """Do what the worker does for an intake."""
    assert intake.job_id is not None
    read_intake.func(intake_id=intake.pk, job_id=intake.job_id)

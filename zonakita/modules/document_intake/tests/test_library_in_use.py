"""The review asks the library as administrators keep it."""

from __future__ import annotations

from datetime import date

import pytest

from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.foundation.regulations import interface as regulations
from zonakita.modules.document_intake.decrees.proposal import Citation, DecreeHead
from zonakita.modules.document_intake.queries import review_of
from zonakita.modules.document_intake.tests.factories import IntakeFactory, small_proposal

pytestmark = pytest.mark.django_db


def test_an_administrators_entry_changes_what_the_review_finds(unit: Unit, owner: Person) -> None:
    cited = Citation("Keputusan KPU 1/2020", "Keputusan KPU", "1", 2020, where="mengingat")
    head = DecreeHead(institution="Kantor Contoh", year=2026, date=date(2026, 1, 2), legal_basis=(cited,))
    intake = IntakeFactory.create(unit=unit, by=owner, proposal=small_proposal(head=head))

    def revoked() -> list[str]:
        found = review_of(intake).findings
        return [finding.message for finding in found if finding.code == "revoked-regulation"]

    assert revoked() == []
    keeper = PersonFactory.create(unit=unit, role="institution_admin")
    regulations.add_regulation(facts=regulations.Regulation("Keputusan KPU 1/2020", "Lama"), by=keeper)
    regulations.add_regulation(
        facts=regulations.Regulation(
            "Keputusan KPU 2/2025",
            "Baru",
            in_force_from=date(2025, 5, 1),
            repeals=("Keputusan KPU 1/2020",),
        ),
        by=keeper,
    )
    (message,) = revoked()
    assert "dicabut oleh Keputusan KPU 2/2025 sejak 01-05-2025" in message
    assert "belum diverifikasi" in message

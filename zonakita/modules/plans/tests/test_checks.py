"""A plan is checked against the library as administrators keep it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.foundation.regulations import interface as regulations
from zonakita.modules.document_intake.interface import Citation
from zonakita.modules.plans.actions import recheck_plan
from zonakita.modules.plans.models import ActionPlan
from zonakita.modules.plans.tests.factories import PlanFactory, proposal

pytestmark = pytest.mark.django_db


def test_an_administrators_entry_changes_what_a_second_check_finds(unit: Unit, owner: Person) -> None:
    cited = Citation("Keputusan KPU 5/2020", "Keputusan KPU", "5", 2020, where="mengingat")
    content = proposal()
    content = replace(content, head=replace(content.head, legal_basis=(cited,)))
    plan = PlanFactory.create(unit=unit, by=owner, content=content)
    assert not plan.findings.filter(code="revoked-regulation").exists()

    keeper = PersonFactory.create(unit=unit, role="institution_admin")
    ended = regulations.Regulation("Keputusan KPU 5/2020", "Lama", in_force_to=date(2024, 12, 31))
    regulations.add_regulation(facts=ended, by=keeper)
    recheck_plan(plan=plan, by=owner)

    finding = ActionPlan.objects.get(pk=plan.pk).findings.get(code="revoked-regulation")
    assert "Keputusan KPU 5/2020 sudah tidak berlaku" in finding.message

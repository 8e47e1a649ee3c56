"""Handing the reviewed proposal to the plan, once."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from zonakita.foundation.audit import interface as audit
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake import interface
from zonakita.modules.document_intake.actions.reviewing import edit_proposal
from zonakita.modules.document_intake.models import Intake
from zonakita.modules.document_intake.rules.edits import Edit, EditKind
from zonakita.modules.document_intake.tests.factories import IntakeFactory


@pytest.fixture
def intake(unit: Unit, owner: Person) -> Intake:
    return IntakeFactory.create(unit=unit, by=owner)


def test_the_proposal_comes_with_its_edits(intake: Intake, owner: Person, unit: Unit) -> None:
    edit_proposal(intake=intake, edit=Edit(EditKind.DELETE_ROW, {"path": [0, 0, 0]}), version=0, by=owner)

    reviewed = interface.reviewed_proposal(owner, intake.pk, version=1)

    assert [row.action.text for row in reviewed.proposal.areas[0].components[0].rows] == [
        "Langkah 2",
        "Langkah 3",
    ]
    assert (reviewed.unit_id, reviewed.sha256, reviewed.version) == (unit.pk, intake.sha256, 1)


def test_it_is_closed_with_its_plan(intake: Intake, owner: Person) -> None:
    interface.mark_confirmed(intake_id=intake.pk, plan_label="ZI 2026", plan_url="/rencana/1/", by=owner)

    intake.refresh_from_db()
    assert (intake.state, intake.confirmed_by, intake.plan_label) == ("confirmed", owner, "ZI 2026")
    assert [event.code for event in audit.events_for_target(intake)] == ["document_intake.intake_confirmed"]
    with pytest.raises(interface.ReviewClosed):
        interface.mark_confirmed(intake_id=intake.pk, plan_label="lagi", by=owner)
    with pytest.raises(interface.ReviewClosed):
        interface.reviewed_proposal(owner, intake.pk)


def test_it_refuses_a_version_that_is_no_longer_shown(intake: Intake, owner: Person) -> None:
    edit_proposal(intake=intake, edit=Edit(EditKind.DELETE_ROW, {"path": [0, 0, 0]}), version=0, by=owner)

    with pytest.raises(interface.ReviewChanged):
        interface.reviewed_proposal(owner, intake.pk, version=0)


def test_only_who_may_confirm_gets_it(
    intake: Intake, owner: Person, team_mate: Person, stranger: Person
) -> None:
    with pytest.raises(PermissionDenied):
        interface.reviewed_proposal(team_mate, intake.pk)
    with pytest.raises(Http404):
        interface.reviewed_proposal(stranger, intake.pk)
    for person in (team_mate, stranger):
        with pytest.raises(PermissionDenied):
            interface.mark_confirmed(intake_id=intake.pk, plan_label="x", by=person)
    intake.refresh_from_db()
    assert intake.state == "to_review"

"""Confirming what was read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake import interface as document_intake
from zonakita.modules.plans.models import ActionPlan
from zonakita.modules.plans.tests.factories import PlanFactory, StoredFileFactory, proposal


@pytest.fixture
def intake(unit: Unit, owner: Person) -> Any:
    """A decree that was read and waits for its review to end."""
    stored = StoredFileFactory.create()
    intakes = apps.get_model("document_intake", "Intake").objects
    return intakes.create(
        unit=unit,
        stored_file=stored,
        sha256=stored.sha256,
        name="keputusan.txt",
        state="to_review",
        kind="ZI",
        proposal=document_intake.proposal_to_dict(proposal()),
        uploaded_by=owner,
    )


def test_it_makes_the_plan_and_shows_it(client: Client, intake: Any, owner: Person) -> None:
    client.force_login(owner)
    answer = client.post(f"/rencana/tetapkan/{intake.pk}/", {"version": "0"})
    plan = ActionPlan.objects.get()
    assert answer["Location"] == f"/rencana/{plan.pk}/"
    assert (plan.decree.intake_id, plan.items.count()) == (intake.pk, 5)
    intake.refresh_from_db()
    assert (intake.state, intake.confirmed_by) == ("confirmed", owner)
    assert intake.plan_url == f"/rencana/{plan.pk}/"


def test_a_second_click_makes_no_second_plan(client: Client, intake: Any, owner: Person) -> None:
    client.force_login(owner)
    client.post(f"/rencana/tetapkan/{intake.pk}/")
    page = client.post(f"/rencana/tetapkan/{intake.pk}/")
    assert page["Location"] == f"/keputusan/{intake.pk}/tinjau/"
    assert ActionPlan.objects.count() == 1


def test_it_refuses_a_review_that_changed_meanwhile(client: Client, intake: Any, owner: Person) -> None:
    client.force_login(owner)
    client.post(f"/rencana/tetapkan/{intake.pk}/", {"version": "7"})
    assert not ActionPlan.objects.exists()


def test_a_refused_plan_leaves_the_review_open(client: Client, intake: Any, owner: Person) -> None:
    intake.proposal["areas"] = []
    intake.save()
    client.force_login(owner)
    client.post(f"/rencana/tetapkan/{intake.pk}/")
    intake.refresh_from_db()
    assert intake.state == "to_review"
    assert not ActionPlan.objects.exists()


def test_it_refuses_who_may_not(client: Client, intake: Any, team_mate: Person, stranger: Person) -> None:
    for person, status in ((team_mate, 403), (stranger, 404)):
        client.force_login(person)
        assert client.post(f"/rencana/tetapkan/{intake.pk}/").status_code == status
    assert not ActionPlan.objects.exists()


@pytest.fixture
def earlier(unit: Unit, owner: Person) -> ActionPlan:
    """The plan that the same unit already has for that year."""
    return PlanFactory.create(unit=unit, by=owner)


def test_it_asks_before_a_plan_becomes_a_revision(
    client: Client,
    intake: Any,
    earlier: ActionPlan,
    owner: Person,
    assert_clean_markup: Callable[[Any], None],
) -> None:
    client.force_login(owner)
    asked = client.post(f"/rencana/tetapkan/{intake.pk}/", {"version": "0"})
    assert asked.status_code == 200
    assert_clean_markup(asked)
    words = asked.content.decode()
    assert f"Sudah ada rencana aksi {earlier.get_kind_display()} {earlier.year} untuk Kantor Sendiri" in words
    assert "menjadi revisi 1" in words
    assert list(ActionPlan.objects.all()) == [earlier]
    answer = client.post(f"/rencana/tetapkan/{intake.pk}/", asked.context["hidden"])
    revision = ActionPlan.objects.get(superseded_at__isnull=True)
    assert answer["Location"] == f"/rencana/{revision.pk}/"
    assert (revision.revision, revision.decree.intake_id) == (1, intake.pk)


def test_a_review_that_changed_while_it_asked_is_refused(
    client: Client, intake: Any, earlier: ActionPlan, owner: Person
) -> None:
    client.force_login(owner)
    client.post(f"/rencana/tetapkan/{intake.pk}/", {"version": "0"})
    intake.version = 1
    intake.save()
    client.post(f"/rencana/tetapkan/{intake.pk}/", {"version": "0", "revise": "1"})
    assert list(ActionPlan.objects.all()) == [earlier]


def test_it_asks_nobody_who_may_not(
    client: Client, intake: Any, earlier: ActionPlan, team_mate: Person, stranger: Person
) -> None:
    for person, status in ((team_mate, 403), (stranger, 404)):
        client.force_login(person)
        assert client.post(f"/rencana/tetapkan/{intake.pk}/").status_code == status

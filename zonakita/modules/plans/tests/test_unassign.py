"""Taking a row away from a person or team."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from zonakita.foundation.people.models import Person
from zonakita.modules.plans.actions import assign_items, unassign
from zonakita.modules.plans.models import ItemAssignment, PlanItem


@pytest.fixture
def assignment(item: PlanItem, owner: Person, team_mate: Person) -> ItemAssignment:
    assign_items(plan=item.plan, item_ids=[item.pk], person_ids=[team_mate.pk], by=owner)
    return ItemAssignment.objects.get()


def test_it_takes_the_row_away_and_tells_in_the_history(
    client: Client, item: PlanItem, assignment: ItemAssignment, owner: Person
) -> None:
    client.force_login(owner)
    page = client.post(f"/rencana/penugasan/{assignment.pk}/cabut/", follow=True)
    assert not ItemAssignment.objects.exists()
    assert page.redirect_chain[-1][0] == f"/rencana/baris/{item.pk}/"
    assert "mencabut penugasan" in page.content.decode()
    assert "Pegawai Contoh" in page.content.decode()


def test_a_second_time_changes_nothing(assignment: ItemAssignment, owner: Person) -> None:
    unassign(assignment=assignment, by=owner)
    unassign(assignment=assignment, by=owner)
    assert not ItemAssignment.objects.exists()


def test_it_refuses_who_may_not(
    client: Client, assignment: ItemAssignment, team_mate: Person, stranger: Person
) -> None:
    for person, status in ((team_mate, 403), (stranger, 404)):
        client.force_login(person)
        assert client.post(f"/rencana/penugasan/{assignment.pk}/cabut/").status_code == status
    with pytest.raises(PermissionDenied):
        unassign(assignment=assignment, by=stranger)
    assert ItemAssignment.objects.exists()

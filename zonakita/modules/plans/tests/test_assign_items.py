"""Giving rows to people and teams."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client

from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.audit import interface as audit
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.plans.actions import assign_items, assign_matching
from zonakita.modules.plans.actions.refusals import NothingToAssign, PersonNotOfUnit, PlanSuperseded
from zonakita.modules.plans.models import ActionPlan, ItemAssignment, PlanItem
from zonakita.modules.plans.queries.row_filter import RowFilter
from zonakita.modules.plans.tests.factories import PlanFactory, two_areas


def ids(plan: ActionPlan) -> list[int]:
    return list(plan.items.order_by("order").values_list("pk", flat=True))


def test_it_assigns_many_rows_at_once(
    client: Client, plan: ActionPlan, owner: Person, team_mate: Person
) -> None:
    client.force_login(owner)
    back = f"/rencana/{plan.pk}/?bulan=3"
    data = {"items": ids(plan)[:3], "people": [team_mate.pk], "team": " Pokja   I ", "kembali": back}
    answer = client.post(f"/rencana/{plan.pk}/tugaskan/", data)
    assert answer.status_code == 302
    assert answer["Location"] == back
    assert ItemAssignment.objects.filter(person=team_mate).count() == 3
    assert ItemAssignment.objects.filter(team="Pokja I").count() == 3
    page = client.get(back).content.decode()
    assert "3 baris ditugaskan." in page
    assert "Pokja I" in page


def test_it_never_leads_to_another_site(client: Client, plan: ActionPlan, owner: Person) -> None:
    client.force_login(owner)
    for evil in ("https://jahat.test/", "//jahat.test/", "javascript:alert(1)"):
        data = {"items": ids(plan)[:1], "team": "Tim", "kembali": evil}
        assert client.post(f"/rencana/{plan.pk}/tugaskan/", data)["Location"] == f"/rencana/{plan.pk}/"


def test_a_second_time_changes_nothing(plan: ActionPlan, owner: Person, team_mate: Person) -> None:
    chosen = ids(plan)[:2]
    first = assign_items(plan=plan, item_ids=chosen, person_ids=[team_mate.pk], team="Tim", by=owner)
    second = assign_items(plan=plan, item_ids=chosen, person_ids=[team_mate.pk], team="Tim", by=owner)
    assert (first, second) == (2, 0)
    assert ItemAssignment.objects.count() == 4
    item = PlanItem.objects.get(pk=chosen[0])
    event = audit.events_for_target(item).get()
    assert event.details == {"people": [team_mate.pk], "team": "Tim"}


def test_it_refuses_an_empty_choice(
    client: Client, plan: ActionPlan, owner: Person, team_mate: Person
) -> None:
    with pytest.raises(NothingToAssign):
        assign_items(plan=plan, item_ids=[], person_ids=[team_mate.pk], by=owner)
    with pytest.raises(NothingToAssign):
        assign_items(plan=plan, item_ids=ids(plan), person_ids=[], team="  ", by=owner)
    client.force_login(owner)
    page = client.post(f"/rencana/{plan.pk}/tugaskan/", {"items": ids(plan)}, follow=True)
    assert "Pilih sekurang-kurangnya satu baris" in page.content.decode()


def test_it_refuses_people_of_elsewhere_and_people_who_left(
    plan: ActionPlan, unit: Unit, owner: Person, stranger: Person
) -> None:
    gone = PersonFactory.create(unit=unit, role="employee", is_active=False)
    for person in (stranger, gone):
        with pytest.raises(PersonNotOfUnit):
            assign_items(plan=plan, item_ids=ids(plan), person_ids=[person.pk], by=owner)
    assert not ItemAssignment.objects.exists()


def test_it_leaves_rows_of_other_plans_alone(
    plan: ActionPlan, other_unit: Unit, owner: Person, stranger: Person
) -> None:
    foreign = PlanFactory.create(unit=other_unit, by=stranger)
    with pytest.raises(NothingToAssign):
        assign_items(plan=plan, item_ids=ids(foreign), person_ids=[], team="Tim", by=owner)
    assert not ItemAssignment.objects.exists()


def test_it_refuses_who_may_not_assign(
    client: Client, plan: ActionPlan, team_mate: Person, stranger: Person
) -> None:
    data = {"items": ids(plan), "team": "Tim"}
    for person, status in ((team_mate, 403), (stranger, 404)):
        client.force_login(person)
        assert client.post(f"/rencana/{plan.pk}/tugaskan/", data).status_code == status
    with pytest.raises(PermissionDenied):
        assign_items(plan=plan, item_ids=ids(plan), person_ids=[], team="Tim", by=team_mate)
    assert not ItemAssignment.objects.exists()


def test_it_refuses_a_superseded_plan(unit: Unit, plan: ActionPlan, owner: Person) -> None:
    PlanFactory.create(unit=unit, by=owner)
    with pytest.raises(PlanSuperseded):
        assign_items(plan=plan, item_ids=ids(plan), person_ids=[], team="Tim", by=owner)


@pytest.fixture
def large(unit: Unit, owner: Person) -> ActionPlan:
    """Two areas with 25 and 3 rows: more than a page."""
    return PlanFactory.create(unit=unit, by=owner, content=two_areas(25, 3))


def matching_form(client: Client, plan: ActionPlan, query: str) -> dict[str, str]:
    """The fields with which the page offers to choose all that match."""
    page = client.get(f"/rencana/{plan.pk}/{query}")
    number = page.context["page"].paginator.count
    assert f'name="cocok" value="{number}" form="penugasan"' in page.content.decode()
    return {"cocok": str(number), "saringan": page.context["matching"], "team": "Pokja"}


def assigned(plan: ActionPlan) -> list[int]:
    return list(
        plan.items.filter(assignments__team="Pokja").order_by("order").values_list("order", flat=True)
    )


def test_it_assigns_all_rows_that_match_beyond_the_page(
    client: Client, large: ActionPlan, owner: Person
) -> None:
    client.force_login(owner)
    address = f"/rencana/{large.pk}/tugaskan/"
    ticked = {"items": ids(large)[:1]}
    answer = client.post(address, matching_form(client, large, "?q=bagian+6") | ticked, follow=True)
    assert "3 baris ditugaskan." in answer.content.decode()
    assert assigned(large) == [26, 27, 28]
    client.post(address, matching_form(client, large, ""))
    assert assigned(large) == list(range(1, 29)), "the page opens at an area of 25 rows"
    ItemAssignment.objects.filter(item__order__gt=20).delete()
    client.post(address, matching_form(client, large, "?siapa=none"))
    assert assigned(large) == list(range(1, 29))


def test_it_refuses_matches_that_nobody_has_seen(client: Client, large: ActionPlan, owner: Person) -> None:
    client.force_login(owner)
    area = large.areas.get(order=0).pk
    good = {"cocok": "25", "saringan": f"area={area}", "team": "Pokja"}
    for wrong in (
        {"cocok": "24"},
        {"cocok": "banyak"},
        {"saringan": ""},
        {"saringan": "area=999999"},
        {"saringan": "area=semua&siapa=team:Bubar", "cocok": "28"},
        {"saringan": f"area={area}&bulan=13"},
    ):
        page = client.post(f"/rencana/{large.pk}/tugaskan/", good | wrong, follow=True)
        assert "Baris yang cocok dengan saringan sudah berubah" in page.content.decode(), wrong
        assert assigned(large) == []
    client.post(f"/rencana/{large.pk}/tugaskan/", good)
    assert assigned(large) == list(range(1, 26))


def test_it_refuses_all_matching_rows_to_who_may_not_assign(
    client: Client, large: ActionPlan, unit: Unit, owner: Person, team_mate: Person, stranger: Person
) -> None:
    data = {"cocok": "28", "saringan": "area=semua", "team": "Pokja"}
    for person, status in ((team_mate, 403), (stranger, 404)):
        client.force_login(person)
        assert client.post(f"/rencana/{large.pk}/tugaskan/", data).status_code == status
        assert 'name="cocok"' not in client.get(f"/rencana/{large.pk}/").content.decode()
    PlanFactory.create(unit=unit, by=owner)
    with pytest.raises(PlanSuperseded):
        assign_matching(
            plan=large, wanted=RowFilter(), expected_count=28, person_ids=[], team="Pokja", by=owner
        )
    assert assigned(large) == []


def test_all_matching_rows_still_need_somebody(client: Client, large: ActionPlan, owner: Person) -> None:
    client.force_login(owner)
    data = {"cocok": "28", "saringan": "area=semua", "team": " "}
    page = client.post(f"/rencana/{large.pk}/tugaskan/", data, follow=True)
    assert "lalu pilih orang atau tulis nama tim" in page.content.decode()


def test_it_answers_post_alone(client: Client, plan: ActionPlan, owner: Person) -> None:
    client.force_login(owner)
    assert client.get(f"/rencana/{plan.pk}/tugaskan/").status_code == 405


def test_the_database_wants_a_person_or_a_team(item: PlanItem, owner: Person, team_mate: Person) -> None:
    for fields in ({"person": team_mate, "team": "Tim"}, {}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ItemAssignment.objects.create(item=item, assigned_by=owner, **fields)

"""Which question of the LKE a row answers."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.plans.actions import confirm_match, correct_match
from zonakita.modules.plans.actions.refusals import QuestionUnknown
from zonakita.modules.plans.models import ActionPlan, PlanItem
from zonakita.modules.plans.tests.factories import PlanFactory

Check = Callable[[Any], None]


def test_a_suggestion_is_confirmed(client: Client, item: PlanItem, owner: Person) -> None:
    match = item.questions.get()
    client.force_login(owner)
    client.post(f"/rencana/butir-lke/{match.pk}/pastikan/")
    match.refresh_from_db()
    assert (match.state, match.decided_by) == ("confirmed", owner)


def test_a_match_is_corrected(
    client: Client, item: PlanItem, owner: Person, assert_clean_markup: Check
) -> None:
    before = item.questions.get()
    client.force_login(owner)
    address = f"/rencana/baris/{item.pk}/lke/"
    page = client.get(address)
    assert_clean_markup(page)
    assert "Paling mirip" in page.content.decode()
    client.post(address, {"code": "A.I.1.iii.a"})
    before.refresh_from_db()
    assert before.state == "rejected"
    chosen = item.questions.get(state="confirmed")
    assert (chosen.sub_area_code, chosen.question_code, chosen.score) == (
        "A.I.1.iii",
        "A.I.1.iii.a",
        Decimal(1),
    )
    assert "memperbaiki butir LKE" in client.get(f"/rencana/baris/{item.pk}/").content.decode()


def test_a_whole_sub_area_can_be_chosen(item: PlanItem, owner: Person) -> None:
    chosen = correct_match(item=item, code="A.I.1.iii", by=owner)
    assert (chosen.sub_area_code, chosen.question_code) == ("A.I.1.iii", "")


def test_choosing_the_suggested_one_confirms_it(item: PlanItem, owner: Person) -> None:
    match = item.questions.get()
    correct_match(item=item, code=str(match), by=owner)
    assert [(one.pk, one.state) for one in item.questions.all()] == [(match.pk, "confirmed")]


def test_an_unknown_code_is_refused(client: Client, item: PlanItem, owner: Person) -> None:
    with pytest.raises(QuestionUnknown):
        correct_match(item=item, code="Z.9", by=owner)
    client.force_login(owner)
    assert client.post(f"/rencana/baris/{item.pk}/lke/", {"code": "Z.9"}).status_code == 200
    assert item.questions.get().state == "suggested"


def test_it_refuses_who_may_not(client: Client, item: PlanItem, team_mate: Person, stranger: Person) -> None:
    match = item.questions.get()
    for person, status in ((team_mate, 403), (stranger, 404)):
        client.force_login(person)
        assert client.post(f"/rencana/butir-lke/{match.pk}/pastikan/").status_code == status
        assert client.post(f"/rencana/baris/{item.pk}/lke/", {"code": "A.I.1.iii"}).status_code == status
    with pytest.raises(PermissionDenied):
        confirm_match(match=match, by=team_mate)
    match.refresh_from_db()
    assert match.state == "suggested"


def test_the_coverage_page_flags_sub_areas_without_a_row(
    client: Client, plan: ActionPlan, owner: Person
) -> None:
    client.force_login(owner)
    page = client.get(f"/rencana/{plan.pk}/lke/")
    parts = parts_of(page)
    assert not parts["A.I.1.i"].is_missing
    assert parts["A.I.1.i"].rows[0].number == 1
    empty = client.get(f"/rencana/{plan.pk}/lke/{page.context['areas'][2].url}")
    assert parts_of(empty)["A.I.3.i"].is_missing
    figures = page.context["figures"]
    assert figures.covered_count + figures.missing_count == figures.planned_count
    assert "Belum ada baris" in empty.content.decode()


def test_a_row_that_answers_nothing_is_listed(
    client: Client, plan: ActionPlan, item: PlanItem, owner: Person
) -> None:
    item.questions.all().delete()
    client.force_login(owner)
    opened = client.get(f"/rencana/{plan.pk}/lke/")
    assert opened.context["figures"].unmatched_url == "?area=tanpa-butir"
    assert not opened.context["coverage"].unmatched
    page = client.get(f"/rencana/{plan.pk}/lke/?area=tanpa-butir").context["coverage"]
    assert [row.number for row in page.unmatched] == [1]
    assert not page.areas


def test_the_coverage_page_shows_one_area_or_all_by_pages(client: Client, unit: Unit, owner: Person) -> None:
    plan = PlanFactory.create(unit=unit, by=owner, row_count=30)
    client.force_login(owner)
    address = f"/rencana/{plan.pk}/lke/"
    opened = client.get(address)
    chips = opened.context["areas"]
    assert [chip.is_current for chip in chips] == [True, *[False] * (len(chips) - 1)]
    assert len(opened.context["coverage"].areas) == 1
    (second,) = client.get(address + chips[1].url).context["coverage"].areas
    assert second.name == chips[1].label
    seen: list[int] = []
    codes: list[str] = []
    for number in range(1, opened_pages(client, address) + 1):
        page = client.get(f"{address}?area=semua&halaman={number}")
        seen += [row.number for part in parts_of(page).values() for row in part.rows]
        seen += [row.number for row in page.context["coverage"].unmatched]
        codes += parts_of(page)
    assert sorted(set(seen)) == list(range(1, 31))
    assert len(seen) == chips[-1].count
    assert len(set(codes)) >= opened.context["figures"].planned_count
    assert client.get(address, {"area": "tidak-ada"}).context["areas"][0].is_current


def opened_pages(client: Client, address: str) -> int:
    pages: int = client.get(address, {"area": "semua"}).context["page"].paginator.num_pages
    assert pages > 1
    return pages


def parts_of(page: Any) -> dict[str, Any]:
    areas = page.context["coverage"].areas
    return {part.code: part for area in areas for part in (*area.planned, *area.reform)}


def test_an_rb_plan_has_no_lke_page(client: Client, unit: Unit, owner: Person) -> None:
    plan = PlanFactory.create(unit=unit, by=owner, kind="RB")
    client.force_login(owner)
    assert client.get(f"/rencana/{plan.pk}/lke/").status_code == 404
    assert "Butir LKE" not in client.get(f"/rencana/{plan.pk}/").content.decode()
    assert plan.items.filter(questions__isnull=False).count() == 0

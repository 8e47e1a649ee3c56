"""Changing the cells of a row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from zonakita.foundation.audit import interface as audit
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.interface import Cell
from zonakita.modules.plans.actions import ItemTexts, correct_match, edit_item
from zonakita.modules.plans.actions.refusals import MonthsInvalid, PlanSuperseded
from zonakita.modules.plans.models import ActionPlan, PlanItem
from zonakita.modules.plans.tests.factories import PlanFactory, proposal, row

Check = Callable[[Any], None]


def form_of(item: PlanItem, **changes: Any) -> dict[str, Any]:
    fields = ("indicator", "action", "evidence_text", "target_text", "note", "person_in_charge")
    return {field: getattr(item, field) for field in fields} | changes


def test_the_page_of_a_row_shows_everything(
    client: Client, item: PlanItem, owner: Person, assert_clean_markup: Check
) -> None:
    client.force_login(owner)
    page = client.get(f"/rencana/baris/{item.pk}/")
    assert_clean_markup(page)
    text = page.content.decode()
    for words in (
        item.indicator,
        item.action,
        "Undangan rapat",
        "Maret 2026",
        "A.I.1.i",
        "Keputusan, halaman 1",
    ):
        assert words in text


def test_it_changes_cells_targets_and_requirements(client: Client, item: PlanItem, owner: Person) -> None:
    client.force_login(owner)
    data = form_of(
        item, target_text="Januari minggu ke-2 tahun 2026", evidence_text="SK Tim Kerja, Notula rapat"
    )
    kept = item.requirements.get(text="SK Tim Kerja")
    answer = client.post(f"/rencana/baris/{item.pk}/ubah/", data)
    assert answer["Location"] == f"/rencana/baris/{item.pk}/"
    item.refresh_from_db()
    assert item.edited_by == owner
    assert [(str(target), target.week) for target in item.targets.all()] == [("2026-01", 2)]
    assert [piece.text for piece in item.requirements.all()] == ["SK Tim Kerja", "Notula rapat"]
    assert item.requirements.get(text="SK Tim Kerja").pk == kept.pk


def test_it_tells_the_change_in_the_history(client: Client, item: PlanItem, owner: Person) -> None:
    client.force_login(owner)
    client.post(f"/rencana/baris/{item.pk}/ubah/", form_of(item, note="Perlu anggaran"))
    event = audit.events_for_target(item).get()
    assert (event.code, event.details["changes"]) == ("plans.item_edited", {"note": ["", "Perlu anggaran"]})
    page = client.get(f"/rencana/baris/{item.pk}/").content.decode()
    assert "mengubah isi baris" in page
    assert "Keterangan: “kosong” menjadi “Perlu anggaran”" in page


def test_saving_without_a_change_leaves_no_trace(client: Client, item: PlanItem, owner: Person) -> None:
    client.force_login(owner)
    client.post(
        f"/rencana/baris/{item.pk}/ubah/", form_of(item, action=item.action.replace("\n", "\r\n") + " ")
    )
    item.refresh_from_db()
    assert item.edited_at is None
    assert not audit.events_for_target(item).exists()


def test_it_checks_the_plan_again(client: Client, unit: Unit, owner: Person) -> None:
    late = row(0, target=Cell("Juni 2022"), months=(6,), target_year=2022)
    plan = PlanFactory.create(unit=unit, by=owner, content=proposal(late, row(1)))
    item = plan.items.get(order=1)
    client.force_login(owner)
    client.post(f"/rencana/baris/{item.pk}/ubah/", form_of(item, target_text="Juni 2026"))
    finding = plan.findings.get(code="target-wrong-year")
    assert (finding.state, finding.decided_by) == ("fixed", owner)


def test_new_words_get_a_new_suggestion_unless_a_person_decided(
    plan: ActionPlan, item: PlanItem, owner: Person
) -> None:
    texts = ItemTexts(
        indicator="Pengendalian gratifikasi telah disosialisasikan", action="Sosialisasi gratifikasi"
    )
    decided = plan.items.get(order=2)
    correct_match(item=decided, code="A.I.1.ii.a", by=owner)
    before = item.questions.get().score
    edit_item(item=item, texts=texts, by=owner)
    edit_item(item=decided, texts=texts, by=owner)
    assert all(match.score < before for match in item.questions.all())
    assert [str(match) for match in decided.questions.exclude(state="rejected")] == ["A.I.1.ii.a"]


def test_the_months_of_an_rb_row_are_chosen(
    client: Client, unit: Unit, owner: Person, assert_clean_markup: Check
) -> None:
    plan = PlanFactory.create(unit=unit, by=owner, kind="RB", content=proposal(row(0), kind="RB"))
    item = plan.items.get()
    client.force_login(owner)
    page = client.get(f"/rencana/baris/{item.pk}/ubah/")
    assert_clean_markup(page)
    assert "Sub kegiatan" in page.content.decode()
    data = form_of(item, months=["2", "4"])
    client.post(f"/rencana/baris/{item.pk}/ubah/", data)
    assert [target.month for target in item.targets.all()] == [2, 4]
    item.refresh_from_db()
    assert item.target_text == "Maret dan Juni 2026"


def test_it_refuses_an_empty_row_and_keeps_what_was_written(
    client: Client, item: PlanItem, owner: Person, assert_clean_markup: Check
) -> None:
    client.force_login(owner)
    page = client.post(
        f"/rencana/baris/{item.pk}/ubah/", form_of(item, indicator="", action=" ", note="jangan hilang")
    )
    assert_clean_markup(page)
    assert "Isi indikator atau langkah aksi" in page.content.decode()
    assert "jangan hilang" in page.content.decode()
    item.refresh_from_db()
    assert item.indicator


def test_it_refuses_a_month_that_does_not_exist(item: PlanItem, owner: Person) -> None:
    with pytest.raises(MonthsInvalid):
        edit_item(item=item, texts=ItemTexts(indicator="x", action="y", months=(0, 5)), by=owner)


def test_htmx_gets_the_form_and_then_the_changed_row(client: Client, item: PlanItem, owner: Person) -> None:
    client.force_login(owner)
    headers = {"HX-Request": "true"}
    form = client.get(f"/rencana/baris/{item.pk}/ubah/", headers=headers).content.decode()
    assert "<html" not in form
    assert "hx-post" in form
    answer = client.post(f"/rencana/baris/{item.pk}/ubah/", form_of(item, note="Baru"), headers=headers)
    text = answer.content.decode()
    assert 'id="baris"' in text
    assert "Baru" in text
    assert 'hx-swap-oob="beforeend"' in text
    assert answer["HX-Retarget"] == "#baris"
    wrong = form_of(item, indicator="", action="")
    refused = client.post(f"/rencana/baris/{item.pk}/ubah/", wrong, headers=headers)
    assert "HX-Retarget" not in refused
    assert "Isi indikator atau langkah aksi" in refused.content.decode()


def test_it_refuses_who_may_not(
    client: Client, item: PlanItem, owner: Person, team_mate: Person, stranger: Person
) -> None:
    data = form_of(item, note="tidak boleh")
    for person, status in ((team_mate, 403), (stranger, 404)):
        client.force_login(person)
        assert client.get(f"/rencana/baris/{item.pk}/ubah/").status_code == status
        assert client.post(f"/rencana/baris/{item.pk}/ubah/", data).status_code == status
    with pytest.raises(PermissionDenied):
        edit_item(item=item, texts=ItemTexts(indicator="x", action="y"), by=team_mate)
    item.refresh_from_db()
    assert item.note == ""


def test_it_refuses_a_superseded_plan(unit: Unit, item: PlanItem, owner: Person) -> None:
    PlanFactory.create(unit=unit, by=owner)
    with pytest.raises(PlanSuperseded):
        edit_item(item=item, texts=ItemTexts(indicator="x", action="y"), by=owner)

"""Correcting how the evidence cell was split."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from zonakita.foundation.audit import interface as audit
from zonakita.foundation.people.models import Person
from zonakita.modules.plans.actions import edit_requirements
from zonakita.modules.plans.actions.refusals import RequirementsEmpty
from zonakita.modules.plans.models import PlanItem

Check = Callable[[Any], None]


def test_it_takes_one_requirement_from_each_line(
    client: Client, item: PlanItem, owner: Person, assert_clean_markup: Check
) -> None:
    client.force_login(owner)
    address = f"/rencana/baris/{item.pk}/bukti/"
    assert_clean_markup(client.get(address))
    kept = item.requirements.get(text="Undangan rapat").pk
    lines = " Undangan  rapat \r\n\r\nDaftar hadir\r\nDaftar hadir\r\nSK Tim Kerja"
    client.post(address, {"requirements": lines})
    assert [piece.text for piece in item.requirements.all()] == [
        "Undangan rapat",
        "Daftar hadir",
        "SK Tim Kerja",
    ]
    assert item.requirements.get(text="Undangan rapat").pk == kept
    item.refresh_from_db()
    assert item.evidence_text == "SK Tim Kerja, Undangan rapat"
    assert audit.events_for_target(item).get().code == "plans.requirements_edited"


def test_it_refuses_to_leave_none(client: Client, item: PlanItem, owner: Person) -> None:
    with pytest.raises(RequirementsEmpty):
        edit_requirements(item=item, texts=["", "  "], by=owner)
    client.force_login(owner)
    page = client.post(f"/rencana/baris/{item.pk}/bukti/", {"requirements": " "})
    assert "Tulis sekurang-kurangnya satu bukti dukung." in page.content.decode()
    assert item.requirements.count() == 2


def test_it_refuses_who_may_not(client: Client, item: PlanItem, team_mate: Person, stranger: Person) -> None:
    for person, status in ((team_mate, 403), (stranger, 404)):
        client.force_login(person)
        assert client.post(f"/rencana/baris/{item.pk}/bukti/", {"requirements": "x"}).status_code == status
    with pytest.raises(PermissionDenied):
        edit_requirements(item=item, texts=["x"], by=team_mate)
    assert item.requirements.count() == 2

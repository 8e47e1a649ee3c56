"""Saying what unclear columns mean, once per institution."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.organisations.tests.factories import UnitFactory
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.actions.uploading import upload_decree
from zonakita.modules.document_intake.decrees.proposal import ColumnQuestion
from zonakita.modules.document_intake.models import ColumnMapping, Intake
from zonakita.modules.document_intake.queries import column_mapping_of
from zonakita.modules.document_intake.sandbox import reading as sandbox
from zonakita.modules.document_intake.tests.factories import IntakeFactory, run_reading, small_proposal

QUESTION = ColumnQuestion("rencana luaran", "Rencana Luaran", ("Laporan", "SK"), guess="evidence")


@pytest.fixture
def intake(unit: Unit, owner: Person) -> Intake:
    return IntakeFactory.create(
        unit=unit, by=owner, proposal=small_proposal(questions=(QUESTION,)), state="to_map"
    )


def url_of(intake: Intake) -> str:
    return reverse("document_intake:columns", args=[intake.pk])


def test_it_shows_heading_samples_and_guess(client: Client, owner: Person, intake: Intake) -> None:
    client.force_login(owner)

    page = client.get(url_of(intake)).content.decode()

    assert "Rencana Luaran" in page
    assert "Laporan" in page
    assert '<option value="evidence" selected>' in page


def test_it_remembers_the_answer_and_reads_again_with_it(
    client: Client, owner: Person, intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(owner)
    given: list[Any] = []

    answer = client.post(url_of(intake), {"column-0": "action"})

    assert answer.headers["Location"] == reverse("document_intake:intake", args=[intake.pk])
    intake.refresh_from_db()
    assert intake.state == "uploaded"
    assert ColumnMapping.objects.get().role == "action"

    def read(path: Any, *, column_mapping: Any, **_options: Any) -> Any:
        given.append(column_mapping)
        return small_proposal(questions=(QUESTION,))

    monkeypatch.setattr(sandbox, "read_decree_safely", read)
    run_reading(intake)
    intake.refresh_from_db()
    assert given == [{"rencana luaran": "action"}]
    assert intake.state == "to_review", "an answered column is not asked again"


def test_another_unit_of_the_institution_is_not_asked_again(
    owner: Person, intake: Intake, unit: Unit, monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    client.force_login(owner)
    client.post(url_of(intake), {"column-0": "evidence"})
    below = UnitFactory.create(parent=unit)
    monkeypatch.setattr(
        sandbox, "read_decree_safely", lambda path, **_options: small_proposal(questions=(QUESTION,))
    )
    assert column_mapping_of(below.institution_id) == {"rencana luaran": "evidence"}


def test_another_institution_is_asked(
    owner: Person,
    stranger: Person,
    other_unit: Unit,
    intake: Intake,
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client.force_login(owner)
    client.post(url_of(intake), {"column-0": "evidence"})
    foreign = upload_decree(unit=other_unit, source=io.BytesIO(b"x"), name="x.txt", by=stranger)
    monkeypatch.setattr(
        sandbox, "read_decree_safely", lambda path, **_options: small_proposal(questions=(QUESTION,))
    )

    run_reading(foreign)

    foreign.refresh_from_db()
    assert foreign.state == "to_map"


@pytest.mark.parametrize("role", ["", "raja"])
def test_it_wants_a_meaning_for_each_column(client: Client, owner: Person, intake: Intake, role: str) -> None:
    client.force_login(owner)

    answer = client.post(url_of(intake), {"column-0": role})

    assert answer.status_code == 422
    assert not ColumnMapping.objects.exists()


def test_it_leads_on_when_nothing_is_asked(client: Client, owner: Person, unit: Unit) -> None:
    read = IntakeFactory.create(unit=unit, by=owner)
    client.force_login(owner)

    answer = client.post(url_of(read), {"column-0": "action"})

    assert answer.headers["Location"] == reverse("document_intake:intake", args=[read.pk])
    assert not ColumnMapping.objects.exists()


def test_only_reviewers_answer(client: Client, team_mate: Person, stranger: Person, intake: Intake) -> None:
    for person, status in ((team_mate, 403), (stranger, 404)):
        client.force_login(person)
        assert client.post(url_of(intake), {"column-0": "action"}).status_code == status
    assert not ColumnMapping.objects.exists()

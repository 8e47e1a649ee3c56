"""Taking a decree off the list."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from zonakita.foundation.files.models import StoredFile
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.models import Intake
from zonakita.modules.document_intake.tests.factories import IntakeFactory


@pytest.fixture
def intake(unit: Unit, owner: Person) -> Intake:
    return IntakeFactory.create(unit=unit, by=owner)


def test_it_goes_from_the_list_and_its_file_stays(client: Client, owner: Person, intake: Intake) -> None:
    client.force_login(owner)
    url = reverse("document_intake:discard", args=[intake.pk])
    assert "Batalkan berkas ini?" in client.get(url).content.decode()

    answer = client.post(url)

    page = client.get(answer.headers["Location"]).content.decode()
    assert "dikeluarkan dari daftar" in page
    assert client.get(reverse("document_intake:intake", args=[intake.pk])).status_code == 404
    assert StoredFile.objects.filter(pk=intake.stored_file_id).exists()


def test_it_refuses_what_became_a_plan(client: Client, owner: Person, intake: Intake) -> None:
    Intake.objects.filter(pk=intake.pk).update(
        state="confirmed", confirmed_at=timezone.now(), confirmed_by=owner
    )
    client.force_login(owner)

    answer = client.post(reverse("document_intake:discard", args=[intake.pk]), follow=True)

    assert "sudah menjadi rencana" in answer.content.decode()
    intake.refresh_from_db()
    assert intake.discarded_at is None


def test_only_who_may_upload_cancels(
    client: Client, team_mate: Person, stranger: Person, intake: Intake
) -> None:
    for person, status in ((team_mate, 403), (stranger, 404)):
        client.force_login(person)
        assert client.post(reverse("document_intake:discard", args=[intake.pk])).status_code == status

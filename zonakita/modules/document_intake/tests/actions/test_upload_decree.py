"""Handing decrees in through the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from zonakita.foundation.audit import interface as audit
from zonakita.foundation.files.models import StoredFile
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.models import Intake
from zonakita.modules.document_intake.sandbox import reading as sandbox
from zonakita.modules.document_intake.tests.factories import IntakeFactory, small_proposal

URL = reverse("document_intake:upload")


def send(client: Client, unit: Unit, *files: tuple[str, bytes]) -> Any:
    uploaded = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(URL, {"unit": unit.pk, "documents": uploaded})


def test_it_keeps_the_file_and_leads_to_its_reading(client: Client, owner: Person, unit: Unit) -> None:
    client.force_login(owner)

    answer = send(client, unit, ("keputusan.pdf", b"bukan pdf"))

    intake = Intake.objects.get()
    assert answer.headers["Location"] == reverse("document_intake:intake", args=[intake.pk])
    assert (intake.unit, intake.name, intake.state) == (unit, "keputusan.pdf", "uploaded")
    assert intake.stored_file.size_bytes == 9
    assert intake.job is not None
    assert intake.job.owner_id == owner.pk
    codes = [event.code for event in audit.events_for_target(intake)]
    assert codes == ["document_intake.decree_uploaded"]


def test_it_reads_what_it_took_in_once_committed(
    client: Client,
    owner: Person,
    unit: Unit,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    monkeypatch.setattr(sandbox, "read_decree_safely", lambda path, **_options: small_proposal())
    client.force_login(owner)

    with django_capture_on_commit_callbacks(execute=True):
        send(client, unit, ("keputusan.txt", b"isi"))

    assert Intake.objects.get().state == "to_review"


def test_it_takes_several_files_at_once(client: Client, owner: Person, unit: Unit) -> None:
    client.force_login(owner)

    answer = send(client, unit, ("a.txt", b"satu"), ("b.txt", b"dua"))

    assert answer.headers["Location"] == reverse("document_intake:intakes")
    page = client.get(answer.headers["Location"]).content.decode()
    assert "2 berkas diterima dan sedang dibaca." in page
    assert "a.txt" in page
    assert "b.txt" in page


def test_it_says_that_the_same_file_came_before(
    client: Client, owner: Person, unit: Unit, assert_clean_markup: Callable[[Any], None]
) -> None:
    client.force_login(owner)
    send(client, unit, ("pertama.txt", b"sama"))
    known = Intake.objects.get()

    answer = send(client, unit, ("kedua.txt", b"sama"), ("baru.txt", b"lain"))

    assert answer.status_code == 422
    assert_clean_markup(answer)
    page = answer.content.decode()
    assert "1 berkas tidak diterima" in page
    assert "1 berkas diterima dan sedang dibaca." in page
    assert "sudah pernah diunggah" in page
    assert f'href="{reverse("document_intake:intake", args=[known.pk])}"' in page
    assert set(Intake.objects.values_list("name", flat=True)) == {"pertama.txt", "baru.txt"}


def test_another_unit_may_hand_in_the_same_file(
    client: Client, owner: Person, stranger: Person, unit: Unit, other_unit: Unit
) -> None:
    for person, own in ((owner, unit), (stranger, other_unit)):
        client.force_login(person)
        assert send(client, own, ("sama.txt", b"sama")).status_code == 302

    assert Intake.objects.count() == 2


def test_a_cancelled_file_may_come_again(client: Client, owner: Person, unit: Unit) -> None:
    client.force_login(owner)
    send(client, unit, ("sama.txt", b"sama"))
    client.post(reverse("document_intake:discard", args=[Intake.objects.get().pk]))

    assert send(client, unit, ("sama.txt", b"sama")).status_code == 302
    assert Intake.objects.filter(discarded_at=None).count() == 1


def test_it_refuses_an_empty_file(client: Client, owner: Person, unit: Unit) -> None:
    client.force_login(owner)

    answer = send(client, unit, ("kosong.pdf", b""))

    assert answer.status_code == 422
    assert "Berkas “kosong.pdf” kosong (0 bita)." in answer.content.decode()
    assert not StoredFile.objects.exists()


def test_it_refuses_a_file_over_the_limit(
    client: Client, owner: Person, unit: Unit, settings: Settings
) -> None:
    settings.UPLOAD_LIMIT_BYTES = 1 << 20
    client.force_login(owner)

    answer = send(client, unit, ("besar.pdf", b"x" * ((1 << 20) + 1)))

    assert answer.status_code == 422
    assert "lebih besar dari 1 MB" in answer.content.decode()
    assert not Intake.objects.exists()


def test_it_asks_for_a_file(client: Client, owner: Person, unit: Unit) -> None:
    client.force_login(owner)

    answer = client.post(URL, {"unit": unit.pk})

    assert answer.status_code == 422
    assert "Pilih sekurang-kurangnya satu berkas." in answer.content.decode()


def test_it_refuses_a_unit_of_others(client: Client, owner: Person, other_unit: Unit) -> None:
    client.force_login(owner)

    assert send(client, other_unit, ("a.txt", b"a")).status_code == 422
    assert not Intake.objects.exists()


def test_it_refuses_who_may_not_upload(client: Client, team_mate: Person, unit: Unit) -> None:
    client.force_login(team_mate)

    assert send(client, unit, ("a.txt", b"a")).status_code == 403
    assert client.get(reverse("document_intake:intakes")).status_code == 403


def test_the_list_shows_own_intakes_alone(
    client: Client, owner: Person, stranger: Person, unit: Unit, other_unit: Unit
) -> None:
    IntakeFactory.create(unit=unit, by=owner, name="milik-sendiri.pdf")
    IntakeFactory.create(unit=other_unit, by=stranger, name="milik-lain.pdf")
    client.force_login(owner)

    page = client.get(reverse("document_intake:intakes")).content.decode()

    assert "milik-sendiri.pdf" in page
    assert "milik-lain.pdf" not in page


def test_the_list_can_be_narrowed_by_state(
    client: Client, owner: Person, unit: Unit, assert_clean_markup: Callable[[Any], None]
) -> None:
    IntakeFactory.create(unit=unit, by=owner, name="perlu-dilihat.pdf")
    failed = IntakeFactory.create(unit=unit, by=owner, name="gagal-terbaca.pdf")
    Intake.objects.filter(pk=failed.pk).update(state="failed", proposal=None)
    client.force_login(owner)
    url = reverse("document_intake:intakes")

    def names(state: str) -> set[str]:
        answer = client.get(url, {"keadaan": state})
        assert_clean_markup(answer)
        page = answer.content.decode()
        return {name for name in ("perlu-dilihat.pdf", "gagal-terbaca.pdf") if name in page}

    assert names("perlu") == {"perlu-dilihat.pdf"}
    assert names("gagal") == {"gagal-terbaca.pdf"}
    assert names("ditetapkan") == set()
    assert names("apa saja") == {"perlu-dilihat.pdf", "gagal-terbaca.pdf"}

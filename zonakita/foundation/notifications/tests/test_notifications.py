"""Telling people."""

from __future__ import annotations

import pytest
from django.core import mail
from django.http import Http404
from pytest_django import DjangoCaptureOnCommitCallbacks

from zonakita.foundation.notifications import interface as notifications
from zonakita.foundation.notifications import rules
from zonakita.foundation.notifications.actions import send_mail
from zonakita.foundation.notifications.models import Notification
from zonakita.foundation.people.models import Person

pytestmark = pytest.mark.django_db

MAILED = notifications.Kind("contoh.penting", "Penting", "Hal yang penting.")
QUIET = notifications.Kind("contoh.biasa", "Biasa", "Hal yang biasa.", is_mailed=False)


@pytest.fixture(autouse=True)
def _kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules.KINDS, "_kinds", {kind.key: kind for kind in (MAILED, QUIET)})


def test_it_tells_in_the_application_and_by_mail(
    owner: Person, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        told = notifications.notify(
            person=owner,
            kind=MAILED.key,
            title="Tugas\nbaru",
            body="Susun SK.",
            url="/rencana/1/",
            unit_code="a",
        )
        assert not mail.outbox

    assert told is not None
    assert notifications.unread_count(owner) == 1
    assert [(letter.subject, letter.to) for letter in mail.outbox] == [("Tugas baru", [owner.email])]
    assert "Yth. Operator Contoh," in mail.outbox[0].body
    assert "Susun SK." in mail.outbox[0].body
    assert "http://127.0.0.1:8000/rencana/1/" in mail.outbox[0].body
    told.refresh_from_db()
    assert told.emailed_at


def test_it_mails_once(owner: Person) -> None:
    told = notifications.notify(person=owner, kind=QUIET.key, title="Halo")
    assert told is not None

    send_mail(notification_id=told.pk)
    send_mail(notification_id=told.pk)
    send_mail(notification_id=told.pk + 1)

    assert len(mail.outbox) == 1


def test_it_writes_in_the_language_of_the_person(owner: Person) -> None:
    owner.language = "en"
    owner.save()
    told = notifications.notify(person=owner, kind=QUIET.key, title="<b> & halo", body="isi <i>")
    assert told is not None

    send_mail(notification_id=told.pk)

    assert "isi <i>" in mail.outbox[0].body


def test_it_follows_the_choice_of_the_person(
    owner: Person, team_mate: Person, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    notifications.set_preference(kind=MAILED.key, channel="none", by=owner)
    notifications.set_preference(kind=QUIET.key, channel="none", by=owner)
    notifications.set_preference(kind=QUIET.key, channel="email", by=owner)

    with django_capture_on_commit_callbacks(execute=True):
        assert notifications.notify(person=owner, kind=MAILED.key, title="Tidak sampai") is None
        notifications.notify(person=owner, kind=QUIET.key, title="Sampai")
        notifications.notify(person=team_mate, kind=QUIET.key, title="Di aplikasi saja")

    assert [letter.subject for letter in mail.outbox] == ["Sampai"]
    assert [(choice.kind, choice.channel) for choice in notifications.choices_of(owner)] == [
        (MAILED, "none"),
        (QUIET, "email"),
    ]
    assert [choice.channel for choice in notifications.choices_of(team_mate)] == ["email", "app"]


def test_it_tells_nobody_who_left_and_mails_nobody_without_an_address(
    owner: Person, team_mate: Person, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    owner.is_active = False
    team_mate.email = None

    with django_capture_on_commit_callbacks(execute=True):
        assert notifications.notify(person=owner, kind=MAILED.key, title="x") is None
        assert notifications.notify(person=team_mate, kind=MAILED.key, title="x")

    assert not mail.outbox


@pytest.mark.parametrize(
    "url", ["https://lain.test/", "//lain.test", "/\\lain.test", "javascript:alert(1)", "/a\nb"]
)
def test_it_refuses_addresses_outside_this_site(owner: Person, url: str) -> None:
    with pytest.raises(ValueError, match="not an address of this site"):
        notifications.notify(person=owner, kind=QUIET.key, title="x", url=url)
    assert not Notification.objects.exists()


def test_it_refuses_unknown_kinds_and_channels(owner: Person) -> None:
    with pytest.raises(notifications.KindUnknown):
        notifications.notify(person=owner, kind="tidak.ada", title="x")
    with pytest.raises(notifications.KindUnknown):
        notifications.set_preference(kind="tidak.ada", channel="app", by=owner)
    with pytest.raises(ValueError, match="merpati"):
        notifications.set_preference(kind=QUIET.key, channel="merpati", by=owner)


def test_a_kind_is_registered_once() -> None:
    rules.KINDS.register(QUIET)
    with pytest.raises(ValueError, match="registered twice"):
        rules.KINDS.register(notifications.Kind(QUIET.key, "Lain", ""))
    assert rules.KINDS.all() == (MAILED, QUIET)


def test_a_person_reads_their_own_messages_only(owner: Person, team_mate: Person) -> None:
    mine = notifications.notify(person=owner, kind=QUIET.key, title="satu")
    notifications.notify(person=owner, kind=QUIET.key, title="dua")
    assert mine is not None

    with pytest.raises(Http404):
        notifications.notification_for(team_mate, mine.pk)
    assert notifications.mark_read(notification=mine, by=team_mate).read_at is None
    assert notifications.mark_all_read(by=team_mate) == 0
    assert notifications.unread_count(owner) == 2

    first = notifications.mark_read(notification=mine, by=owner).read_at
    assert first is not None
    assert notifications.mark_read(notification=mine, by=owner).read_at == first
    assert notifications.mark_all_read(by=owner) == 1
    assert notifications.unread_count(owner) == 0

"""The bell's pages."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from zonakita.foundation.notifications.models import Notification
from zonakita.foundation.people.models import Person


@pytest.fixture
def notification(owner: Person) -> Notification:
    return Notification.objects.create(
        person=owner, kind="contoh", title="Berkas selesai dibaca", url="/gaya/"
    )


def test_it_opens_a_message_and_marks_it_read(owner: Person, notification: Notification) -> None:
    client = Client()
    client.force_login(owner)
    assert "Berkas selesai dibaca" in client.get(reverse("notifications")).content.decode()
    response = client.post(reverse("open_notification", args=[notification.pk]))
    assert response.headers["Location"] == "/gaya/"
    notification.refresh_from_db()
    assert notification.read_at is not None


def test_it_hides_messages_of_others(stranger: Person, notification: Notification) -> None:
    client = Client()
    client.force_login(stranger)
    assert "Berkas selesai dibaca" not in client.get(reverse("notifications")).content.decode()
    assert client.post(reverse("open_notification", args=[notification.pk])).status_code == 404
    notification.refresh_from_db()
    assert notification.read_at is None


def test_it_marks_everything_read(owner: Person, notification: Notification) -> None:
    client = Client()
    client.force_login(owner)
    client.post(reverse("read_all_notifications"))
    notification.refresh_from_db()
    assert notification.read_at is not None

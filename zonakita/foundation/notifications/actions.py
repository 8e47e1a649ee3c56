"""Telling people, and what they do with the message."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.module_loading import import_string

from zonakita.foundation.jobs import interface as jobs
from zonakita.foundation.notifications.models import Channel, ChannelPreference, Notification
from zonakita.foundation.notifications.queries import channel_for, notifications_visible_to
from zonakita.foundation.notifications.rules import KINDS, is_local_address
from zonakita.foundation.people.models import Person

# By name, as a task calls an action and not the other way round.
_MAIL_TASK = "zonakita.foundation.notifications.tasks.mail_notification"


@transaction.atomic
def notify(
    *, person: Person, kind: str, title: str, body: str = "", url: str = "", unit_code: str = ""
) -> Notification | None:
    """Tell a person in the way they chose for this kind; return None where they are not told.

    The mail leaves after the commit. Raises: KindUnknown, ValueError for an address outside this site.
    """
    if url and not is_local_address(url):
        raise ValueError(f"not an address of this site: {url!r}")
    channel = channel_for(person, KINDS.get(kind))
    if channel == Channel.NONE or not person.is_active:
        return None
    notification = Notification.objects.create(
        person=person, kind=kind, title=" ".join(title.split())[:200], body=body, url=url, unit_code=unit_code
    )
    if channel == Channel.EMAIL and person.email:
        jobs.enqueue(import_string(_MAIL_TASK), notification_id=notification.pk)
    return notification


def send_mail(*, notification_id: int) -> None:
    """Send one message by e-mail; a second run finds it sent, and one deleted meanwhile is left out."""
    notification = (
        Notification.objects.select_related("person").filter(pk=notification_id, emailed_at=None).first()
    )
    if notification is None or not notification.person.email:
        return
    with translation.override(notification.person.language):
        text = render_to_string("notifications/mail.txt", _mail_values(notification))
    EmailMessage(subject=notification.title, body=text, to=[notification.person.email]).send()
    Notification.objects.filter(pk=notification_id).update(emailed_at=timezone.now())


def _mail_values(notification: Notification) -> dict[str, Any]:
    address = f"{settings.PUBLIC_ADDRESS}{notification.url}" if notification.url else ""
    return {"notification": notification, "person": notification.person, "address": address}


def mark_read(*, notification: Notification, by: Person) -> Notification:
    """Note that a person opened their message; the first time counts."""
    notifications_visible_to(by).filter(pk=notification.pk, read_at=None).update(read_at=timezone.now())
    notification.refresh_from_db()
    return notification


def mark_all_read(*, by: Person) -> int:
    """Note that a person has seen everything; return how many were new."""
    return notifications_visible_to(by).filter(read_at=None).update(read_at=timezone.now())


def set_preference(*, kind: str, channel: str, by: Person) -> None:
    """Choose how to be told about a kind. Raises: KindUnknown, ValueError for an unknown channel."""
    ChannelPreference.objects.update_or_create(
        person=by, kind=KINDS.get(kind).key, defaults={"channel": Channel(channel)}
    )

"""Reads of notifications; a person sees their own and nobody else's."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from zonakita.foundation.notifications.models import Channel, ChannelPreference, Notification
from zonakita.foundation.notifications.rules import KINDS, Kind
from zonakita.foundation.people.models import Person


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind and the channel that holds for a person."""

    kind: Kind
    channel: Channel


def notifications_visible_to(by: Person) -> QuerySet[Notification]:
    """Return a person's messages, newest first."""
    return Notification.objects.filter(person=by)


def notification_for(by: Person, notification_id: int) -> Notification:
    """Return one own message. Raises: Http404, for missing and foreign alike."""
    found = notifications_visible_to(by).filter(pk=notification_id).first()
    if found is None:
        raise Http404
    return found


def unread_count(by: Person) -> int:
    """Return how many messages wait to be read."""
    return notifications_visible_to(by).filter(read_at=None).count()


def choices_of(by: Person) -> list[Choice]:
    """Return every kind with the channel that holds for the person."""
    chosen = dict(ChannelPreference.objects.filter(person=by).values_list("kind", "channel"))
    return [Choice(kind, Channel(chosen.get(kind.key, _default(kind)))) for kind in KINDS.all()]


def channel_for(person: Person, kind: Kind) -> Channel:
    """Return how a person is told about a kind."""
    chosen = ChannelPreference.objects.filter(person=person, kind=kind.key).values_list("channel", flat=True)
    return Channel(chosen.first() or _default(kind))


def _default(kind: Kind) -> Channel:
    return Channel.EMAIL if kind.is_mailed else Channel.APP

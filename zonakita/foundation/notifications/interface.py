"""What others may use of notifications."""

from zonakita.foundation.notifications.actions import mark_all_read, mark_read, notify, set_preference
from zonakita.foundation.notifications.models import Channel
from zonakita.foundation.notifications.queries import (
    choices_of,
    notification_for,
    notifications_visible_to,
    unread_count,
)
from zonakita.foundation.notifications.rules import KINDS, Kind, KindUnknown

__all__ = [
    "KINDS",
    "Channel",
    "Kind",
    "KindUnknown",
    "choices_of",
    "mark_all_read",
    "mark_read",
    "notification_for",
    "notifications_visible_to",
    "notify",
    "set_preference",
    "unread_count",
]

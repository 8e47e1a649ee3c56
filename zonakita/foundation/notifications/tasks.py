"""Mail that leaves in the background."""

from __future__ import annotations

from django_tasks import task

from zonakita.foundation.notifications.actions import send_mail


@task()
def mail_notification(notification_id: int) -> None:
    """Send one message by e-mail."""
    send_mail(notification_id=notification_id)

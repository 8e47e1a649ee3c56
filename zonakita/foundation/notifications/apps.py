"""Wiring of notifications."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "zonakita.foundation.notifications"
    label = "notifications"
    verbose_name = "Pemberitahuan"

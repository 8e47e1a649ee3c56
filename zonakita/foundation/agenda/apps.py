"""Wiring of the working calendar."""

from django.apps import AppConfig


class AgendaConfig(AppConfig):
    name = "zonakita.foundation.agenda"
    label = "agenda"
    verbose_name = "Kalender kerja"

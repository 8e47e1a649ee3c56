"""Wiring of background jobs."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "zonakita.foundation.jobs"
    label = "jobs"
    verbose_name = "Pekerjaan latar"

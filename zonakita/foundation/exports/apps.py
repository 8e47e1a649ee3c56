"""Wiring of the export engines; they keep nothing in the database."""

from django.apps import AppConfig


class ExportsConfig(AppConfig):
    name = "zonakita.foundation.exports"
    label = "exports"
    verbose_name = "Ekspor"

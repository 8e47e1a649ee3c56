"""Wiring of the file store."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "zonakita.foundation.files"
    label = "files"
    verbose_name = "Berkas"

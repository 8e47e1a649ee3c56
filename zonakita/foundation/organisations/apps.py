"""Wiring of the app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationsConfig(AppConfig):
    name = "zonakita.foundation.organisations"
    verbose_name = _("Unit kerja")

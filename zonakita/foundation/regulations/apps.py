"""The regulation library and the scored instruments."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegulationsConfig(AppConfig):
    """Wiring of the app."""

    name = "zonakita.foundation.regulations"
    label = "regulations"
    verbose_name = _("Peraturan")

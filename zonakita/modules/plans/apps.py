"""Wiring of the app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlansConfig(AppConfig):
    """Action plans: what a unit has promised to do this year, with targets, people and findings."""

    name = "zonakita.modules.plans"
    verbose_name = _("Rencana aksi")

    def ready(self) -> None:
        """Register the kinds of message that this module sends."""
        from zonakita.foundation.notifications.interface import KINDS, Kind

        sentence = _("Saat Anda diberi baris rencana aksi untuk dikerjakan.")
        KINDS.register(Kind("plans.assigned", _("Penugasan rencana aksi"), sentence, is_mailed=False))

"""The app of the intake of decrees."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentIntakeConfig(AppConfig):
    """From an uploaded decree to a reviewed proposal of its plan."""

    name = "zonakita.modules.document_intake"
    label = "document_intake"
    verbose_name = _("Penerimaan keputusan")

    def ready(self) -> None:
        """Register the kind of message that this module sends."""
        from zonakita.foundation.notifications.interface import KINDS, Kind

        sentence = _("Saat keputusan yang Anda unggah selesai dibaca atau tidak dapat dibaca.")
        KINDS.register(Kind("document_intake.read", _("Pembacaan keputusan"), sentence, is_mailed=False))

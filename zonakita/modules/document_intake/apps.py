"""The app of the intake of decrees."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentIntakeConfig(AppConfig):
    """From an uploaded decree to a reviewed proposal of its plan."""

    name = "zonakita.modules.document_intake"
    label = "document_intake"
    verbose_name = _("Penerimaan keputusan")

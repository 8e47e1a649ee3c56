"""`manage load_regulations`: bring the program's own regulations into the database."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from zonakita.foundation.regulations.actions import load_regulations


class Command(BaseCommand):
    """Load or refresh the regulation library; safe to repeat."""

    help = _("Memuat pustaka peraturan bawaan; aman dijalankan berulang.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and say how many regulations were new or changed."""
        self.stdout.write(_("%d peraturan dimuat atau diperbarui.") % load_regulations())

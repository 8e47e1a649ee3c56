"""`zonakita seed_holidays`: fills the calendar from the library."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from zonakita.foundation.agenda.actions import seed_holidays


class Command(BaseCommand):
    help = "Mengisi hari libur nasional dan cuti bersama; perubahan yang dibuat orang tidak disentuh."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--years",
            nargs="+",
            type=int,
            help="tahun yang diisi (bawaan: tahun lalu sampai dua tahun ke depan)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        year = timezone.localdate().year
        seeding = seed_holidays(years=options["years"] or range(year - 1, year + 3))
        if options["verbosity"]:
            self.stdout.write(
                f"Hari libur: {seeding.added} ditambah, {seeding.changed} diubah, {seeding.removed} dihapus."
            )

"""`zonakita verify_files`: is every stored file still what was handed in?"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from zonakita.foundation.files.queries import damaged_content

_WORDS = {"missing": "hilang dari penyimpanan", "changed": "isinya berubah"}


class Command(BaseCommand):
    help = "Membaca ulang setiap berkas tersimpan dan membandingkannya dengan sidik SHA-256."

    def handle(self, *args: Any, **options: Any) -> None:
        damages = list(damaged_content())
        for damage in damages:
            self.stderr.write(f"{damage.sha256}: {_WORDS[damage.kind]}")
        if damages:
            raise CommandError(f"{len(damages)} berkas rusak. Pulihkan dari cadangan.")
        self.stdout.write("Semua berkas utuh.")

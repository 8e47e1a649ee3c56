"""Loads the demo office."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from zonakita.foundation.access.interface import ROLES
from zonakita.modules.plans.demo import build_demo, demo_password


class Command(BaseCommand):
    """Builds what is missing of the demo office and prints who can sign in."""

    help = "Muat kantor contoh melalui pembacaan dan penetapan yang sebenarnya, lalu cetak akun masuknya."

    def handle(self, *args: Any, **options: Any) -> None:
        """Build and tell."""
        cast = build_demo(tell=self.stdout.write)
        self.stdout.write("\nAkun contoh (kata sandi sama untuk semua):")
        for person in cast:
            self.stdout.write(f"  {person.email:<46} {ROLES[person.role].label}, {person.name}")
        self.stdout.write(f"Kata sandi: {demo_password()}")

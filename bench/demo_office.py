"""The demo office in a temporary folder, for figures that need plans."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO


@contextmanager
def demo_office() -> Iterator[None]:
    """A migrated SQLite database with the demo's plans; Django is set up inside."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ZONAKITA_DATA_DIR"] = folder
        os.environ.pop("DATABASE_URL", None)
        import django
        from django.conf import settings
        from django.core.management import call_command

        django.setup()
        settings.ALLOWED_HOSTS = ["*"]
        call_command("migrate", verbosity=0)
        call_command("load_regulations", stdout=StringIO())
        call_command("collectstatic", interactive=False, verbosity=0)
        call_command("seed_demo", stdout=StringIO())
        yield

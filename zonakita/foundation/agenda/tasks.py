"""Keeping the calendar filled ahead."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from zonakita.foundation.agenda.actions import seed_holidays


@task()
def seed_coming_years() -> None:
    """Enter the holidays of this year and the two that follow."""
    year = timezone.localdate().year
    seed_holidays(years=range(year, year + 3))

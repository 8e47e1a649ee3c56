"""Everything that happens by the clock, by cadence; times are local times of the installation."""

from __future__ import annotations

from datetime import timedelta

from zonakita.foundation.jobs.rules import Cadence

NIGHTLY = Cadence("nightly", timedelta(days=1), from_hour=2)
MONTHLY = Cadence("monthly", timedelta(days=30), from_hour=3)

SCHEDULE: dict[Cadence, tuple[str, ...]] = {
    NIGHTLY: (
        "zonakita.foundation.jobs.tasks.tidy_jobs",
        "zonakita.foundation.jobs.tasks.clear_sessions",
    ),
    MONTHLY: ("zonakita.foundation.agenda.tasks.seed_coming_years",),
}

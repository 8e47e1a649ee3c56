"""Due periods of a plan, told from dates alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Period = tuple[int, int]
"""A year and a month, 1..12."""


class Timing(StrEnum):
    """Where a due period stands as seen from today."""

    PAST = "past"
    NOW = "now"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class DuePeriod:
    """One due period; `week` 1..5 where the plan names one."""

    year: int
    month: int
    week: int | None = None


def timing_of(period: Period, today: date) -> Timing:
    """Whether a period's month is over, running or still to come."""
    now = (today.year, today.month)
    if period == now:
        return Timing.NOW
    return Timing.PAST if period < now else Timing.AHEAD


def next_due(periods: Iterable[Period], today: date) -> Period | None:
    """The earliest period that is not over; None where all are over or none is set."""
    return min((period for period in periods if period >= (today.year, today.month)), default=None)


def due_periods(months: Sequence[int], *, year: int, week: int | None) -> tuple[DuePeriod, ...]:
    """One due period for each month; a week can only be meant where there is one month."""
    unique = sorted(set(months))
    return tuple(DuePeriod(year, month, week if len(unique) == 1 else None) for month in unique)

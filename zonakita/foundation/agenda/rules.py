"""Working days: a deadline is a pure function of start, length and calendar, with a readable trace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from zonakita.kernel.months import MONTH_NAMES

Reason = Literal["weekend", "national", "collective_leave", "local"]

WEEKDAY_NAMES = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_REASON_WORDS: Mapping[Reason, str] = {
    "weekend": "akhir pekan",
    "national": "libur nasional",
    "collective_leave": "cuti bersama",
    "local": "libur setempat",
}
_WEEKEND = frozenset({5, 6})
# Further than this a number of working days is a slip of the keyboard.
MAX_WORKING_DAYS = 2000


class WorkingDaysOutOfRange(ValueError):
    """The number of working days is negative or beyond reason."""


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day without work, and whether its date is still an estimate."""

    date: date
    name: str
    reason: Reason
    is_estimated: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day that a deadline passed over."""

    date: date
    reason: Reason
    name: str = ""
    is_estimated: bool = False

    def __str__(self) -> str:
        words = f"{indonesian_date(self.date)}: {_REASON_WORDS[self.reason]}"
        named = f"{words} ({self.name})" if self.name else words
        return f"{named}, tanggal masih perkiraan" if self.is_estimated else named


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day, and the days that did not count on the way to it.

    `unknown_years` are years on the way whose holidays nobody has entered: the date may still move.
    """

    start: date
    working_days: int
    skipped: tuple[Skipped, ...]
    unknown_years: tuple[int, ...]
    date: date

    @property
    def is_estimated(self) -> bool:
        """Whether the date rests on an estimated holiday or an unknown year."""
        return bool(self.unknown_years) or any(day.is_estimated for day in self.skipped)

    @property
    def trace(self) -> tuple[str, ...]:
        """Return sentences that let a person count along."""
        return (
            f"Mulai {indonesian_date(self.start)}; hari pertama dihitung sesudahnya.",
            *(f"Dilewati: {day}." for day in self.skipped),
            *(f"Hari libur tahun {year} belum diisi; tanggal dapat berubah." for year in self.unknown_years),
            f"{self.working_days} hari kerja berakhir pada {indonesian_date(self.date)}.",
        )


class WorkingCalendar:
    """Which days are worked: Monday to Friday without the days off."""

    def __init__(self, days_off: Iterable[DayOff], known_years: Iterable[int] = ()) -> None:
        self._days_off: dict[date, DayOff] = {}
        for day in days_off:
            kept = self._days_off.get(day.date)
            # A settled day off outweighs an estimate of the same date.
            if kept is None or (kept.is_estimated and not day.is_estimated):
                self._days_off[day.date] = day
        self._known_years = frozenset(known_years)

    def day_off(self, day: date) -> Skipped | None:
        """Return why a day is not worked, or None when it is."""
        if found := self._days_off.get(day):
            return Skipped(day, found.reason, found.name, found.is_estimated)
        return Skipped(day, "weekend") if day.weekday() in _WEEKEND else None

    def is_working_day(self, day: date) -> bool:
        """Whether work is done on a day."""
        return self.day_off(day) is None

    def knows_year(self, year: int) -> bool:
        """Whether anybody entered the holidays of a year."""
        return year in self._known_years


def add_working_days(start: date, working_days: int, calendar: WorkingCalendar) -> Deadline:
    """Return the day on which so many working days after `start` are over; the start itself is not counted.

    With 0 the deadline is the start, or the next working day where the start is none.
    Raises: WorkingDaysOutOfRange.
    """
    if not 0 <= working_days <= MAX_WORKING_DAYS:
        raise WorkingDaysOutOfRange(f"jumlah hari kerja harus antara 0 dan {MAX_WORKING_DAYS}")
    skipped: list[Skipped] = []
    counted, last = 0, start
    days = _days_from(start) if working_days == 0 else _days_from(start + timedelta(days=1))
    for last in days:
        if off := calendar.day_off(last):
            skipped.append(off)
            continue
        counted += 1
        if counted >= working_days:
            break
    years = range(start.year, last.year + 1)
    unknown = tuple(year for year in years if not calendar.knows_year(year))
    return Deadline(start, working_days, tuple(skipped), unknown, last)


def working_days_between(start: date, end: date, calendar: WorkingCalendar) -> int:
    """Return how many working days lie after `start` up to and including `end`; 0 when it is not later."""
    days = ((start + timedelta(days=number)) for number in range(1, (end - start).days + 1))
    return sum(calendar.is_working_day(day) for day in days)


def _days_from(first: date) -> Iterator[date]:
    day = first
    while True:
        yield day
        day += timedelta(days=1)


def indonesian_date(day: date) -> str:
    """Return a date as people say it: "Selasa, 10 Maret 2026"."""
    return f"{WEEKDAY_NAMES[day.weekday()]}, {day.day} {MONTH_NAMES[day.month - 1]} {day.year}"

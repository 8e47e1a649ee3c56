"""Working days, counted by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonakita.foundation.agenda.rules import (
    DayOff,
    WorkingCalendar,
    WorkingDaysOutOfRange,
    add_working_days,
    indonesian_date,
    working_days_between,
)

NATIONAL = [
    DayOff(date(2026, 3, 19), "Hari Suci Nyepi", "national"),
    DayOff(date(2026, 3, 21), "Hari Raya Idul Fitri", "national"),
    DayOff(date(2026, 3, 22), "Hari kedua dari Hari Raya Idul Fitri", "national"),
    DayOff(date(2026, 4, 3), "Wafat Yesus Kristus", "national"),
]
LEAVE = [
    DayOff(date(2026, 3, day), "Cuti bersama", "collective_leave", is_estimated=day == 24)
    for day in (18, 20, 23, 24)
]
WITH_LEAVE = WorkingCalendar([*NATIONAL, *LEAVE], {2026})
WITHOUT_LEAVE = WorkingCalendar(NATIONAL, {2026})
START = date(2026, 3, 10)

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
CALENDARS = st.lists(
    st.builds(DayOff, DAYS, st.just("x"), st.just("national"), st.booleans()), max_size=40
).map(lambda days: WorkingCalendar(days, range(2020, 2032)))


@pytest.mark.parametrize(
    ("working_days", "calendar", "expected"),
    [
        (10, WITH_LEAVE, date(2026, 3, 31)),
        (10, WITHOUT_LEAVE, date(2026, 3, 25)),
        (17, WITH_LEAVE, date(2026, 4, 10)),
        (1, WITH_LEAVE, date(2026, 3, 11)),
        (0, WITH_LEAVE, START),
    ],
)
def test_it_ends_where_a_person_counts_to(
    working_days: int, calendar: WorkingCalendar, expected: date
) -> None:
    """Source: service-rules check of 10 March 2026; an extension of 7 days after the first 10."""
    assert add_working_days(START, working_days, calendar).date == expected


def test_zero_days_from_a_day_off_end_on_the_next_working_day() -> None:
    assert add_working_days(date(2026, 3, 21), 0, WITH_LEAVE).date == date(2026, 3, 25)


def test_it_tells_which_days_did_not_count() -> None:
    deadline = add_working_days(date(2026, 3, 17), 1, WITH_LEAVE)

    assert deadline.date == date(2026, 3, 25)
    assert deadline.is_estimated
    assert deadline.trace == (
        "Mulai Selasa, 17 Maret 2026; hari pertama dihitung sesudahnya.",
        "Dilewati: Rabu, 18 Maret 2026: cuti bersama (Cuti bersama).",
        "Dilewati: Kamis, 19 Maret 2026: libur nasional (Hari Suci Nyepi).",
        "Dilewati: Jumat, 20 Maret 2026: cuti bersama (Cuti bersama).",
        "Dilewati: Sabtu, 21 Maret 2026: libur nasional (Hari Raya Idul Fitri).",
        "Dilewati: Minggu, 22 Maret 2026: libur nasional (Hari kedua dari Hari Raya Idul Fitri).",
        "Dilewati: Senin, 23 Maret 2026: cuti bersama (Cuti bersama).",
        "Dilewati: Selasa, 24 Maret 2026: cuti bersama (Cuti bersama), tanggal masih perkiraan.",
        "1 hari kerja berakhir pada Rabu, 25 Maret 2026.",
    )


def test_it_says_which_years_nobody_entered() -> None:
    deadline = add_working_days(date(2026, 12, 30), 3, WITH_LEAVE)

    assert deadline.unknown_years == (2027,)
    assert deadline.is_estimated
    assert "Hari libur tahun 2027 belum diisi; tanggal dapat berubah." in deadline.trace


def test_a_settled_day_outweighs_an_estimate_of_the_same_date() -> None:
    estimate = DayOff(date(2026, 3, 19), "Perkiraan", "local", is_estimated=True)

    for days in ([estimate, NATIONAL[0]], [NATIONAL[0], estimate]):
        off = WorkingCalendar(days).day_off(date(2026, 3, 19))
        assert off is not None
        assert off.name == "Hari Suci Nyepi"


@pytest.mark.parametrize("working_days", [-1, 2001])
def test_it_refuses_an_absurd_number(working_days: int) -> None:
    with pytest.raises(WorkingDaysOutOfRange):
        add_working_days(START, working_days, WITH_LEAVE)


@given(DAYS, st.integers(1, 60), CALENDARS)
def test_it_counts_the_same_forwards_and_back(
    start: date, working_days: int, calendar: WorkingCalendar
) -> None:
    deadline = add_working_days(start, working_days, calendar)

    assert calendar.is_working_day(deadline.date)
    assert working_days_between(start, deadline.date, calendar) == working_days
    assert (deadline.date - start).days == working_days + len(deadline.skipped)


@given(DAYS, st.integers(0, 30), st.integers(1, 30), CALENDARS)
def test_an_extension_counts_on_from_the_first_deadline(
    start: date, first: int, more: int, calendar: WorkingCalendar
) -> None:
    once = add_working_days(start, first + more, calendar).date
    twice = add_working_days(add_working_days(start, first, calendar).date, more, calendar).date

    assert once == twice or (first == 0 and not calendar.is_working_day(start))


def test_nothing_lies_between_a_day_and_an_earlier_one() -> None:
    assert working_days_between(START, START - timedelta(days=5), WITH_LEAVE) == 0


def test_it_names_dates_as_people_do() -> None:
    assert indonesian_date(date(2026, 8, 17)) == "Senin, 17 Agustus 2026"

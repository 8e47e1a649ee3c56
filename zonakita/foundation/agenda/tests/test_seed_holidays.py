"""Filling the calendar from the library."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.management import call_command

from zonakita.foundation.agenda import interface as agenda
from zonakita.foundation.agenda.models import Holiday
from zonakita.foundation.agenda.tasks import seed_coming_years

pytestmark = pytest.mark.django_db


def test_it_gives_the_deadlines_of_march_2026() -> None:
    agenda.seed_holidays(years=[2026])
    start = date(2026, 3, 10)

    calendar = agenda.calendar_for()
    assert agenda.add_working_days(start, 10, calendar).date == date(2026, 3, 31)
    assert agenda.add_working_days(start, 17, calendar).date == date(2026, 4, 10)

    Holiday.objects.filter(kind=agenda.HolidayKind.COLLECTIVE_LEAVE).delete()
    assert agenda.add_working_days(start, 10, agenda.calendar_for()).date == date(2026, 3, 25)


def test_it_knows_estimates_from_settled_days() -> None:
    agenda.seed_holidays(years=[2028])

    status = dict(Holiday.objects.values_list("name", "status"))
    assert status["Hari Kemerdekaan Republik Indonesia"] == agenda.HolidayStatus.SET
    assert status["Hari Raya Idul Fitri"] == agenda.HolidayStatus.ESTIMATED
    assert not any("perkiraan" in name for name in status)
    assert not Holiday.objects.filter(kind=agenda.HolidayKind.COLLECTIVE_LEAVE).exists()


def test_it_runs_again_without_doubling() -> None:
    first = agenda.seed_holidays(years=[2026, 2027])
    again = agenda.seed_holidays(years=[2026, 2027])

    assert first.added == Holiday.objects.count() > 40
    assert (again.added, again.changed, again.removed) == (0, 0, 0)


def test_it_leaves_alone_what_a_person_changed_and_repairs_the_rest() -> None:
    agenda.seed_holidays(years=[2026])
    mine, moved, outdated = Holiday.objects.all()[:3]
    Holiday.objects.filter(pk=mine.pk).update(name="Nama dari SKB", is_edited=True)
    Holiday.objects.filter(pk=moved.pk).update(name="Lama", status=agenda.HolidayStatus.ESTIMATED)
    Holiday.objects.filter(pk=outdated.pk).update(seed_key="2026-02-30:national", date=date(2026, 2, 3))

    seeding = agenda.seed_holidays(years=[2026])

    assert (seeding.added, seeding.changed, seeding.removed) == (1, 1, 1)
    assert Holiday.objects.get(pk=mine.pk).name == "Nama dari SKB"
    assert Holiday.objects.get(pk=moved.pk).name == moved.name
    assert not Holiday.objects.filter(date=date(2026, 2, 3)).exists()


def test_it_adds_no_second_row_beside_a_day_that_a_person_entered() -> None:
    Holiday.objects.create(
        date=date(2026, 8, 17), name="HUT RI", kind=agenda.HolidayKind.NATIONAL, is_edited=True
    )

    agenda.seed_holidays(years=[2026])

    assert [day.name for day in Holiday.objects.filter(date=date(2026, 8, 17))] == ["HUT RI"]


def test_the_command_takes_years(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("seed_holidays", years=[2026])

    assert agenda.years_on_record() == [2026]
    assert (
        capsys.readouterr().out == f"Hari libur: {Holiday.objects.count()} ditambah, 0 diubah, 0 dihapus.\n"
    )


def test_the_monthly_task_fills_three_years() -> None:
    seed_coming_years.call()

    assert len(agenda.years_on_record()) == 3

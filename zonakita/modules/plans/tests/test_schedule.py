"""Due periods from dates alone."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from zonakita.modules.plans.rules.schedule import DuePeriod, Timing, due_periods, next_due, timing_of

TODAY = date(2026, 3, 15)


def test_it_tells_past_now_and_ahead() -> None:
    assert timing_of((2026, 2), TODAY) is Timing.PAST
    assert timing_of((2025, 12), TODAY) is Timing.PAST
    assert timing_of((2026, 3), TODAY) is Timing.NOW
    assert timing_of((2026, 4), TODAY) is Timing.AHEAD


def test_the_next_due_period_may_be_this_month() -> None:
    assert next_due([(2026, 1), (2026, 3), (2026, 6)], TODAY) == (2026, 3)
    assert next_due([(2026, 1), (2026, 2)], TODAY) is None
    assert next_due([], TODAY) is None


def test_a_week_holds_for_a_single_month_only() -> None:
    assert due_periods([1], year=2026, week=2) == (DuePeriod(2026, 1, 2),)
    assert due_periods([3, 1, 3], year=2026, week=2) == (DuePeriod(2026, 1), DuePeriod(2026, 3))


@given(st.lists(st.tuples(st.integers(2024, 2028), st.integers(1, 12))))
def test_the_next_due_period_is_never_over_and_the_nearest(periods: list[tuple[int, int]]) -> None:
    due = next_due(periods, TODAY)
    ahead = [period for period in periods if timing_of(period, TODAY) is not Timing.PAST]
    assert due == (min(ahead) if ahead else None)

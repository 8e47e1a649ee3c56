"""When work counts as abandoned, and when scheduled work is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonakita.foundation.jobs import rules
from zonakita.foundation.jobs.schedule import MONTHLY, NIGHTLY

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("silent", "has_begun", "has_worker", "worker_is_dead", "is_on_queue", "expected"),
    [
        (0 * MINUTE, True, True, True, True, True),
        (60 * MINUTE, True, True, False, True, False),
        (1 * MINUTE, True, True, False, False, False),
        (3 * MINUTE, True, True, False, False, True),
        (14 * MINUTE, True, False, True, False, False),
        (16 * MINUTE, True, False, True, False, True),
        (60 * MINUTE, False, False, True, True, False),
        (1 * MINUTE, False, False, True, False, False),
        (3 * MINUTE, False, False, True, False, True),
    ],
)
def test_it_knows_abandoned_work(
    silent: timedelta,
    has_begun: bool,
    has_worker: bool,
    worker_is_dead: bool,
    is_on_queue: bool,
    expected: bool,
) -> None:
    assert (
        rules.is_job_abandoned(
            heard_at=NOW - silent,
            has_begun=has_begun,
            has_worker=has_worker,
            worker_is_dead=worker_is_dead,
            is_on_queue=is_on_queue,
            now=NOW,
        )
        is expected
    )


@given(st.integers(-5, 500), st.integers(-5, 500))
def test_it_keeps_progress_between_0_and_100(done: int, total: int) -> None:
    assert 0 <= rules.percent_done(done, total) <= 100


@pytest.mark.parametrize(
    ("cadence", "last", "now", "expected"),
    [
        (NIGHTLY, None, datetime(2026, 3, 10, 1, tzinfo=UTC), False),
        (NIGHTLY, None, datetime(2026, 3, 10, 2, tzinfo=UTC), True),
        (NIGHTLY, datetime(2026, 3, 9, 23, 59, tzinfo=UTC), datetime(2026, 3, 10, 2, tzinfo=UTC), True),
        (NIGHTLY, datetime(2026, 3, 10, 2, tzinfo=UTC), datetime(2026, 3, 10, 23, tzinfo=UTC), False),
        (NIGHTLY, datetime(2026, 3, 1, 2, tzinfo=UTC), datetime(2026, 3, 10, 15, tzinfo=UTC), True),
        (MONTHLY, datetime(2026, 3, 1, 4, tzinfo=UTC), datetime(2026, 3, 30, 4, tzinfo=UTC), False),
        (MONTHLY, datetime(2026, 3, 1, 4, tzinfo=UTC), datetime(2026, 3, 31, 4, tzinfo=UTC), True),
        (rules.Cadence("hourly", timedelta(hours=1)), NOW - 59 * MINUTE, NOW, False),
        (rules.Cadence("hourly", timedelta(hours=1)), NOW - 60 * MINUTE, NOW, True),
    ],
)
def test_it_knows_when_work_is_due(
    cadence: rules.Cadence, last: datetime | None, now: datetime, expected: bool
) -> None:
    assert rules.is_due(cadence, last, now) is expected

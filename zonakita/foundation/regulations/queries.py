"""Reads of the regulation library."""

from __future__ import annotations

from typing import cast

from django.db.models import QuerySet

from zonakita.foundation.regulations import library as plain
from zonakita.foundation.regulations.models import Regulation


def library() -> plain.RegulationLibrary:
    """The library as the administrators keep it; the built-in one while the table is empty."""
    rows = list(regulations())
    if not rows:
        return plain.load_library()
    return plain.RegulationLibrary(_plain(row) for row in rows)


def regulations() -> QuerySet[Regulation]:
    """All regulations with their relations, in the library's order."""
    return Regulation.objects.prefetch_related("amends", "repeals", "amended_by", "repealed_by")


def _plain(row: Regulation) -> plain.Regulation:
    has_period = row.period_from is not None and row.period_to is not None
    return plain.Regulation(
        key=row.key,
        title=row.title,
        state_gazette=row.state_gazette or None,
        supplement=row.supplement or None,
        official_gazette=row.official_gazette or None,
        in_force_from=row.in_force_from,
        in_force_to=row.in_force_to,
        period=(cast(int, row.period_from), cast(int, row.period_to)) if has_period else None,
        amends=tuple(target.key for target in row.amends.all()),
        repeals=tuple(target.key for target in row.repeals.all()),
        checked=cast(plain.Checked, row.checked),
        repeals_checked=cast(plain.Checked, row.repeals_checked) if row.repeals_checked else None,
        note=row.note,
    )

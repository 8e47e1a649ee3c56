"""Reads of the regulation library, which is open to everyone signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from django.db.models import Count, Max, QuerySet
from django.http import Http404

from zonakita.foundation.regulations import library as plain
from zonakita.foundation.regulations.keys import TYPES, normalise_key
from zonakita.foundation.regulations.models import Regulation

_RANKS = {name: rank for rank, name in enumerate(TYPES)}


@dataclass(frozen=True, slots=True)
class Entry:
    """A regulation with its number in the database and how it stands on the day asked about."""

    regulation_id: int
    facts: plain.Regulation
    state: plain.ForceState
    repealed_by: plain.Regulation | None


class Catalogue:
    """The whole library at one moment, read at once; at most some hundred regulations."""

    def __init__(self, rows: list[Regulation], on: date) -> None:
        """Keep the rows as facts, judged on a day."""
        self.library = plain.RegulationLibrary(facts_of(row) for row in rows)
        self._ids = {row.key: row.pk for row in rows}
        self.on = on

    def id_of(self, key: str) -> int | None:
        """The number in the database of a key in any spelling."""
        return self._ids.get(normalise_key(key))

    def entry(self, facts: plain.Regulation) -> Entry:
        """A regulation of this library with its state."""
        state = self.library.state_on(facts.key, self.on)
        repealing = self.library.repealed_by(facts.key, self.on)
        return Entry(self._ids[facts.key], facts, state or plain.ForceState.IN_FORCE, repealing)

    def entries(self) -> list[Entry]:
        """All regulations: laws first, then by type, the newest of each first."""
        return sorted((self.entry(facts) for facts in self.library), key=_order)

    def types(self) -> list[str]:
        """The types that occur, in the order of `entries`."""
        return list(dict.fromkeys(entry.facts.type for entry in self.entries()))


def library() -> plain.RegulationLibrary:
    """The library as the administrators keep it; the built-in one while the table is empty."""
    rows = list(_with_relations())
    if not rows:
        return plain.load_library()
    return plain.RegulationLibrary(facts_of(row) for row in rows)


def library_stamp() -> str:
    """A text that changes with every change of the library, for keys of what was computed from it."""
    seen = Regulation.objects.aggregate(last=Max("changed_at"), count=Count("pk"))
    return f"{seen['count']}-{seen['last'].timestamp() if seen['last'] else 0}"


def catalogue(on: date) -> Catalogue:
    """The library with numbers in the database, judged on a day."""
    return Catalogue(list(_with_relations()), on)


def regulation_for(regulation_id: int) -> Regulation:
    """One regulation. Raises: Http404."""
    regulation = _with_relations().filter(pk=regulation_id).first()
    if regulation is None:
        raise Http404
    return regulation


def facts_of(row: Regulation) -> plain.Regulation:
    """The facts of a row, relations included."""
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
        source=row.source,
        note=row.note,
    )


def _with_relations() -> QuerySet[Regulation]:
    return Regulation.objects.prefetch_related("amends", "repeals")


def _order(entry: Entry) -> tuple[int, str, int, str]:
    facts = entry.facts
    return (_RANKS.get(facts.type, len(_RANKS)), facts.type, -(facts.year or 0), facts.number.zfill(8))

"""The regulation library: what exists, amends, repeals, and was in force when. No Django."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml

from zonakita.foundation.regulations.keys import key_parts, normalise_key

DATA_FILE = Path(__file__).parent / "data" / "regulations.yaml"

Checked = Literal["text", "decrees", "no"]


class ForceState(Enum):
    """How a regulation stands on a day; a plan whose period is over was not revoked by that."""

    IN_FORCE = "in_force"
    PERIOD_OVER = "period_over"
    NOT_YET = "not_yet"
    REPEALED = "repealed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Regulation:
    """One regulation.

    Gazette numbers are `1999/75` (Lembaran or Berita Negara) and `3851` (Tambahan), None where unknown.
    `period` is the first and last year of a time-bound plan. `checked` says whether its facts were read in
    the published text, taken from decrees, or not checked; `repeals_checked` the same for what it repeals;
    `source` names the text.
    """

    key: str
    title: str
    state_gazette: str | None = None
    supplement: str | None = None
    official_gazette: str | None = None
    in_force_from: date | None = None
    in_force_to: date | None = None
    period: tuple[int, int] | None = None
    amends: tuple[str, ...] = ()
    repeals: tuple[str, ...] = ()
    checked: Checked = "no"
    repeals_checked: Checked | None = None
    source: str = ""
    note: str = ""

    @property
    def type(self) -> str:
        """The short type: UU, PP, PermenPANRB."""
        return key_parts(self.key)[0]

    @property
    def number(self) -> str:
        """The number without the year."""
        return key_parts(self.key)[1]

    @property
    def year(self) -> int | None:
        """The year of the number."""
        return key_parts(self.key)[2]

    @property
    def gazette(self) -> str | None:
        """The gazette that decrees cite: Lembaran Negara, else Berita Negara."""
        return self.state_gazette or self.official_gazette

    @property
    def is_verified(self) -> bool:
        """Whether its facts were read in the published text."""
        return self.checked == "text"

    @property
    def are_repeals_verified(self) -> bool:
        """Whether what it repeals rests on more than general knowledge."""
        return (self.repeals_checked or self.checked) != "no"

    def starts_on(self) -> date:
        """The first day in force; the first day of its year where no day is known."""
        return self.in_force_from or date(self.year or 1945, 1, 1)

    def repeals_from(self) -> date:
        """The day from which its repeals count; the last of its year where no day is known."""
        return self.in_force_from or date(self.year or 9999, 12, 31)


class RegulationLibrary:
    """Regulations by key, with their amendments and repeals."""

    def __init__(self, regulations: Iterable[Regulation]) -> None:
        self._by_key = {normalise_key(regulation.key): regulation for regulation in regulations}

    def __len__(self) -> int:
        return len(self._by_key)

    def __iter__(self) -> Iterator[Regulation]:
        return iter(self._by_key.values())

    def find(self, key: str) -> Regulation | None:
        """The regulation of a key in any spelling ("Undang-Undang Nomor 28 Tahun 1999")."""
        return self._by_key.get(normalise_key(key))

    def amended_by(self, key: str) -> tuple[Regulation, ...]:
        """The regulations that amend it, oldest first."""
        return self._amending.get(normalise_key(key), ())

    def repealed_by(self, key: str, on: date | None = None) -> Regulation | None:
        """The regulation that repealed it, on or before a day where one is given."""
        for regulation in self._repealing.get(normalise_key(key), ()):
            if on is None or regulation.repeals_from() <= on:
                return regulation
        return None

    def is_revoked_on(self, key: str, on: date) -> bool:
        """Whether it was repealed or had run out by a day; False for an unknown regulation."""
        regulation = self.find(key)
        if regulation is None:
            return False
        has_ended = regulation.in_force_to is not None and regulation.in_force_to < on
        return has_ended or self.repealed_by(key, on) is not None

    def has_expired_on(self, key: str, on: date) -> bool:
        """Whether a time-bound plan's period was over on a day."""
        regulation = self.find(key)
        return bool(regulation and regulation.period and regulation.period[1] < on.year)

    def state_on(self, key: str, on: date) -> ForceState | None:
        """How it stands on a day; None for an unknown regulation."""
        regulation = self.find(key)
        if regulation is None:
            return None
        if self.repealed_by(key, on) is not None:
            return ForceState.REPEALED
        if self.is_revoked_on(key, on):
            return ForceState.ENDED
        if regulation.starts_on() > on:
            return ForceState.NOT_YET
        return ForceState.PERIOD_OVER if self.has_expired_on(key, on) else ForceState.IN_FORCE

    def in_force_on(self, on: date) -> tuple[Regulation, ...]:
        """All regulations in force on a day, in the library's order."""
        return tuple(
            regulation
            for regulation in self._by_key.values()
            if regulation.starts_on() <= on and not self.is_revoked_on(regulation.key, on)
        )

    @cached_property
    def _amending(self) -> Mapping[str, tuple[Regulation, ...]]:
        return self._index("amends")

    @cached_property
    def _repealing(self) -> Mapping[str, tuple[Regulation, ...]]:
        return self._index("repeals")

    def _index(self, relation: str) -> Mapping[str, tuple[Regulation, ...]]:
        found: dict[str, list[Regulation]] = defaultdict(list)
        for regulation in self._by_key.values():
            for target in getattr(regulation, relation):
                found[normalise_key(target)].append(regulation)
        return {key: tuple(sorted(those, key=Regulation.starts_on)) for key, those in found.items()}


@lru_cache(maxsize=1)
def load_library() -> RegulationLibrary:
    """The library that comes with the program."""
    return RegulationLibrary(read_regulations(DATA_FILE))


def read_regulations(path: Path) -> tuple[Regulation, ...]:
    """The regulations of a YAML file.

    Raises: ValueError with the entry's key where a field is unknown or a relation points nowhere.
    """
    entries: list[dict[str, Any]] = yaml.safe_load(path.read_text("utf-8")) or []
    regulations = tuple(_from_entry(entry) for entry in entries)
    keys = {regulation.key for regulation in regulations}
    for regulation in regulations:
        for target in (*regulation.amends, *regulation.repeals):
            if target not in keys:
                raise ValueError(f"{regulation.key}: {target} is not in {path.name}")
    return regulations


def _from_entry(entry: dict[str, Any]) -> Regulation:
    fields = dict(entry)
    fields["repeals_checked"] = fields.pop("checked_repeals", None)
    fields["amends"] = tuple(fields.get("amends", ()))
    fields["repeals"] = tuple(fields.get("repeals", ()))
    period = fields.get("period")
    fields["period"] = (int(period[0]), int(period[1])) if period else None
    try:
        return Regulation(**fields)
    except TypeError as error:
        raise ValueError(f"{entry.get('key', entry)}: {error}") from error

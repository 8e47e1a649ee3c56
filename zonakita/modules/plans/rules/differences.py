"""What changed between two plans of one unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from zonakita.kernel.alignment import Segment, align, word_differences
from zonakita.kernel.text import normalise

Change = Literal["added", "dropped", "reworded", "moved_in_time", "unchanged"]
_FIELDS = ("indicator", "action", "evidence")


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A plan's row as it is compared; `key` is whatever the caller knows the row by."""

    key: object
    area: str
    component: str
    indicator: str
    action: str
    evidence: str
    months: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The words by which rows are aligned."""
        return f"{self.component} {self.indicator} {self.action}"


@dataclass(frozen=True, slots=True)
class RowDifference:
    """One line of a comparison.

    `changes` holds every kind that applies (reworded and moved_in_time may stand together); `fields` names
    the differing cells.
    """

    old: ComparedRow | None
    new: ComparedRow | None
    changes: tuple[Change, ...]
    fields: tuple[str, ...] = ()
    is_reordered: bool = False

    @property
    def words(self) -> tuple[tuple[str, tuple[Segment, ...]], ...]:
        """The differing cells with their segments; worked out when asked, since most lines are not shown."""
        return tuple(
            (name, word_differences(getattr(self.old, name), getattr(self.new, name))) for name in self.fields
        )


@dataclass(frozen=True, slots=True)
class PlanDifference:
    """All lines of a comparison, in the new plan's order."""

    rows: tuple[RowDifference, ...]

    def count(self, change: Change) -> int:
        """How many lines have a kind of change."""
        return sum(change in row.changes for row in self.rows)


def compare_plans(old: Sequence[ComparedRow], new: Sequence[ComparedRow]) -> PlanDifference:
    """Align two plans by likeness and say for each row what changed."""
    pairs = align([row.text for row in old], [row.text for row in new])
    lines = []
    for pair in pairs:
        before = old[pair.old] if pair.old is not None else None
        after = new[pair.new] if pair.new is not None else None
        lines.append(_difference(before, after, is_reordered=pair.is_moved))
    return PlanDifference(tuple(lines))


def _difference(old: ComparedRow | None, new: ComparedRow | None, *, is_reordered: bool) -> RowDifference:
    if old is None or new is None:
        return RowDifference(old, new, ("added",) if old is None else ("dropped",))
    fields = tuple(name for name in _FIELDS if normalise(getattr(old, name)) != normalise(getattr(new, name)))
    changes: list[Change] = ["reworded"] if fields else []
    if old.months != new.months:
        changes.append("moved_in_time")
    return RowDifference(old, new, tuple(changes) or ("unchanged",), fields, is_reordered)

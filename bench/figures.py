"""One measured figure, printed as one JSON line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`budget` is None for a figure that is only reported; `at_least`: more is better."""

    name: str
    value: float | None
    unit: str
    budget: float | None = None
    at_least: bool = False

    @property
    def is_ok(self) -> bool:
        """Whether the figure keeps its budget; a missing value never does."""
        if self.budget is None:
            return True
        if self.value is None:
            return False
        return self.value >= self.budget if self.at_least else self.value <= self.budget

    def as_line(self) -> str:
        """The line that `make bench` prints."""
        value = None if self.value is None else round(self.value, 4)
        return json.dumps(
            {"name": self.name, "value": value, "unit": self.unit, "budget": self.budget, "ok": self.is_ok}
        )


Measure = Callable[[], Iterator[Figure]]

"""Unit trees kept as data, for the demo and for offices that start from one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class UnitSeed:
    """One unit of a tree; parents come before their units."""

    code: str
    name: str
    short_name: str
    level: str
    time_zone: str
    parent: str | None = None


def unit_seeds(tree: str) -> list[UnitSeed]:
    """Read a tree by the name of its file, without ending."""
    rows = yaml.safe_load((DATA / f"{tree}.yaml").read_text(encoding="utf-8"))
    return [UnitSeed(**row) for row in rows]

"""Scored instruments as data: areas, sub-areas and questions of the LKE. No Django."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

DATA_FOLDER = Path(__file__).parent / "data"

Section = Literal["pemenuhan", "reform", "hasil"]


@dataclass(frozen=True, slots=True)
class Question:
    """One scored item; `statement` and `evidence_hint` are summaries, not the regulation's own words."""

    code: str
    statement: str
    answer_type: str
    evidence_hint: str = ""
    levels: tuple[tuple[str, str], ...] = ()
    portal_id: int | None = None


@dataclass(frozen=True, slots=True)
class SubArea:
    """One sub-area; `weight_points` is its share of the 100 points."""

    code: str
    name: str
    section: Section
    weight_points: Decimal
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """One area of change (or of results)."""

    code: str
    name: str
    weight_points: Decimal
    sub_areas: tuple[SubArea, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """A whole instrument; `regulation` is the library key of the regulation that sets it."""

    key: str
    title: str
    regulation: str
    areas: tuple[Area, ...] = field(repr=False)

    def sub_areas(self, section: Section | None = None) -> Iterator[SubArea]:
        """All sub-areas in order, of one section where it is given."""
        for area in self.areas:
            yield from (part for part in area.sub_areas if section in (None, part.section))

    def find_sub_area(self, code: str) -> SubArea | None:
        """The sub-area of a code (`A.I.1.i`)."""
        return next((part for part in self.sub_areas() if part.code == code), None)

    def find_question(self, code: str) -> Question | None:
        """The question of a code (`A.I.1.i.a`)."""
        questions = (question for part in self.sub_areas() for question in part.questions)
        return next((question for question in questions if question.code == code), None)


@lru_cache(maxsize=4)
def load_instrument(key: str = "lke-zi-90-2021") -> Instrument:
    """An instrument that comes with the program.

    Raises: LookupError for a key without a data file.
    """
    path = DATA_FOLDER / f"{key}.json"
    if not path.is_file() or path.parent != DATA_FOLDER:
        raise LookupError(f"no instrument {key!r}")
    data = json.loads(path.read_text("utf-8"), parse_float=Decimal)
    areas = tuple(_area(entry) for component in data["components"] for entry in component["areas"])
    return Instrument(
        key=key,
        title=data["regulation"]["title"],
        regulation=data["regulation"]["id"].split(" jo.")[0],
        areas=areas,
    )


def _area(entry: dict[str, Any]) -> Area:
    parts: list[SubArea] = []
    sections: tuple[Section, ...] = ("pemenuhan", "reform")
    for section in sections:
        parts.extend(_sub_area(part, section) for part in entry.get(section, {}).get("subareas", ()))
    parts.extend(_sub_area(part, "hasil") for part in entry.get("subareas", ()))
    return Area(entry["code"], entry["name"], Decimal(entry["weight"]), tuple(parts))


def _sub_area(entry: dict[str, Any], section: Section) -> SubArea:
    questions = tuple(_question(item) for item in entry.get("items", ()) if item["answer_type"] != "JUMLAH")
    return SubArea(entry["code"], entry["name"], section, Decimal(entry["weight"]), questions)


def _question(entry: dict[str, Any]) -> Question:
    return Question(
        code=entry["code"],
        statement=entry["statement_short"],
        answer_type=entry["answer_type"],
        evidence_hint=entry.get("evidence_hint", ""),
        levels=tuple((str(level), str(text)) for level, text in entry.get("levels", {}).items()),
        portal_id=entry.get("portalrb_soal_id"),
    )

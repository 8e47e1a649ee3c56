"""The scored vocabulary of column headings, read once from `data/vocabulary.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from zonakita.modules.document_intake.decrees.cell_text import plain

_PATH = Path(__file__).parent / "data" / "vocabulary.yaml"
ROLES = (
    "number",
    "area",
    "component",
    "indicator",
    "action",
    "evidence",
    "target",
    "person_in_charge",
    "note",
    "extra",
)


@dataclass(frozen=True, slots=True)
class Role:
    """The phrases that name a role and the signs in its cells, each with a weight 0..1."""

    key: str
    phrases: tuple[tuple[str, float], ...]
    signs: tuple[tuple[re.Pattern[str], float], ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything that the data file holds."""

    roles: tuple[Role, ...]
    month_parents: tuple[str, ...]
    time_words: frozenset[str]
    empty_marks: frozenset[str]
    area_titles: tuple[str, ...]
    begin_words: frozenset[str]
    end_words: frozenset[str]
    margin_lines: tuple[re.Pattern[str], ...]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of this installation."""
    data = yaml.safe_load(_PATH.read_text(encoding="utf-8"))
    roles = tuple(
        Role(
            key,
            tuple((str(phrase), float(weight)) for phrase, weight in role["phrases"].items()),
            tuple((re.compile(sign), float(weight)) for sign, weight in role.get("signs", {}).items()),
        )
        for key, role in data["roles"].items()
    )
    return Vocabulary(
        roles,
        tuple(data["month_parents"]),
        frozenset(data["time_words"]),
        frozenset(data["empty_marks"]),
        tuple(plain(title) for title in data["area_titles"]),
        frozenset(data["begin_words"]),
        frozenset(data["end_words"]),
        tuple(re.compile(line, re.IGNORECASE) for line in data["margin_lines"]),
    )


@cache
def heading_scores(heading: str) -> dict[str, float]:
    """How well a heading names each role, 0..1; tolerates misspelling and a few additional words."""
    text = plain(re.sub(r"\([^)]*\)", " ", heading)) or plain(heading)
    if not text or len(text) > 90:
        return {}
    scores = {
        role.key: max(weight * _likeness(text, phrase) for phrase, weight in role.phrases)
        for role in vocabulary().roles
    }
    return {key: score for key, score in scores.items() if score >= 0.35}


def best_heading_score(heading: str) -> float:
    """How surely this text is a column heading at all, 0..1."""
    return max(heading_scores(heading).values(), default=0.0)


def _likeness(text: str, phrase: str) -> float:
    if text == phrase:
        return 1.0
    squeezed, wanted = text.replace(" ", ""), phrase.replace(" ", "")
    if squeezed == wanted:
        return 0.99
    if len(wanted) >= 4:
        likeness = float(Levenshtein.normalized_similarity(squeezed, wanted))
        if likeness >= 0.74:
            return likeness
    return _inside(text.split(), phrase.split())


def _inside(words: list[str], wanted: list[str]) -> float:
    """The phrase stands inside a longer heading: worth less the more other words there are."""
    if len(wanted) >= len(words) or len(words) > 7:
        return 0.0
    for start in range(len(words) - len(wanted) + 1):
        window = " ".join(words[start : start + len(wanted)])
        close_enough = (
            fuzz.ratio(window, " ".join(wanted)) >= 88 if len(window) > 4 else window == " ".join(wanted)
        )
        if close_enough:
            leads = 0.12 if start == 0 else 0.0
            return 0.55 + leads + 0.3 * len(wanted) / len(words)
    return 0.0

"""Which sub-area and question of an instrument a plan's row answers, by likeness of words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from zonakita.kernel.ranking import WordWeights, cosine
from zonakita.kernel.text import token_likeness

LIKELY_SCORE = 0.25
"""Below this a match is more likely wrong than right, as judged on real plans and on unrelated work."""
_QUESTION_MINIMUM = 0.12
_NAMED_IN_QUESTION = 0.8
# Plans are built on the section of fulfilment; that of reform shares its words and ranks lower.
_OTHER_SECTION_FACTOR = 0.8


class QuestionLike(Protocol):
    """A question as the matcher needs it."""

    @property
    def code(self) -> str: ...
    @property
    def statement(self) -> str: ...
    @property
    def evidence_hint(self) -> str: ...


class SubAreaLike(Protocol):
    """A sub-area as the matcher needs it."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def section(self) -> str: ...
    @property
    def questions(self) -> Iterable[QuestionLike]: ...


class AreaLike(Protocol):
    """An area as the matcher needs it."""

    @property
    def name(self) -> str: ...
    @property
    def sub_areas(self) -> Iterable[SubAreaLike]: ...


class InstrumentLike(Protocol):
    """An instrument as the matcher needs it; hashable, because its index is kept."""

    @property
    def areas(self) -> Iterable[AreaLike]: ...
    def __hash__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Match:
    """A sub-area that a row may belong to, its best question, and how sure that is (0..1)."""

    sub_area_code: str
    question_code: str | None
    score: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    area_name: str
    area: Mapping[str, float]
    sub_area: SubAreaLike
    name: Mapping[str, float]
    questions: tuple[tuple[str, Mapping[str, float]], ...]


def match_item(
    area_title: str, component_title: str, indicator: str, action: str, instrument: InstrumentLike
) -> tuple[Match, ...]:
    """All sub-areas ranked for one row, best first; "hasil" has no rows and is left out."""
    weights, candidates = _index(instrument)
    row = weights.vector((indicator, 2.0), (action, 1.0))
    area, component = weights.vector((area_title, 1.0)), weights.vector((component_title, 1.0))
    matches = []
    for candidate in candidates:
        question_code, question_score = _best_question(row, candidate)
        parts = [(question_score, 0.4 if row else 0.0)]
        named = _title_score(component_title, component, candidate.sub_area.name, candidate.name)
        named = max(named, _NAMED_IN_QUESTION * _best_question(component, candidate)[1])
        parts.append((named, 0.45 if component else 0.0))
        parts.append(
            (_title_score(area_title, area, candidate.area_name, candidate.area), 0.15 if area else 0.0)
        )
        total = sum(weight for _, weight in parts)
        score = sum(value * weight for value, weight in parts) / total if total else 0.0
        if candidate.sub_area.section != "pemenuhan":
            score *= _OTHER_SECTION_FACTOR
        code = question_code if question_score >= _QUESTION_MINIMUM else None
        matches.append(Match(candidate.sub_area.code, code, round(min(score, 1.0), 4)))
    return tuple(sorted(matches, key=lambda match: -match.score))


def _title_score(
    text: str, vector: Mapping[str, float], other: str, other_vector: Mapping[str, float]
) -> float:
    return max(cosine(vector, other_vector), token_likeness(text, other) ** 2)


def _best_question(row: Mapping[str, float], candidate: _Candidate) -> tuple[str | None, float]:
    scores = [(cosine(row, vector), code) for code, vector in candidate.questions]
    best = max(scores, default=(0.0, None), key=lambda scored: scored[0])
    return best[1], best[0]


@lru_cache(maxsize=8)
def _index(instrument: InstrumentLike) -> tuple[WordWeights, tuple[_Candidate, ...]]:
    texts: list[str] = []
    for area in instrument.areas:
        for sub_area in area.sub_areas:
            texts.append(f"{area.name} {sub_area.name}")
            texts.extend(question.statement for question in sub_area.questions)
    weights = WordWeights(texts)
    candidates = tuple(
        _candidate(weights, area, sub_area)
        for area in instrument.areas
        for sub_area in area.sub_areas
        if sub_area.section != "hasil"
    )
    return weights, candidates


def _candidate(weights: WordWeights, area: AreaLike, sub_area: SubAreaLike) -> _Candidate:
    questions = tuple(
        (
            question.code,
            weights.vector((question.statement, 2.0), (question.evidence_hint, 0.5), (sub_area.name, 0.5)),
        )
        for question in sub_area.questions
    )
    return _Candidate(
        area.name,
        weights.vector((area.name, 1.0)),
        sub_area,
        weights.vector((sub_area.name, 1.0)),
        questions,
    )

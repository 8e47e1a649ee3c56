"""The rule about the order of stages: nothing is followed up before it was evaluated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import permutations

from zonakita.kernel.indonesian import key_words
from zonakita.kernel.target_times import format_months
from zonakita.kernel.text import normalise
from zonakita.modules.document_intake.checker.context import CheckContext, RowAt
from zonakita.modules.document_intake.checker.data_files import load
from zonakita.modules.document_intake.checker.finding import Finding
from zonakita.modules.document_intake.checker.rule import Rule

_ALL_YEAR_MONTHS = 10
_SAME_SUBJECT = 0.5


def follow_up_first(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """A later stage of a component that begins before the stage it needs."""
    for rows in context.components:
        staged = [(row, stage_of(row.subject)) for row in rows if _is_timed(row, context.plan_year)]
        for (first, first_stage), (then, then_stage) in permutations(staged, 2):
            is_ordered = (first_stage, then_stage) in _orders()
            if is_ordered and min(then.months) < min(first.months) and _share_subject(first, then):
                message = (
                    f"Tahap {then_stage} dijadwalkan mulai {format_months([min(then.months)])}, mendahului"
                    f" tahap {first_stage} ({first.where}) yang mulai {format_months([min(first.months)])}."
                    " Susun ulang targetnya agar urutannya masuk akal."
                )
                yield rule.at_row(then, message, text=then.subject)
                break


def stage_of(text: str) -> str | None:
    """The stage that a row's subject names, None where it names none."""
    plain = normalise(text)
    for name, pattern, exception in _stages():
        if pattern.search(plain) and not (exception and exception.search(plain)):
            return name
    return None


def _is_timed(row: RowAt, plan_year: int | None) -> bool:
    """Whether its first month says something: not all year round, not in another year."""
    is_this_year = row.row.target_year in (None, plan_year)
    return 0 < len(row.months) < _ALL_YEAR_MONTHS and is_this_year


def _share_subject(first: RowAt, then: RowAt) -> bool:
    ours, theirs = _subject_words(first), _subject_words(then)
    smaller = min(len(ours), len(theirs))
    return smaller > 0 and len(ours & theirs) / smaller >= _SAME_SUBJECT


def _subject_words(row: RowAt) -> set[str]:
    return set(key_words(row.subject)) - _stage_words()


@lru_cache(maxsize=1)
def _stages() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]:
    return tuple(
        (entry["name"], re.compile(entry["pattern"]), re.compile(entry["not"]) if "not" in entry else None)
        for entry in load("stages")["stages"]
    )


@lru_cache(maxsize=1)
def _orders() -> frozenset[tuple[str | None, str | None]]:
    return frozenset((order["first"], order["then"]) for order in load("stages")["orders"])


@lru_cache(maxsize=1)
def _stage_words() -> frozenset[str]:
    return frozenset(key_words(load("stages")["stage_words"]))

"""Two versions of a list put side by side, and two versions of a sentence word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from rapidfuzz import fuzz, process

from zonakita.kernel.text import normalise


@dataclass(frozen=True, slots=True)
class Pair:
    """One line of the comparison: places in the old and the new list, None where one has no counterpart.

    `likeness` is 0..1; `is_moved` says that the pair breaks the order of the rest.
    """

    old: int | None
    new: int | None
    likeness: float = 0.0
    is_moved: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words that stayed, left or came."""

    kind: Literal["same", "removed", "added"]
    text: str


def align(
    old: Sequence[str], new: Sequence[str], *, minimum: float = 0.65, moved_minimum: float = 0.8
) -> tuple[Pair, ...]:
    """Pair two lists by likeness, keeping their order; leftovers that are much alike count as moved.

    The pairs stand in the new list's order, each dropped line after the pair it followed. Blank lines pair
    with nothing.
    """
    likenesses = _likenesses(old, new)
    pairs = _in_order(likenesses, minimum)
    pairs.extend(_moved(likenesses, pairs, moved_minimum))
    return _merged(len(old), len(new), pairs)


def word_differences(old: str, new: str) -> tuple[Segment, ...]:
    """What changed between two sentences, as runs of words."""
    before, after = re.findall(r"\S+", old), re.findall(r"\S+", new)
    matcher = SequenceMatcher(
        None, [_plain(word) for word in before], [_plain(word) for word in after], False
    )
    segments: list[Segment] = []
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            segments.append(Segment("same", " ".join(after[new_from:new_to])))
            continue
        if old_to > old_from:
            segments.append(Segment("removed", " ".join(before[old_from:old_to])))
        if new_to > new_from:
            segments.append(Segment("added", " ".join(after[new_from:new_to])))
    return tuple(segments)


def _plain(word: str) -> str:
    return normalise(word) or word


def _likenesses(old: Sequence[str], new: Sequence[str]) -> list[list[float]]:
    if not old or not new:
        return [[] for _ in old]
    texts = [normalise(text) for text in old], [normalise(text) for text in new]
    table = process.cdist(*texts, scorer=fuzz.ratio)
    return [
        [
            float(value) / 100 if texts[0][row] and texts[1][column] else 0.0
            for column, value in enumerate(line)
        ]
        for row, line in enumerate(table)
    ]


def _in_order(likenesses: list[list[float]], minimum: float) -> list[Pair]:
    """The pairs with the greatest sum of likeness among all that keep both orders."""
    rows, columns = len(likenesses), len(likenesses[0]) if likenesses else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        line, below, here = likenesses[row], best[row + 1], best[row]
        for column in range(columns - 1, -1, -1):
            likeness = line[column]
            joined = below[column + 1] + likeness if likeness >= minimum else 0.0
            here[column] = max(below[column], here[column + 1], joined)
    pairs: list[Pair] = []
    row = column = 0
    while row < rows and column < columns:
        likeness = likenesses[row][column]
        if likeness >= minimum and best[row][column] == best[row + 1][column + 1] + likeness:
            pairs.append(Pair(row, column, likeness))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs


def _moved(likenesses: list[list[float]], pairs: list[Pair], minimum: float) -> list[Pair]:
    taken_old, taken_new = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    free = sorted(
        (
            (-likeness, row, column)
            for row, line in enumerate(likenesses)
            if row not in taken_old
            for column, likeness in enumerate(line)
            if likeness >= minimum and column not in taken_new
        )
    )
    moved: list[Pair] = []
    for negative, row, column in free:
        if row not in taken_old and column not in taken_new:
            moved.append(Pair(row, column, -negative, is_moved=True))
            taken_old.add(row)
            taken_new.add(column)
    return moved


def _merged(old_count: int, new_count: int, pairs: list[Pair]) -> tuple[Pair, ...]:
    by_new = {pair.new: pair for pair in pairs}
    matched_old = {pair.old for pair in pairs}
    dropped = [place for place in range(old_count) if place not in matched_old]
    merged: list[Pair] = []
    for place in range(new_count):
        pair = by_new.get(place, Pair(None, place))
        if pair.old is not None and not pair.is_moved:
            merged.extend(Pair(number, None) for number in dropped if number < pair.old)
            dropped = [number for number in dropped if number > pair.old]
        merged.append(pair)
    merged.extend(Pair(number, None) for number in dropped)
    return tuple(merged)

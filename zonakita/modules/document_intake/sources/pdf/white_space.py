"""Columns that nothing but white space divides: text begins at the same places, and hardly a line runs
across.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from zonakita.modules.document_intake.sources.pdf.pieces import Piece

SAME_LEFT = 0.8
_WORD_GAP = 0.55
_COLUMN_GAP = 0.38
_RIVER = 4.0
_STEP = 1.0
_CROSSING = 0.12
_CROSSING_OF_ALIGNED = 0.25
_ALIGNED_SHARE = 0.08
_NARROWEST = 6.0
_WIDE_COLUMN = 34.0
_LEAST_SEGMENTS = 2.0

Stretch = tuple[float, float]


def segments(group: Sequence[Piece], lefts: Sequence[float] = ()) -> list[Stretch]:
    """The stretches of a line that are parted by wide gaps, or by the left edge of a column."""
    found: list[Stretch] = []
    word_gap = max(_WORD_GAP, 1.3 * _blank_width(group))
    for piece in group:
        gap = piece.left - found[-1][1] if found else piece.left
        opens_column = any(abs(piece.left - left) < SAME_LEFT for left in lefts)
        least = _COLUMN_GAP if opens_column else word_gap
        if found and gap < least * piece.size and not (opens_column and gap < 0.1 * piece.size):
            found[-1] = (found[-1][0], max(found[-1][1], piece.right))
        else:
            found.append((piece.left, piece.right))
    return found


def _blank_width(group: Sequence[Piece]) -> float:
    """How wide a blank between words is on this line, in ems; wide in type of one width for all letters."""
    gaps = [
        (after.left - before.right) / after.size
        for before, after in pairwise(group)
        if after.after_blank and 0 < after.left - before.right < 0.75 * after.size
    ]
    return median(gaps) if gaps else 0.0


def borders_between_columns(groups: Sequence[Sequence[Piece]], width: float) -> list[float]:
    """Where columns begin, the first one left out: by aligned text, or by rivers of white space where that
    finds more.
    """
    stretches = [segments(group) for group in groups]
    aligned = _aligned_borders(groups, stretches)
    rivers = _rivers(stretches, width)
    return aligned if len(aligned) >= max(3, len(rivers) - 1) else rivers


def is_table(groups: Sequence[Sequence[Piece]], borders: Sequence[float]) -> bool:
    """At least three wide columns: the layout "Menimbang : a. bahwa ..." has only two."""
    if len(borders) < 3:
        return False
    stretches = [segments(group, [border + 1 for border in borders]) for group in groups]
    if sum(map(len, stretches)) < _LEAST_SEGMENTS * len(stretches):
        return False
    left = min(own[0][0] for own in stretches)
    right = max(own[-1][1] for own in stretches)
    return sum(after - before >= _WIDE_COLUMN for before, after in pairwise([left, *borders, right])) >= 3


def _aligned_borders(
    groups: Sequence[Sequence[Piece]], stretches: Sequence[Sequence[Stretch]]
) -> list[float]:
    """A column begins where many stretches begin and few lines run across."""
    clusters = _clusters(sorted(left for own in stretches for left, _ in own))
    borders: list[float] = []
    first = min(own[0][0] for own in stretches)
    for left, count in clusters:
        if count < max(2, _ALIGNED_SHARE * len(groups)) or left - first < _NARROWEST:
            continue
        crossing = sum(_runs_across(group, own, left) for group, own in zip(groups, stretches, strict=True))
        if crossing <= _CROSSING_OF_ALIGNED * len(groups) and crossing <= count:
            if borders and left - 1 - borders[-1] < _NARROWEST:
                continue
            borders.append(left - 1)
    return borders


def _clusters(lefts: Sequence[float]) -> list[tuple[float, int]]:
    """Neighbouring values as (smallest, how many)."""
    found: list[tuple[float, int]] = []
    for left in lefts:
        if found and left - found[-1][0] < SAME_LEFT:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((left, 1))
    return found


def _runs_across(group: Sequence[Piece], own: Sequence[Stretch], left: float) -> bool:
    if any(abs(piece.left - left) < SAME_LEFT for piece in group):
        return False
    return any(start < left - 1 and end > left + 1 for start, end in own)


def _rivers(stretches: Sequence[Sequence[Stretch]], width: float) -> list[float]:
    """The right ends of the stretches of white that hardly any line crosses."""
    size = int(width / _STEP) + 2
    crossed = [0] * size
    for own in stretches:
        for left, right in own:
            for at in range(int(left / _STEP), int(right / _STEP) + 1):
                crossed[at] += 1
    limit = int(_CROSSING * len(stretches))
    covered = [at for at in range(size) if crossed[at] > limit]
    rivers: list[float] = []
    for before, after in pairwise(covered):
        if (after - before) * _STEP > _RIVER:
            rivers.append(after * _STEP - 1.0)
    return rivers

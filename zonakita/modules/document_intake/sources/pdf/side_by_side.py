"""Blocks of text that stand side by side outside tables, such as two signatures: read one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from zonakita.modules.document_intake.sources.pdf.pieces import Piece, TextLine, line_groups, line_of

_GAP = 1.8
_RIGHT_PART = 0.4
_LINES_APART = 9.0

Line = list[Piece]


def side_by_side(pieces: Iterable[Piece], width: float) -> list[list[TextLine]]:
    """The lines of a page in reading order, grouped: those of a pair of blocks are one group, left block
    first.
    """
    found: list[list[TextLine]] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in line_groups(pieces):
        parts = _parts(line, width)
        goes_on = bool(right) and not _is_far([*left, *right], line)
        if goes_on and _take(parts, left, right):
            continue
        found.extend(_closed(left, right))
        left, right = [], []
        if len(parts) == 2:
            left, right = [parts[0]], [parts[1]]
        else:
            found.append([line_of(line)])
    found.extend(_closed(left, right))
    return found


def _parts(line: Line, width: float) -> list[Line]:
    """The line in two where a wide gap stands before words that begin in the right part of the page."""
    for at, (before, after) in enumerate(pairwise(line), 1):
        if after.left - before.right > _GAP * before.size and after.left > _RIGHT_PART * width:
            return [line[:at], line[at:]]
    return [line]


def _is_far(block: Sequence[Line], line: Line) -> bool:
    bottom = max(piece.bottom for own in block for piece in own)
    return line[0].top - bottom > _LINES_APART * line[0].size


def _take(parts: Sequence[Line], left: list[Line], right: list[Line]) -> bool:
    """Add a line to its block, or its parts to both, where the river between the blocks goes on."""
    from_here, up_to_here = max(map(_end, left)), min(map(_start, right))
    if len(parts) == 2:
        if _end(parts[0]) >= up_to_here or _start(parts[1]) <= from_here:
            return False
        left.append(parts[0])
        right.append(parts[1])
        return True
    if _start(parts[0]) > from_here:
        right.append(parts[0])
        return True
    if _end(parts[0]) < up_to_here:
        left.append(parts[0])
        return True
    return False


def _start(line: Line) -> float:
    return line[0].left


def _end(line: Line) -> float:
    return max(piece.right for piece in line)


def _closed(left: Sequence[Line], right: Sequence[Line]) -> list[list[TextLine]]:
    """The two blocks as one group; a single line with a gap stays one line."""
    if not right:
        return []
    if len(left) == 1 and len(right) == 1:
        return [[line_of([*left[0], *right[0]])]]
    return [[line_of(line) for line in (*left, *right)]]

"""Characters of a PDF page as pieces of words, and pieces as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

_TIGHT = 0.1
_SPACE = 0.16
_SAME_LEFT = 0.4
_KERNING = 0.03


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that were set in one go; points from the top left of the page.

    `starts` and `ends` are the edges of each character.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    after_blank: bool = False
    starts: tuple[float, ...] = ()
    ends: tuple[float, ...] = ()

    @property
    def centre(self) -> tuple[float, float]:
        """The middle, which decides about the cell."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class TextLine:
    """Pieces on one baseline from left to right, as text."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def pieces_of(chars: Sequence[dict[str, Any]]) -> list[Piece]:
    """The characters in the order of the file, broken where a gap, a blank or a new line is."""
    pieces: list[Piece] = []
    run: list[dict[str, Any]] = []
    sideways: list[dict[str, Any]] = []
    seen: set[tuple[str, int, int]] = set()
    blank = False
    for char in chars:
        key = (char["text"], round(char["x0"] * 2), round(char["top"] * 2))
        if key in seen:  # Fake bold prints every letter twice.
            continue
        seen.add(key)
        if not char["upright"]:
            sideways.append(char)
            continue
        if not char["text"].strip():
            _close(run, pieces, blank)
            run, blank = [], True
            continue
        if run and not _belongs(run[-1], char):
            _close(run, pieces, blank)
            run, blank = [], False
        run.append(char)
    _close(run, pieces, blank)
    pieces.extend(_sideways_pieces(sideways))
    return pieces


def _belongs(before: dict[str, Any], after: dict[str, Any]) -> bool:
    size = before["size"] or 8.0
    is_near = abs(after["x0"] - before["x1"]) < _TIGHT * size
    return bool(is_near and abs(after["bottom"] - before["bottom"]) < 0.3 * size)


def _close(run: list[dict[str, Any]], pieces: list[Piece], after_blank: bool) -> None:
    if run:
        pieces.append(
            Piece(
                "".join(char["text"] for char in run),
                run[0]["x0"],
                min(char["top"] for char in run),
                run[-1]["x1"],
                max(char["bottom"] for char in run),
                run[0]["size"] or 8.0,
                after_blank,
                tuple(char["x0"] for char in run),
                tuple(char["x1"] for char in run),
            )
        )


def split_at(piece: Piece, border: float, column_left: float | None) -> tuple[Piece, ...]:
    """Two words of neighbour cells that were set without a gap ("MeiJun"), parted near the border between
    the cells.

    The second word begins where the column's text usually begins (`column_left`), or with a capital after a
    small letter.
    """
    if len(piece.starts) != len(piece.text) or not piece.left + 1 < border < piece.right - 1:
        return (piece,)
    at = _second_word(piece, border, column_left)
    if at is None:
        return (piece,)
    middle = piece.starts[at]
    left = replace(
        piece, text=piece.text[:at], right=piece.ends[at - 1], starts=piece.starts[:at], ends=piece.ends[:at]
    )
    right = replace(
        piece,
        text=piece.text[at:],
        left=middle,
        starts=piece.starts[at:],
        ends=piece.ends[at:],
        after_blank=True,
    )
    return (left, right)


def _second_word(piece: Piece, border: float, column_left: float | None) -> int | None:
    for at in range(1, len(piece.starts)):
        start = piece.starts[at]
        if not border - 0.5 <= start <= border + 1.2 * piece.size:
            continue
        if not piece.text[at].isupper():
            continue
        is_aligned = column_left is not None and abs(start - column_left) < _SAME_LEFT
        is_aligned = is_aligned and abs(start - piece.ends[at - 1]) > _KERNING * piece.size
        if is_aligned or piece.text[at - 1].islower():
            return at
    return None


def _sideways_pieces(chars: Sequence[dict[str, Any]]) -> list[Piece]:
    """Text turned by 90 degrees, as in narrow headings: one piece per vertical run."""
    pieces: list[Piece] = []
    run: list[dict[str, Any]] = []
    for char in chars:
        if run and abs(char["x0"] - run[-1]["x0"]) > 2:
            pieces.append(_sideways_piece(run))
            run = []
        run.append(char)
    if run:
        pieces.append(_sideways_piece(run))
    return [piece for piece in pieces if piece.text]


def _sideways_piece(run: Sequence[dict[str, Any]]) -> Piece:
    return Piece(
        "".join(char["text"] for char in run).strip(),
        min(char["x0"] for char in run),
        min(char["top"] for char in run),
        max(char["x1"] for char in run),
        max(char["bottom"] for char in run),
        run[0]["size"] or 8.0,
        True,
    )


def lines_of(pieces: Iterable[Piece]) -> list[TextLine]:
    """Pieces grouped into lines from top to bottom."""
    return [line_of(group) for group in line_groups(pieces)]


def line_groups(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces of each line from left to right; superscripts stay with their line."""
    groups: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: (one.top + one.bottom) / 2):
        middle = (piece.top + piece.bottom) / 2
        if groups and middle < _baseline_limit(groups[-1]):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    for group in groups:
        group.sort(key=lambda one: one.left)
    return groups


def _baseline_limit(group: Sequence[Piece]) -> float:
    first = group[0]
    return (first.top + first.bottom) / 2 + 0.45 * max(first.bottom - first.top, 4.0)


def line_of(group: Sequence[Piece]) -> TextLine:
    """One line's pieces, from left to right, as text with its place."""
    return TextLine(
        text_of(group),
        group[0].left,
        min(piece.top for piece in group),
        max(piece.right for piece in group),
        max(piece.bottom for piece in group),
    )


def text_of(group: Sequence[Piece]) -> str:
    """One line's pieces as text, with blanks where the gaps are."""
    text = ""
    last: Piece | None = None
    for piece in group:
        gap = piece.left - last.right if last else 0.0
        has_gap = last is not None and (
            gap > _SPACE * piece.size or (piece.after_blank and gap > -_TIGHT * piece.size)
        )
        text += f" {piece.text}" if has_gap else piece.text
        last = piece
    return text

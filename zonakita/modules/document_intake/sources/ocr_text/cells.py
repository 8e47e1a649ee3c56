"""Lines of words, how the cells above them end, and what a single word tells about its cell."""

from __future__ import annotations

from dataclasses import dataclass

from zonakita.modules.document_intake.sources.ocr_text.tokens import Token

ROMANS = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"})


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of words; `after_gap`: a blank line stands above it; `narrow`: it stands among short lines."""

    tokens: tuple[Token, ...]
    after_gap: bool = False
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class Ending:
    """How the text of a column ends so far: its row, last two words, length and number of its last line.

    Of a group column the whole `text` is kept, to be known as a title; `listed`: the cell began with a dash
    or a number, as lists do.
    """

    row: int = -1
    word: str = ""
    before: str = ""
    length: int = 0
    line: int = -1
    text: str = ""
    listed: bool = False


def is_list_item(mark: Token) -> bool:
    """Say whether a mark is of a list inside a cell: a dash or a number."""
    return mark.is_mark and not mark.is_list_mark


def is_stop(word: str) -> bool:
    """Say whether a word closes a sentence or an item of a list."""
    return word.endswith(";") or (word.endswith(".") and len(word) > 4)


def is_mark_only(ending: Ending) -> bool:
    """Say whether nothing but a list mark stands in a cell so far."""
    return ending.length <= 2 and Token(ending.word).is_list_mark


def follows(last: str, text: str) -> bool:
    """Say whether a running number comes right after `last`, in the same form."""
    shape = text.rstrip(".,_").replace("S", "5")
    before = last.rstrip(".,_").replace("S", "5")
    if not shape.isdigit():
        return shape in ROMANS
    if not before.isdigit():
        return True
    return int(shape) == int(before) + 1 and text.endswith(".") == last.endswith(".")


def is_number(text: str) -> bool:
    """Say whether a word can number an area or component."""
    shape = text.rstrip(".,_").replace("S", "5")
    return (shape.isdigit() and len(shape) <= 2) or shape in ROMANS

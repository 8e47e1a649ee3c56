"""Texts of decrees: cleaning, comparing, Roman numerals."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")
_LIST_MARK = re.compile(r"^\s*(?:[-\u2022\u00b7*]|\(?(?:\d{1,2}|[a-z])\s?[.)])\s+", re.IGNORECASE)
_ROMAN = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", re.IGNORECASE)
_ROMAN_VALUES = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_SMALL_WORDS = frozenset(
    {"dan", "di", "ke", "dari", "yang", "untuk", "pada", "dengan", "atau", "dalam", "atas"}
)


def strip_tags(text: str) -> str:
    """Text without `<i>` and other tags."""
    return _TAGS.sub("", text)


def collapse(text: str) -> str:
    """One line: tags out, one kind of dash, single spaces, Unicode in one form."""
    text = _DASHES.sub("-", unicodedata.normalize("NFKC", strip_tags(text)))
    return re.sub(r"\s+", " ", text).strip()


@lru_cache(maxsize=16384)
def normalise(text: str) -> str:
    """Text for comparison: lower case, letters and digits only, single spaces."""
    text = unicodedata.normalize("NFKC", strip_tags(text)).casefold()
    return re.sub(r"[\W_]+", " ", text).strip()


def words(text: str) -> list[str]:
    """The words of a text, normalised."""
    return normalise(text).split()


def strip_list_mark(text: str) -> str:
    """Text without the "1)", "a." or bullet before it."""
    return _LIST_MARK.sub("", text)


def likeness(first: str, second: str) -> float:
    """How alike two texts are, 0..1, letters in their order, cases and punctuation aside."""
    return fuzz.ratio(normalise(first), normalise(second)) / 100


def token_likeness(first: str, second: str) -> float:
    """How alike two texts are, 0..1, words in any order."""
    return fuzz.token_sort_ratio(normalise(first), normalise(second)) / 100


def roman_to_int(text: str) -> int | None:
    """The value of a Roman numeral, None where the text is none."""
    text = text.strip(" .)").upper()
    if not text or not _ROMAN.fullmatch(text):
        return None
    total = 0
    for value, letters in _ROMAN_VALUES:
        while text.startswith(letters):
            total += value
            text = text[len(letters) :]
    return total


def int_to_roman(number: int) -> str:
    """A number as a Roman numeral.

    Raises: ValueError below 1 and above 3999.
    """
    if not 1 <= number <= 3999:
        raise ValueError(f"no Roman numeral for {number}")
    letters = ""
    for value, mark in _ROMAN_VALUES:
        letters += mark * (number // value)
        number %= value
    return letters


def title_case(text: str) -> str:
    """Indonesian title case: small words stay small, short words in capitals stay (SOP, SPIP)."""
    parts = collapse(text).split(" ")
    all_capitals = text.upper() == text
    return " ".join(_titled(part, number == 0, all_capitals) for number, part in enumerate(parts))


def shorten(text: str, length: int = 80) -> str:
    """One line of at most `length` characters, cut at a word, with an ellipsis where something was cut."""
    text = collapse(text)
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;") + "\u2026"


def _titled(part: str, is_first: bool, all_capitals: bool) -> str:
    if not all_capitals and part.isupper() and 1 < len(part) <= 5:
        return part
    lower = part.lower()
    if lower in _SMALL_WORDS and not is_first:
        return lower
    return lower[:1].upper() + lower[1:]

"""Words of the field: is a text Indonesian at all, and which word was meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "scan" / "data"
MIN_WORDS_TO_JUDGE = 8
GOOD_SHARE = 0.7
KNOWN_SHARE = 0.15

_ODD = re.compile(r"\(cid:\d+\)|[\ufffd\ue000-\uf8ff\u25a0-\u25ff]|[\x00-\x08\x0e-\x1f]")
_LONE_MARK = re.compile(r"[\uf020-\uf0ff\u25a0\u25a2-\u25ae\u25b0-\u25ff]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{5,}", re.IGNORECASE)
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
_CASE_INSIDE = re.compile(r"[a-z][A-Z]{2,}[a-z]|[a-z]{2,}[A-Z][a-z]*[A-Z]")


def is_good_text_layer(words: Iterable[str]) -> bool:
    """Say whether the text that a PDF page carries can be read instead of its image.

    An empty layer is not good; a very short one is judged by its letters alone. Bullets and ticks that stand
    alone say nothing, even in the private area where Symbol and Wingdings keep them.
    """
    tokens = [word for word in words if word.strip() and not _LONE_MARK.fullmatch(word.strip())]
    text = " ".join(tokens)
    if not tokens or len(_ODD.findall(text)) > 0.01 * len(text):
        return False
    spelled = [word for word in _LETTERS.findall(text) if len(word) >= 3]
    if len(spelled) < MIN_WORDS_TO_JUDGE:
        return _share(tokens, _is_plausible_token) >= GOOD_SHARE
    known = sum(word.lower() in field_words() for word in spelled) / len(spelled)
    return _share(spelled, _is_word_like) >= GOOD_SHARE and known >= KNOWN_SHARE


@cache
def field_words() -> frozenset[str]:
    """Give lower-case words that are common in plans of this field."""
    return frozenset((DATA / "field_words.txt").read_text(encoding="utf-8").split())


@cache
def acronyms() -> frozenset[str]:
    """Give acronyms of the field, in capitals."""
    return frozenset((DATA / "acronyms.txt").read_text(encoding="utf-8").split())


def _share(words: list[str], test: Callable[[str], bool]) -> float:
    return sum(test(word) for word in words) / len(words)


def _is_plausible_token(word: str) -> bool:
    letters = sum(character.isalnum() for character in word)
    return letters >= 0.5 * len(word)


def _is_word_like(word: str) -> bool:
    if word.isupper() and len(word) <= 6:
        return True
    return bool(_VOWEL.search(word)) and not _CONSONANTS.search(word) and not _CASE_INSIDE.search(word)

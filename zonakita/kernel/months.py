"""Indonesian month names: every spelling in, one spelling out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from zonakita.kernel.wording import mark

MONTH_NAMES = (
    mark("Januari"),
    mark("Februari"),
    mark("Maret"),
    mark("April"),
    mark("Mei"),
    mark("Juni"),
    mark("Juli"),
    mark("Agustus"),
    mark("September"),
    mark("Oktober"),
    mark("November"),
    mark("Desember"),
)
EN_DASH = "\u2013"
ALL_MONTHS = tuple(range(1, 13))

_SPELLINGS: dict[int, str] = {
    1: "januari jan january",
    2: "februari feb febr pebruari peb february",
    3: "maret mar mrt march mart",
    4: "april apr apl",
    5: "mei may mel",
    6: "juni jun june junl",
    7: "juli jul july jull juiy",
    8: "agustus agt agst ags agus agu agust aug august agts",
    9: "september sep sept septem",
    10: "oktober okt october oct oktb",
    11: "november nov nop nopember novem nopem",
    12: "desember des december dec desem dsember",
}
_BY_SPELLING = {word: month for month, words in _SPELLINGS.items() for word in words.split()}
_FULL_NAMES = tuple(name.lower() for name in MONTH_NAMES)
_LONG_NAMES = tuple(name for name in _BY_SPELLING if len(name) >= 5)
_LETTERS_FOR_DIGITS = (str.maketrans("015869", "oisbeg"), str.maketrans("0158", "olsb"))
_CONFUSED_SHAPES = (("rn", "m"), ("ri", "n"), ("uan", "uari"), ("vv", "w"), ("|", "l"), ("cl", "d"))


@lru_cache(maxsize=2048)
def find_month(word: str) -> tuple[int, bool] | None:
    """The month that one word names, and whether its spelling had to be corrected (as scans need)."""
    word = word.strip(" .,:;'\"()").lower()
    if word in _BY_SPELLING:
        return _BY_SPELLING[word], False
    if not any(letter.isalpha() for letter in word):
        return None
    for candidate in _repaired(word):
        if candidate in _BY_SPELLING:
            return _BY_SPELLING[candidate], True
    nearest = _nearest(word)
    return (nearest, True) if nearest else None


def split_joined_months(word: str) -> list[str]:
    """ "januaridesember" as its two month names; any other word as it is."""
    parts = re.findall("|".join(_FULL_NAMES), word)
    return parts if len(parts) > 1 and "".join(parts) == word else [word]


def is_full_month_name(word: str) -> bool:
    """Whether a lower-case word is a month's full standard name."""
    return word in _FULL_NAMES


def format_months(months: Iterable[int], month_names: Sequence[object] = MONTH_NAMES) -> str:
    """Months as ordinary text, three and more in a row as a range: "Januari-Maret, Juni".

    A page in another language gives its `month_names`, January first.
    """
    runs: list[list[int]] = []
    for month in sorted(set(months)):
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    parts: list[str] = []
    for run in runs:
        names = [str(month_names[month - 1]) for month in run]
        parts.extend([f"{names[0]}{EN_DASH}{names[-1]}"] if len(run) > 2 else names)
    return ", ".join(parts)


def months_between(first: int, last: int) -> tuple[int, ...]:
    """All months from first to last, both included, over the year's end when last comes before first."""
    span = (last - first) % 12
    return tuple((first - 1 + step) % 12 + 1 for step in range(span + 1))


def _repaired(word: str) -> Iterable[str]:
    for table in _LETTERS_FOR_DIGITS:
        letters = word.translate(table)
        yield letters
        for shape, letter in _CONFUSED_SHAPES:
            yield letters.replace(shape, letter)


def _nearest(word: str) -> int | None:
    """The one month whose name is within one edit (two from seven letters on); None where two are as near."""
    if len(word) < 5:
        return None
    allowed = 2 if len(word) >= 7 else 1
    found = [(OSA.distance(word, name, score_cutoff=allowed), _BY_SPELLING[name]) for name in _LONG_NAMES]
    best = min(distance for distance, _ in found)
    nearest = {month for distance, month in found if distance == best}
    return nearest.pop() if best <= allowed and len(nearest) == 1 else None

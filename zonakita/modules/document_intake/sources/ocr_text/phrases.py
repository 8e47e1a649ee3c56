"""Which word is likely to follow which, learned from phrases of the field and from the text itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise, takewhile
from pathlib import Path

from rapidfuzz import fuzz, process

DATA = Path(__file__).parent / "data" / "phrases.txt"
TITLES = DATA.with_name("titles.txt")
ALIKE = 93
OPEN_ENDS = frozenset(
    [
        "dan",
        "atau",
        "atas",
        "yang",
        "di",
        "pada",
        "untuk",
        "terhadap",
        "oleh",
        "dengan",
        "dari",
        "ke",
        "kepada",
        "dalam",
        "terkait",
        "serta",
        "melalui",
        "bagi",
        "sesuai",
        "secara",
        "tentang",
        "berdasarkan",
        "sebagai",
        "per",
        "telah",
        "sudah",
        "para",
        "setiap",
        "antara",
        "agar",
        "tidak",
        "akan",
        "dapat",
    ]
)
"""Words that no cell ends with."""

_LETTERS = re.compile(r"[^a-z0-9/]+")
_YEAR = re.compile(r"20\d\d")
_UNIT = re.compile(r"\b(PROVINSI|KABUPATEN|KOTA)((?: [A-Z]{3,}){1,3})")
_NO_NAMES = frozenset(
    [
        "TAHUN",
        "TENTANG",
        "NOMOR",
        "DAN",
        "DI",
        "PADA",
        "YANG",
        "MENUJU",
        "DALAM",
        "UNTUK",
        "KABUPATEN",
        "PROVINSI",
    ]
)


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """The word as it is compared: lower-case letters and digits, one sign for all years."""
    return _YEAR.sub("#", _LETTERS.sub("", word.lower()).strip("/"))


class Phrases:
    """Counts of neighbouring words."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._triples: Counter[tuple[str, str, str]] = Counter()
        self._words: Counter[str] = Counter()
        self._starts: Counter[str] = Counter()
        self._start_pairs: Counter[tuple[str, str]] = Counter()
        self._ends: Counter[str] = Counter()
        for text in texts:
            self.learn(text)

    def learn(self, text: str, *, whole: bool = True) -> None:
        """Count the words of one phrase; `whole` where it begins and ends as a cell does."""
        words = [word for word in map(plain, text.split()) if word]
        if whole and words:
            self._starts[words[0]] += 1
            self._ends[words[-1]] += 1
            self._start_pairs.update(pairwise(words))
        self._words.update(words)
        self._pairs.update(pairwise(words))
        self._triples.update(zip(words, words[1:], words[2:], strict=False))

    def joined(self, first: str, second: str, before: str = "") -> float:
        """Say how well `second` follows `first` (after `before`): -1 (never, though known) to 3 (surely)."""
        one, two = plain(first), plain(second)
        together = self._pairs[one, two]
        if together:
            longer = 1.0 if before and self._triples[plain(before), one, two] else 0.0
            return longer + (1.2 if together == 1 else 2.0)
        if self._words[one] > 3 and self._words[two] > 3:
            return -1.0
        return 0.0

    def starts(self, word: str, following: str = "") -> float:
        """Say how likely a cell starts with these words, 0..2."""
        name = plain(word)
        known = self._words[name]
        share = self._starts[name] / known if known > 1 else 0.3
        return share + (1.0 if following and self._start_pairs[name, plain(following)] else 0.0)

    def ends(self, word: str) -> float:
        """Say how often phrases end with this word, 0..1."""
        known = self._words[plain(word)]
        return self._ends[plain(word)] / known if known > 1 else 0.3


class Titles:
    """Names of areas, components and activities that the national instruments use."""

    def __init__(self, titles: Iterable[str]) -> None:
        self._titles = {_joined_plainly(title) for title in titles}
        self._known: dict[str, bool] = {}

    def has(self, text: str) -> bool:
        """Say whether a text is such a name, but for a letter misread here and there."""
        known = self._known.get(text)
        if known is None:
            name = _joined_plainly(text)
            is_like = bool(name) and process.extractOne(
                name, self._titles, scorer=fuzz.ratio, score_cutoff=ALIKE
            )
            known = self._known[text] = bool(is_like)
        return known


def _joined_plainly(text: str) -> str:
    return "".join(map(plain, text.split()))


def field_titles() -> list[str]:
    """Give the names kept as data."""
    return TITLES.read_text(encoding="utf-8").splitlines()


def field_texts(unit: str) -> list[str]:
    """Give the phrases kept as data, with the name of the unit that wrote the plan."""
    return DATA.read_text(encoding="utf-8").replace("Daerah", unit or "Daerah").splitlines()


def unit_in(text: str) -> str:
    """Give the province, regency or city that a text names most often, empty where it names none."""
    names: Counter[str] = Counter()
    for kind, rest in _UNIT.findall(re.sub(r"\s+", " ", text.upper())):
        own = list(takewhile(lambda word: word not in _NO_NAMES, rest.split()))
        if own:
            names[" ".join([kind, *own]).title()] += 1
    return names.most_common(1)[0][0] if names else ""

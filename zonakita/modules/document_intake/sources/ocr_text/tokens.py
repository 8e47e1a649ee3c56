"""Lines of text read by OCR as words, with the places where a ruled line left its trace."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zonakita.modules.document_intake.sources.scan.corrections import correct_word
from zonakita.modules.document_intake.sources.scan.tesseract import Word

MONTHS = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "nopember",
    "desember",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "agt",
    "ags",
    "agust",
    "sept",
    "sep",
    "okt",
    "nov",
    "des",
]
TIME_JOINS = ("dan", "s.d", "s.d.", "s/d", "sd", "-", "minggu", "triwulan", "semester", "per-bulan", "tahun")

_FOOTER = re.compile(r"^\W*[a-z]{2,6}\.[a-z]+\.go\.id\S*$|^\W*-?\s*\d{1,3}\s*-\W*$", re.IGNORECASE)
_BAR = re.compile(r"\s*[|\u00a6]\s*|\s*\[(?=\S)|\[\s*")
_LOST_BAR = re.compile(r"(?<=\w)\((?=-)")
_OPEN_BRACKET = re.compile(r"^\([A-Z][a-z]+$")
_GLUED_BAR = re.compile(r"\bl(?=[A-HJ-Z][a-z]{3})|\bl(?=I[a-z]{3})")
_MARK = re.compile(r"^(?:[a-z]\.|[A-Z]\.|\d{1,2}[.)]|\.|-|\u2022)$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word; `after_bar`: a ruled line stood before it; `after_maybe`: its bracket may have been one."""

    text: str
    after_bar: bool = False
    after_maybe: bool = False

    @property
    def is_mark(self) -> bool:
        """A list mark: `a.`, `-`, or the full stop that is left of one."""
        return bool(_MARK.match(self.text))

    @property
    def is_list_mark(self) -> bool:
        """A letter that numbers list items, or the full stop that is left of it."""
        return bool(re.match(r"^(?:[a-z]\.|C\.|\.)$", self.text))

    @property
    def is_month(self) -> bool:
        """The name of a month, with whatever follows it."""
        return re.split(r"[-,./;]", self.text.lower())[0] in MONTHS

    @property
    def is_time(self) -> bool:
        """A month or what joins months."""
        return self.is_month or self.text.lower().strip(",;") in TIME_JOINS


def repaired(word: str) -> str:
    """Repair what OCR misreads in any text of the field."""
    right = correct_word(Word(word, 0, 0, 0, 0, confidence=1.0))
    return right.text if right and not _MARK.match(word) else word


def is_footer(line: str) -> bool:
    """Say whether a line is the address or number at the foot of a page."""
    return bool(_FOOTER.match(line.strip()))


def tokens_of(line: str) -> list[Token]:
    """Split a line into words."""
    text = _GLUED_BAR.sub("|", _LOST_BAR.sub("|", line.replace("\u2014", "-")))
    tokens: list[Token] = []
    for number, part in enumerate(_BAR.split(f" {text} ")):
        for place, word in enumerate(part.split()):
            is_after_bar = number > 0 and place == 0
            is_open = bool(tokens and _OPEN_BRACKET.match(word)) and ")" not in text[text.find(word) :]
            tokens.append(Token(repaired(word.strip("_") or word), is_after_bar, is_open))
    return _marks_with_their_words([token for token in tokens if token.text.strip("_~\u2018\u2019'\"")])


def _marks_with_their_words(tokens: list[Token]) -> list[Token]:
    """A list mark stands in a narrow column of its own; its ruled line parts no cell."""
    for place in range(len(tokens) - 1):
        mark, word = tokens[place], tokens[place + 1]
        if mark.is_list_mark and word.after_bar:
            tokens[place : place + 2] = [Token(mark.text, after_bar=True), Token(word.text)]
    return tokens

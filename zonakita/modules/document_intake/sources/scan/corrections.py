"""Small repairs of what Tesseract misreads in any document of the field."""

from __future__ import annotations

import re
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from zonakita.modules.document_intake.sources.scan.tesseract import Word
from zonakita.modules.document_intake.sources.words import acronyms, field_words

DOUBTFUL_WORD = 0.7
"""Only words read with less confidence are compared with the words of the field."""
MONTHS = ("Januari", "Februari", "Maret", "April", "Agustus", "September", "Oktober", "November", "Desember")

_LINE_REST = re.compile(r"^[|\[\]{}!_~=\u2014\u2013\u00a6\u2018\u2019\"'`*\u00ab\u00bb\u2022]+$")
_EDGE_BAR = re.compile(r"^[|\u00a6\[\]]+(?=\w)|(?<=\w)[|\u00a6\[\]]+$")
_PERCENT = re.compile(r"(?<=\d)\s?(?:Y6|o/o|\u00b0/o|Y0)(?!\w)")
_DOUBLED_MARK = re.compile(r"^([A-Z])([a-z])(?=\.\s)")
_L_FOR_I = re.compile(r"\bl(?=[bcdfghjklmnpqrstvwxz])|\blI(?=[a-z])")
_TOKEN = re.compile(r"[\w|!]+")
_ALIKE = str.maketrans({"L": "I", "1": "I", "|": "I", "!": "I", "0": "O", "5": "S", "8": "B"})


def correct_word(word: Word) -> Word | None:
    """Repair one word; None where it is only the rest of a line."""
    text = word.text
    if _LINE_REST.match(text):
        return None
    text = _EDGE_BAR.sub("", text.replace("\u2014", "-").replace("\u2013", "-").replace("\u2019", "'"))
    text = _TOKEN.sub(lambda found: _correct_token(found.group(), word.confidence), text)
    return replace(word, text=text) if text else None


def correct_line(text: str) -> str:
    """Repair one line outside tables."""
    return re.sub(r"\s+", " ", _PERCENT.sub("%", _L_FOR_I.sub("I", text))).strip()


def correct_cell(lines: list[str]) -> str:
    """Repair and join the lines of a cell; the line breaks stay."""
    cleaned = [_DOUBLED_MARK.sub(_single_mark, correct_line(line)) for line in lines]
    return "\n".join(line for line in cleaned if line)


def _single_mark(found: re.Match[str]) -> str:
    """A list mark that was read twice: `Cc.` is `c.`."""
    capital, small = found.groups()
    return str(small) if capital.lower() == small else found.group()


def _correct_token(token: str, confidence: float) -> str:
    acronym = _as_acronym(token)
    if acronym is not None:
        return acronym
    month = _as_month(token)
    if month is not None:
        return month
    if confidence < DOUBTFUL_WORD:
        return _as_field_word(token)
    return token


def _as_acronym(token: str) -> str | None:
    """Give the acronym that differs only in figures that look alike: `Zl` and `Z1` for ZI."""
    if token in acronyms() or len(token) > 7 or not token[0].isupper() or token.lower() in field_words():
        return None
    shape = re.sub("I+", "I", _shape(token))
    found = [name for name in acronyms() if re.sub("I+", "I", _shape(name)) == shape]
    changed_only_lookalikes = len(found) == 1 and any(not c.isupper() for c in token)
    if _is_zi(token):
        return "ZI"
    return found[0] if changed_only_lookalikes and not token[1:].islower() else None


def _is_zi(token: str) -> bool:
    return token in ("Zi", "Zl", "ZlI", "ZIl", "ZII", "Z1", "ZL")


def _shape(token: str) -> str:
    return token.replace("l", "I").replace("i", "I").translate(_ALIKE).upper()


def _as_month(token: str) -> str | None:
    if len(token) < 5 or token.lower() in field_words():
        return None
    for month in MONTHS:
        if abs(len(month) - len(token)) <= 1 and Levenshtein.distance(token.capitalize(), month) <= 1:
            return month.upper() if token.isupper() else month
    return None


def _as_field_word(token: str) -> str:
    """Replace a doubtful word by the only word of the field one figure away."""
    lower = token.lower()
    if len(token) < 6 or not token.isalpha() or lower in field_words():
        return token
    near = [
        word
        for word in field_words()
        if abs(len(word) - len(lower)) <= 1 and Levenshtein.distance(word, lower, score_cutoff=1) == 1
    ]
    if len(near) != 1:
        return token
    if token.isupper():
        return near[0].upper()
    return near[0].capitalize() if token[0].isupper() else near[0]

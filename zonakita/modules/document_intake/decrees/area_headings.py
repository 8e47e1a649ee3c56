"""An area of change that stands as a heading above its table instead of inside it."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from zonakita.modules.document_intake.decrees.cell_text import clean, plain
from zonakita.modules.document_intake.decrees.numbering import split_leading
from zonakita.modules.document_intake.decrees.vocabulary import vocabulary

_LABEL = re.compile(
    r"^(?:area|bidang|program)\b(?:\s+perubahan)?\s*(?:[IVX]{1,5}\b|\d{1,2}\b)?\s*[.:\u2013-]?\s*",
    re.IGNORECASE,
)
_LONGEST_WORDS = 14


def heading_above(text: str) -> tuple[str, str] | None:
    """Number and title of the area that the last line above a table names, None where it is no area."""
    lines = [line for line in (clean(part) for part in text.splitlines()) if line]
    if not lines or len(lines[-1].split()) > _LONGEST_WORDS:
        return None
    number, title = split_leading(lines[-1])
    label = _LABEL.match(title)
    is_labelled = label is not None or (bool(number) and _LABEL.match(lines[-1]) is not None)
    if label:
        title = title[label.end() :].strip(" :-")
    if not title:
        return None
    if names_area(title) or (is_labelled and len(lines[-1].split()) <= 10):
        return number, title
    return None


def names_area(title: str) -> bool:
    """Whether the title is that of an area of change, small deviations allowed."""
    wanted = plain(title)
    return max(fuzz.ratio(wanted, name) for name in vocabulary().area_titles) >= 82

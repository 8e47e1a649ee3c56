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
    labelled = _LABEL.match(title)
    if labelled:
        title = title[labelled.end() :].strip(" :-")
    if not title:
        return None
    wanted = plain(title)
    known = max(fuzz.ratio(wanted, name) for name in vocabulary().area_titles)
    if known >= 82 or (labelled and len(lines[-1].split()) <= 10):
        return number, title
    return None

"""Months of a plan: which heading names a month or quarter, and which squares under it are marked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from rapidfuzz import fuzz

from zonakita.kernel.months import find_month
from zonakita.kernel.target_times import parse_target_time
from zonakita.modules.document_intake.decrees.cell_text import plain
from zonakita.modules.document_intake.decrees.vocabulary import vocabulary
from zonakita.modules.document_intake.sources.document import TableCell

_QUARTER = re.compile(r"^(?:tw|triwulan|kuartal|q|twl)(?:ke)?(iv|i{1,3}|[1-4l])$")
_SEMESTER = re.compile(r"^(?:semester|sem|smt|smstr)(?:ke)?(i{1,2}|[12])$")
_CODED = re.compile(r"^b(?:ulan)?(?:ke)?0?(1[0-2]|[1-9])$")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "l": 1}


def month_of_heading(heading: str) -> int | None:
    """The month that a heading names, misread letters allowed."""
    text = plain(heading).replace(" ", "")
    coded = _CODED.match(text)
    if coded:
        return int(coded.group(1))
    found = find_month(text) if 3 <= len(text) <= 10 else None
    return found[0] if found else None


def period_of_heading(heading: str) -> tuple[int, ...]:
    """The months in which a quarter or semester that a heading names falls due; empty for other headings."""
    text = plain(heading).replace(" ", "")  # Narrow columns cut words: "Triwula n II".
    for pattern, word in ((_QUARTER, "TW"), (_SEMESTER, "semester")):
        found = pattern.match(text)
        if found:
            number = _ROMAN.get(found.group(1)) or int(found.group(1))
            return parse_target_time(f"{word} {('I', 'II', 'III', 'IV')[number - 1]}").months
    return ()


def is_under_month_parent(parents: Iterable[str]) -> bool:
    """Whether one of the headings above says that the columns below are months."""
    for parent in parents:
        text = re.sub(r"\b(tahun )?(19|20)\d\d\b", "", plain(parent)).strip()
        if parent and not text:  # A year alone.
            return True
        if any(fuzz.ratio(text, known) >= 85 for known in vocabulary().month_parents):
            return True
        if "bulan" in text.split() or (text and heading_is_time(text)):
            return True
    return False


def heading_is_time(text: str) -> bool:
    """Whether a group heading speaks of time ("JADWAL PELAKSANAAN TAHUN 2026")."""
    return bool(re.search(r"\b(waktu|jadwal|bulan|timeline|schedule|triwulan|periode)\b", text))


def is_time_like(text: str) -> bool:
    """Whether a cell holds a target time and hardly anything else."""
    words = [word for word in re.findall(r"[a-z]+", text.lower()) if word not in vocabulary().time_words]
    others = [word for word in words if month_of_heading(word) is None]
    return len(others) <= len(text.split()) // 4 and parse_target_time(text).is_understood


def is_white(colour: str | None) -> bool:
    """Whether a fill is no fill to the eye."""
    if not colour:
        return True
    red, green, blue = (int(colour[index : index + 2], 16) for index in (1, 3, 5))
    return min(red, green, blue) >= 0xF0


def background_fill(cells: Iterable[TableCell]) -> str | None:
    """The fill that nearly all month squares share, which therefore marks nothing."""
    fills = Counter(cell.fill for cell in cells if not cell.text.strip())
    if not fills or len(fills) == 1:
        return None
    fill, count = fills.most_common(1)[0]
    return fill if fill and not is_white(fill) and count >= 0.85 * fills.total() else None


def is_marked(cell: TableCell, background: str | None, row_fills: frozenset[str]) -> bool:
    """Whether a month square is marked by fill, cross or text; the row's own shading does not count."""
    text = cell.text.strip()
    if text:
        return text.lower() not in vocabulary().empty_marks
    return not is_white(cell.fill) and cell.fill != background and cell.fill not in row_fills

"""Where in a document's text a row was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zonakita.kernel.text import normalise
from zonakita.modules.document_intake.decrees.proposal import PlanRow
from zonakita.modules.document_intake.rules.cells import TEXT_CELLS, cell_of

FORMATS_WITH_PAGES = frozenset({"pdf", "scan", "image"})
LINES_AROUND = 12
_TELLING_LENGTH = 12
_LINES_OF_ROW = 6


@dataclass(frozen=True, slots=True)
class OriginLine:
    """A line of the document; `is_marked` where it holds words of the row."""

    text: str
    is_marked: bool


def lines_around(lines: Sequence[str], row: PlanRow) -> list[OriginLine]:
    """The lines from which a row was read, with some around; the first lines where none is found."""
    marked = _lines_of_row(lines, row)
    first, last = (min(marked), max(marked)) if marked else (0, 0)
    start, end = max(first - LINES_AROUND, 0), last + LINES_AROUND + 1
    return [
        OriginLine(line, is_marked=number in marked)
        for number, line in enumerate(lines[start:end], start=start)
    ]


def _lines_of_row(lines: Sequence[str], row: PlanRow) -> set[int]:
    """The lines of the place that holds the most words of the row.

    Each cell marks the first line that holds it whole, else all lines that are pieces of it.
    """
    plain = [normalise(line) for line in lines]
    texts = [normalise(cell_of(row, name).text) for name in TEXT_CELLS]
    texts = [text for text in texts if len(text) >= _TELLING_LENGTH]
    hits = [sum(_fits(line, text) for text in texts) for line in plain]
    if not any(hits):
        return set()
    best = max(range(len(hits)), key=lambda start: (sum(hits[start : start + _LINES_OF_ROW]), hits[start]))
    place = range(best, min(best + _LINES_OF_ROW, len(hits)))
    marked: set[int] = set()
    for text in texts:
        whole = next((number for number in place if text in plain[number]), None)
        pieces = {number for number in place if _fits(plain[number], text)}
        marked |= pieces if whole is None else {whole}
    return marked


def _fits(line: str, text: str) -> int:
    if text in line:
        return len(text)
    return len(line) if len(line) >= _TELLING_LENGTH and line in text else 0

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
    """The run of lines with the most words of the row: neighbours of the line that fits best."""
    texts = [normalise(cell_of(row, name).text) for name in TEXT_CELLS]
    texts = [text for text in texts if len(text) >= _TELLING_LENGTH]
    hits = [sum(_fits(normalise(line), text) for text in texts) for line in lines]
    if not any(hits):
        return set()
    window = 6
    best = max(range(len(hits)), key=lambda start: (sum(hits[start : start + window]), hits[start]))
    return {number for number in range(best, min(best + window, len(hits))) if hits[number]}


def _fits(line: str, text: str) -> int:
    if text in line:
        return len(text)
    return len(line) if len(line) >= _TELLING_LENGTH and line in text else 0

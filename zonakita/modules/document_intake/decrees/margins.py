"""Page numbers, running heads and addresses in the margins, which are no text of the decree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from zonakita.modules.document_intake.decrees.vocabulary import vocabulary
from zonakita.modules.document_intake.sources.document import Block, Paragraph

_PAGE_NUMBER = re.compile(
    r"^\W*(?:(?:hal(?:aman)?|page|lembar)\.?\s*)?\d{1,3}(?:\s*(?:dari|of|/)\s*\d{1,3})?\W*$", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"^\W*(?:https?://|www\.|jdih\.?)\S*\W*$|^\W*[\w.-]+\.(?:go|or|co)\.id\S*\W*$", re.IGNORECASE
)
_EDGE = 0.09
_WIDE_EDGE = 0.16
_SAME_HEIGHT = 0.012
_REPEATS = 3


def without_margins(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without page numbers, web addresses and lines that repeat at the edge of many pages."""
    repeated = _repeated_edge_lines(blocks)
    return tuple(
        block
        for block in blocks
        if not isinstance(block, Paragraph) or not (_is_margin(block) or bool(_edge_keys(block) & repeated))
    )


def _is_margin(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    if not text:
        return True
    if _ADDRESS.match(text) or any(line.search(text) for line in vocabulary().margin_lines):
        return True
    return bool(_PAGE_NUMBER.match(text)) and (paragraph.place is None or _is_at_edge(paragraph))


def _is_at_edge(paragraph: Paragraph) -> bool:
    place = paragraph.place
    return place is not None and (place.bottom <= _EDGE + 0.03 or place.top >= 1 - _EDGE)


def _edge_keys(paragraph: Paragraph) -> set[tuple[str, int]]:
    """What makes the line the same on other pages: its words at the very edge, words and height a little
    further in.
    """
    place = paragraph.place
    if place is None:
        return set()
    words = re.sub(r"\d+", "#", paragraph.text.strip().lower())
    if _is_at_edge(paragraph):
        return {(words, -1)}
    if place.bottom <= _WIDE_EDGE or place.top >= 1 - _WIDE_EDGE:
        height = int(place.top / _SAME_HEIGHT)
        return {(words, height), (words, height + 1)}
    return set()


def _repeated_edge_lines(blocks: Sequence[Block]) -> set[tuple[str, int]]:
    pages: dict[tuple[str, int], set[int]] = defaultdict(set)
    for block in blocks:
        if isinstance(block, Paragraph):
            for key in _edge_keys(block):
                pages[key].add(block.page)
    return {key for key, numbers in pages.items() if len(numbers) >= _REPEATS}

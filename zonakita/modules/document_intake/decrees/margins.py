"""Page numbers, running heads and addresses in the margins, which are no text of the decree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from zonakita.modules.document_intake.sources.document import Block, Paragraph

_PAGE_NUMBER = re.compile(
    r"^\W*(?:(?:hal(?:aman)?|page|lembar)\.?\s*)?\d{1,3}(?:\s*(?:dari|of|/)\s*\d{1,3})?\W*$", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"^\W*(?:https?://|www\.|jdih\.?)\S*\W*$|^\W*[\w.-]+\.(?:go|or|co)\.id\S*\W*$", re.IGNORECASE
)
_EDGE = 0.09
_REPEATS = 3


def without_margins(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without page numbers, web addresses and lines that repeat at the edge of many pages."""
    repeated = _repeated_edge_lines(blocks)
    return tuple(
        block
        for block in blocks
        if not isinstance(block, Paragraph) or not (_is_margin(block) or _edge_key(block) in repeated)
    )


def _is_margin(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    if not text:
        return True
    if _ADDRESS.match(text):
        return True
    return bool(_PAGE_NUMBER.match(text)) and (paragraph.place is None or _is_at_edge(paragraph))


def _is_at_edge(paragraph: Paragraph) -> bool:
    place = paragraph.place
    return place is not None and (place.bottom <= _EDGE + 0.03 or place.top >= 1 - _EDGE)


def _edge_key(paragraph: Paragraph) -> str:
    return re.sub(r"\d+", "#", paragraph.text.strip().lower()) if _is_at_edge(paragraph) else ""


def _repeated_edge_lines(blocks: Sequence[Block]) -> set[str]:
    pages: dict[str, set[int]] = defaultdict(set)
    for block in blocks:
        if isinstance(block, Paragraph) and (key := _edge_key(block)):
            pages[key].add(block.page)
    return {key for key, numbers in pages.items() if len(numbers) >= _REPEATS}

"""Words to lines, by where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from zonakita.modules.document_intake.sources.scan.grid import Box
from zonakita.modules.document_intake.sources.scan.tesseract import Word


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words that stand side by side, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """The rectangle around all words."""
        return Box(
            min(word.left for word in self.words),
            min(word.top for word in self.words),
            max(word.right for word in self.words),
            max(word.bottom for word in self.words),
        )


def lines_of(words: list[Word]) -> list[TextLine]:
    """Group words into lines from top to bottom.

    Tesseract's own lines are kept together; those that stand at the same height become one.
    """
    own: dict[tuple[int, int, int], list[Word]] = {}
    for word in words:
        own.setdefault(word.line, []).append(word)
    lines: list[list[Word]] = []
    for group in sorted(own.values(), key=_middle):
        if lines and _same_height(lines[-1], group):
            lines[-1] += group
        else:
            lines.append(list(group))
    return [TextLine(tuple(sorted(line, key=lambda word: word.left))) for line in lines]


def _middle(words: list[Word]) -> float:
    return sum(word.top + word.bottom for word in words) / (2 * len(words))


def _same_height(above: list[Word], below: list[Word]) -> bool:
    """Side by side: at one height and without overlap from left to right."""
    height = min(_height(above), _height(below))
    if abs(_middle(above) - _middle(below)) > 0.4 * height:
        return False
    first, second = sorted((above, below), key=lambda words: min(word.left for word in words))
    return max(word.right for word in first) <= min(word.left for word in second) + height // 2


def _height(words: list[Word]) -> float:
    return sum(word.bottom - word.top for word in words) / len(words)

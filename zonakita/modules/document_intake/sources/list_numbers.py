"""The numbers that Word draws before list paragraphs; they are not part of the text, but of the plan."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


class ListNumbers:
    """Counts list paragraphs in document order and writes their labels."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._abstract: dict[str, str] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        part = getattr(document.part, "numbering_part", None) if _has_numbering(document) else None
        if part is not None:
            self._read(part.element)
            self._read_styles(document.styles.element)

    def label(self, paragraph: Any) -> str:
        """The label of this paragraph ("1.", "a)", "-"), empty where it is in no list; counts it."""
        found = self._list_of(paragraph)
        if found is None:
            return ""
        number_id, level = found
        levels = self._levels.get(self._abstract.get(number_id, ""), {})
        if level not in levels:
            return ""
        style, pattern, start = levels[level]
        if style == "bullet":
            return "-"
        if style == "none":
            return ""
        counts = self._counts[number_id]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        label = pattern
        for depth in range(level + 1):
            own_style, _, own_start = levels.get(depth, ("decimal", "", 1))
            label = label.replace(f"%{depth + 1}", _written(counts.get(depth, own_start), own_style))
        return label

    def _list_of(self, paragraph: Any) -> tuple[str, int] | None:
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return None
        own = _num_pr(properties)
        if own is not None:
            return own if own[0] != "0" else None
        style = properties.find(f"{_W}pStyle")
        return self._styles.get(style.get(f"{_W}val", "")) if style is not None else None

    def _read(self, numbering: Any) -> None:
        for abstract in numbering.findall(f"{_W}abstractNum"):
            self._levels[abstract.get(f"{_W}abstractNumId")] = {
                int(level.get(f"{_W}ilvl", 0)): (
                    _child(level, "numFmt", "decimal"),
                    _child(level, "lvlText", "%1."),
                    int(_child(level, "start", "1") or 1),
                )
                for level in abstract.findall(f"{_W}lvl")
            }
        for number in numbering.findall(f"{_W}num"):
            self._abstract[number.get(f"{_W}numId")] = _child(number, "abstractNumId", "")

    def _read_styles(self, styles: Any) -> None:
        for style in styles.findall(f"{_W}style"):
            properties = style.find(f"{_W}pPr")
            found = _num_pr(properties) if properties is not None else None
            if found is not None:
                self._styles[style.get(f"{_W}styleId")] = found


def _has_numbering(document: Any) -> bool:
    return any(relation.reltype.endswith("/numbering") for relation in document.part.rels.values())


def _num_pr(properties: Any) -> tuple[str, int] | None:
    num_pr = properties.find(f"{_W}numPr")
    if num_pr is None:
        return None
    number_id = _child(num_pr, "numId", "")
    return (number_id, int(_child(num_pr, "ilvl", "0") or 0)) if number_id else None


def _child(element: Any, name: str, default: str) -> str:
    child = element.find(f"{_W}{name}")
    return str(child.get(f"{_W}val", default)) if child is not None else default


def _written(number: int, style: str) -> str:
    if style in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if style == "upperLetter" else letter
    if style in ("lowerRoman", "upperRoman"):
        written = ""
        for value, letters in _ROMAN:
            written += letters * (number // value)
            number %= value
        return written.upper() if style == "upperRoman" else written
    return str(number)

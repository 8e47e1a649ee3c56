"""What is drawn on a PDF page: ruled lines and filled areas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from zonakita.modules.document_intake.sources.ruled_grid import Segment

_THIN = 3.2
_STRAIGHT = 1.2
_SHORTEST = 3.0
_UNKNOWN_COLOUR = "#808080"


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle in points."""

    left: float
    top: float
    right: float
    bottom: float
    colour: str


@dataclass(slots=True)
class Rulings:
    """The lines by direction, and the fills in the order they were painted."""

    horizontal: list[Segment] = field(default_factory=list)
    vertical: list[Segment] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)


def rulings_of(page: Any) -> Rulings:
    """Everything on a page that can be a border or a mark; white lines are none."""
    found = Rulings()
    for line in page.lines:
        if not _is_white(line.get("stroking_color")):
            _add_line(found, line["x0"], line["top"], line["x1"], line["bottom"])
    for rect in page.rects:
        _add_rect(found, rect)
    for curve in page.curves:
        _add_curve(found, curve)
    return found


def _add_line(found: Rulings, left: float, top: float, right: float, bottom: float) -> None:
    if bottom - top <= _STRAIGHT and right - left >= _SHORTEST:
        found.horizontal.append(Segment((top + bottom) / 2, left, right))
    elif right - left <= _STRAIGHT and bottom - top >= _SHORTEST:
        found.vertical.append(Segment((left + right) / 2, top, bottom))


def _add_rect(found: Rulings, rect: dict[str, Any]) -> None:
    left, top, right, bottom = rect["x0"], rect["top"], rect["x1"], rect["bottom"]
    width, height = right - left, bottom - top
    colour = colour_of(rect.get("non_stroking_color")) if rect.get("fill") else None
    is_stroked = bool(rect.get("stroke")) and not _is_white(rect.get("stroking_color"))
    if min(width, height) <= _THIN:
        if is_stroked or (colour and colour != "#ffffff"):
            _add_thin(found, left, top, right, bottom)
        return
    if colour and colour != "#ffffff":
        found.fills.append(Fill(left, top, right, bottom, colour))
        if colour not in ("#000000", _UNKNOWN_COLOUR) and is_stroked:
            return  # A bar drawn into a cell: a mark, not a border.
    if is_stroked:
        for x in (left, right):
            found.vertical.append(Segment(x, top, bottom))
        for y in (top, bottom):
            found.horizontal.append(Segment(y, left, right))


def _add_thin(found: Rulings, left: float, top: float, right: float, bottom: float) -> None:
    if right - left >= bottom - top and right - left >= _SHORTEST:
        found.horizontal.append(Segment((top + bottom) / 2, left, right))
    elif bottom - top >= _SHORTEST:
        found.vertical.append(Segment((left + right) / 2, top, bottom))


def _add_curve(found: Rulings, curve: dict[str, Any]) -> None:
    """A path of straight stretches: borders where it is stroked, a fill where it is a filled rectangle."""
    points = curve.get("pts") or []
    if len(points) > 60:
        return
    stretches = list(_stretches(points))
    if curve.get("stroke") and not _is_white(curve.get("stroking_color")):
        for left, top, right, bottom in stretches:
            _add_line(found, left, top, right, bottom)
    colour = colour_of(curve.get("non_stroking_color")) if curve.get("fill") else None
    if colour and colour != "#ffffff" and len(points) in (4, 5) and _is_rectangle(points):
        found.fills.append(Fill(curve["x0"], curve["top"], curve["x1"], curve["bottom"], colour))


def _stretches(points: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float, float, float]]:
    for (x0, y0), (x1, y1) in pairwise(points):
        yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _is_rectangle(points: Sequence[tuple[float, float]]) -> bool:
    return all(
        min(right - left, bottom - top) <= _STRAIGHT for left, top, right, bottom in _stretches(points)
    )


def colour_of(value: Any) -> str | None:
    """A PDF colour as #rrggbb; patterns and odd spaces count as grey, no colour as None."""
    if value is None:
        return None
    if isinstance(value, (int, float)):
        value = (value,)
    if not isinstance(value, (tuple, list)) or not all(isinstance(part, (int, float)) for part in value):
        return _UNKNOWN_COLOUR
    if len(value) == 1:
        red = green = blue = float(value[0])
    elif len(value) == 3:
        red, green, blue = (float(part) for part in value)
    elif len(value) == 4:
        cyan, magenta, yellow, black = (float(part) for part in value)
        red, green, blue = ((1 - part) * (1 - black) for part in (cyan, magenta, yellow))
    else:
        return _UNKNOWN_COLOUR
    return "#" + "".join(f"{max(0, min(255, round(part * 255))):02x}" for part in (red, green, blue))


def _is_white(value: Any) -> bool:
    return colour_of(value) == "#ffffff"

"""A unit's one accent colour, made legible: shades of it that pass WCAG AA in light and in dark pages."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

AA_TEXT = 4.5
# Slightly above AA, because translucent tints lie under accent-coloured words.
TARGET = 5.6
WHITE = "#ffffff"
LIGHT_PAGE = "#f7f5f0"
DARK_SURFACE = "#172427"


@dataclass(frozen=True)
class Accent:
    """Shades of one colour: `fill_*` lies under white words, `ink_*` is written on the page."""

    fill_light: str
    fill_dark: str
    ink_light: str
    ink_dark: str


def accent_from(colour: str) -> Accent:
    """Keep the hue of a colour like "#7a1f1f" and move its lightness only as far as legibility needs."""
    return Accent(
        fill_light=_darkened(colour, WHITE),
        fill_dark=_darkened(_lightened(colour, DARK_SURFACE, 2.4), WHITE, AA_TEXT),
        ink_light=_darkened(colour, LIGHT_PAGE),
        ink_dark=_lightened(colour, DARK_SURFACE, 7.5),
    )


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21. Source: WCAG 2.2, definition of contrast ratio."""
    bright, dim = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _darkened(colour: str, background: str, target: float = TARGET) -> str:
    return _moved(colour, background, target, step=-0.01)


def _lightened(colour: str, background: str, target: float) -> str:
    return _moved(colour, background, target, step=0.01)


def _moved(colour: str, background: str, target: float, *, step: float) -> str:
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    moved = colour.lower()
    while contrast(moved, background) < target and 0 <= lightness + step <= 1:
        lightness += step
        moved = _hex(colorsys.hls_to_rgb(hue, lightness, saturation))
    return moved


def _channels(colour: str) -> tuple[float, float, float]:
    number = int(colour.removeprefix("#"), 16)
    return (number >> 16 & 255) / 255, (number >> 8 & 255) / 255, (number & 255) / 255


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _luminance(colour: str) -> float:
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

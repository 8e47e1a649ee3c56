"""How every component becomes HTML: values checked here, markup in `templates/components/`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.template import TemplateSyntaxError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

TONES = ("neutral", "primary", "success", "warning", "danger", "info")
TONE_ICONS = {
    "neutral": "circle",
    "primary": "circle-dot",
    "success": "circle-check",
    "warning": "alert-triangle",
    "danger": "alert-octagon",
    "info": "info-circle",
}
BUTTON_TONES = ("primary", "secondary", "danger", "quiet")


def one_of(value: str, allowed: Iterable[str], what: str) -> str:
    """Return a known value. Raises: TemplateSyntaxError, so that a slip shows in the first test."""
    if value not in allowed:
        raise TemplateSyntaxError(f"{what} {value!r} is not one of {', '.join(allowed)}")
    return value


def draw(name: str, **values: Any) -> SafeString:
    """Render one component."""
    return mark_safe(render_to_string(f"components/{name}.html", values).strip())  # noqa: S308 - a template's output

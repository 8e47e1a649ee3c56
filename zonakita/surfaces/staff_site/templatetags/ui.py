"""The component tags of every staff page; `docs/how-to/build-a-page.md` shows each with its parameters.

A tag gathers values and hands them to a template in `templates/components/`; words come from the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from zonakita.surfaces.staff_site.components import forms, lists
from zonakita.surfaces.staff_site.components.drawing import BUTTON_TONES, TONE_ICONS, TONES, draw, one_of
from zonakita.surfaces.staff_site.icons import icon_paths

register = template.Library()
register.simple_tag(forms.field)
register.simple_tag(forms.form_fields)
register.simple_tag(forms.error_summary)
register.simple_block_tag(lists.table, end_name="endtable")
register.simple_block_tag(lists.filterbar, end_name="endfilterbar", takes_context=True)
register.simple_tag(lists.sort_header, takes_context=True)
register.simple_tag(lists.pagination, takes_context=True)

LEVEL_TONES = {
    "error": "danger",
    "warning": "warning",
    "success": "success",
    "info": "info",
    "debug": "neutral",
}


@register.simple_tag
def icon(name: str, label: str = "", css: str = "") -> SafeString:
    """Draw a Tabler icon inline; without a label it is hidden from screen readers."""
    hidden = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="zk-icon {}" viewBox="0 0 24 24" {}>{}</svg>',
        css,
        hidden,
        mark_safe(icon_paths(name)),  # noqa: S308
    )


@register.simple_tag
def button(label: str, **options: Any) -> SafeString:
    """Draw a link (with `href`) or a button; the how-to lists the options."""
    tone = one_of(options.pop("tone", "secondary"), BUTTON_TONES, "tone")
    known = {
        "href",
        "icon",
        "type",
        "name",
        "value",
        "form",
        "id",
        "size",
        "disabled",
        "busy",
        "opens",
        "icon_only",
    }
    known |= {"formaction", "describedby"}
    if unknown := set(options) - known:
        raise template.TemplateSyntaxError(f"button: unknown option {', '.join(sorted(unknown))}")
    return draw("button", label=label, tone=tone, **options)


@register.simple_block_tag(end_name="endcard")
def card(content: str, **options: Any) -> SafeString:
    """Frame content under a heading: title, subtitle, icon, level, flush (no padding), id, actions."""
    return draw("card", content=content, level=options.pop("level", 2), **options)


@register.simple_block_tag(end_name="endalert")
def alert(content: str, tone: str = "info", title: str = "", role: str = "") -> SafeString:
    """Show a lasting message; it has a `role` only when it appears after the page has loaded."""
    one_of(tone, TONES, "tone")
    return draw("alert", content=content, tone=tone, title=title, role=role, icon=TONE_ICONS[tone])


@register.simple_tag
def badge(label: Any, tone: str = "neutral", icon: str = "", title: str = "") -> SafeString:
    """Show a state as icon and words; the colour only helps."""
    one_of(tone, TONES, "tone")
    return draw("badge", label=label, tone=tone, title=title, icon=icon or TONE_ICONS[tone])


@register.simple_tag
def progress(value: int | None, maximum: int = 100, label: str = "", tone: str = "primary") -> SafeString:
    """Show how far a work is; value None means that nobody knows yet."""
    percent = None if value is None else min(100, max(0, round(100 * value / maximum))) if maximum else 0
    return draw("progress", value=value, maximum=maximum, label=label, tone=tone, percent=percent)


@register.simple_tag
def empty_state(title: str, text: str = "", **options: Any) -> SafeString:
    """Say why there is nothing and what to do: icon, action_label and _url, secondary_label and _url."""
    return draw("empty_state", title=title, text=text, **options)


@register.simple_tag
def stat(label: str, value: Any, **options: Any) -> SafeString:
    """Show one figure; `href` opens what it was made from; hint, tone, icon."""
    return draw("stat", label=label, value=value, **options)


@register.simple_tag
def tabs(items: Iterable[Any], label: str = "") -> SafeString:
    """Link the sides of one thing; items have label, url, is_current and maybe count, icon."""
    return draw("tabs", items=items, label=label or _("Tampilan"))


@register.simple_tag
def breadcrumb(items: Iterable[Any]) -> SafeString:
    """Show the way here from (label, url) pairs; the last one is the page itself."""
    return draw("breadcrumb", items=list(items))


@register.simple_tag
def stepper(steps: Iterable[Any], current: int) -> SafeString:
    """Show the steps of a work, the current one counted from 1."""
    numbered = [
        {"number": number, "label": label, "state": _step_state(number, current)}
        for number, label in enumerate(steps, start=1)
    ]
    return draw("stepper", steps=numbered, current=current, total=len(numbered))


def _step_state(number: int, current: int) -> str:
    if number == current:
        return "current"
    return "done" if number < current else "ahead"


@register.simple_tag
def avatar(name: str, size: str = "") -> SafeString:
    """Show a person's initials, on a tint that stays the same for the same name."""
    words = [word for word in str(name).split() if word[:1].isalnum()]
    initials = "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
    tint = sum(map(ord, str(name))) % 6
    return draw("avatar", initials=initials or "?", tint=tint, size=size)


@register.simple_tag
def key_values(items: Any, **options: Any) -> SafeString:
    """List facts as pairs (label, value), from a mapping or an iterable of pairs; `columns` 1 or 2."""
    pairs = items.items() if isinstance(items, Mapping) else items
    return draw("key_values", items=list(pairs), **options)


@register.simple_tag
def timeline(entries: Iterable[Any]) -> SafeString:
    """Tell a history; entries have moment, text and maybe person, detail, icon, tone."""
    return draw("timeline", entries=list(entries))


@register.simple_block_tag(end_name="endconfirm")
def confirm(content: str, *, id: str, title: str, action: str, label: str, **options: Any) -> SafeString:
    """Ask before a step: a native dialog that a button with `opens=id` shows."""
    tone = one_of(options.pop("tone", "primary"), BUTTON_TONES, "tone")
    return draw(
        "confirm", content=content, id=id, title=title, action=action, label=label, tone=tone, **options
    )


@register.filter
def toast_tone(level_tag: str) -> str:
    """Turn Django's message level into a tone."""
    return LEVEL_TONES.get(level_tag, "info")


@register.filter
def toast_icon(level_tag: str) -> str:
    """Turn Django's message level into an icon."""
    return TONE_ICONS[toast_tone(level_tag)]

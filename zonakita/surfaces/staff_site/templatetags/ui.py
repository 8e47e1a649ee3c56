"""The component tags of every staff page; `docs/how-to/build-a-page.md` shows each with its parameters.

A tag gathers values and hands them to a template in `templates/components/`; words come from the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, FileInput, RadioSelect, Select
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _

from zonakita.surfaces.staff_site.icons import icon_paths

register = template.Library()

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


def _one_of(value: str, allowed: Iterable[str], what: str) -> str:
    if value not in allowed:
        raise template.TemplateSyntaxError(f"{what} {value!r} is not one of {', '.join(allowed)}")
    return value


def _render(name: str, **values: Any) -> SafeString:
    return mark_safe(render_to_string(f"components/{name}.html", values).strip())  # noqa: S308 - a template's output


@register.simple_tag
def icon(name: str, label: str = "", css: str = "") -> SafeString:
    """Draw a Tabler icon inline; without a label it is hidden from screen readers."""
    hidden = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="zk-icon {}" viewBox="0 0 24 24" {}>{}</svg>', css, hidden, mark_safe(icon_paths(name))  # noqa: S308
    )


@register.simple_tag
def button(label: str, **options: Any) -> SafeString:
    """Draw a link (with `href`) or a button: tone, icon, type, name, value, form, id, size, disabled, busy, opens."""
    tone = _one_of(options.pop("tone", "secondary"), BUTTON_TONES, "tone")
    known = {"href", "icon", "type", "name", "value", "form", "id", "size", "disabled", "busy", "opens", "icon_only"}
    known |= {"formaction", "describedby"}
    if unknown := set(options) - known:
        raise template.TemplateSyntaxError(f"button: unknown option {', '.join(sorted(unknown))}")
    return _render("button", label=label, tone=tone, **options)


@register.simple_block_tag(end_name="endcard")
def card(content: str, **options: Any) -> SafeString:
    """Frame content under a heading: title, subtitle, icon, level (of the heading), flush (no padding), id, actions."""
    return _render("card", content=content, level=options.pop("level", 2), **options)


@register.simple_block_tag(end_name="endalert")
def alert(content: str, tone: str = "info", title: str = "", role: str = "") -> SafeString:
    """Show a lasting message; `role` is "alert" or "status" only when it appears after the page has loaded."""
    _one_of(tone, TONES, "tone")
    return _render("alert", content=content, tone=tone, title=title, role=role, icon=TONE_ICONS[tone])


@register.simple_tag
def badge(label: Any, tone: str = "neutral", icon: str = "", title: str = "") -> SafeString:
    """Show a state as icon and words; the colour only helps."""
    _one_of(tone, TONES, "tone")
    return _render("badge", label=label, tone=tone, title=title, icon=icon or TONE_ICONS[tone])


@register.simple_tag
def progress(value: int | None, maximum: int = 100, label: str = "", tone: str = "primary") -> SafeString:
    """Show how far a work is; value None means that nobody knows yet."""
    percent = None if value is None else min(100, max(0, round(100 * value / maximum))) if maximum else 0
    return _render("progress", value=value, maximum=maximum, label=label, tone=tone, percent=percent)


@register.simple_tag
def empty_state(title: str, text: str = "", **options: Any) -> SafeString:
    """Say why there is nothing and what to do: icon, action_label, action_url, secondary_label, secondary_url."""
    return _render("empty_state", title=title, text=text, **options)


@register.simple_tag
def stat(label: str, value: Any, **options: Any) -> SafeString:
    """Show one figure; `href` opens what it was made from; hint, tone, icon."""
    return _render("stat", label=label, value=value, **options)


@register.simple_tag
def tabs(items: Iterable[Any], label: str = "") -> SafeString:
    """Link pages that show one thing from several sides; items have label, url, is_current and maybe count, icon."""
    return _render("tabs", items=items, label=label or _("Tampilan"))


@register.simple_tag
def breadcrumb(items: Iterable[Any]) -> SafeString:
    """Show the way here from (label, url) pairs; the last one is the page itself."""
    return _render("breadcrumb", items=list(items))


@register.simple_tag
def stepper(steps: Iterable[Any], current: int) -> SafeString:
    """Show the steps of a work, the current one counted from 1."""
    numbered = [
        {"number": number, "label": label, "state": _step_state(number, current)}
        for number, label in enumerate(steps, start=1)
    ]
    return _render("stepper", steps=numbered, current=current, total=len(numbered))


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
    return _render("avatar", initials=initials or "?", tint=tint, size=size)


@register.simple_tag
def key_values(items: Any, **options: Any) -> SafeString:
    """List facts as pairs (label, value), from a mapping or an iterable of pairs; `columns` 1 or 2."""
    pairs = items.items() if isinstance(items, Mapping) else items
    return _render("key_values", items=list(pairs), **options)


@register.simple_tag
def timeline(entries: Iterable[Any]) -> SafeString:
    """Tell a history; entries have moment, text and maybe person, detail, icon, tone."""
    return _render("timeline", entries=list(entries))


@register.simple_block_tag(end_name="endconfirm")
def confirm(content: str, *, id: str, title: str, action: str, label: str, **options: Any) -> SafeString:
    """Ask before a step: a native dialog that a button with `opens=id` shows; tone, csrf_token, cancel_label."""
    tone = _one_of(options.pop("tone", "primary"), BUTTON_TONES, "tone")
    return _render("confirm", content=content, id=id, title=title, action=action, label=label, tone=tone, **options)


@register.simple_block_tag(end_name="endtable")
def table(content: str, caption: str, **options: Any) -> SafeString:
    """Frame thead and tbody; show_caption; stacked turns rows into cards on a phone (cells need data-label)."""
    return _render("table", content=content, caption=caption, id=options.pop("id", slugify(caption)), **options)


@register.simple_block_tag(end_name="endfilterbar", takes_context=True)
def filterbar(context: template.Context, content: str, label: str = "", clear_url: str = "") -> SafeString:
    """Frame filter fields in a GET form that keeps the sorting; `clear_url` shows the way back to everything."""
    query = _query(context)
    kept = [(key, query[key]) for key in ("urut",) if key in query]
    return _render("filterbar", content=content, label=label or _("Saring daftar"), clear_url=clear_url, kept=kept)


def _query(context: template.Context) -> QueryDict:
    request = context.get("request")
    return request.GET if request is not None else QueryDict()


def _with(query: QueryDict, **changes: Any) -> str:
    changed = query.copy()
    for key, value in changes.items():
        changed.pop(key, None)
        if value is not None:
            changed[key] = str(value)
    return "?" + changed.urlencode()


@register.simple_tag(takes_context=True)
def sort_header(context: template.Context, key: str, label: str, numeric: bool = False) -> SafeString:
    """Draw a heading cell that sorts by `key` through ?urut=key, and ?urut=-key at the second click."""
    query = _query(context)
    now = query.get("urut", "")
    state = {key: "ascending", f"-{key}": "descending"}.get(now, "none")
    url = _with(query, urut=f"-{key}" if state == "ascending" else key, halaman=None)
    return _render("sort_header", label=label, url=url, state=state, numeric=numeric)


@register.simple_tag(takes_context=True)
def pagination(context: template.Context, page: Page[Any], parameter: str = "halaman") -> SafeString:
    """Draw the way through a long list (a Django `Page`), filters and sorting kept."""
    query = _query(context)
    numbers = [
        {"number": number, "url": _with(query, **{parameter: number}) if isinstance(number, int) else None}
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]
    previous_url = _with(query, **{parameter: page.number - 1}) if page.has_previous() else None
    next_url = _with(query, **{parameter: page.number + 1}) if page.has_next() else None
    return _render("pagination", page=page, numbers=numbers, previous_url=previous_url, next_url=next_url)


@register.simple_tag
def field(bound: BoundField, **options: Any) -> SafeString:
    """Draw a form field with label, hint and linked error; inline_label (hidden but read aloud), prefix_icon."""
    widget = bound.field.widget
    kind = _field_kind(widget)
    attributes = {"class": {"check": "form-check-input", "select": "form-select"}.get(kind, "form-control")}
    if bound.errors:
        attributes["class"] += " is-invalid"
    if kind in ("group", "drop"):
        attributes.pop("class")
    if autofocus := options.pop("autofocus", False):
        attributes["autofocus"] = autofocus
    return _render("field", field=bound, kind=kind, control=bound.as_widget(attrs=attributes), **options)


def _field_kind(widget: Any) -> str:
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return "group"
    if isinstance(widget, CheckboxInput):
        return "check"
    if isinstance(widget, Select):
        return "select"
    return "drop" if isinstance(widget, FileInput) else "text"


@register.simple_tag
def form_fields(form: BaseForm, focus: bool = True, placeholders: bool = True) -> SafeString:
    """Draw the error summary and every field of a form."""
    parts = [error_summary(form, focus=focus), *(str(hidden) for hidden in form.hidden_fields())]
    for bound in form.visible_fields():
        if not placeholders:
            bound.field.widget.attrs.pop("placeholder", None)
        parts.append(field(bound))
    return mark_safe("".join(parts))  # noqa: S308 - each part is a template's output


@register.simple_tag
def error_summary(form: BaseForm, focus: bool = True) -> SafeString:
    """List all errors of a bound form at its top, each linked to its field; it takes the focus."""
    if not form.is_bound or not form.errors:
        return mark_safe("")
    errors: ErrorDict = form.errors
    linked = [
        {"id": form[name].id_for_label or f"{form[name].auto_id}_0", "label": form[name].label, "messages": messages}
        for name, messages in errors.items()
        if name in form.fields
    ]
    return _render("error_summary", linked=linked, general=form.non_field_errors(), focus=focus)


LEVEL_TONES = {"error": "danger", "warning": "warning", "success": "success", "info": "info", "debug": "neutral"}


@register.filter
def toast_tone(level_tag: str) -> str:
    """Turn Django's message level into a tone."""
    return LEVEL_TONES.get(level_tag, "info")


@register.filter
def toast_icon(level_tag: str) -> str:
    """Turn Django's message level into an icon."""
    return TONE_ICONS[toast_tone(level_tag)]

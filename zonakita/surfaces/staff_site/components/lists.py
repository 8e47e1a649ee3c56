"""Tables and the ways through long lists: filter, sort, page."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page
from django.http import QueryDict
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import gettext as _

from zonakita.surfaces.staff_site.components.drawing import draw


def table(content: str, caption: str, **options: Any) -> SafeString:
    """Frame thead and tbody; `stacked` turns rows into cards on a phone (cells need data-label)."""
    return draw("table", content=content, caption=caption, id=options.pop("id", slugify(caption)), **options)


def filterbar(context: Context, content: str, label: str = "", clear_url: str = "") -> SafeString:
    """Frame filter fields in a GET form that keeps the sorting; `clear_url` leads back to everything."""
    query = _query(context)
    kept = [(key, query[key]) for key in ("urut",) if key in query]
    return draw(
        "filterbar", content=content, label=label or _("Saring daftar"), clear_url=clear_url, kept=kept
    )


def _query(context: Context) -> QueryDict:
    request = context.get("request")
    return request.GET if request is not None else QueryDict()


def _with(query: QueryDict, **changes: Any) -> str:
    changed = query.copy()
    for key, value in changes.items():
        changed.pop(key, None)
        if value is not None:
            changed[key] = str(value)
    return "?" + changed.urlencode()


def sort_header(context: Context, key: str, label: str, numeric: bool = False) -> SafeString:
    """Draw a heading cell that sorts by `key` through ?urut=key, and ?urut=-key at the second click."""
    query = _query(context)
    now = query.get("urut", "")
    state = {key: "ascending", f"-{key}": "descending"}.get(now, "none")
    url = _with(query, urut=f"-{key}" if state == "ascending" else key, halaman=None)
    return draw("sort_header", label=label, url=url, state=state, numeric=numeric)


def pagination(context: Context, page: Page[Any], parameter: str = "halaman") -> SafeString:
    """Draw the way through a long list (a Django `Page`), filters and sorting kept."""
    query = _query(context)
    numbers = [
        {"number": number, "url": _with(query, **{parameter: number}) if isinstance(number, int) else None}
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]
    previous_url = _with(query, **{parameter: page.number - 1}) if page.has_previous() else None
    next_url = _with(query, **{parameter: page.number + 1}) if page.has_next() else None
    return draw("pagination", page=page, numbers=numbers, previous_url=previous_url, next_url=next_url)

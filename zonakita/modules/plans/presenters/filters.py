"""The filter of a plan's table: its lists, and itself in words of the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from django.forms import ChoiceField, Form

from zonakita.modules.plans.presenters.areas import ALL_AREAS
from zonakita.modules.plans.queries.row_filter import RowFilter


@dataclass(frozen=True, slots=True)
class SelectView:
    """A list to choose from; `options` are (value, words, whether chosen)."""

    name: str
    label: str
    options: tuple[tuple[str, str, bool], ...]


def select_views(form: Form, names: tuple[str, ...]) -> list[SelectView]:
    """The choice fields of a form, ready to be drawn without a template for each option."""
    return [_select_view(form, name) for name in names]


def address_words(wanted: RowFilter) -> dict[str, str]:
    """The filter as the address says it, without area and sorting; empty values left out."""
    words: Mapping[str, object] = {
        "q": wanted.text,
        "bulan": wanted.month,
        "siapa": wanted.who,
        "temuan": wanted.finding,
    }
    return {name: str(value) for name, value in words.items() if value}


def whole_address_words(wanted: RowFilter) -> dict[str, str]:
    """The filter with its area: what names the same rows again."""
    return {**address_words(wanted), "area": str(wanted.area_id or ALL_AREAS)}


def _select_view(form: Form, name: str) -> SelectView:
    field = cast(ChoiceField, form.fields[name])
    chosen = str(form.data.get(name, ""))
    choices = cast("list[tuple[Any, Any]]", field.choices)
    known = {str(value) for value, _label in choices}
    chosen = chosen if chosen in known else ""
    return SelectView(
        name,
        str(field.label),
        tuple((str(value), str(label), str(value) == chosen) for value, label in choices),
    )

"""Choosing one area of a plan, or all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from zonakita.modules.plans.presenters.wording import UNNAMED
from zonakita.modules.plans.queries.row_pages import Headings

ALL_AREAS = "semua"
"""What `?area=` says for the whole plan."""


@dataclass(frozen=True, slots=True)
class AreaChip:
    """A part of the page that can be chosen, with the number of rows in it."""

    label: str
    url: str
    count: int
    is_current: bool
    is_warning: bool = False


def area_chips(
    headings: Headings,
    component_ids: Iterable[int],
    current: int | None,
    kept: Mapping[str, str] | None = None,
) -> list[AreaChip]:
    """The areas with their number of rows, then all; nothing where there is nothing to choose.

    `component_ids` has the component of every row that could be shown; `kept` is the rest of the address.
    """
    if len(headings.areas) < 2:
        return []
    counts = Counter(map(headings.area_of, component_ids))
    choices: list[tuple[int | None, str, str, int]] = [
        (area_id, str(area_id), label or UNNAMED, counts[area_id]) for area_id, label in headings.areas
    ]
    choices.append((None, ALL_AREAS, _("Semua area"), counts.total()))
    return [
        AreaChip(label, f"?{urlencode({**(kept or {}), 'area': word})}", count, area_id == current)
        for area_id, word, label, count in choices
    ]

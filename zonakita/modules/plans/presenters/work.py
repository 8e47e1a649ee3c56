"""A person's work and a unit's plans as the home page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from zonakita.modules.plans.presenters.wording import Badge, due_badge, item_title
from zonakita.modules.plans.queries.work import DueItem


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One row to do."""

    title: str
    url: str
    component: str
    plan: str
    due: Badge | None


def work_rows(work: Sequence[DueItem], today: date) -> list[WorkRow]:
    """Rows to do with their next due month."""
    return [
        WorkRow(
            title=item_title(entry.item),
            url=reverse("plans:item", args=[entry.item.pk]),
            component=str(entry.item.component),
            plan=f"{entry.item.plan.kind} {entry.item.plan.year}",
            due=due_badge(entry.item.targets.all(), today),
        )
        for entry in work
    ]

"""What one person has to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zonakita.foundation.people.models import Person
from zonakita.modules.plans.models import PlanItem
from zonakita.modules.plans.queries.plans import plans_visible_to
from zonakita.modules.plans.rules.schedule import Period, next_due


@dataclass(frozen=True, slots=True)
class DueItem:
    """An item with the earliest of its periods that is not over."""

    item: PlanItem
    due: Period


def work_of(person: Person, today: date) -> list[DueItem]:
    """The person's items in current plans that are still due, the earliest first."""
    items = (
        PlanItem.objects.filter(
            assignments__person=person,
            plan__in=plans_visible_to(person),
            plan__superseded_at__isnull=True,
        )
        .select_related("plan__unit", "component")
        .prefetch_related("targets")
        .distinct()
    )
    found = []
    for item in items:
        due = next_due([(target.year, target.month) for target in item.targets.all()], today)
        if due is not None:
            found.append(DueItem(item, due))
    return sorted(found, key=lambda entry: (entry.due, entry.item.plan_id, entry.item.order))

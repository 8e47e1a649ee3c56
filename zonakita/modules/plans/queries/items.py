"""One item with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import Http404

from zonakita.foundation.audit import interface as audit
from zonakita.foundation.audit.models import AuditEvent
from zonakita.foundation.people.models import Person
from zonakita.modules.plans.models import ItemAssignment, PlanFinding, PlanItem
from zonakita.modules.plans.queries.plans import item_for

_HISTORY_LIMIT = 100


def assignment_for(actor: Person, assignment_id: int) -> ItemAssignment:
    """One assignment with its item; 404 for a missing and a foreign one alike."""
    assignment = ItemAssignment.objects.filter(pk=assignment_id).select_related("person").first()
    if assignment is None:
        raise Http404
    assignment.item = item_for(actor, assignment.item_id)
    return assignment


def findings_beside(item: PlanItem) -> list[PlanFinding]:
    """Open and accepted findings of the item, open ones first."""
    found = item.findings.exclude(state=PlanFinding.State.FIXED).select_related("decided_by")
    return sorted(found, key=lambda finding: (finding.state != PlanFinding.State.OPEN, finding.order))


def assignments_of(item: PlanItem) -> list[ItemAssignment]:
    """Who does the item."""
    return list(item.assignments.select_related("person").order_by("id"))


def history_of(item: PlanItem) -> list[AuditEvent]:
    """What happened to the item, the newest first."""
    return list(audit.events_for_target(item)[:_HISTORY_LIMIT])


def neighbours_of(item: PlanItem) -> tuple[int | None, int | None]:
    """Ids of the rows before and after, for stepping through a plan."""
    beside = PlanItem.objects.filter(plan_id=item.plan_id, order__in=[item.order - 1, item.order + 1])
    by_order = dict(beside.values_list("order", "pk"))
    return by_order.get(item.order - 1), by_order.get(item.order + 1)


def names_of(events: Iterable[AuditEvent]) -> dict[int, str]:
    """Names of the people that assignments in these events speak of, by id."""
    wanted: set[int] = set()
    for event in events:
        wanted.update(event.details.get("people", ()))
        wanted.update(part for part in [event.details.get("person")] if part)
    return dict(Person.objects.filter(pk__in=wanted).values_list("pk", "full_name")) if wanted else {}

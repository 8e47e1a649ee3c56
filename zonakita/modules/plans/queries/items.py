"""One item with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
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


def assignments_beside(item: PlanItem) -> tuple[list[ItemAssignment], list[str]]:
    """Who does the item, and the names of all teams of its plan, for proposing one."""
    of_plan = ItemAssignment.objects.filter(item__plan=item.plan_id).order_by("pk")
    rows = of_plan.select_related("person").only(
        "team", "item", "person__full_name", "person__position_title"
    )
    found = list(rows)
    teams = sorted({one.team for one in found if one.team}, key=str.casefold)
    return [one for one in found if one.item_id == item.pk], teams


def history_of(item: PlanItem) -> list[AuditEvent]:
    """What happened to the item, the newest first."""
    return list(audit.events_for_target(item)[:_HISTORY_LIMIT])


def neighbours_of(item: PlanItem) -> tuple[int | None, int | None]:
    """Ids of the rows before and after, for stepping through a plan."""
    beside = PlanItem.objects.filter(plan_id=item.plan_id, order__in=[item.order - 1, item.order + 1])
    by_order = dict(beside.values_list("order", "pk"))
    return by_order.get(item.order - 1), by_order.get(item.order + 1)


def people_around(
    item: PlanItem, events: Iterable[AuditEvent]
) -> tuple[dict[int, str], list[tuple[int, str]]]:
    """Names by id of the people in these events, and who can be given the item (id, name), by name."""
    mentioned: set[int] = set()
    for event in events:
        mentioned.update(event.details.get("people", ()))
        mentioned.update(part for part in [event.details.get("person")] if part)
    unit_id = item.plan.unit_id
    people = Person.objects.filter(Q(pk__in=mentioned) | Q(unit_id=unit_id, is_active=True)).order_by(
        "full_name"
    )
    found = list(people.values_list("pk", "full_name", "unit_id", "is_active"))
    names = {pk: name for pk, name, _unit_id, _is_active in found if pk in mentioned}
    assignable = [(pk, name) for pk, name, home, is_active in found if home == unit_id and is_active]
    return names, assignable

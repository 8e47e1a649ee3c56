"""Giving items to people and teams."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from zonakita.foundation.access.interface import Permission
from zonakita.foundation.audit import interface as audit
from zonakita.foundation.people.models import Person
from zonakita.modules.plans.actions.assignment_notices import tell_assigned
from zonakita.modules.plans.actions.lock import locked_plan
from zonakita.modules.plans.actions.refusals import MatchesChanged, NothingToAssign, PersonNotOfUnit
from zonakita.modules.plans.models import ActionPlan, ItemAssignment, PlanItem
from zonakita.modules.plans.queries.row_filter import RowFilter, rows_matching
from zonakita.modules.plans.queries.rows import assignable_people, ids_of_items

_TEAM_LIMIT = 120


@transaction.atomic
def assign_items(
    *, plan: ActionPlan, item_ids: Sequence[int], person_ids: Sequence[int], team: str = "", by: Person
) -> int:
    """Give every chosen item to every chosen person and the team; who has it already keeps it.

    Gives the number of items that gained someone. Ids of other plans are left out.

    Raises: NothingToAssign, PersonNotOfUnit, PlanSuperseded.
    """
    plan = locked_plan(plan.pk, Permission.PLAN_ASSIGN, by=by)
    team = " ".join(team.split())[:_TEAM_LIMIT]
    items = ids_of_items(plan, item_ids)
    if not items or not (person_ids or team):
        raise NothingToAssign
    people = list(assignable_people(plan).filter(pk__in=list(person_ids)))
    if len(people) != len(set(person_ids)):
        raise PersonNotOfUnit
    known: set[tuple[int, int | None, str]] = set(
        ItemAssignment.objects.filter(item__in=items).values_list("item_id", "person_id", "team")
    )
    wanted: list[tuple[int, int | None, str]] = [(item, person.pk, "") for item in items for person in people]
    wanted += [(item, None, team) for item in items if team]
    fresh = [entry for entry in wanted if entry not in known]
    ItemAssignment.objects.bulk_create(
        ItemAssignment(item_id=item, person_id=person, team=name, assigned_by=by)
        for item, person, name in fresh
    )
    changed = sorted({item for item, _person, _team in fresh})
    for item in PlanItem.objects.filter(pk__in=changed):
        audit.record(
            "plans.item_assigned",
            actor=by,
            target=item,
            unit_code=plan.unit.code,
            details={
                "people": [person.pk for person in people if (item.pk, person.pk, "") in fresh],
                "team": team if (item.pk, None, team) in fresh else "",
            },
        )
    tell_assigned(plan, people, (person for _item, person, _team in fresh if person), by=by)
    return len(changed)


@transaction.atomic
def assign_matching(
    *,
    plan: ActionPlan,
    wanted: RowFilter,
    expected_count: int,
    person_ids: Sequence[int],
    team: str = "",
    by: Person,
) -> int:
    """Give all rows that match a filter, on whatever page they stand, as `assign_items` does.

    `expected_count` is how many the actor was told there are; another number means that somebody changed
    the plan meanwhile, and rows that nobody has seen are not given away.

    Raises: MatchesChanged, NothingToAssign, PersonNotOfUnit, PlanSuperseded.
    """
    plan = locked_plan(plan.pk, Permission.PLAN_ASSIGN, by=by)
    item_ids = [item_id for item_id, _component_id in rows_matching(plan, wanted)]
    if len(item_ids) != expected_count:
        raise MatchesChanged
    return assign_items(plan=plan, item_ids=item_ids, person_ids=person_ids, team=team, by=by)


@transaction.atomic
def unassign(*, assignment: ItemAssignment, by: Person) -> None:
    """Take an item away from a person or team; a second time changes nothing."""
    item = assignment.item
    plan = locked_plan(item.plan_id, Permission.PLAN_ASSIGN, by=by)
    held = ItemAssignment.objects.select_for_update().filter(pk=assignment.pk).first()
    if held is None:
        return
    details = {"person": held.person_id, "team": held.team}
    held.delete()
    audit.record("plans.item_unassigned", actor=by, target=item, unit_code=plan.unit.code, details=details)

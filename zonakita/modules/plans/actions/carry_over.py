"""Keeping people's work when a revision takes a plan's place."""

from __future__ import annotations

from zonakita.kernel.alignment import align
from zonakita.modules.plans.models import ActionPlan, ItemAssignment, ItemQuestion, PlanItem

_SAME_ROW = 0.7


def carry_over_assignments(earlier: ActionPlan, plan: ActionPlan) -> int:
    """Give the rows of a revision the people and the decided LKE matches of their earlier form.

    Gives the number of assignments kept. The rows of the earlier plan keep theirs as a record.
    """
    old, new = _rows(earlier), _rows(plan)
    pairs = {
        old[pair.old].pk: new[pair.new]
        for pair in align([_words(item) for item in old], [_words(item) for item in new], minimum=_SAME_ROW)
        if pair.old is not None and pair.new is not None
    }
    kept = [
        ItemAssignment(
            item=pairs[known.item_id],
            person_id=known.person_id,
            team=known.team,
            assigned_at=known.assigned_at,
            assigned_by_id=known.assigned_by_id,
        )
        for known in ItemAssignment.objects.filter(item__in=pairs).order_by("id")
    ]
    ItemAssignment.objects.bulk_create(kept)
    _carry_matches(pairs)
    return len(kept)


def _carry_matches(pairs: dict[int, PlanItem]) -> None:
    decided = list(ItemQuestion.objects.filter(item__in=pairs, state=ItemQuestion.State.CONFIRMED))
    items = {pairs[match.item_id] for match in decided}
    ItemQuestion.objects.filter(item__in=items).delete()
    ItemQuestion.objects.bulk_create(
        ItemQuestion(
            item=pairs[match.item_id],
            sub_area_code=match.sub_area_code,
            question_code=match.question_code,
            score=match.score,
            state=match.state,
            decided_at=match.decided_at,
            decided_by_id=match.decided_by_id,
        )
        for match in decided
    )


def _rows(plan: ActionPlan) -> list[PlanItem]:
    return list(PlanItem.objects.filter(plan=plan).order_by("order"))


def _words(item: PlanItem) -> str:
    return f"{item.indicator} {item.action}"

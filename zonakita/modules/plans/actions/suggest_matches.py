"""Proposing for each item the question of the LKE that it most likely answers."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from zonakita.modules.plans.models import ActionPlan, ItemQuestion, PlanItem
from zonakita.modules.plans.queries.matches import ranked_matches
from zonakita.modules.plans.rules.matching import likely_matches


def suggest_matches(plan: ActionPlan, items: Iterable[PlanItem]) -> None:
    """Insert the likeliest match of each item; the LKE of Zona Integritas says nothing about an RB plan."""
    if plan.kind != ActionPlan.Kind.ZI:
        return
    suggestions = []
    for item in items:
        suggestions += [
            ItemQuestion(
                item=item,
                sub_area_code=best.sub_area_code,
                question_code=best.question_code or "",
                score=Decimal(str(round(best.score, 3))),
            )
            for best in likely_matches(ranked_matches(item), limit=1)
        ]
    ItemQuestion.objects.bulk_create(suggestions)


def renew_suggestion(item: PlanItem) -> None:
    """Propose again after the row's words changed, unless a person has decided."""
    if item.questions.exclude(state=ItemQuestion.State.SUGGESTED).exists():
        return
    item.questions.all().delete()
    suggest_matches(item.plan, [item])

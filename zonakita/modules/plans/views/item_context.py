"""What the page of an item shows."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone

from zonakita.modules.plans.policies import rights_of
from zonakita.modules.plans.presenters.findings import finding_views
from zonakita.modules.plans.presenters.history import history
from zonakita.modules.plans.presenters.items import assignee_views, match_view, target_views
from zonakita.modules.plans.presenters.plans import plan_head
from zonakita.modules.plans.presenters.wording import item_number, item_title
from zonakita.modules.plans.queries.items import (
    assignments_beside,
    findings_beside,
    history_of,
    neighbours_of,
    people_around,
)
from zonakita.modules.plans.queries.matches import matches_of


def item_context(item: Any) -> dict[str, Any]:
    """Values for `item.html` and its fragments; `item` comes from `queries.plans.item_for`."""
    plan = item.plan
    head = plan_head(plan, rights_of(item), "plan")
    events = history_of(item)
    names, assignable = people_around(item, events)
    assignments, teams = assignments_beside(item)
    before, after = neighbours_of(item)
    here = reverse("plans:item", args=[item.pk])
    context: dict[str, Any] = {
        "head": head,
        "crumbs": (*head.crumbs, (item_number(item.order), here)),
        "item": item,
        "is_rb": plan.kind == "RB",
        "title": item_title(item),
        "targets": target_views(item, timezone.localdate()),
        "requirements": [requirement.text for requirement in item.requirements.all()],
        "assignees": assignee_views(assignments),
        "findings": finding_views(findings_beside(item)),
        "matches": [match_view(match) for match in matches_of(item)],
        "history": history(events, names),
        "previous_url": reverse("plans:item", args=[before]) if before else "",
        "next_url": reverse("plans:item", args=[after]) if after else "",
        "here": here,
    }
    if head.may_assign:
        context |= {"people": assignable, "teams": teams}
    return context

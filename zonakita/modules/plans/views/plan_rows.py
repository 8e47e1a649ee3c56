"""A plan by area: tree and table, and giving rows to people."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from zonakita.modules.plans.actions import PlanRefusal, assign_items
from zonakita.modules.plans.forms import AssignForm, RowFilterForm
from zonakita.modules.plans.policies import rights_of
from zonakita.modules.plans.presenters.plans import plan_head
from zonakita.modules.plans.presenters.rows import sections, tree
from zonakita.modules.plans.presenters.wording import row_count_label
from zonakita.modules.plans.queries.plans import open_finding_count, plan_for
from zonakita.modules.plans.queries.rows import (
    assignable_people,
    people_and_teams_of,
    rows_of,
    tree_of,
)
from zonakita.modules.plans.views.answers import actor_of, back_to, refused


@login_required
@require_GET
def plan_page(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The plan's rows by area, filtered and sorted; only the rows themselves for htmx."""
    actor = actor_of(request)
    plan = plan_for(actor, plan_id)
    head = plan_head(plan, rights_of(plan), "plan", open_finding_count(plan))
    nodes = tree_of(plan)
    people, teams = people_and_teams_of(plan)
    form = RowFilterForm(request.GET, areas=[node.area for node in nodes], people=people, teams=teams)
    wanted = form.wanted(request.GET.get("urut", ""))
    items = rows_of(plan, wanted)
    context = {
        "head": head,
        "is_rb": plan.kind == "RB",
        "form": form,
        "wanted": wanted,
        "row_count": row_count_label(len(items)),
        "sections": sections(items, plan, timezone.localdate(), is_grouped=not wanted.sort),
        "tree": tree(nodes, head.url, wanted.area_id),
        "total": sum(node.item_count for node in nodes),
        "teams": teams,
        "here": request.get_full_path(),
    }
    if head.may_assign:
        context["assign_form"] = AssignForm(people=assignable_people(plan))
    return render(request, "plans/plan.html", context)


@login_required
@require_POST
def assign(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Give the chosen rows to the chosen people and team."""
    actor = actor_of(request)
    plan = plan_for(actor, plan_id)
    try:
        number = assign_items(
            plan=plan,
            item_ids=_numbers(request.POST.getlist("items")),
            person_ids=_numbers(request.POST.getlist("people")),
            team=request.POST.get("team", ""),
            by=actor,
        )
    except PlanRefusal as refusal:
        return refused(request, refusal, "plans:plan", plan_id)
    messages.success(
        request,
        ngettext("%(number)s baris ditugaskan.", "%(number)s baris ditugaskan.", number) % {"number": number},
    )
    return back_to(request, "plans:plan", plan_id)


def _numbers(values: list[str]) -> list[int]:
    return [int(value) for value in values if value.isdecimal()]

"""A plan by month."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from zonakita.modules.plans.policies import rights_of
from zonakita.modules.plans.presenters.calendar import calendar_sections, month_heads
from zonakita.modules.plans.presenters.plans import plan_head
from zonakita.modules.plans.queries.plans import open_finding_count, plan_for
from zonakita.modules.plans.queries.rows import rows_of
from zonakita.modules.plans.views.answers import actor_of


@login_required
@require_GET
def calendar_page(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The year as a grid: which row is due in which month."""
    actor = actor_of(request)
    plan = plan_for(actor, plan_id)
    head = plan_head(plan, rights_of(plan), "calendar", open_finding_count(plan))
    items = rows_of(plan)
    today = timezone.localdate()
    context = {
        "head": head,
        "year": plan.year,
        "months": month_heads(items, plan, head.url, today),
        "sections": calendar_sections(items, plan, today),
    }
    return render(request, "plans/calendar.html", context)

"""All plans that a person may see."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.modules.plans.forms import PlanListForm
from zonakita.modules.plans.presenters.plans import plan_card
from zonakita.modules.plans.queries.plans import list_choices, plan_list
from zonakita.modules.plans.views.answers import actor_of

_PER_PAGE = 50


@login_required
@require_GET
def plan_list_page(request: HttpRequest) -> HttpResponse:
    """The list of plans, narrowed by unit, year and kind."""
    actor = actor_of(request)
    units, years = list_choices(actor)
    form = PlanListForm(request.GET, units=units, years=years)
    form.is_valid()
    wanted = form.cleaned_data
    plans = plan_list(
        actor,
        unit_id=wanted.get("unit"),
        year=wanted.get("year"),
        kind=wanted.get("kind", ""),
        only_current=not wanted.get("revisions"),
    )
    page = Paginator(plans, _PER_PAGE).get_page(request.GET.get("halaman"))
    is_filtered = any(wanted.get(name) for name in ("unit", "year", "kind", "revisions"))
    cards = [plan_card(plan) for plan in page.object_list]
    context = {
        "form": form,
        "page": page,
        "cards": cards,
        "is_filtered": is_filtered,
        "has_units": len(units) > 1,
        "may_upload": access.may_anywhere(actor, Permission.DECREE_UPLOAD),
    }
    return render(request, "plans/plan_list.html", context)

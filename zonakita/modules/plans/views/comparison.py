"""A plan beside an earlier one."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from zonakita.modules.plans.policies import rights_of
from zonakita.modules.plans.presenters.comparison import (
    change_counts,
    difference_views,
    earlier_choices,
    earlier_label,
    wanted_rows,
)
from zonakita.modules.plans.presenters.plans import plan_head
from zonakita.modules.plans.queries.comparison import comparison_of
from zonakita.modules.plans.queries.plans import earlier_plans, open_finding_count, plan_for
from zonakita.modules.plans.views.answers import actor_of

_ROWS_PER_PAGE = 15


@login_required
@require_GET
def compare_page(request: HttpRequest, plan_id: int) -> HttpResponse:
    """What changed since the plan before it, or since the one that was chosen."""
    actor = actor_of(request)
    plan = plan_for(actor, plan_id)
    head = plan_head(plan, rights_of(plan), "compare", open_finding_count(plan))
    earlier = earlier_plans(plan)
    context: dict[str, object] = {"head": head, "has_earlier": bool(earlier)}
    if earlier:
        wish = request.GET.get("dengan", "")
        chosen = next((other for other in earlier if str(other.pk) == wish), None if wish else earlier[0])
        if chosen is None:
            raise Http404
        wanted = request.GET.get("perubahan", "")
        difference = comparison_of(chosen, plan)
        page = Paginator(wanted_rows(difference, wanted), _ROWS_PER_PAGE).get_page(request.GET.get("halaman"))
        address = f"{request.path}?dengan={chosen.pk}"
        context |= {
            "choices": earlier_choices(earlier, chosen),
            "chosen": earlier_label(chosen),
            "counts": change_counts(difference, wanted, address),
            "page": page,
            "differences": difference_views(page.object_list),
            "wanted": wanted,
            "all_url": address,
        }
    return render(request, "plans/compare.html", context)

"""A plan by month."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from zonakita.modules.plans.forms import chosen_area
from zonakita.modules.plans.policies import rights_of
from zonakita.modules.plans.presenters.areas import area_chips
from zonakita.modules.plans.presenters.calendar import calendar_sections, month_heads
from zonakita.modules.plans.presenters.plans import plan_head
from zonakita.modules.plans.queries import row_pages
from zonakita.modules.plans.queries.plans import open_finding_count, plan_for
from zonakita.modules.plans.queries.row_filter import RowFilter, rows_matching
from zonakita.modules.plans.views.answers import actor_of
from zonakita.modules.plans.views.plan_rows import ROWS_PER_PAGE


@login_required
@require_GET
def calendar_page(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The year as a grid: which row is due in which month."""
    plan = plan_for(actor_of(request), plan_id)
    head = plan_head(plan, rights_of(plan), "calendar", open_finding_count(plan))
    headings, due = row_pages.headings_of(plan), row_pages.due_periods_of(plan)
    area_id = chosen_area(request.GET, [key for key, _label in headings.areas])
    matching = rows_matching(plan, RowFilter())
    item_ids = [
        item_id for item_id, component_id in matching if area_id in (None, headings.area_of(component_id))
    ]
    page = Paginator(item_ids, ROWS_PER_PAGE).get_page(request.GET.get("halaman"))
    rows = row_pages.row_texts(list(page.object_list))
    who = row_pages.doers_by_item(row_pages.assignments_in(plan))
    today = timezone.localdate()
    context = {
        "head": head,
        "year": plan.year,
        "areas": area_chips(headings, (component_id for _item_id, component_id in matching), area_id),
        "page": page,
        "months": month_heads(due, plan, head.url, today),
        "sections": calendar_sections(rows, due, who, headings, plan, today),
    }
    return render(request, "plans/calendar.html", context)

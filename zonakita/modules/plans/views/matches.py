"""A plan against the LKE."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from zonakita.modules.plans.actions import PlanRefusal, confirm_match, correct_match
from zonakita.modules.plans.forms import MatchForm
from zonakita.modules.plans.policies import rights_of
from zonakita.modules.plans.presenters.coverage import (
    chosen_part,
    coverage_chips,
    coverage_content,
    coverage_figures,
    coverage_lines,
)
from zonakita.modules.plans.presenters.items import likely_choices, match_choices
from zonakita.modules.plans.presenters.plans import plan_head
from zonakita.modules.plans.queries.matches import coverage_of, match_for, ranked_matches
from zonakita.modules.plans.queries.plans import item_for, open_finding_count, plan_for
from zonakita.modules.plans.queries.row_pages import headings_of, row_texts
from zonakita.modules.plans.views.answers import actor_of, back_to, refused, require
from zonakita.modules.plans.views.item_context import item_context
from zonakita.modules.plans.views.plan_rows import ROWS_PER_PAGE


@login_required
@require_GET
def coverage_page(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Sub-areas of the LKE with the rows that answer them."""
    actor = actor_of(request)
    plan = plan_for(actor, plan_id)
    if plan.kind != "ZI":
        raise Http404
    head = plan_head(plan, rights_of(plan), "coverage", open_finding_count(plan))
    coverage = coverage_of(plan)
    part = chosen_part(coverage, request.GET.get("area", ""))
    page = Paginator(coverage_lines(coverage, part), ROWS_PER_PAGE).get_page(request.GET.get("halaman"))
    lines = list(page.object_list)
    rows = row_texts([line.item_id for line in lines if line.item_id is not None])
    context = {
        "head": head,
        "figures": coverage_figures(coverage),
        "areas": coverage_chips(coverage, part),
        "page": page,
        "coverage": coverage_content(lines, rows, headings_of(plan)),
        "here": request.get_full_path(),
    }
    return render(request, "plans/coverage.html", context)


@login_required
@require_POST
def match_confirm(request: HttpRequest, match_id: int) -> HttpResponse:
    """Say that a suggested match is right."""
    actor = actor_of(request)
    match = match_for(actor, match_id)
    try:
        confirm_match(match=match, by=actor)
    except PlanRefusal as refusal:
        return refused(request, refusal, "plans:item", match.item_id)
    messages.success(request, _("Butir LKE dipastikan."))
    return back_to(request, "plans:item", match.item_id)


@login_required
@require_http_methods(["GET", "POST"])
def match_edit(request: HttpRequest, item_id: int) -> HttpResponse:
    """Choose the sub-area or question that a row answers."""
    actor = actor_of(request)
    item = item_for(actor, item_id)
    require(rights_of(item).may_edit)
    form = MatchForm(request.POST or None, choices=match_choices(likely_choices(ranked_matches(item))))
    if request.method == "POST" and form.is_valid():
        try:
            correct_match(item=item, code=form.cleaned_data["code"], by=actor)
        except PlanRefusal as refusal:
            form.add_error("code", refusal.message)
        else:
            messages.success(request, _("Butir LKE diperbaiki."))
            return back_to(request, "plans:item", item_id)
    came_from = request.POST.get("kembali") or request.GET.get("kembali", "")
    context = item_context(item) | {"match_form": form, "came_from": came_from}
    return render(request, "plans/match_edit.html", context)

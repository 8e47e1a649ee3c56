"""A plan by area: table and chips, and giving rows to people."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from zonakita.foundation.people.models import Person
from zonakita.modules.plans.actions import PlanRefusal, assign_items, assign_matching
from zonakita.modules.plans.actions.refusals import MatchesChanged
from zonakita.modules.plans.forms import RowFilterForm
from zonakita.modules.plans.policies import rights_of
from zonakita.modules.plans.presenters.areas import area_chips
from zonakita.modules.plans.presenters.filters import address_words, select_views, whole_address_words
from zonakita.modules.plans.presenters.plans import plan_head
from zonakita.modules.plans.presenters.rows import RowParts, row_views, sections
from zonakita.modules.plans.presenters.wording import row_count_label
from zonakita.modules.plans.queries import row_pages
from zonakita.modules.plans.queries.plans import plan_for
from zonakita.modules.plans.queries.row_filter import rows_matching
from zonakita.modules.plans.queries.rows import people_to_assign
from zonakita.modules.plans.views.answers import actor_of, back_to, refused

ROWS_PER_PAGE = 20


@login_required
@require_GET
def plan_page(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The plan's rows by area, filtered and sorted, a page of them at a time."""
    plan = plan_for(actor_of(request), plan_id)
    findings = row_pages.open_findings_in(plan)
    head = plan_head(plan, rights_of(plan), "plan", len(findings))
    headings, assigned = row_pages.headings_of(plan), row_pages.assignments_in(plan)
    form = _filter_form(request.GET, headings, assigned)
    wanted = form.wanted()
    matching = rows_matching(plan, wanted.of_all_areas)
    in_area = [
        item_id
        for item_id, component_id in matching
        if wanted.area_id in (None, headings.area_of(component_id))
    ]
    page = Paginator(in_area, ROWS_PER_PAGE).get_page(request.GET.get("halaman"))
    sorting = {"urut": request.GET["urut"]} if wanted.sort else {}
    context = {
        "head": head,
        "is_rb": plan.kind == "RB",
        "search": wanted.text,
        "selects": select_views(form, ("bulan", "siapa", "temuan")),
        "is_filtered": wanted.is_active,
        "areas": area_chips(
            headings,
            (component_id for _item_id, component_id in matching),
            wanted.area_id,
            {**address_words(wanted), **sorting},
        ),
        "page": page,
        "row_count": row_count_label(len(in_area)),
        "matching": urlencode(whole_address_words(wanted)),
        "sections": _sections(plan, page, headings, assigned, findings, is_grouped=not wanted.sort),
        "here": request.get_full_path(),
    }
    if head.may_assign:
        context |= {"people": people_to_assign(plan), "teams": row_pages.teams_among(assigned)}
    return render(request, "plans/plan.html", context)


@login_required
@require_POST
def assign(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Give the chosen rows, or all that match the filter, to the chosen people and team."""
    actor = actor_of(request)
    plan = plan_for(actor, plan_id)
    person_ids, team = _numbers(request.POST.getlist("people")), request.POST.get("team", "")
    try:
        if "cocok" in request.POST:
            number = _assign_matching(plan, request.POST, person_ids, team, by=actor)
        else:
            item_ids = _numbers(request.POST.getlist("items"))
            number = assign_items(plan=plan, item_ids=item_ids, person_ids=person_ids, team=team, by=actor)
    except PlanRefusal as refusal:
        return refused(request, refusal, "plans:plan", plan_id)
    messages.success(
        request,
        ngettext("%(number)s baris ditugaskan.", "%(number)s baris ditugaskan.", number) % {"number": number},
    )
    return back_to(request, "plans:plan", plan_id)


def _assign_matching(plan: Any, data: QueryDict, person_ids: list[int], team: str, *, by: Person) -> int:
    """`cocok` is the number of rows that the page named, `saringan` the filter as an address says it."""
    headings, assigned = row_pages.headings_of(plan), row_pages.assignments_in(plan)
    form = _filter_form(QueryDict(data.get("saringan", "")), headings, assigned)
    expected = data.get("cocok", "")
    if not form.names_what_exists or not expected.isdecimal():
        raise MatchesChanged
    return assign_matching(
        plan=plan,
        wanted=form.wanted(),
        expected_count=int(expected),
        person_ids=person_ids,
        team=team,
        by=by,
    )


def _filter_form(
    data: QueryDict, headings: row_pages.Headings, assigned: list[row_pages.Assigned]
) -> RowFilterForm:
    return RowFilterForm(
        data,
        area_ids=[area_id for area_id, _label in headings.areas],
        people=row_pages.people_among(assigned),
        teams=row_pages.teams_among(assigned),
    )


def _sections(
    plan: Any,
    page: Page[int],
    headings: row_pages.Headings,
    assigned: list[row_pages.Assigned],
    findings: list[row_pages.OpenFinding],
    *,
    is_grouped: bool,
) -> list[Any]:
    item_ids = list(page.object_list)
    rows = row_pages.row_texts(item_ids)
    parts = RowParts(
        due=row_pages.due_periods_among(item_ids),
        requirements=row_pages.requirements_among(item_ids),
        who=row_pages.doers_by_item(assigned),
        findings=findings,
    )
    views = row_views(rows, parts, plan, timezone.localdate())
    return sections(rows, views, headings, is_grouped=is_grouped)


def _numbers(values: list[str]) -> list[int]:
    return [int(value) for value in values if value.isdecimal()]

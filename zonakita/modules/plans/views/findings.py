"""What the checker found in a plan, and deciding it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from zonakita.modules.plans.actions import PlanRefusal, accept_finding, recheck_plan, reopen_finding
from zonakita.modules.plans.policies import rights_of
from zonakita.modules.plans.presenters.findings import (
    code_choices,
    finding_groups,
    severity_choices,
    state_tabs,
)
from zonakita.modules.plans.presenters.plans import plan_head
from zonakita.modules.plans.queries.findings import FindingFilter, counts_of, findings_of
from zonakita.modules.plans.queries.plans import finding_for, plan_for
from zonakita.modules.plans.views.answers import actor_of, back_to, refused

_FINDINGS_PER_PAGE = 20
_STATES = {"terbuka": "open", "diterima": "accepted", "selesai": "fixed"}


@login_required
@require_GET
def findings_page(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Findings by severity, code and state."""
    actor = actor_of(request)
    plan = plan_for(actor, plan_id)
    state = request.GET.get("keadaan", "terbuka")
    wanted = FindingFilter(
        severity=request.GET.get("tingkat", ""),
        code=request.GET.get("kode", ""),
        state=_STATES.get(state, "open"),
    )
    counts = counts_of(plan)
    open_count = sum(number for key, number in counts.items() if key[0] == "open")
    head = plan_head(plan, rights_of(plan), "findings", open_count)
    page = Paginator(findings_of(plan, wanted), _FINDINGS_PER_PAGE).get_page(request.GET.get("halaman"))
    context = {
        "head": head,
        "wanted": wanted,
        "tabs": state_tabs(counts, wanted, request.path),
        "severities": severity_choices(counts, wanted, request.path),
        "codes": code_choices(counts, wanted, request.path),
        "page": page,
        "groups": finding_groups(page.object_list, counts, wanted.state),
        "here": request.get_full_path(),
    }
    return render(request, "plans/findings.html", context)


@login_required
@require_POST
def accept(request: HttpRequest, finding_id: int) -> HttpResponse:
    """Accept one finding with a reason."""
    actor = actor_of(request)
    finding = finding_for(actor, finding_id)
    try:
        accept_finding(finding=finding, reason=request.POST.get("reason", ""), by=actor)
    except PlanRefusal as refusal:
        return refused(request, refusal, "plans:findings", finding.plan_id)
    messages.success(request, _("Temuan diterima dengan alasan yang Anda tulis."))
    return back_to(request, "plans:findings", finding.plan_id)


@login_required
@require_POST
def reopen(request: HttpRequest, finding_id: int) -> HttpResponse:
    """Open an accepted finding again."""
    actor = actor_of(request)
    finding = finding_for(actor, finding_id)
    try:
        reopen_finding(finding=finding, by=actor)
    except PlanRefusal as refusal:
        return refused(request, refusal, "plans:findings", finding.plan_id)
    messages.success(request, _("Temuan dibuka kembali."))
    return back_to(request, "plans:findings", finding.plan_id)


@login_required
@require_POST
def recheck(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Run the checker again."""
    actor = actor_of(request)
    plan = plan_for(actor, plan_id)
    try:
        new, fixed = recheck_plan(plan=plan, by=actor)
    except PlanRefusal as refusal:
        return refused(request, refusal, "plans:findings", plan_id)
    messages.success(
        request,
        _("Rencana diperiksa ulang: %(new)s temuan baru, %(fixed)s temuan selesai.")
        % {"new": new, "fixed": fixed},
    )
    return back_to(request, "plans:findings", plan_id)

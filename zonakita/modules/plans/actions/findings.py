"""Deciding what the checker found."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from zonakita.foundation.access.interface import Permission
from zonakita.foundation.audit import interface as audit
from zonakita.foundation.people.models import Person
from zonakita.modules.plans.actions.lock import locked_plan
from zonakita.modules.plans.actions.plan_checks import refresh_findings
from zonakita.modules.plans.actions.refusals import FindingNotAccepted, FindingNotOpen, ReasonMissing
from zonakita.modules.plans.models import ActionPlan, PlanFinding


@transaction.atomic
def accept_finding(*, finding: PlanFinding, reason: str, by: Person) -> PlanFinding:
    """Leave the plan as it is, and say why.

    Raises: ReasonMissing, FindingNotOpen, PlanSuperseded.
    """
    plan = locked_plan(finding.plan_id, Permission.FINDING_DECIDE, by=by)
    finding = PlanFinding.objects.select_for_update().get(pk=finding.pk)
    if finding.state != PlanFinding.State.OPEN:
        raise FindingNotOpen
    if not reason.strip():
        raise ReasonMissing
    finding.state, finding.reason = PlanFinding.State.ACCEPTED, reason.strip()
    finding.decided_at, finding.decided_by = timezone.now(), by
    finding.save(update_fields=["state", "reason", "decided_at", "decided_by"])
    details = {"code": finding.code, "where": finding.where, "reason": finding.reason}
    audit.record(
        "plans.finding_accepted", actor=by, target=finding, unit_code=plan.unit.code, details=details
    )
    return finding


@transaction.atomic
def reopen_finding(*, finding: PlanFinding, by: Person) -> PlanFinding:
    """Take an acceptance back.

    Raises: FindingNotAccepted, PlanSuperseded.
    """
    plan = locked_plan(finding.plan_id, Permission.FINDING_DECIDE, by=by)
    finding = PlanFinding.objects.select_for_update().get(pk=finding.pk)
    if finding.state != PlanFinding.State.ACCEPTED:
        raise FindingNotAccepted
    details = {"code": finding.code, "where": finding.where, "reason": finding.reason}
    finding.state, finding.reason = PlanFinding.State.OPEN, ""
    finding.decided_at, finding.decided_by = None, None
    finding.save(update_fields=["state", "reason", "decided_at", "decided_by"])
    audit.record(
        "plans.finding_reopened", actor=by, target=finding, unit_code=plan.unit.code, details=details
    )
    return finding


@transaction.atomic
def recheck_plan(*, plan: ActionPlan, by: Person) -> tuple[int, int]:
    """Check the plan again, as after a change of the regulation library; gives (new, fixed).

    Raises: PlanSuperseded.
    """
    plan = locked_plan(plan.pk, Permission.FINDING_DECIDE, by=by)
    new, fixed = refresh_findings(plan, by=by)
    details = {"new": new, "fixed": fixed}
    audit.record("plans.plan_rechecked", actor=by, target=plan, unit_code=plan.unit.code, details=details)
    return new, fixed

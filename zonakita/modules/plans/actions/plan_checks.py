"""Keeping the findings of a plan in step with what the checker finds now."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping

from django.utils import timezone

from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.interface import Finding
from zonakita.modules.plans.models import ActionPlan, PlanFinding, PlanItem
from zonakita.modules.plans.queries.checks import findings_for
from zonakita.modules.plans.queries.proposals import Path, items_by_path, proposal_of
from zonakita.modules.plans.queries.rows import rows_of

_ABOUT_MANY_ROWS = frozenset({"year-over-year"})
"""Codes whose path is only the first of many rows: they belong to the plan, not beside one row."""


def write_findings(plan: ActionPlan, found: Iterable[Finding], items: Mapping[Path, PlanItem]) -> None:
    """Insert findings for a plan that has none yet."""
    PlanFinding.objects.bulk_create(_findings(plan, found, items).values())


def refresh_findings(plan: ActionPlan, *, by: Person) -> tuple[int, int]:
    """Check the plan as it stands now and give (new, fixed).

    An accepted finding stays accepted; one that is gone counts as fixed by the actor; a fixed one that is
    back is open again.
    """
    rows = rows_of(plan)
    found = findings_for(proposal_of(plan, rows), unit_id=plan.unit_id, year=plan.year)
    wanted = _findings(plan, found, items_by_path(plan, rows))
    known = {finding.fingerprint: finding for finding in plan.findings.all()}
    fresh = [finding for fingerprint, finding in wanted.items() if fingerprint not in known]
    PlanFinding.objects.bulk_create(fresh)
    changed, fixed = [], 0
    now = timezone.now()
    for fingerprint, finding in known.items():
        is_gone = fingerprint not in wanted and finding.state != PlanFinding.State.FIXED
        is_back = fingerprint in wanted and finding.state == PlanFinding.State.FIXED
        if is_gone:
            finding.state, finding.decided_at, finding.decided_by = PlanFinding.State.FIXED, now, by
            fixed += 1
        elif is_back:
            finding.state, finding.decided_at, finding.decided_by = PlanFinding.State.OPEN, None, None
            finding.reason = ""
        if is_gone or is_back:
            changed.append(finding)
    PlanFinding.objects.bulk_update(changed, ["state", "decided_at", "decided_by", "reason"])
    return len(fresh), fixed


def _findings(
    plan: ActionPlan, found: Iterable[Finding], items: Mapping[Path, PlanItem]
) -> dict[str, PlanFinding]:
    """Unsaved findings by fingerprint, in the checker's order."""
    seen: Counter[str] = Counter()
    findings: dict[str, PlanFinding] = {}
    for order, finding in enumerate(found, start=1):
        identity = "|".join([finding.code, finding.where, finding.text, finding.message])
        seen[identity] += 1
        fingerprint = hashlib.sha256(f"{identity}|{seen[identity]}".encode()).hexdigest()
        findings[fingerprint] = PlanFinding(
            plan=plan,
            item=None if finding.code in _ABOUT_MANY_ROWS else items.get(finding.path),
            order=order,
            code=finding.code[:60],
            severity=finding.severity,
            where=finding.where[:300],
            text=finding.text,
            message=finding.message,
            why=finding.why,
            source=finding.source,
            page=finding.place.page if finding.place else None,
            fingerprint=fingerprint,
        )
    return findings

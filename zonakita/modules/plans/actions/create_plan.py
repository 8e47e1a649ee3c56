"""From a reviewed proposal to a living plan."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.audit import interface as audit
from zonakita.foundation.files.models import StoredFile
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.interface import DecreeProposal
from zonakita.modules.plans.actions.carry_over import carry_over_assignments
from zonakita.modules.plans.actions.decrees import write_decree
from zonakita.modules.plans.actions.plan_checks import write_findings
from zonakita.modules.plans.actions.plan_rows import write_rows
from zonakita.modules.plans.actions.refusals import DecreeAlreadyImported, PlanWithoutRows, PlanYearUnknown
from zonakita.modules.plans.actions.suggest_matches import suggest_matches
from zonakita.modules.plans.models import ActionPlan
from zonakita.modules.plans.queries.checks import findings_for
from zonakita.modules.plans.queries.plans import decree_with_file


@transaction.atomic
def create_plan(
    *,
    proposal: DecreeProposal,
    unit: Unit,
    decree_file: StoredFile,
    intake_id: int | None = None,
    by: Person,
) -> ActionPlan:
    """Write decree, rows, targets, requirements, findings and LKE matches at once.

    A plan of the same unit, kind and year becomes superseded by this one, and its assignments go on to the
    rows that are still the same.

    Raises: DecreeAlreadyImported, PlanYearUnknown, PlanWithoutRows.
    """
    access.require(by, Permission.PLAN_CONFIRM, unit_id=unit.pk)
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    known = decree_with_file(unit.pk, decree_file.sha256)
    if known is not None:
        raise DecreeAlreadyImported(known.plan)
    year = proposal.plan_year or proposal.head.year
    if year is None:
        raise PlanYearUnknown
    if not any(component.rows for area in proposal.areas for component in area.components):
        raise PlanWithoutRows
    decree = write_decree(proposal, unit=unit, decree_file=decree_file, intake_id=intake_id, by=by)
    earlier = _supersede(unit, proposal.kind, year, by=by)
    plan = ActionPlan.objects.create(
        unit=unit,
        decree=decree,
        kind=proposal.kind,
        year=year,
        revision=earlier.revision + 1 if earlier else 0,
        created_by=by,
    )
    items = write_rows(plan, proposal)
    write_findings(plan, findings_for(proposal, unit_id=unit.pk, year=year), items)
    suggest_matches(plan, items.values())
    carried = carry_over_assignments(earlier, plan) if earlier else 0
    audit.record(
        "plans.plan_created",
        actor=by,
        target=plan,
        unit_code=unit.code,
        details={
            "decree": decree.number,
            "sha256": decree.sha256,
            "items": len(items),
            "assignments_kept": carried,
        },
    )
    return plan


def _supersede(unit: Unit, kind: str, year: int, *, by: Person) -> ActionPlan | None:
    earlier = (
        ActionPlan.objects.select_for_update()
        .filter(unit=unit, kind=kind, year=year, superseded_at__isnull=True)
        .first()
    )
    if earlier is not None:
        earlier.superseded_at, earlier.superseded_by = timezone.now(), by
        earlier.save(update_fields=["superseded_at", "superseded_by"])
    return earlier

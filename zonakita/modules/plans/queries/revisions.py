"""What confirming a decree would replace."""

from __future__ import annotations

from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake import interface as document_intake
from zonakita.modules.plans.models import ActionPlan
from zonakita.modules.plans.queries.plans import decree_with_file


def plan_to_replace(actor: Person, intake_id: int, *, version: int | None = None) -> ActionPlan | None:
    """The current plan of the unit, kind and year of an intake, which confirming it would supersede.

    None too where the very file is a plan already or the year is unknown: both are refused, not replaced.
    Raises: as `document_intake.reviewed_proposal`.
    """
    reviewed = document_intake.reviewed_proposal(actor, intake_id, version=version)
    proposal = reviewed.proposal
    year = proposal.plan_year or proposal.head.year
    if year is None or decree_with_file(reviewed.unit_id, reviewed.sha256) is not None:
        return None
    plans = ActionPlan.objects.filter(
        unit_id=reviewed.unit_id, kind=proposal.kind, year=year, superseded_at__isnull=True
    )
    return plans.select_related("unit", "decree").first()

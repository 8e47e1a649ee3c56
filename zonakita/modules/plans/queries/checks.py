"""Asking the plan checker about a plan, with the library and the earlier plan that it needs."""

from __future__ import annotations

from zonakita.foundation.regulations import queries as regulations
from zonakita.modules.document_intake.interface import DecreeProposal, Finding, check_proposal
from zonakita.modules.plans.models import ActionPlan
from zonakita.modules.plans.queries.proposals import proposal_of


def findings_for(proposal: DecreeProposal, *, unit_id: int, year: int) -> tuple[Finding, ...]:
    """Findings against the library as administrators keep it and the unit's plan of an earlier year."""
    earlier = (
        ActionPlan.objects.filter(
            unit_id=unit_id, kind=proposal.kind, year__lt=year, superseded_at__isnull=True
        )
        .select_related("decree")
        .order_by("-year")
        .first()
    )
    return check_proposal(
        proposal,
        library=regulations.library(),
        earlier=proposal_of(earlier) if earlier else None,
    )

"""The plan checker's entry: a proposal in, findings out. Advice only; it never blocks an import."""

from __future__ import annotations

from zonakita.foundation.regulations.instruments import Instrument, load_instrument
from zonakita.foundation.regulations.library import RegulationLibrary, load_library
from zonakita.modules.document_intake.checker.context import CheckContext
from zonakita.modules.document_intake.checker.finding import Finding
from zonakita.modules.document_intake.checker.registry import RULES
from zonakita.modules.document_intake.decrees.proposal import DecreeProposal

__all__ = ["RULES", "check_proposal"]


def check_proposal(
    proposal: DecreeProposal,
    *,
    library: RegulationLibrary | None = None,
    instrument: Instrument | None = None,
    earlier: DecreeProposal | None = None,
) -> tuple[Finding, ...]:
    """All findings of a proposal, the decree's first, then by rule in the order of `RULES`.

    Without `library` the built-in one is used; without `instrument` a ZI plan is held against the LKE of 2021
    and a plan of another kind against none. `earlier` is the unit's plan of the year before.
    """
    if instrument is None and proposal.kind == "ZI":
        instrument = load_instrument()
    context = CheckContext(proposal, library or load_library(), instrument, earlier)
    return tuple(finding for rule in RULES for finding in rule.check(context, rule))

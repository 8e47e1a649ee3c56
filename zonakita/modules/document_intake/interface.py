"""What other modules may use: the reviewed proposal with its types, and the note that a plan was made."""

from __future__ import annotations

from dataclasses import dataclass

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission, Visitor
from zonakita.modules.document_intake.actions.confirming import mark_confirmed
from zonakita.modules.document_intake.actions.reading import read_decree_of
from zonakita.modules.document_intake.actions.reviewing import ReviewChanged, ReviewClosed
from zonakita.modules.document_intake.actions.uploading import AlreadyUploaded, upload_decree
from zonakita.modules.document_intake.checker.checking import RULES, check_proposal
from zonakita.modules.document_intake.checker.finding import Finding
from zonakita.modules.document_intake.decrees.encoding import proposal_from_dict, proposal_to_dict
from zonakita.modules.document_intake.decrees.proposal import (
    Cell,
    Citation,
    DecreeHead,
    DecreeProposal,
    PlanArea,
    PlanComponent,
    PlanRow,
)
from zonakita.modules.document_intake.decrees.reading import read_decree
from zonakita.modules.document_intake.queries import intake_for, review_of
from zonakita.modules.document_intake.sources.document import Place

__all__ = [
    "RULES",
    "AlreadyUploaded",
    "Cell",
    "Citation",
    "DecreeHead",
    "DecreeProposal",
    "Finding",
    "Place",
    "PlanArea",
    "PlanComponent",
    "PlanRow",
    "ReviewChanged",
    "ReviewClosed",
    "ReviewedIntake",
    "check_proposal",
    "mark_confirmed",
    "proposal_from_dict",
    "proposal_to_dict",
    "read_decree",
    "read_decree_of",
    "reviewed_proposal",
    "upload_decree",
]


@dataclass(frozen=True, slots=True)
class ReviewedIntake:
    """A proposal that a person reviewed, with the file it was read from."""

    intake_id: int
    unit_id: int
    stored_file_id: int
    sha256: str
    proposal: DecreeProposal
    version: int


def reviewed_proposal(actor: Visitor, intake_id: int, *, version: int | None = None) -> ReviewedIntake:
    """The proposal of an intake with all edits of its reviewers.

    With `version` it must still be the one that the person saw. Raises: Http404 and PermissionDenied as every
    read by id, ReviewClosed where it became a plan already, ReviewChanged.
    """
    intake = intake_for(actor, intake_id)
    access.require(actor, Permission.PLAN_CONFIRM, unit_id=intake.unit_id)
    if not intake.is_open:
        raise ReviewClosed(intake)
    if version is not None and version != intake.version:
        raise ReviewChanged(intake)
    return ReviewedIntake(
        intake_id=intake.pk,
        unit_id=intake.unit_id,
        stored_file_id=intake.stored_file_id,
        sha256=intake.sha256,
        proposal=review_of(intake).proposal,
        version=intake.version,
    )

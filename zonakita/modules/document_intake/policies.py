"""Who may do what with a decree that was handed in."""

from __future__ import annotations

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission, Visitor
from zonakita.modules.document_intake.models import Intake


def may_view(actor: Visitor, unit_id: int) -> bool:
    """Whether the person may see the decrees that a unit handed in."""
    return access.may(actor, Permission.DECREE_VIEW, unit_id=unit_id)


def may_review(actor: Visitor, intake: Intake) -> bool:
    """Whether the person may change what was read; the intake must still be open."""
    return intake.is_open and access.may(actor, Permission.DECREE_REVIEW, unit_id=intake.unit_id)


def may_upload(actor: Visitor, unit_id: int) -> bool:
    """Whether the person may hand in decrees of a unit."""
    return access.may(actor, Permission.DECREE_UPLOAD, unit_id=unit_id)


def may_confirm(actor: Visitor, intake: Intake) -> bool:
    """Whether the person may make a plan of what was reviewed."""
    return intake.is_open and access.may(actor, Permission.PLAN_CONFIRM, unit_id=intake.unit_id)

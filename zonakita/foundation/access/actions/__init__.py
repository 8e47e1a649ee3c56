"""Administration: units, people and roles."""

from zonakita.foundation.access.actions.people import (
    deactivate_person,
    edit_person,
    invite_person,
    reactivate_person,
    resend_invitation,
    reset_second_step,
)
from zonakita.foundation.access.actions.roles import grant_role, revoke_role, set_role_policy
from zonakita.foundation.access.actions.units import create_institution, create_unit, edit_unit

__all__ = [
    "create_institution",
    "create_unit",
    "deactivate_person",
    "edit_person",
    "edit_unit",
    "grant_role",
    "invite_person",
    "reactivate_person",
    "resend_invitation",
    "reset_second_step",
    "revoke_role",
    "set_role_policy",
]

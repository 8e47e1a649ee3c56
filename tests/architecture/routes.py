"""Every address and what it demands. A route that is missing here fails `test_routes.py`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from zonakita.foundation.access.interface import Permission


class Door(Enum):
    """Doors without a right in a unit."""

    PUBLIC = "whoever comes, signed in or not"
    SIGNED_IN = "whoever is signed in; what is shown is narrowed to the person"
    NOT_OFFERED = "nobody: an address of allauth that this installation does not offer"


PUBLIC, SIGNED_IN, NOT_OFFERED = Door.PUBLIC, Door.SIGNED_IN, Door.NOT_OFFERED


@dataclass(frozen=True)
class Right:
    """A right in the unit of the object that the address names; in any unit where it names none.

    `post` where the address answers POST alone. `hides` where the object is invisible, not forbidden, to a
    colleague without the right. `shared` where the object belongs to the whole installation: nobody is a
    stranger to it. Path words beside keys come from `words`.
    """

    permission: Permission
    post: bool = False
    hides: bool = False
    shared: bool = False
    words: tuple[tuple[str, str], ...] = ()


Guard = Door | Right

SIGN_IN: dict[str, Guard] = {
    "account_login": PUBLIC,
    "account_logout": PUBLIC,
    "account_inactive": PUBLIC,
    "account_signup": PUBLIC,
    "account_reauthenticate": SIGNED_IN,
    "account_email": NOT_OFFERED,
    "account_email_verification_sent": PUBLIC,
    "account_confirm_email": PUBLIC,
    "account_change_password": SIGNED_IN,
    "account_set_password": SIGNED_IN,
    "account_reset_password": PUBLIC,
    "account_reset_password_done": PUBLIC,
    "account_reset_password_from_key": PUBLIC,
    "account_reset_password_from_key_done": PUBLIC,
    "account_confirm_login_code": PUBLIC,
    "mfa_index": SIGNED_IN,
    "mfa_authenticate": PUBLIC,
    "mfa_reauthenticate": SIGNED_IN,
    "mfa_activate_totp": SIGNED_IN,
    "mfa_deactivate_totp": SIGNED_IN,
    "mfa_view_recovery_codes": SIGNED_IN,
    "mfa_generate_recovery_codes": SIGNED_IN,
    "mfa_download_recovery_codes": SIGNED_IN,
    "mfa_list_webauthn": SIGNED_IN,
    "mfa_add_webauthn": SIGNED_IN,
    "mfa_reauthenticate_webauthn": SIGNED_IN,
    "mfa_remove_webauthn": SIGNED_IN,
    "mfa_edit_webauthn": SIGNED_IN,
    "mfa_login_webauthn": PUBLIC,
    "socialaccount_login_cancelled": PUBLIC,
    "socialaccount_login_error": PUBLIC,
    "socialaccount_signup": PUBLIC,
    "socialaccount_connections": SIGNED_IN,
    "openid_connect_login": PUBLIC,
    "openid_connect_callback": PUBLIC,
}

SHELL: dict[str, Guard] = {
    "home": SIGNED_IN,
    "preferences": PUBLIC,
    "units": SIGNED_IN,
    "choose_unit": SIGNED_IN,
    "accent": PUBLIC,
    "style": PUBLIC,
    "notifications": SIGNED_IN,
    "open_notification": SIGNED_IN,
    "read_all_notifications": SIGNED_IN,
    "notification_channels": SIGNED_IN,
}

ADMINISTRATION: dict[str, Guard] = {
    "administration:units": SIGNED_IN,
    "administration:unit_add": Right(Permission.UNIT_MANAGE),
    "administration:unit_edit": Right(Permission.UNIT_MANAGE),
    "administration:people": Right(Permission.UNIT_VIEW),
    "administration:person_invite": Right(Permission.PERSON_MANAGE),
    "administration:person": Right(Permission.UNIT_VIEW),
    "administration:person_edit": Right(Permission.PERSON_MANAGE),
    "administration:person_deactivate": Right(Permission.PERSON_MANAGE),
    "administration:person_reactivate": Right(Permission.PERSON_MANAGE, post=True),
    "administration:second_step_reset": Right(Permission.PERSON_MANAGE),
    "administration:invitation_resend": Right(Permission.PERSON_MANAGE, post=True),
    "administration:role_grant": Right(Permission.ROLE_GRANT, post=True),
    "administration:role_revoke": Right(Permission.ROLE_GRANT, words=(("role", "employee"),)),
    "administration:sign_in_policy": Right(Permission.SIGN_IN_POLICY_EDIT),
    "administration:audit": Right(Permission.AUDIT_VIEW),
}

UPKEEP: dict[str, Guard] = {
    "jobs": SIGNED_IN,
    "job": Right(Permission.JOB_VIEW, hides=True),
    "job_progress": Right(Permission.JOB_VIEW, hides=True),
    "retry_job": SIGNED_IN,  # the owner alone
    "holidays": SIGNED_IN,
    "add_holiday": Right(Permission.HOLIDAY_EDIT),
    "edit_holiday": Right(Permission.HOLIDAY_EDIT),
    "remove_holiday": Right(Permission.HOLIDAY_EDIT),
}

REGULATIONS: dict[str, Guard] = {
    "regulations": SIGNED_IN,
    "export_regulations": SIGNED_IN,
    "regulation": SIGNED_IN,
    "checker_rules": SIGNED_IN,
    "instrument": SIGNED_IN,
    "add_regulation": Right(Permission.REGULATION_EDIT),
    "edit_regulation": Right(Permission.REGULATION_EDIT, shared=True),
    "verify_regulation": Right(Permission.REGULATION_EDIT, shared=True),
}

INTAKE: dict[str, Guard] = {
    "document_intake:intakes": SIGNED_IN,
    "document_intake:upload": SIGNED_IN,
    "document_intake:intake": Right(Permission.DECREE_VIEW),
    "document_intake:progress": Right(Permission.DECREE_VIEW),
    "document_intake:retry": Right(Permission.DECREE_UPLOAD, post=True),
    "document_intake:discard": Right(Permission.DECREE_UPLOAD),
    "document_intake:original": Right(Permission.DECREE_VIEW),
    "document_intake:page-image": Right(Permission.DECREE_VIEW),
    "document_intake:columns": Right(Permission.DECREE_REVIEW),
    "document_intake:review": Right(Permission.DECREE_VIEW),
    "document_intake:edit": Right(Permission.DECREE_REVIEW, post=True),
}

PLANS: dict[str, Guard] = {
    "plans:list": SIGNED_IN,
    "plans:confirm": Right(Permission.PLAN_CONFIRM, post=True, hides=True),
    "plans:plan": Right(Permission.PLAN_VIEW),
    "plans:assign": Right(Permission.PLAN_ASSIGN, post=True),
    "plans:calendar": Right(Permission.PLAN_VIEW),
    "plans:findings": Right(Permission.PLAN_VIEW),
    "plans:recheck": Right(Permission.FINDING_DECIDE, post=True),
    "plans:coverage": Right(Permission.PLAN_VIEW),
    "plans:compare": Right(Permission.PLAN_VIEW),
    "plans:export": Right(Permission.PLAN_EXPORT, words=(("form", "xlsx"),)),
    "plans:decree_file": Right(Permission.PLAN_VIEW),
    "plans:item": Right(Permission.PLAN_VIEW),
    "plans:item_edit": Right(Permission.PLAN_EDIT),
    "plans:requirements_edit": Right(Permission.PLAN_EDIT),
    "plans:match_edit": Right(Permission.PLAN_EDIT),
    "plans:unassign": Right(Permission.PLAN_ASSIGN, post=True),
    "plans:match_confirm": Right(Permission.PLAN_EDIT, post=True),
    "plans:finding_accept": Right(Permission.FINDING_DECIDE, post=True),
    "plans:finding_reopen": Right(Permission.FINDING_DECIDE, post=True),
}

ROUTES: dict[str, Guard] = {**SIGN_IN, **SHELL, **ADMINISTRATION, **UPKEEP, **REGULATIONS, **INTAKE, **PLANS}

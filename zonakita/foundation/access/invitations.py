"""The mail that invites a person to set a password."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from zonakita.foundation.people.models import Person


def invitation_path(person: Person) -> str:
    """Path of the page where the person sets a password; it holds until used, at most the reset time."""
    return reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(person), "key": default_token_generator.make_token(person)},
    )


def send_invitation(person: Person, *, site_address: str) -> None:
    """Send the link in the person's language."""
    with translation.override(person.language):
        context = {
            "person": person,
            "unit": person.unit,
            "link": site_address.rstrip("/") + invitation_path(person),
            "days": settings.PASSWORD_RESET_TIMEOUT // 86_400,
        }
        send_mail(
            subject=_("Undangan ke ZonaKita: %s") % person.unit.short_name,
            message=render_to_string("access/email/invitation.txt", context),
            from_email=None,
            recipient_list=[str(person.email)],
        )

"""The mail that tells a person that an administrator has taken the second step away."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from zonakita.foundation.people.models import Person


def send_second_step_reset(person: Person, *, by_name: str) -> None:
    """Say in the person's language who did it and where a new second step is set up."""
    with translation.override(person.language):
        context = {
            "person": person,
            "by_name": by_name,
            "link": settings.PUBLIC_ADDRESS + reverse("mfa_index"),
        }
        send_mail(
            subject=_("Masuk dua langkah akun ZonaKita Anda diatur ulang"),
            message=render_to_string("access/email/second_step_reset.txt", context),
            from_email=None,
            recipient_list=[str(person.email)],
        )

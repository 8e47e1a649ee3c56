"""Who asks: behind `login_required` it is always a person."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest

from zonakita.foundation.people.models import Person


def person_of(request: HttpRequest) -> Person:
    """The signed-in person of a view behind `login_required`."""
    return cast(Person, request.user)


def site_of(request: HttpRequest) -> str:
    """Scheme and host of this installation, for links in mails."""
    return request.build_absolute_uri("/")

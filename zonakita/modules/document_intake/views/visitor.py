"""Who asks."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest

from zonakita.foundation.people.models import Person


def person_of(request: HttpRequest) -> Person:
    """The person who is signed in; only for views behind `login_required`."""
    return cast(Person, request.user)

"""Answers that several plan pages share."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from zonakita.foundation.people.models import Person
from zonakita.modules.plans.actions import PlanRefusal


def actor_of(request: HttpRequest) -> Person:
    """The signed-in person; the views ask for sign-in before."""
    assert isinstance(request.user, Person)  # noqa: S101 - narrows the type
    return request.user


def back_to(request: HttpRequest, url_name: str, *args: int) -> HttpResponseRedirect:
    """Where the form says it came from, if that is a page of this site; else the named page."""
    target = request.POST.get("kembali", "")
    is_ours = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return redirect(target if target.startswith("/") and is_ours else reverse(url_name, args=args))


def refused(request: HttpRequest, refusal: PlanRefusal, url_name: str, *args: int) -> HttpResponse:
    """Say why a write was refused and go back."""
    messages.error(request, refusal.message)
    return back_to(request, url_name, *args)


def require(is_allowed: bool) -> None:
    """Let pass who may.

    Raises: PermissionDenied.
    """
    if not is_allowed:
        raise PermissionDenied(
            _("Peran Anda tidak mencakup perubahan ini, atau rencana sudah digantikan revisi.")
        )


def is_fragment(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page."""
    return bool(getattr(request, "htmx", False))

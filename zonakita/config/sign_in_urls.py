"""Addresses of sign-in: django-allauth's own, but for those that this installation does not offer."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path


def not_offered(request: HttpRequest) -> HttpResponse:
    """An e-mail address is changed by an administrator, never by the person."""
    raise Http404


urlpatterns = [
    path("email/", not_offered),
    path("", include("allauth.urls")),
]

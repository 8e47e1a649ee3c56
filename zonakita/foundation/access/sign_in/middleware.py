"""Sends a person whose role demands a second step to the page where it is set up."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from zonakita.foundation.access.queries import must_set_up_second_step

OPEN_ROUTES = ("account_", "mfa_", "socialaccount_", "openid_connect_", "set_language")


class SecondStepMiddleware:
    """Lets a person without the demanded second step reach the sign-in pages only."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        route = request.resolver_match.url_name if request.resolver_match else None
        if not request.user.is_authenticated or (route or "").startswith(OPEN_ROUTES):
            return None
        if not must_set_up_second_step(request.user):
            return None
        messages.warning(
            request, _("Peran Anda mewajibkan masuk dua langkah. Aktifkan di halaman ini untuk melanjutkan.")
        )
        if request.headers.get("HX-Request"):
            return HttpResponse(headers={"HX-Redirect": reverse("mfa_index")})
        return redirect("mfa_index")

"""The first page: what to do next."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zonakita.surfaces.staff_site.home import greeting, sections_for


@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Greet the person and show the sections that concern them."""
    standing = request.standing  # type: ignore[attr-defined]
    values = {"greeting": greeting(request.user, standing.unit), "sections": sections_for(standing)}
    return render(request, "staff/home.html", values)

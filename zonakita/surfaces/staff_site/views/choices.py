"""What a person chooses around the pages: language, light or dark, the unit they work in, its colour."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.permissions import Permission
from zonakita.foundation.people.models import Person
from zonakita.surfaces.staff_site.accents import accent_from
from zonakita.surfaces.staff_site.actions import choose_language
from zonakita.surfaces.staff_site.preferences import THEME_COOKIE, THEMES, YEAR_SECONDS
from zonakita.surfaces.staff_site.standing import SESSION_KEY

UNITS_PER_PAGE = 25


def _back(request: HttpRequest) -> HttpResponseRedirect:
    target = request.POST.get("next", "")
    is_safe = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return HttpResponseRedirect(target if is_safe else reverse("home"))


@require_POST
def preferences(request: HttpRequest) -> HttpResponse:
    """Remember language and theme in this browser; the language also with the person, for letters."""
    response = _back(request)
    language = request.POST.get("language", "")
    if language in dict(settings.LANGUAGES):
        _remember(response, settings.LANGUAGE_COOKIE_NAME, language)
        if isinstance(request.user, Person):
            choose_language(language=language, by=request.user)
    theme = request.POST.get("theme", "")
    if theme in THEMES:
        _remember(response, THEME_COOKIE, theme)
    elif theme == "system":
        response.delete_cookie(THEME_COOKIE)
    return response


def _remember(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        max_age=YEAR_SECONDS,
        samesite="Lax",
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
    )


@login_required
@require_POST
def choose_unit(request: HttpRequest) -> HttpResponse:
    """Work for another unit from now on; 404 for a unit that the person cannot see."""
    chosen = request.POST.get("unit", "")
    if not chosen.isdecimal() or not access.may(request.user, Permission.UNIT_VIEW, unit_id=int(chosen)):
        raise Http404
    request.session[SESSION_KEY] = int(chosen)
    return _back(request)


@login_required
@require_safe
def units(request: HttpRequest) -> HttpResponse:
    """List the units that the person can see, to choose one."""
    wanted = request.GET.get("cari", "").strip()
    visible = access.units_with(request.user, Permission.UNIT_VIEW).filter(is_active=True).order_by("path")
    if wanted:
        visible = visible.filter(
            Q(name__icontains=wanted) | Q(short_name__icontains=wanted) | Q(code__iexact=wanted)
        )
    page = Paginator(visible, UNITS_PER_PAGE).get_page(request.GET.get("halaman"))
    return render(request, "staff/units.html", {"page": page, "wanted": wanted})


@require_safe
@cache_control(public=True, max_age=YEAR_SECONDS, immutable=True)
def accent(request: HttpRequest, colour: str) -> HttpResponse:
    """Serve the legible shades of a unit's colour as a stylesheet, since pages may not carry inline style."""
    shades = accent_from(f"#{colour}")
    css = (
        ":root, [data-bs-theme] {"
        f" --zk-accent-fill: light-dark({shades.fill_light}, {shades.fill_dark});"
        f" --zk-accent-ink: light-dark({shades.ink_light}, {shades.ink_dark}); }}\n"
    )
    return HttpResponse(css, content_type="text/css; charset=utf-8")

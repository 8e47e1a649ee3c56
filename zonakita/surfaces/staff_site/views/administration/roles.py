"""Handing roles on and taking them back."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zonakita.foundation.access import interface as access
from zonakita.foundation.access import queries
from zonakita.foundation.access.actions import grant_role, revoke_role
from zonakita.foundation.access.errors import AdministrationRefused
from zonakita.foundation.access.interface import ROLES, Permission
from zonakita.surfaces.staff_site.views.administration.units import trail
from zonakita.surfaces.staff_site.views.administration.visitor import person_of


@login_required
@require_POST
def grant(request: HttpRequest, person_id: int) -> HttpResponse:
    """Give a person a role in a unit; without a unit, in the home unit."""
    by = person_of(request)
    person = queries.person_for(by, person_id)
    wanted = request.POST.get("unit", str(person.unit_id))
    unit = queries.unit_for(by, int(wanted) if wanted.isdecimal() else 0)
    access.require(by, Permission.ROLE_GRANT, unit_id=unit.pk)
    role = request.POST.get("role", "")
    try:
        grant_role(person=person, unit=unit, role=role, by=by)
        messages.success(
            request,
            _("%(name)s sekarang %(role)s di %(unit)s.")
            % {"name": person.full_name, "role": ROLES[role].label, "unit": unit.short_name},
        )
    except AdministrationRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("administration:person", person_id=person.pk)


@login_required
@require_http_methods(["GET", "POST"])
def revoke(request: HttpRequest, person_id: int, unit_id: int, role: str) -> HttpResponse:
    """Take a role back, after asking."""
    by = person_of(request)
    person = queries.person_for(by, person_id)
    unit = queries.unit_for(by, unit_id)
    access.require(by, Permission.ROLE_GRANT, unit_id=unit.pk)
    if role not in ROLES:
        raise Http404
    if request.method == "POST":
        try:
            revoke_role(person=person, unit=unit, role=role, by=by)
            messages.success(request, _("Peran dicabut."))
        except AdministrationRefused as refusal:
            messages.error(request, str(refusal))
        return redirect("administration:person", person_id=person.pk)
    words = {"role": ROLES[role].label, "name": person.full_name, "unit": unit.name}
    context = {
        "title": _("Cabut peran %(role)s?") % words,
        "message": _("%(name)s tidak lagi menjadi %(role)s di %(unit)s.") % words,
        "action": request.path,
        "label": _("Cabut peran"),
        "tone": "danger",
        "cancel_url": reverse("administration:person", args=[person.pk]),
        "breadcrumb": trail(person.unit, person.full_name),
    }
    return render(request, "staff/confirm.html", context)

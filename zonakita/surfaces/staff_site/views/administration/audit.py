"""The audit record of the units whose record a person may read."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zonakita.foundation.access import interface as access
from zonakita.foundation.access import queries
from zonakita.foundation.access.interface import Permission
from zonakita.surfaces.staff_site.administration_forms import AuditFilterForm
from zonakita.surfaces.staff_site.audit_words import words_for
from zonakita.surfaces.staff_site.views.administration.visitor import person_of

EVENTS_PER_PAGE = 50


@login_required
@require_safe
def events(request: HttpRequest) -> HttpResponse:
    """List events, newest first, narrowed by unit, words and days."""
    by = person_of(request)
    units = list(access.units_with(by, Permission.AUDIT_VIEW).values_list("code", "short_name"))
    if not units:
        raise PermissionDenied(_("Peran Anda tidak mencakup: %s.") % Permission.AUDIT_VIEW.label)
    form = AuditFilterForm(request.GET, units=units)
    found = queries.audit_events_visible_to(by)
    if form.is_valid():
        found = _narrowed(found, form.cleaned_data)
    page = Paginator(found, EVENTS_PER_PAGE).get_page(request.GET.get("halaman"))
    names = dict(units)
    context = {
        "form": form,
        "page": page,
        "is_narrowed": any(request.GET.get(name) for name in form.fields),
        "rows": [
            (event, words_for(event.code), names.get(event.unit_code, event.unit_code)) for event in page
        ],
        "breadcrumb": [(_("Beranda"), reverse("home")), (_("Jejak audit"), None)],
    }
    return render(request, "staff/administration/audit.html", context)


def _narrowed(found: QuerySet[Any], wanted: dict[str, Any]) -> QuerySet[Any]:
    if wanted["unit"]:
        found = found.filter(unit_code=wanted["unit"])
    if wanted["cari"]:
        found = found.filter(
            Q(actor_label__icontains=wanted["cari"])
            | Q(target_label__icontains=wanted["cari"])
            | Q(code__icontains=wanted["cari"])
        )
    if wanted["dari"]:
        found = found.filter(occurred_at__gte=_midnight(wanted["dari"]))
    if wanted["sampai"]:
        found = found.filter(occurred_at__lt=_midnight(wanted["sampai"] + timedelta(days=1)))
    return found


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))

"""Units: the list, adding, editing, and how their people have to sign in."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from zonakita.foundation.access import interface as access
from zonakita.foundation.access import queries
from zonakita.foundation.access.actions import create_unit, edit_unit, set_role_policy
from zonakita.foundation.access.interface import ROLES, Permission
from zonakita.surfaces.staff_site.administration_forms import NewUnitForm, UnitForm
from zonakita.surfaces.staff_site.views.administration.visitor import person_of

UNITS_PER_PAGE = 25


@login_required
@require_safe
def unit_list(request: HttpRequest) -> HttpResponse:
    """List the units that the person can see, with what may be done there."""
    by = person_of(request)
    wanted = request.GET.get("cari", "").strip()
    visible = queries.units_visible_to(by)
    if wanted:
        visible = visible.filter(
            Q(name__icontains=wanted) | Q(short_name__icontains=wanted) | Q(code__iexact=wanted)
        )
    counted = visible.annotate(people_count=Count("people", filter=Q(people__is_active=True)))
    page = Paginator(counted.order_by("path"), UNITS_PER_PAGE).get_page(request.GET.get("halaman"))
    manageable = set(
        access.unit_ids_with(by, Permission.UNIT_MANAGE).filter(pk__in=[unit.pk for unit in page])
    )
    extensible = set(access.unit_ids_below_with(by, Permission.UNIT_MANAGE)) & manageable
    context = {
        "page": page,
        "wanted": wanted,
        "manageable": manageable,
        "extensible": extensible,
        "breadcrumb": [(_("Beranda"), reverse("home")), (_("Unit dan pegawai"), None)],
    }
    return render(request, "staff/administration/units.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def unit_add(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Add a unit below this one."""
    by = person_of(request)
    parent = queries.unit_for(by, unit_id)
    access.require_below(by, Permission.UNIT_MANAGE, unit=parent)
    form = NewUnitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            unit = create_unit(parent=parent, by=by, **form.cleaned_data)
        except ValidationError as refusal:
            form.take_refusal(refusal)
        else:
            messages.success(request, _("%(name)s sudah ditambahkan.") % {"name": unit.name})
            return redirect("administration:people", unit_id=unit.pk)
    heading = _("Tambah unit di bawah %(name)s") % {"name": parent.short_name}
    return _form_page(request, form, heading, reverse("administration:units"))


@login_required
@require_http_methods(["GET", "POST"])
def unit_edit(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Change a unit's data."""
    by = person_of(request)
    unit = queries.unit_for(by, unit_id)
    access.require(by, Permission.UNIT_MANAGE, unit_id=unit.pk)
    form = UnitForm.of(unit, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            edit_unit(unit=unit, changes=form.cleaned_data, by=by)
        except ValidationError as refusal:
            form.take_refusal(refusal)
        else:
            messages.success(request, _("Data unit disimpan."))
            return redirect("administration:people", unit_id=unit.pk)
    heading = _("Ubah data %(name)s") % {"name": unit.short_name}
    return _form_page(request, form, heading, reverse("administration:people", args=[unit.pk]))


@login_required
@require_http_methods(["GET", "POST"])
def sign_in_policy(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Choose the roles that must sign in with a second step."""
    by = person_of(request)
    unit = queries.unit_for(by, unit_id)
    access.require(by, Permission.SIGN_IN_POLICY_EDIT, unit_id=unit.pk)
    if unit.parent_id is not None:
        raise Http404
    policies = queries.role_policies_of(unit)
    required = {policy.role for policy in policies if policy.mfa_required}
    if request.method == "POST":
        chosen = set(request.POST.getlist("role"))
        for role in ROLES:
            if (role in chosen) != (role in required):
                set_role_policy(unit=unit, role=role, mfa_required=role in chosen, by=by)
        messages.success(request, _("Aturan masuk disimpan."))
        return redirect("administration:sign_in_policy", unit_id=unit.pk)
    rows = [(key, role, key in required) for key, role in ROLES.items()]
    context = {"unit": unit, "rows": rows, "breadcrumb": trail(unit, _("Aturan masuk"))}
    return render(request, "staff/administration/sign_in_policy.html", context)


def trail(unit: Any, last: str) -> list[tuple[str, str | None]]:
    """Breadcrumb of a page about a unit."""
    return [
        (_("Beranda"), reverse("home")),
        (_("Unit dan pegawai"), reverse("administration:units")),
        (unit.short_name, reverse("administration:people", args=[unit.pk])),
        (last, None),
    ]


def _form_page(request: HttpRequest, form: Any, heading: str, cancel_url: str) -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "cancel_url": cancel_url,
        "breadcrumb": [
            (_("Beranda"), reverse("home")),
            (_("Unit dan pegawai"), reverse("administration:units")),
            (heading, None),
        ],
    }
    return render(request, "staff/administration/form.html", context)

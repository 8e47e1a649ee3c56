"""People of a unit: the list, inviting, editing, closing an account."""

from __future__ import annotations

from collections import defaultdict

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zonakita.foundation.access import interface as access
from zonakita.foundation.access import queries
from zonakita.foundation.access.actions import (
    deactivate_person,
    edit_person,
    grant_role,
    invite_person,
    reactivate_person,
    resend_invitation,
    reset_second_step,
)
from zonakita.foundation.access.errors import AdministrationRefused
from zonakita.foundation.access.interface import ROLES, Permission
from zonakita.surfaces.staff_site.administration_forms import InvitationForm, PersonForm
from zonakita.surfaces.staff_site.views.administration.units import trail
from zonakita.surfaces.staff_site.views.administration.visitor import person_of, site_of

PEOPLE_PER_PAGE = 50
SECOND_STEP_RESET = gettext_lazy(
    "Pastikan dahulu bahwa permintaan ini benar dari yang bersangkutan. Aplikasi kode, kunci sandi, dan "
    "kode pemulihannya dihapus; ia masuk dengan kata sandi saja sampai memasangnya lagi, dan diberi tahu "
    "lewat surel."
)


@login_required
@require_safe
def people_of_unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    """List who belongs to a unit, with their roles there."""
    by = person_of(request)
    unit = queries.unit_for(by, unit_id)
    wanted = request.GET.get("cari", "").strip()
    people = queries.people_in_unit(unit)
    if wanted:
        people = people.filter(Q(full_name__icontains=wanted) | Q(employee_number__startswith=wanted))
    page = Paginator(people, PEOPLE_PER_PAGE).get_page(request.GET.get("halaman"))
    roles: dict[int, list[str]] = defaultdict(list)
    for held in queries.assignments_in(unit):
        roles[held.person_id].append(str(ROLES[held.role].label))
    context = {
        "unit": unit,
        "page": page,
        "rows": [(person, roles[person.pk]) for person in page],
        "wanted": wanted,
        "may_invite": access.may(by, Permission.PERSON_MANAGE, unit_id=unit.pk),
        "may_manage": access.may(by, Permission.UNIT_MANAGE, unit_id=unit.pk),
        "may_set_policy": unit.parent_id is None
        and access.may(by, Permission.SIGN_IN_POLICY_EDIT, unit_id=unit.pk),
        "breadcrumb": trail(unit, _("Pegawai")),
    }
    return render(request, "staff/administration/people.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Add a person to a unit, with a first role if wished."""
    by = person_of(request)
    unit = queries.unit_for(by, unit_id)
    access.require(by, Permission.PERSON_MANAGE, unit_id=unit.pk)
    roles = access.grantable_roles(by, unit=unit)
    form = InvitationForm(request.POST or None, roles=roles)
    if request.method == "POST" and form.is_valid():
        fields = dict(form.cleaned_data)
        role = fields.pop("role")
        try:
            with transaction.atomic():
                person = invite_person(unit=unit, site_address=site_of(request), by=by, **fields)
                if role:
                    grant_role(person=person, unit=unit, role=role, by=by)
        except ValidationError as refusal:
            form.take_refusal(refusal)
        else:
            messages.success(request, _("%(name)s sudah ditambahkan.") % {"name": person.full_name})
            return redirect("administration:person", person_id=person.pk)
    context = {
        "form": form,
        "heading": _("Tambah pegawai %(unit)s") % {"unit": unit.short_name},
        "cancel_url": reverse("administration:people", args=[unit.pk]),
        "breadcrumb": trail(unit, _("Tambah pegawai")),
        "roles": [ROLES[key] for key in roles],
    }
    return render(request, "staff/administration/form.html", context)


@login_required
@require_safe
def person_page(request: HttpRequest, person_id: int) -> HttpResponse:
    """Show a person with all roles, and what may be changed."""
    by = person_of(request)
    person = queries.person_for(by, person_id)
    seen = set(access.unit_ids_with(by, Permission.UNIT_VIEW))
    held = [row for row in queries.assignments_of(person) if row.unit_id in seen]
    revocable = {
        role: set(access.units_to_grant(by, role).values_list("pk", flat=True))
        for role in {row.role for row in held}
    }
    granting = list(access.units_with(by, Permission.ROLE_GRANT).order_by("path"))
    context = {
        "person": person,
        "assignments": [(row, ROLES[row.role], row.unit_id in revocable[row.role]) for row in held],
        "granting_units": granting,
        "grantable": [(key, ROLES[key]) for key in access.grantable_anywhere(by)],
        "may_manage": access.may(by, Permission.PERSON_MANAGE, unit_id=person.unit_id),
        "second_step_reset": SECOND_STEP_RESET,
        "is_self": person.pk == by.pk,
        "has_second_step": queries.has_second_step(person),
        "breadcrumb": trail(person.unit, person.full_name),
    }
    return render(request, "staff/administration/person.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, person_id: int) -> HttpResponse:
    """Change a person's data."""
    by = person_of(request)
    person = queries.person_for(by, person_id)
    access.require(by, Permission.PERSON_MANAGE, unit_id=person.unit_id)
    form = PersonForm.of(person, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            edit_person(person=person, changes=form.cleaned_data, by=by)
        except ValidationError as refusal:
            form.take_refusal(refusal)
        except AdministrationRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Data pegawai disimpan."))
            return redirect("administration:person", person_id=person.pk)
    context = {
        "form": form,
        "heading": _("Ubah data %(name)s") % {"name": person.full_name},
        "cancel_url": reverse("administration:person", args=[person.pk]),
        "breadcrumb": trail(person.unit, person.full_name),
    }
    return render(request, "staff/administration/form.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def deactivate(request: HttpRequest, person_id: int) -> HttpResponse:
    """Close a person's account, after asking."""
    by = person_of(request)
    person = queries.person_for(by, person_id)
    access.require(by, Permission.PERSON_MANAGE, unit_id=person.unit_id)
    if request.method == "POST":
        try:
            deactivate_person(person=person, by=by)
            messages.success(request, _("Akun %(name)s dinonaktifkan.") % {"name": person.full_name})
        except AdministrationRefused as refusal:
            messages.error(request, str(refusal))
        return redirect("administration:person", person_id=person.pk)
    context = {
        "title": _("Nonaktifkan akun %(name)s?") % {"name": person.full_name},
        "message": _(
            "Pegawai ini langsung keluar dan tidak dapat masuk lagi. Riwayat pekerjaannya tetap ada."
        ),
        "action": request.path,
        "label": _("Nonaktifkan akun"),
        "tone": "danger",
        "cancel_url": reverse("administration:person", args=[person.pk]),
        "breadcrumb": trail(person.unit, person.full_name),
    }
    return render(request, "staff/confirm.html", context)


@login_required
@require_POST
def reactivate(request: HttpRequest, person_id: int) -> HttpResponse:
    """Open a closed account again."""
    by = person_of(request)
    person = queries.person_for(by, person_id)
    access.require(by, Permission.PERSON_MANAGE, unit_id=person.unit_id)
    try:
        reactivate_person(person=person, by=by)
        messages.success(request, _("Akun %(name)s aktif kembali.") % {"name": person.full_name})
    except AdministrationRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("administration:person", person_id=person.pk)


@login_required
@require_http_methods(["GET", "POST"])
def second_step_reset(request: HttpRequest, person_id: int) -> HttpResponse:
    """Take away the second step of a person who lost it, after asking."""
    by = person_of(request)
    person = queries.person_for(by, person_id)
    access.require(by, Permission.PERSON_MANAGE, unit_id=person.unit_id)
    if request.method == "POST":
        try:
            reset_second_step(person=person, by=by)
            messages.success(
                request, _("Masuk dua langkah %(name)s diatur ulang.") % {"name": person.full_name}
            )
        except AdministrationRefused as refusal:
            messages.error(request, str(refusal))
        return redirect("administration:person", person_id=person.pk)
    context = {
        "title": _("Atur ulang masuk dua langkah %(name)s?") % {"name": person.full_name},
        "message": SECOND_STEP_RESET,
        "action": request.path,
        "label": _("Atur ulang"),
        "tone": "danger",
        "cancel_url": reverse("administration:person", args=[person.pk]),
        "breadcrumb": trail(person.unit, person.full_name),
    }
    return render(request, "staff/confirm.html", context)


@login_required
@require_POST
def resend(request: HttpRequest, person_id: int) -> HttpResponse:
    """Send the invitation once more."""
    by = person_of(request)
    person = queries.person_for(by, person_id)
    access.require(by, Permission.PERSON_MANAGE, unit_id=person.unit_id)
    try:
        resend_invitation(person=person, site_address=site_of(request), by=by)
        messages.success(request, _("Undangan dikirim ke %(email)s.") % {"email": person.email})
    except AdministrationRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("administration:person", person_id=person.pk)

"""The working calendar: days without work by year, and the deadline calculator."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.agenda import interface as agenda
from zonakita.foundation.agenda.models import Holiday
from zonakita.foundation.people.models import Person
from zonakita.surfaces.staff_site.agenda_forms import DeadlineForm, HolidayForm


def _trail(last: str | None = None) -> list[tuple[str, str | None]]:
    trail: list[tuple[str, str | None]] = [
        (_("Beranda"), reverse("home")),
        (_("Kalender kerja"), reverse("holidays")),
    ]
    return [*trail, (last, None)] if last else [trail[0], (trail[1][0], None)]


def _year(request: HttpRequest) -> int:
    asked = request.GET.get("tahun", "")
    this_year = timezone.localdate().year
    return int(asked) if asked.isdecimal() and 2000 <= int(asked) <= 2100 else this_year


@login_required
@require_safe
def holiday_list(request: HttpRequest) -> HttpResponse:
    """List the days without work of a year, and answer what a number of working days comes to."""
    person = cast(Person, request.user)
    year = _year(request)
    found = list(agenda.holidays_visible_to(person, year=year))
    editable = agenda.editable_ids(person, found)
    form = DeadlineForm(request.GET if "mulai" in request.GET else None)
    deadline = None
    if form.is_bound and form.is_valid():
        calendar = agenda.calendar_for(request.standing.unit)  # type: ignore[attr-defined]
        deadline = agenda.add_working_days(form.cleaned_data["mulai"], form.cleaned_data["hari"], calendar)
    values = {
        "year": year,
        "years": sorted({*agenda.years_on_record(), timezone.localdate().year, year}),
        "rows": [(holiday, holiday.pk in editable) for holiday in found],
        "may_add": access.may_anywhere(person, Permission.HOLIDAY_EDIT),
        "form": form,
        "deadline": deadline,
        "deadline_words": agenda.indonesian_date(deadline.date) if deadline else "",
        "breadcrumb": _trail(),
    }
    return render(request, "staff/agenda/list.html", values)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_holiday(request: HttpRequest) -> HttpResponse:
    """Enter a day without work."""
    person = cast(Person, request.user)
    if not access.may_anywhere(person, Permission.HOLIDAY_EDIT):
        raise PermissionDenied
    return _edit(request, HolidayForm(request.POST or None, by=person), None)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_holiday(request: HttpRequest, holiday_id: int) -> HttpResponse:
    """Change a day without work."""
    holiday = _editable_holiday(request, holiday_id)
    person = cast(Person, request.user)
    return _edit(request, HolidayForm(request.POST or None, by=person, holiday=holiday), holiday)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def remove_holiday(request: HttpRequest, holiday_id: int) -> HttpResponse:
    """Ask, then take a day out of the calendar."""
    holiday = _editable_holiday(request, holiday_id)
    back = f"{reverse('holidays')}?tahun={holiday.date.year}"
    if request.method == "POST":
        agenda.remove_holiday(holiday=holiday, by=cast(Person, request.user))
        messages.success(
            request, _("%(name)s tidak lagi dihitung sebagai hari libur.") % {"name": holiday.name}
        )
        return redirect(back)
    values = {
        "title": _("Hapus hari libur"),
        "message": _("%(name)s, %(date)s, akan dihitung sebagai hari kerja biasa. Batas waktu dapat berubah.")
        % {"name": holiday.name, "date": agenda.indonesian_date(holiday.date)},
        "action": request.path,
        "label": _("Hapus"),
        "tone": "danger",
        "cancel_url": back,
        "breadcrumb": _trail(_("Hapus")),
    }
    return render(request, "staff/confirm.html", values)


def _editable_holiday(request: HttpRequest, holiday_id: int) -> Holiday:
    person = cast(Person, request.user)
    holiday = agenda.holiday_for(person, holiday_id)
    if holiday.pk not in agenda.editable_ids(person, [holiday]):
        raise PermissionDenied
    return holiday


def _edit(request: HttpRequest, form: HolidayForm, holiday: Holiday | None) -> HttpResponse:
    person = cast(Person, request.user)
    if request.method == "POST" and form.is_valid():
        facts = form.facts()
        try:
            if holiday is None:
                agenda.add_holiday(facts=facts, by=person)
            else:
                agenda.edit_holiday(holiday=holiday, facts=facts, by=person)
        except ValidationError as error:
            form.take_errors(error)
        else:
            messages.success(request, _("Hari libur disimpan."))
            return redirect(f"{reverse('holidays')}?tahun={facts.date.year}")
    heading = _("Ubah hari libur") if holiday else _("Tambah hari libur")
    values: dict[str, Any] = {"form": form, "heading": heading, "breadcrumb": _trail(heading)}
    return render(request, "staff/agenda/form.html", values)

"""The home page as a list of sections; a module's part of it is registered here and nowhere else."""

from __future__ import annotations

import zoneinfo
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from zonakita.foundation.access.permissions import Permission
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.plans import interface as plans
from zonakita.surfaces.staff_site.standing import Standing


@dataclass(frozen=True)
class Section:
    """One part of the home page: a template, what it shows, and the stylesheet it needs, if any."""

    template: str
    values: dict[str, Any] = field(default_factory=dict)
    stylesheet: str = ""


_PLANS_CSS = "plans/plans.css"
Builder = Callable[[Standing], Section | None]
"""Answers None when the section does not concern the person."""


def no_role(standing: Standing) -> Section | None:
    """Tell a person without any role whom to ask."""
    return None if standing.units else Section("staff/home/_no_role.html")


def first_decree(standing: Standing) -> Section | None:
    """Show the obvious first step to who may take it."""
    if Permission.DECREE_UPLOAD not in standing.permissions or unit_plans(standing):
        return None
    try:
        upload_url = reverse("document_intake:upload")
    except NoReverseMatch:
        return None
    return Section("staff/home/_first_decree.html", {"upload_url": upload_url})


def own_work(standing: Standing) -> Section | None:
    """Show what is due next for the person."""
    if not isinstance(standing.person, Person):
        return None
    rows, total = plans.work_due(standing.person)
    return Section("plans/home_work.html", {"rows": rows, "total": total}, _PLANS_CSS) if rows else None


def unit_plans(standing: Standing) -> Section | None:
    """Show the current plans of the unit with what is still missing."""
    if standing.unit is None or not isinstance(standing.person, Person):
        return None
    cards = plans.current_plans(standing.person, standing.unit.pk)
    return Section("plans/home_plans.html", {"plans": cards}, _PLANS_CSS) if cards else None


def plans_below(standing: Standing) -> Section | None:
    """Show the plans of other units to who watches over them."""
    if standing.unit is None or not standing.reaches_below or not isinstance(standing.person, Person):
        return None
    cards, total = plans.plans_below(standing.person, besides_unit_id=standing.unit.pk)
    if not cards:
        return None
    values = {"plans": cards, "total": total, "list_url": reverse("plans:list")}
    return Section("plans/home_below.html", values, _PLANS_CSS)


SECTIONS: tuple[Builder, ...] = (no_role, first_decree, own_work, unit_plans, plans_below)


def sections_for(standing: Standing) -> list[Section]:
    """Build the sections that concern a person, in the order of the list."""
    built = (build(standing) for build in SECTIONS)
    return [section for section in built if section is not None]


def greeting(person: Any, unit: Unit | None, now: datetime | None = None) -> str:
    """Greet by the hour of the unit's own time zone: pagi, siang from 11, sore from 15, malam from 18."""
    zone = zoneinfo.ZoneInfo(unit.time_zone) if unit else timezone.get_current_timezone()
    hour = (now or timezone.now()).astimezone(zone).hour
    name = person.get_full_name()
    if 4 <= hour < 11:
        return _("Selamat pagi, %(name)s") % {"name": name}
    if 11 <= hour < 15:
        return _("Selamat siang, %(name)s") % {"name": name}
    if 15 <= hour < 18:
        return _("Selamat sore, %(name)s") % {"name": name}
    return _("Selamat malam, %(name)s") % {"name": name}

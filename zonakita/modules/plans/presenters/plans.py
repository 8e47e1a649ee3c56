"""Plans in lists, and the head that all pages of one plan share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from zonakita.modules.plans.models import ActionPlan
from zonakita.modules.plans.policies import PlanRights
from zonakita.modules.plans.presenters.wording import (
    Badge,
    decree_label,
    finding_count_label,
    plan_title,
    revision_label,
    row_count_label,
)


@dataclass(frozen=True, slots=True)
class PlanCard:
    """A plan in the list."""

    title: str
    unit: str
    url: str
    decree: str
    decree_date: date | None
    revision: str
    rows: str
    unassigned: Badge
    findings: Badge
    is_current: bool


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the pages of a plan."""

    label: str
    url: str
    is_current: bool
    icon: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class PlanHead:
    """What stands above every page of a plan."""

    id: int
    title: str
    unit: str
    url: str
    decree: str
    decree_date: date | None
    decree_file: str
    revision: str
    is_current: bool
    tabs: tuple[Tab, ...]
    crumbs: tuple[tuple[str, str], ...]
    downloads: tuple[tuple[str, str], ...]
    may_edit: bool
    may_assign: bool
    may_decide: bool


def plan_card(plan: ActionPlan) -> PlanCard:
    """A plan of `queries.plans.plan_list` with its counts in words."""
    unassigned, found = plan.unassigned_count, plan.open_finding_count  # type: ignore[attr-defined]
    return PlanCard(
        title=plan_title(plan),
        unit=plan.unit.name,
        url=reverse("plans:plan", args=[plan.pk]),
        decree=decree_label(plan),
        decree_date=plan.decree.date,
        revision=revision_label(plan),
        rows=row_count_label(plan.item_count),  # type: ignore[attr-defined]
        unassigned=Badge(_("%(number)s tanpa pelaksana") % {"number": unassigned}, "warning", "user-question")
        if unassigned
        else Badge(_("Semua ada pelaksana"), "success", "user-check"),
        findings=Badge(finding_count_label(found), "warning", "alert-triangle")
        if found
        else Badge(_("Tanpa temuan"), "success", "circle-check"),
        is_current=plan.is_current,
    )


def plan_head(plan: ActionPlan, rights: PlanRights, current: str, open_findings: int = 0) -> PlanHead:
    """The shared head; `current` is the URL name of the page."""
    pages = (
        ("plan", _("Per area"), "list-tree"),
        ("calendar", _("Kalender"), "calendar"),
        ("findings", _("Temuan"), "alert-triangle"),
        ("coverage", _("Butir LKE"), "checklist"),
        ("compare", _("Perbandingan"), "git-compare"),
    )
    is_zi = plan.kind == ActionPlan.Kind.ZI
    tabs = tuple(
        Tab(
            label=label,
            url=reverse(f"plans:{name}", args=[plan.pk]),
            is_current=name == current,
            icon=icon,
            count=open_findings if name == "findings" else None,
        )
        for name, label, icon in pages
        if is_zi or name != "coverage"
    )
    url = reverse("plans:plan", args=[plan.pk])
    here = next((tab.label for tab in tabs if tab.is_current), "")
    crumbs = [
        (_("Rencana aksi"), reverse("plans:list")),
        (f"{plan.kind} {plan.year} · {plan.unit.short_name}", url),
    ]
    return PlanHead(
        id=plan.pk,
        title=plan_title(plan),
        unit=plan.unit.name,
        url=url,
        decree=decree_label(plan),
        decree_date=plan.decree.date,
        decree_file=reverse("plans:decree_file", args=[plan.pk]),
        revision=revision_label(plan),
        is_current=plan.is_current,
        tabs=tabs,
        crumbs=(*crumbs, (here, "")) if here and current != "plan" else tuple(crumbs),
        downloads=tuple(
            (form.upper(), reverse("plans:export", args=[plan.pk, form])) for form in ("xlsx", "docx", "pdf")
        )
        if rights.may_export
        else (),
        may_edit=rights.may_edit,
        may_assign=rights.may_assign,
        may_decide=rights.may_decide,
    )

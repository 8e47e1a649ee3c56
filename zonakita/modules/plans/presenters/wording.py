"""Words, icons and colours in which plans are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from zonakita.kernel.months import format_months
from zonakita.modules.plans.models import ActionPlan, PlanFinding
from zonakita.modules.plans.rules.schedule import Timing, next_due, timing_of

MONTHS = (
    gettext_lazy("Januari"),
    gettext_lazy("Februari"),
    gettext_lazy("Maret"),
    gettext_lazy("April"),
    gettext_lazy("Mei"),
    gettext_lazy("Juni"),
    gettext_lazy("Juli"),
    gettext_lazy("Agustus"),
    gettext_lazy("September"),
    gettext_lazy("Oktober"),
    gettext_lazy("November"),
    gettext_lazy("Desember"),
)
SHORT_MONTHS = (
    gettext_lazy("Jan"),
    gettext_lazy("Feb"),
    gettext_lazy("Mar"),
    gettext_lazy("Apr"),
    gettext_lazy("Mei"),
    gettext_lazy("Jun"),
    gettext_lazy("Jul"),
    gettext_lazy("Agt"),
    gettext_lazy("Sep"),
    gettext_lazy("Okt"),
    gettext_lazy("Nov"),
    gettext_lazy("Des"),
)


UNNAMED = "-"
"""What stands for a heading without words."""


class Period(Protocol):
    """A due period, stored or plain."""

    @property
    def year(self) -> int: ...
    @property
    def month(self) -> int: ...


class Row(Protocol):
    """The cells by which a row is known, stored or plain."""

    @property
    def order(self) -> int: ...
    @property
    def indicator(self) -> str: ...
    @property
    def action(self) -> str: ...
    @property
    def evidence_text(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Badge:
    """A short word with its meaning in colour and icon; `tone` is one of the shell's."""

    label: str
    tone: str
    icon: str = ""


_SEVERITY = {
    "error": ("danger", "alert-octagon"),
    "warning": ("warning", "alert-triangle"),
    "hint": ("info", "bulb"),
}


def severity_badge(severity: str) -> Badge:
    """Error, warning or hint as people read it."""
    tone, icon = _SEVERITY.get(severity, ("neutral", "info-circle"))
    return Badge(str(PlanFinding.Severity(severity).label), tone, icon)


def plan_title(plan: ActionPlan) -> str:
    """ "Rencana aksi Zona Integritas 2026"."""
    return _("Rencana aksi %(kind)s %(year)s") % {"kind": plan.get_kind_display(), "year": plan.year}


def revision_label(plan: ActionPlan) -> str:
    """ "Penetapan awal" or "Revisi ke-2"."""
    return _("Revisi ke-%(number)s") % {"number": plan.revision} if plan.revision else _("Penetapan awal")


def decree_label(plan: ActionPlan) -> str:
    """ "Keputusan Nomor 4 Tahun 2025", as far as the decree tells."""
    number, year = plan.decree.number, plan.decree.year
    if not number:
        return _("Keputusan tanpa nomor")
    if year and str(year) not in number:
        return _("Keputusan Nomor %(number)s Tahun %(year)s") % {"number": number, "year": year}
    return _("Keputusan Nomor %(number)s") % {"number": number}


def period_label(year: int, month: int, week: int | None = None) -> str:
    """ "Januari 2026" or "Januari 2026, minggu ke-2"."""
    label = f"{MONTHS[month - 1]} {year}"
    return _("%(period)s, minggu ke-%(week)s") % {"period": label, "week": week} if week else label


def months_label(targets: Iterable[Period], plan_year: int) -> str:
    """The due months in one line, other years named."""
    by_year: dict[int, list[int]] = {}
    for target in targets:
        by_year.setdefault(target.year, []).append(target.month)
    parts = [
        format_months(months, MONTHS) + ("" if year == plan_year else f" {year}")
        for year, months in sorted(by_year.items())
    ]
    return "; ".join(parts)


def due_badge(targets: Iterable[Period], today: date) -> Badge | None:
    """What the calendar alone says about the next due period; None where no period is set."""
    periods = [(target.year, target.month) for target in targets]
    if not periods:
        return None
    due = next_due(periods, today)
    if due is None:
        return Badge(_("Sudah lewat"), "neutral", "calendar-check")
    if timing_of(due, today) is Timing.NOW:
        return Badge(_("Jatuh tempo bulan ini"), "warning", "clock")
    return Badge(_("Berikutnya %(period)s") % {"period": period_label(*due)}, "info", "calendar-event")


def item_title(item: Row) -> str:
    """A row in a few words: its action, where there is none its indicator or its evidence."""
    text = " ".join((item.action or item.indicator or item.evidence_text).split()) or item_number(item.order)
    return text if len(text) <= 110 else text[:109].rsplit(" ", 1)[0] + "…"


def row_count_label(number: int) -> str:
    """ "70 baris"."""
    return ngettext("%(number)s baris", "%(number)s baris", number) % {"number": number}


def finding_count_label(number: int) -> str:
    """ "3 temuan"."""
    return ngettext("%(number)s temuan", "%(number)s temuan", number) % {"number": number}


def item_number(order: int) -> str:
    """ "Baris 12"."""
    return _("Baris %(number)s") % {"number": order}

"""Two plans side by side, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from django.utils.translation import gettext as _

from zonakita.kernel.alignment import Segment
from zonakita.kernel.months import format_months
from zonakita.modules.plans.models import ActionPlan
from zonakita.modules.plans.presenters.addresses import Address, address_of
from zonakita.modules.plans.presenters.wording import MONTHS, Badge, decree_label, revision_label
from zonakita.modules.plans.rules.differences import Change, ComparedRow, PlanDifference, RowDifference

_KINDS: tuple[tuple[str, Change, str, str], ...] = (
    ("tambah", "added", "success", "plus"),
    ("hapus", "dropped", "danger", "minus"),
    ("ubah", "reworded", "warning", "pencil"),
    ("geser", "moved_in_time", "info", "calendar-event"),
    ("sama", "unchanged", "neutral", "equal"),
)


@dataclass(frozen=True, slots=True)
class ChangeCount:
    """How many rows have a kind of change, as a filter."""

    label: str
    tone: str
    icon: str
    count: int
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A cell with its words marked."""

    label: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """One line of the comparison."""

    badges: tuple[Badge, ...]
    component: str
    title: str
    action: str
    url: str
    fields: tuple[FieldDifference, ...]
    months_before: str
    months_after: str
    is_moved_in_time: bool
    is_dropped: bool
    is_reordered: bool


def change_counts(difference: PlanDifference, wanted: str, address: str) -> list[ChangeCount]:
    """The kinds of change with their numbers."""
    labels = _labels()
    return [
        ChangeCount(
            label=labels[change],
            tone=tone,
            icon=icon,
            count=difference.count(change),
            url=f"{address}&perubahan={word}",
            is_current=wanted == word,
        )
        for word, change, tone, icon in _KINDS
    ]


def wanted_rows(difference: PlanDifference, wanted: str) -> list[RowDifference]:
    """The lines that were asked for; without a wish all that changed."""
    change = next((change for word, change, _tone, _icon in _KINDS if word == wanted), None)
    return [
        row for row in difference.rows if (change in row.changes if change else row.changes != ("unchanged",))
    ]


def difference_views(rows: Iterable[RowDifference]) -> list[DifferenceView]:
    """Lines of the comparison in words."""
    labels = _labels()
    badges = {change: Badge(labels[change], tone, icon) for _word, change, tone, icon in _KINDS}
    url = address_of("plans:item")
    return [_view(row, badges, url) for row in rows]


def earlier_choices(plans: Sequence[ActionPlan], chosen: ActionPlan) -> list[tuple[int, str, bool]]:
    """The plans to compare with: id, name, whether it is the chosen one."""
    return [(plan.pk, earlier_label(plan), plan.pk == chosen.pk) for plan in plans]


def earlier_label(plan: ActionPlan) -> str:
    """ "2025, Keputusan Nomor 4 Tahun 2025 (Revisi ke-1)"."""
    label = f"{plan.year}, {decree_label(plan)}"
    return f"{label} ({revision_label(plan)})" if plan.revision or not plan.is_current else label


def _labels() -> dict[Change, str]:
    return {
        "added": _("Baris baru"),
        "dropped": _("Tidak ada lagi"),
        "reworded": _("Berubah kata"),
        "moved_in_time": _("Bergeser waktu"),
        "unchanged": _("Tetap sama"),
    }


def _view(row: RowDifference, badges: Mapping[Change, Badge], url: Address) -> DifferenceView:
    shown = cast(ComparedRow, row.new or row.old)
    fields = {"indicator": _("Indikator"), "action": _("Langkah aksi"), "evidence": _("Bukti fisik")}
    return DifferenceView(
        badges=tuple(badges[change] for change in row.changes),
        component=shown.component,
        title=_title(row, shown),
        action=shown.action if shown.indicator else "",
        url=url(cast(int, shown.key)),
        fields=tuple(FieldDifference(fields[name], segments) for name, segments in row.words),
        months_before=_months(row.old),
        months_after=_months(row.new),
        is_moved_in_time="moved_in_time" in row.changes,
        is_dropped=row.new is None,
        is_reordered=row.is_reordered,
    )


def _months(row: ComparedRow | None) -> str:
    if row is None:
        return ""
    return format_months(row.months, MONTHS) if row.months else _("belum ada")


def _title(row: RowDifference, shown: ComparedRow) -> str:
    """The row's first cell, unless that cell stands below with its changes marked."""
    leading = "indicator" if shown.indicator else "action"
    return (shown.indicator or shown.action if leading not in row.fields else "") or _("Lihat baris ini")

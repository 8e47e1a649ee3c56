"""Findings as the page and the row show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from zonakita.modules.plans.models import PlanFinding
from zonakita.modules.plans.presenters.addresses import Address, address_of
from zonakita.modules.plans.presenters.finding_labels import finding_label
from zonakita.modules.plans.presenters.plans import Tab
from zonakita.modules.plans.presenters.wording import Badge, severity_badge
from zonakita.modules.plans.queries.findings import FindingFilter

Counts = Mapping[tuple[str, str, str], int]
_STATE_WORDS = (("open", "terbuka"), ("accepted", "diterima"), ("fixed", "selesai"))


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding with what can be done about it."""

    id: int
    severity: str
    code: str
    badge: Badge
    where: str
    text: str
    message: str
    why: str
    source: str
    page: int | None
    item_url: str
    edit_url: str
    accept_url: str
    reopen_url: str
    is_open: bool
    is_accepted: bool
    reason: str
    decided_by: str
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings of one severity and code."""

    badge: Badge
    code: str
    label: str
    count: int
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class CodeChoice:
    """A code as a filter."""

    label: str
    url: str
    count: int
    is_current: bool


def finding_views(findings: Iterable[PlanFinding]) -> list[FindingView]:
    """Findings in words; the links to a row are empty where one concerns the decree."""
    item, edit = address_of("plans:item"), address_of("plans:item_edit")
    accept, reopen = address_of("plans:finding_accept"), address_of("plans:finding_reopen")
    return [_finding_view(finding, item, edit, accept, reopen) for finding in findings]


def _finding_view(
    finding: PlanFinding, item: Address, edit: Address, accept: Address, reopen: Address
) -> FindingView:
    return FindingView(
        id=finding.pk,
        severity=finding.severity,
        code=finding.code,
        badge=severity_badge(finding.severity),
        where=finding.where,
        text=finding.text,
        message=finding.message,
        why=_(finding.why) if finding.why else "",
        source=_(finding.source) if finding.source else "",
        page=finding.page,
        item_url=item(finding.item_id) if finding.item_id else "",
        edit_url=edit(finding.item_id) if finding.item_id else "",
        accept_url=accept(finding.pk),
        reopen_url=reopen(finding.pk),
        is_open=finding.state == PlanFinding.State.OPEN,
        is_accepted=finding.state == PlanFinding.State.ACCEPTED,
        reason=finding.reason,
        decided_by=finding.decided_by.full_name if finding.decided_by else "",
        decided_at=finding.decided_at,
    )


def finding_groups(findings: Iterable[PlanFinding], counts: Counts, state: str) -> list[FindingGroup]:
    """Findings of one page, already sorted, under their severity and code.

    The count is that of the whole group, which may go on on the next page.
    """
    groups = []
    in_order = finding_views(findings)
    for (severity, code), members in groupby(in_order, key=lambda view: (view.severity, view.code)):
        views = tuple(members)
        total = counts[state, severity, code]
        groups.append(FindingGroup(views[0].badge, code, finding_label(code), total, views))
    return groups


def state_tabs(counts: Counts, wanted: FindingFilter, path: str) -> list[Tab]:
    """Open, accepted and fixed, each with its number."""
    labels = {"open": _("Terbuka"), "accepted": _("Diterima dengan alasan"), "fixed": _("Sudah diperbaiki")}
    icons = {"open": "alert-triangle", "accepted": "message-check", "fixed": "circle-check"}
    return [
        Tab(
            label=labels[state],
            url=f"{path}?keadaan={word}",
            is_current=wanted.state == state,
            icon=icons[state],
            count=sum(number for key, number in counts.items() if key[0] == state),
        )
        for state, word in _STATE_WORDS
    ]


def severity_choices(counts: Counts, wanted: FindingFilter, path: str) -> list[CodeChoice]:
    """All severities and each one, as filters."""
    choices = [
        ("", _("Semua")),
        ("error", _("Kesalahan")),
        ("warning", _("Peringatan")),
        ("hint", _("Saran")),
    ]
    return [
        CodeChoice(
            label=str(label),
            url=_address(path, wanted, severity=severity, code=""),
            count=_number(counts, wanted.state, severity, ""),
            is_current=wanted.severity == severity,
        )
        for severity, label in choices
    ]


def code_choices(counts: Counts, wanted: FindingFilter, path: str) -> list[CodeChoice]:
    """The codes that occur, as filters, the most frequent first."""
    codes = {key[2] for key in counts if key[0] == wanted.state and wanted.severity in ("", key[1])}
    choices = [
        CodeChoice(
            label=finding_label(code),
            url=_address(path, wanted, severity=wanted.severity, code="" if wanted.code == code else code),
            count=_number(counts, wanted.state, wanted.severity, code),
            is_current=wanted.code == code,
        )
        for code in codes
    ]
    return sorted(choices, key=lambda choice: (-choice.count, choice.label))


def _number(counts: Counts, state: str, severity: str, code: str) -> int:
    wanted = (state, severity, code)
    return sum(
        number
        for key, number in counts.items()
        if all(not value or value == part for value, part in zip(wanted, key, strict=True))
    )


def _address(path: str, wanted: FindingFilter, *, severity: str, code: str) -> str:
    words = dict(_STATE_WORDS)
    values = {"keadaan": words.get(wanted.state, "terbuka"), "tingkat": severity, "kode": code}
    return f"{path}?{urlencode({name: value for name, value in values.items() if value})}"

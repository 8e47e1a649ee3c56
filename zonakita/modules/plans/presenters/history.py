"""The history of an item in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zonakita.foundation.audit.models import AuditEvent

_SENTENCES: dict[str, tuple[Promise, str]] = {
    "plans.item_edited": (gettext_lazy("mengubah isi baris"), "edit"),
    "plans.requirements_edited": (gettext_lazy("memperbaiki rincian bukti dukung"), "list-check"),
    "plans.item_assigned": (gettext_lazy("menugaskan pelaksana"), "user-plus"),
    "plans.item_unassigned": (gettext_lazy("mencabut penugasan"), "user-minus"),
    "plans.match_confirmed": (gettext_lazy("memastikan butir LKE"), "checklist"),
    "plans.match_corrected": (gettext_lazy("memperbaiki butir LKE"), "checklist"),
}
_FIELDS: dict[str, Promise] = {
    "indicator": gettext_lazy("Indikator"),
    "action": gettext_lazy("Langkah aksi"),
    "evidence_text": gettext_lazy("Bukti fisik"),
    "target_text": gettext_lazy("Target waktu"),
    "note": gettext_lazy("Keterangan"),
    "person_in_charge": gettext_lazy("Penanggung jawab menurut keputusan"),
    "targets": gettext_lazy("Bulan target"),
    "requirements": gettext_lazy("Bukti dukung"),
}


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One line of the timeline."""

    moment: datetime
    person: str
    text: str
    detail: str
    icon: str


def history(events: Iterable[AuditEvent], people: Mapping[int, str]) -> list[HistoryEntry]:
    """Audit events as people read them; `people` are names by id for the assignments."""
    return [
        HistoryEntry(
            moment=event.occurred_at,
            person=event.actor_label,
            text=str(_SENTENCES.get(event.code, (event.code, ""))[0]),
            detail=_detail(event.details, people),
            icon=_SENTENCES.get(event.code, ("", "point"))[1],
        )
        for event in events
    ]


def _detail(details: Mapping[str, Any], people: Mapping[int, str]) -> str:
    if "changes" in details:
        return "; ".join(_change(field, *values) for field, values in details["changes"].items())
    if "after" in details:
        before = ", ".join(details.get("before", ())) or _("belum ada")
        return _("%(before)s menjadi %(after)s") % {"before": before, "after": details["after"]}
    who = [people.get(person, "") for person in _person_ids(details)]
    return ", ".join(name for name in (*who, details.get("team", ""), details.get("code", "")) if name)


def _person_ids(details: Mapping[str, Any]) -> list[int]:
    several = details.get("people", [])
    return [*several, details["person"]] if details.get("person") else list(several)


def _change(field: str, before: object, after: object) -> str:
    values = {"field": str(_FIELDS.get(field, field)), "before": _value(before), "after": _value(after)}
    return _("%(field)s: “%(before)s” menjadi “%(after)s”") % values


def _value(value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return text or _("kosong")

"""Reading and proving the audit record; who may read it is the caller's question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _

from zonakita.foundation.audit.models import AuditEvent, ChainHead
from zonakita.foundation.audit.rules import FIRST_PREVIOUS_HASH, event_hash


@dataclass(frozen=True)
class ChainReport:
    """The state of one chain: whole, or broken at an event for a reason."""

    unit_code: str
    event_count: int
    last_sequence: int
    last_hash: str
    broken_sequence: int | None = None
    reason: str = ""

    @property
    def is_whole(self) -> bool:
        return self.broken_sequence is None


def events_for_target(target: models.Model) -> models.QuerySet[AuditEvent]:
    """The history of one object, newest first."""
    return AuditEvent.objects.filter(target_kind=target._meta.label_lower, target_id=str(target.pk)).order_by(
        "-occurred_at", "-sequence"
    )


def events_of_units(unit_codes: Iterable[str] | models.QuerySet[models.Model]) -> models.QuerySet[AuditEvent]:
    """All events of some units, newest first."""
    return AuditEvent.objects.filter(unit_code__in=unit_codes).order_by("-occurred_at", "-id")


def chain_reports() -> Iterator[ChainReport]:
    """Prove every chain, one after the other; memory stays flat however long a chain is."""
    heads = {head.unit_code: head for head in ChainHead.objects.all()}
    stray = AuditEvent.objects.order_by().values_list("unit_code", flat=True).distinct()
    for unit_code in sorted(set(heads) | set(stray)):
        yield _prove(unit_code, heads.get(unit_code))


def holds_seal(unit_code: str, sequence: int, seal: str) -> bool:
    """Whether a chain still holds the event that bore this seal when it was noted down elsewhere."""
    return AuditEvent.objects.filter(unit_code=unit_code, sequence=sequence, hash=seal).exists()


def _prove(unit_code: str, head: ChainHead | None) -> ChainReport:
    sequence, previous_hash = 0, FIRST_PREVIOUS_HASH
    events = AuditEvent.objects.filter(unit_code=unit_code).order_by("sequence")
    for event in events.iterator(chunk_size=1000):
        if reason := _fault(event, sequence + 1, previous_hash):
            return ChainReport(unit_code, sequence, sequence, previous_hash, sequence + 1, reason)
        sequence, previous_hash = event.sequence, event.hash
    reason = _head_fault(head, sequence, previous_hash)
    broken = sequence + 1 if reason else None
    return ChainReport(unit_code, sequence, sequence, previous_hash, broken, reason)


def _fault(event: AuditEvent, expected_sequence: int, previous_hash: str) -> str:
    if event.sequence != expected_sequence:
        return _("kejadian ini hilang; berikutnya yang ada adalah #%d") % event.sequence
    if event.previous_hash != previous_hash:
        return _("tidak bersambung dengan kejadian sebelumnya")
    if event.hash != event_hash(event.content, previous_hash):
        return _("isi tidak sesuai dengan segelnya (%s)") % event.code
    return ""


def _head_fault(head: ChainHead | None, sequence: int, last_hash: str) -> str:
    if head is None:
        return _("catatan ujung rantai hilang")
    if head.last_sequence > sequence:
        return _("kejadian ini hilang; rantai seharusnya berakhir di #%d") % head.last_sequence
    if (head.last_sequence, head.last_hash) != (sequence, last_hash if sequence else head.last_hash):
        return _("ujung rantai tidak sesuai dengan kejadian terakhir")
    return ""

"""The append-only record of who did what: one hash chain per unit."""

from __future__ import annotations

import json
from typing import Any, ClassVar, NoReturn, cast

from django.db import models
from django.utils.translation import gettext_lazy as _

from zonakita.foundation.audit.rules import EventContent


class AuditIsAppendOnly(Exception):
    """Somebody tried to change or delete an audit event."""


class ActorKind(models.TextChoices):
    PERSON = "person", _("Pegawai")
    JOB = "job", _("Pekerjaan sistem")


class AppendOnlyQuerySet(models.QuerySet["AuditEvent"]):
    def update(self, **kwargs: Any) -> NoReturn:
        raise AuditIsAppendOnly("audit events cannot be changed")

    def delete(self) -> NoReturn:
        raise AuditIsAppendOnly("audit events cannot be deleted")


class AuditEvent(models.Model):
    """One thing that happened, sealed onto the event before it in the same unit.

    It has no foreign keys, so that it outlives everything it tells about. The database refuses updates and
    deletions by triggers (migration 0002).
    """

    unit_code = models.CharField(_("kode unit"), max_length=64)
    sequence = models.PositiveBigIntegerField(_("nomor urut"))
    occurred_at = models.DateTimeField(_("waktu"))
    code = models.CharField(_("kode kejadian"), max_length=100)
    actor_kind = models.CharField(_("jenis pelaku"), max_length=10, choices=ActorKind)
    actor_id = models.CharField(_("nomor pelaku"), max_length=64)
    actor_label = models.CharField(_("pelaku"), max_length=200)
    target_kind = models.CharField(_("jenis objek"), max_length=100)
    target_id = models.CharField(_("nomor objek"), max_length=64)
    target_label = models.CharField(_("objek"), max_length=200)
    details_json = models.TextField(_("rincian"), default="{}")
    previous_hash = models.CharField(_("segel sebelumnya"), max_length=64)
    hash = models.CharField(_("segel"), max_length=64)

    personal_data: ClassVar[dict[str, str]] = {
        "id": "keep",
        "unit_code": "keep",
        "sequence": "keep",
        "occurred_at": "keep",
        "code": "keep",
        "actor_kind": "keep",
        "actor_id": "keep",
        "actor_label": "scrub",
        "target_kind": "keep",
        "target_id": "keep",
        "target_label": "scrub",
        "details_json": "scrub",
        "previous_hash": "keep",
        "hash": "keep",
    }

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = _("kejadian")
        verbose_name_plural = _("jejak audit")
        ordering = ["unit_code", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["unit_code", "sequence"], name="audit_event_place_in_chain"),
            models.CheckConstraint(condition=models.Q(sequence__gte=1), name="audit_event_counts_from_one"),
            models.CheckConstraint(
                condition=models.Q(actor_kind__in=ActorKind.values), name="audit_event_actor_kind_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(actor_id="") & ~models.Q(actor_label=""),
                name="audit_event_names_an_actor",
            ),
        ]
        indexes = [
            models.Index(fields=["target_kind", "target_id"], name="audit_event_by_target"),
            models.Index(fields=["unit_code", "-occurred_at"], name="audit_event_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.unit_code} #{self.sequence} {self.code}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AuditIsAppendOnly("audit events cannot be changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AuditIsAppendOnly("audit events cannot be deleted")

    @property
    def details(self) -> dict[str, Any]:
        return cast("dict[str, Any]", json.loads(self.details_json))

    @property
    def content(self) -> EventContent:
        """All that the seal covers."""
        return EventContent(
            unit_code=self.unit_code,
            sequence=self.sequence,
            occurred_at=self.occurred_at,
            code=self.code,
            actor_kind=self.actor_kind,
            actor_id=self.actor_id,
            actor_label=self.actor_label,
            target_kind=self.target_kind,
            target_id=self.target_id,
            target_label=self.target_label,
            details=self.details_json,
        )


class ChainHead(models.Model):
    """The newest seal of one unit's chain; its row is the lock under which the next event is written."""

    unit_code = models.CharField(_("kode unit"), max_length=64, unique=True)
    last_sequence = models.PositiveBigIntegerField(_("nomor urut terakhir"), default=0)
    last_hash = models.CharField(_("segel terakhir"), max_length=64)

    personal_data: ClassVar[dict[str, str]] = {
        "id": "keep",
        "unit_code": "keep",
        "last_sequence": "keep",
        "last_hash": "keep",
    }

    class Meta:
        verbose_name = _("ujung rantai audit")
        verbose_name_plural = _("ujung rantai audit")

    def __str__(self) -> str:
        return f"{self.unit_code} #{self.last_sequence}"

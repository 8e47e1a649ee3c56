"""Days without work, seeded from a library and kept by people."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class HolidayKind(models.TextChoices):
    NATIONAL = "national", _("Libur nasional")
    COLLECTIVE_LEAVE = "collective_leave", _("Cuti bersama")
    LOCAL = "local", _("Libur setempat")


class HolidayStatus(models.TextChoices):
    ESTIMATED = "estimated", _("Perkiraan")
    SET = "set", _("Ditetapkan")
    WITHDRAWN = "withdrawn", _("Dibatalkan")


class Holiday(models.Model):
    """A day without work, for everybody or for one unit and the units below it."""

    date = models.DateField(_("tanggal"), db_index=True)
    name = models.CharField(_("nama"), max_length=200)
    kind = models.CharField(_("jenis"), max_length=20, choices=HolidayKind)
    status = models.CharField(_("status"), max_length=10, choices=HolidayStatus, default=HolidayStatus.SET)
    source = models.CharField(_("dasar"), max_length=200, blank=True)
    unit = models.ForeignKey(
        "organisations.Unit",
        verbose_name=_("unit kerja"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="holidays",
    )
    # What the library called it; empty for a day that a person entered.
    seed_key = models.CharField(_("kunci bawaan"), max_length=40, blank=True, editable=False)
    is_edited = models.BooleanField(_("pernah diubah"), default=False, editable=False)

    personal_data: ClassVar[dict[str, str]] = {
        "id": "keep",
        "date": "keep",
        "name": "keep",
        "kind": "keep",
        "status": "keep",
        "source": "keep",
        "unit": "keep",
        "seed_key": "keep",
        "is_edited": "keep",
    }

    class Meta:
        verbose_name = _("hari libur")
        verbose_name_plural = _("hari libur")
        ordering = ["date", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="local", unit__isnull=False)
                | (~models.Q(kind="local") & models.Q(unit__isnull=True)),
                name="agenda_local_day_has_a_unit",
                violation_error_message=_(
                    "Libur setempat memerlukan unit kerja; libur lain berlaku untuk semua."
                ),
            ),
            models.UniqueConstraint(
                fields=["date", "kind"],
                condition=models.Q(unit__isnull=True),
                name="agenda_one_day_per_kind",
                violation_error_message=_("Tanggal itu sudah tercatat dengan jenis yang sama."),
            ),
            models.UniqueConstraint(
                fields=["date", "unit"],
                condition=models.Q(unit__isnull=False),
                name="agenda_one_local_day_per_unit",
                violation_error_message=_("Tanggal itu sudah tercatat untuk unit ini."),
            ),
            models.UniqueConstraint(
                fields=["seed_key"], condition=~models.Q(seed_key=""), name="agenda_one_row_per_seed"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.date:%Y-%m-%d} {self.name}"

"""Regulations as an administrator keeps them."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from zonakita.foundation.regulations.keys import normalise_key

GAZETTE_NUMBER = RegexValidator(r"^(?:19|20)\d\d/\d+$", _("Tulis sebagai tahun/nomor, misalnya 2021/1571."))
SUPPLEMENT_NUMBER = RegexValidator(r"^\d+$", _("Tulis angka saja, misalnya 3851."))
KEY = re.compile(r"[A-Za-z][^\d/]*\s\S*\d\S*/\S+")
"""A type, a number and, behind the first stroke, the year or the rest of a long decision number."""


class Regulation(models.Model):
    """One regulation of the library; see `library.Regulation` for the meaning of its fields."""

    class Checked(models.TextChoices):
        """How far the facts were checked."""

        TEXT = "text", _("Dibaca dari naskah resmi")
        DECREES = "decrees", _("Diambil dari keputusan")
        NO = "no", _("Belum diverifikasi")

    key = models.CharField(
        _("kunci"),
        max_length=100,
        unique=True,
        error_messages={"unique": _("Peraturan ini sudah ada dalam pustaka.")},
    )
    title = models.CharField(_("judul"), max_length=500)
    state_gazette = models.CharField(
        _("Lembaran Negara"), max_length=20, blank=True, validators=[GAZETTE_NUMBER]
    )
    supplement = models.CharField(
        _("Tambahan Lembaran Negara"), max_length=20, blank=True, validators=[SUPPLEMENT_NUMBER]
    )
    official_gazette = models.CharField(
        _("Berita Negara"), max_length=20, blank=True, validators=[GAZETTE_NUMBER]
    )
    in_force_from = models.DateField(_("berlaku sejak"), null=True, blank=True)
    in_force_to = models.DateField(_("berlaku sampai"), null=True, blank=True)
    period_from = models.PositiveSmallIntegerField(_("tahun pertama periode"), null=True, blank=True)
    period_to = models.PositiveSmallIntegerField(_("tahun terakhir periode"), null=True, blank=True)
    amends = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="amended_by", verbose_name=_("mengubah")
    )
    repeals = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="repealed_by", verbose_name=_("mencabut")
    )
    checked = models.CharField(
        _("keadaan verifikasi"), max_length=10, choices=Checked.choices, default=Checked.NO
    )
    repeals_checked = models.CharField(
        _("keadaan verifikasi pencabutan"), max_length=10, choices=Checked.choices, blank=True
    )
    source = models.CharField(_("sumber"), max_length=300, blank=True)
    note = models.CharField(_("catatan"), max_length=500, blank=True)
    is_edited = models.BooleanField(_("diubah oleh administrator"), default=False)
    changed_at = models.DateTimeField(_("diubah pada"), auto_now=True)

    personal_data = {
        "id": "keep",
        "key": "keep",
        "title": "keep",
        "state_gazette": "keep",
        "supplement": "keep",
        "official_gazette": "keep",
        "in_force_from": "keep",
        "in_force_to": "keep",
        "period_from": "keep",
        "period_to": "keep",
        "amends": "keep",
        "repeals": "keep",
        "checked": "keep",
        "repeals_checked": "keep",
        "source": "keep",
        "note": "keep",
        "is_edited": "keep",
        "changed_at": "keep",
    }

    class Meta:
        verbose_name = _("peraturan")
        verbose_name_plural = _("peraturan")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="regulations_period_complete",
                condition=models.Q(period_from__isnull=True, period_to__isnull=True)
                | models.Q(
                    period_from__isnull=False, period_to__isnull=False, period_from__lte=models.F("period_to")
                ),
                violation_error_message=_("Periode harus lengkap dan berurutan."),
            ),
            models.CheckConstraint(
                name="regulations_force_in_order",
                condition=models.Q(in_force_from__isnull=True)
                | models.Q(in_force_to__isnull=True)
                | models.Q(in_force_from__lte=models.F("in_force_to")),
                violation_error_message=_("Tanggal akhir berlaku mendahului tanggal mulai."),
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def version(self) -> str:
        """What changes with every change: whoever edits says which one they saw."""
        return self.changed_at.isoformat()

    def clean(self) -> None:
        """Keep one spelling per regulation.

        Raises: ValidationError where the key names no regulation.
        """
        self.key = normalise_key(self.key)
        if not KEY.fullmatch(self.key):
            raise ValidationError({"key": _("Tulis jenis, nomor, dan tahun, misalnya UU 28/1999.")})

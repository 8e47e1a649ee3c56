"""Decrees that were handed in, what was read from them, and what reviewers changed."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zonakita.modules.document_intake.rules.edits import EditKind
from zonakita.modules.document_intake.rules.states import IntakeState


class Intake(models.Model):
    """One decree on its way from the uploaded file to a confirmed plan.

    `proposal` is what the reader gave and never changes; the reviewed proposal is it with the edits applied.
    """

    STATES = [
        (IntakeState.UPLOADED.value, _("Menunggu dibaca")),
        (IntakeState.READING.value, _("Sedang dibaca")),
        (IntakeState.TO_MAP.value, _("Perlu pencocokan kolom")),
        (IntakeState.TO_REVIEW.value, _("Perlu ditinjau")),
        (IntakeState.CONFIRMED.value, _("Sudah ditetapkan")),
        (IntakeState.FAILED.value, _("Tidak terbaca")),
    ]
    KINDS = [("ZI", _("Zona Integritas")), ("RB", _("Reformasi Birokrasi"))]

    unit = models.ForeignKey("organisations.Unit", models.PROTECT, related_name="+", verbose_name=_("unit"))
    stored_file = models.ForeignKey(
        "files.StoredFile", models.PROTECT, related_name="+", verbose_name=_("berkas")
    )
    job = models.ForeignKey(
        "jobs.Job", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("pekerjaan")
    )
    sha256 = models.CharField(_("sidik SHA-256"), max_length=64)
    name = models.CharField(_("nama berkas"), max_length=150)
    state = models.CharField(_("keadaan"), max_length=10, choices=STATES, default=IntakeState.UPLOADED.value)
    kind = models.CharField(_("jenis rencana"), max_length=2, choices=KINDS, blank=True)
    proposal = models.JSONField(_("hasil baca"), null=True, blank=True)
    source_lines = models.JSONField(_("teks asal"), default=list, blank=True)
    row_count = models.PositiveIntegerField(_("jumlah baris"), default=0)
    page_count = models.PositiveIntegerField(_("jumlah halaman"), default=0)
    version = models.PositiveIntegerField(_("versi tinjauan"), default=0)
    failure_code = models.CharField(_("kode kegagalan"), max_length=60, blank=True)
    failure_message = models.TextField(_("pesan kegagalan"), blank=True)
    failure_values = models.JSONField(_("isian pesan kegagalan"), default=dict, blank=True)
    uploaded_at = models.DateTimeField(_("diunggah pada"), auto_now_add=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("diunggah oleh")
    )
    confirmed_at = models.DateTimeField(_("ditetapkan pada"), null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ditetapkan oleh"),
    )
    plan_label = models.CharField(_("rencana"), max_length=200, blank=True)
    plan_url = models.CharField(_("alamat rencana"), max_length=300, blank=True)
    discarded_at = models.DateTimeField(_("dibatalkan pada"), null=True, blank=True)
    discarded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dibatalkan oleh"),
    )

    personal_data: ClassVar[dict[str, str]] = {
        "id": "keep",
        "unit": "keep",
        "stored_file": "keep",
        "job": "keep",
        "sha256": "keep",
        "name": "scrub",
        "state": "keep",
        "kind": "keep",
        "proposal": "scrub",
        "source_lines": "scrub",
        "row_count": "keep",
        "page_count": "keep",
        "version": "keep",
        "failure_code": "keep",
        "failure_message": "keep",
        "failure_values": "keep",
        "uploaded_at": "keep",
        "uploaded_by": "keep",
        "confirmed_at": "keep",
        "confirmed_by": "keep",
        "plan_label": "keep",
        "plan_url": "keep",
        "discarded_at": "keep",
        "discarded_by": "keep",
    }

    class Meta:
        verbose_name = _("penerimaan keputusan")
        verbose_name_plural = _("penerimaan keputusan")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["unit", "state"], name="intake_by_unit_and_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "sha256"],
                condition=Q(discarded_at__isnull=True),
                name="intake_same_file_once_per_unit",
            ),
            models.CheckConstraint(
                condition=Q(state="confirmed", confirmed_at__isnull=False, confirmed_by__isnull=False)
                | (~Q(state="confirmed") & Q(confirmed_at__isnull=True, confirmed_by__isnull=True)),
                name="intake_confirmed_with_moment_and_person",
            ),
            models.CheckConstraint(
                condition=Q(discarded_at__isnull=True, discarded_by__isnull=True)
                | Q(discarded_at__isnull=False, discarded_by__isnull=False),
                name="intake_discarded_with_moment_and_person",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["to_map", "to_review", "confirmed"]) | Q(proposal__isnull=False),
                name="intake_has_proposal_once_read",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def failure_words(self) -> str:
        """Why the file could not be read, in the language in use; "" where nothing failed."""
        if not self.failure_message:
            return ""
        words = gettext(self.failure_message)
        return words % self.failure_values if self.failure_values else words

    @property
    def is_open(self) -> bool:
        """Whether a reviewer may still change the proposal."""
        return self.state == IntakeState.TO_REVIEW and self.discarded_at is None


class IntakeEdit(models.Model):
    """One change by a reviewer; undone ones stay until another change takes their place."""

    KINDS = [(kind.value, kind.value) for kind in EditKind]

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="edits", verbose_name=_("penerimaan"))
    seq = models.PositiveIntegerField(_("urutan"))
    kind = models.CharField(_("jenis"), max_length=30, choices=KINDS)
    payload = models.JSONField(_("isi"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("oleh"))
    at = models.DateTimeField(_("pada"), auto_now_add=True)
    is_undone = models.BooleanField(_("diurungkan"), default=False)

    personal_data: ClassVar[dict[str, str]] = {
        "id": "keep",
        "intake": "keep",
        "seq": "keep",
        "kind": "keep",
        "payload": "scrub",
        "by": "keep",
        "at": "keep",
        "is_undone": "keep",
    }

    class Meta:
        verbose_name = _("suntingan tinjauan")
        verbose_name_plural = _("suntingan tinjauan")
        ordering = ["seq"]
        constraints = [models.UniqueConstraint(fields=["intake", "seq"], name="intake_edit_in_order")]

    def __str__(self) -> str:
        return f"{self.seq}. {self.kind}"


class ColumnMapping(models.Model):
    """What a column heading means to an institution, as one of its people said."""

    institution = models.ForeignKey(
        "organisations.Unit", models.CASCADE, related_name="+", verbose_name=_("instansi")
    )
    fingerprint = models.CharField(_("kunci kolom"), max_length=300)
    heading = models.CharField(_("judul kolom"), max_length=300)
    role = models.CharField(_("arti"), max_length=30)
    decided_at = models.DateTimeField(_("ditentukan pada"), auto_now=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("ditentukan oleh")
    )

    personal_data: ClassVar[dict[str, str]] = {
        "id": "keep",
        "institution": "keep",
        "fingerprint": "keep",
        "heading": "keep",
        "role": "keep",
        "decided_at": "keep",
        "decided_by": "keep",
    }

    class Meta:
        verbose_name = _("arti kolom")
        verbose_name_plural = _("arti kolom")
        ordering = ["institution", "heading"]
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "fingerprint"], name="intake_one_meaning_per_column"
            )
        ]

    def __str__(self) -> str:
        return f"{self.heading}: {self.role}"


class PageImage(models.Model):
    """The picture of one page of a file, drawn once; it is shown only through its intake."""

    sha256 = models.CharField(_("sidik SHA-256 berkas asal"), max_length=64)
    page_number = models.PositiveIntegerField(_("halaman"))
    stored_file = models.ForeignKey(
        "files.StoredFile", models.PROTECT, related_name="+", verbose_name=_("gambar")
    )
    width_pixels = models.PositiveIntegerField(_("lebar"))
    height_pixels = models.PositiveIntegerField(_("tinggi"))

    personal_data: ClassVar[dict[str, str]] = {
        "id": "keep",
        "sha256": "keep",
        "page_number": "keep",
        "stored_file": "keep",
        "width_pixels": "keep",
        "height_pixels": "keep",
    }

    class Meta:
        verbose_name = _("gambar halaman")
        verbose_name_plural = _("gambar halaman")
        ordering = ["sha256", "page_number"]
        constraints = [
            models.UniqueConstraint(fields=["sha256", "page_number"], name="intake_one_image_per_page")
        ]

    def __str__(self) -> str:
        return f"{self.sha256[:8]} {self.page_number}"

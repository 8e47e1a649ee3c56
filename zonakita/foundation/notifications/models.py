"""What a person was told, and how they want to be told."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    NONE = "none", _("Jangan beri tahu")
    APP = "app", _("Di aplikasi saja")
    EMAIL = "email", _("Di aplikasi dan surel")


class Notification(models.Model):
    """One message to one person."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("penerima"),
        on_delete=models.CASCADE,
        related_name="notifications",
    )
    kind = models.CharField(_("jenis"), max_length=60)
    title = models.CharField(_("judul"), max_length=200)
    body = models.TextField(_("isi"), blank=True)
    url = models.CharField(_("alamat"), max_length=300, blank=True)
    unit_code = models.CharField(_("kode unit"), max_length=64, blank=True)
    created_at = models.DateTimeField(_("dibuat pada"), auto_now_add=True)
    read_at = models.DateTimeField(_("dibaca pada"), null=True, blank=True)
    emailed_at = models.DateTimeField(_("dikirim lewat surel pada"), null=True, blank=True)

    personal_data: ClassVar[dict[str, str]] = {
        "id": "keep",
        "person": "keep",
        "kind": "keep",
        "title": "scrub",
        "body": "scrub",
        "url": "keep",
        "unit_code": "keep",
        "created_at": "keep",
        "read_at": "keep",
        "emailed_at": "keep",
    }

    class Meta:
        verbose_name = _("pemberitahuan")
        verbose_name_plural = _("pemberitahuan")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["person"], condition=models.Q(read_at__isnull=True), name="notifications_unread"
            )
        ]

    def __str__(self) -> str:
        return self.title


class ChannelPreference(models.Model):
    """A person's choice for one kind; without a row the kind's own default holds."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("pegawai"),
        on_delete=models.CASCADE,
        related_name="channel_preferences",
    )
    kind = models.CharField(_("jenis"), max_length=60)
    channel = models.CharField(_("cara"), max_length=10, choices=Channel)

    personal_data: ClassVar[dict[str, str]] = {
        "id": "keep",
        "person": "keep",
        "kind": "keep",
        "channel": "keep",
    }

    class Meta:
        verbose_name = _("pilihan pemberitahuan")
        verbose_name_plural = _("pilihan pemberitahuan")
        ordering = ["kind"]
        constraints = [
            models.UniqueConstraint(fields=["person", "kind"], name="notifications_one_choice_per_kind")
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.channel}"

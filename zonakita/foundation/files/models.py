"""One row per deposit of a file; equal content lies in the store once."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from zonakita.foundation.files import rules


class StoredFile(models.Model):
    """A file as somebody handed it in; compare `sha256` to find the same content."""

    sha256 = models.CharField(_("sidik SHA-256"), max_length=64, db_index=True)
    size_bytes = models.PositiveBigIntegerField(_("ukuran dalam bita"))
    media_type = models.CharField(_("jenis isi"), max_length=150)
    original_name = models.CharField(_("nama asal"), max_length=150)
    created_at = models.DateTimeField(_("disimpan pada"), auto_now_add=True)
    created_by_id = models.PositiveBigIntegerField(_("disimpan oleh"), null=True, blank=True)

    personal_data: ClassVar[dict[str, str]] = {
        "id": "keep",
        "sha256": "keep",
        "size_bytes": "keep",
        "media_type": "keep",
        "original_name": "scrub",
        "created_at": "keep",
        "created_by_id": "keep",
    }

    class Meta:
        verbose_name = _("berkas tersimpan")
        verbose_name_plural = _("berkas tersimpan")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sha256", "original_name", "created_by_id"], name="files_one_row_per_deposit"
            ),
            models.UniqueConstraint(
                fields=["sha256", "original_name"],
                condition=models.Q(created_by_id__isnull=True),
                name="files_one_row_per_system_deposit",
            ),
        ]

    def __str__(self) -> str:
        return self.original_name

    @property
    def storage_name(self) -> str:
        """Where the content lies in the store."""
        return rules.storage_name(self.sha256)

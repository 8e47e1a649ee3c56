"""The decree that carries a plan, and the regulations it cites."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Decree(models.Model):
    """A decree as confirmed by a person; `body_text` is kept so that the plan can be checked again."""

    unit = models.ForeignKey("organisations.Unit", on_delete=models.PROTECT, related_name="+")
    stored_file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(_("sidik berkas"), max_length=64)
    intake_id = models.BigIntegerField(null=True, unique=True)
    institution = models.CharField(_("instansi"), max_length=300, blank=True)
    level = models.CharField(_("tingkat"), max_length=20, default="other")
    number = models.CharField(_("nomor"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("tahun keputusan"), null=True)
    title = models.TextField(_("tentang"), blank=True)
    place = models.CharField(_("ditetapkan di"), max_length=200, blank=True)
    date = models.DateField(_("tanggal"), null=True)
    signatory = models.CharField(_("penanda tangan"), max_length=300, blank=True)
    signatory_role = models.CharField(_("jabatan penanda tangan"), max_length=300, blank=True)
    annex_institution = models.CharField(max_length=300, blank=True)
    annex_title = models.TextField(blank=True)
    table_title = models.TextField(blank=True)
    body_text = models.TextField(blank=True)
    warnings = models.JSONField(default=list)
    source_format = models.CharField(max_length=20, default="text")
    page_count = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    personal_data = {
        "id": "keep",
        "unit": "keep",
        "stored_file": "keep",
        "sha256": "keep",
        "intake_id": "keep",
        "institution": "keep",
        "level": "keep",
        "number": "keep",
        "year": "keep",
        "title": "keep",
        "place": "keep",
        "date": "keep",
        "signatory": "scrub",
        "signatory_role": "keep",
        "annex_institution": "keep",
        "annex_title": "keep",
        "table_title": "keep",
        "body_text": "scrub",
        "warnings": "keep",
        "source_format": "keep",
        "page_count": "keep",
        "created_at": "keep",
        "created_by": "keep",
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "sha256"], name="plans_decree_file_once_per_unit")
        ]

    def __str__(self) -> str:
        return f"{self.number or '-'} / {self.year or '-'}"


class DecreeCitation(models.Model):
    """A regulation that the decree cites; `key` is its library id where the reader knew it."""

    decree = models.ForeignKey(Decree, on_delete=models.CASCADE, related_name="citations")
    order = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=120, blank=True)
    type = models.CharField(max_length=120, blank=True)
    number = models.CharField(max_length=60, blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    title = models.TextField(blank=True)
    where = models.CharField(max_length=20, default="mengingat")
    text = models.TextField(blank=True)
    state_gazette = models.CharField(max_length=60, blank=True)
    supplement = models.CharField(max_length=60, blank=True)
    amends = models.JSONField(default=list)
    amended_by = models.JSONField(default=list)
    page = models.PositiveIntegerField(null=True)

    personal_data = {
        "id": "keep",
        "decree": "keep",
        "order": "keep",
        "key": "keep",
        "type": "keep",
        "number": "keep",
        "year": "keep",
        "title": "keep",
        "where": "keep",
        "text": "keep",
        "state_gazette": "keep",
        "supplement": "keep",
        "amends": "keep",
        "amended_by": "keep",
        "page": "keep",
    }

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["decree", "order"], name="plans_citation_order")]

    def __str__(self) -> str:
        return self.key or self.text[:60]

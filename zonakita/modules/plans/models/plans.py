"""A plan and its headings: areas of change and components."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ActionPlan(models.Model):
    """What one unit promises for one year; a new decree of the same kind and year is the next revision.

    `superseded_at` and `superseded_by` are set when a later revision takes its place.
    """

    class Kind(models.TextChoices):
        ZI = "ZI", _("Zona Integritas")
        RB = "RB", _("Reformasi Birokrasi")

    unit = models.ForeignKey(
        "organisations.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("unit")
    )
    decree = models.OneToOneField("plans.Decree", on_delete=models.PROTECT, related_name="plan")
    kind = models.CharField(_("jenis"), max_length=2, choices=Kind.choices)
    year = models.PositiveSmallIntegerField(_("tahun"))
    revision = models.PositiveSmallIntegerField(_("revisi"), default=0)
    superseded_at = models.DateTimeField(null=True)
    superseded_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    personal_data = {
        "id": "keep",
        "unit": "keep",
        "decree": "keep",
        "kind": "keep",
        "year": "keep",
        "revision": "keep",
        "superseded_at": "keep",
        "superseded_by": "keep",
        "created_at": "keep",
        "created_by": "keep",
    }

    class Meta:
        ordering = ["-year", "kind", "-revision"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "kind", "year", "revision"], name="plans_revision_once"),
            models.UniqueConstraint(
                fields=["unit", "kind", "year"],
                condition=Q(superseded_at__isnull=True),
                name="plans_one_current",
            ),
            models.CheckConstraint(
                condition=Q(superseded_at__isnull=True, superseded_by__isnull=True)
                | Q(superseded_at__isnull=False, superseded_by__isnull=False),
                name="plans_superseded_at_with_by",
            ),
            models.CheckConstraint(condition=Q(year__gte=1999, year__lte=2200), name="plans_year_range"),
            models.CheckConstraint(condition=Q(kind__in=["ZI", "RB"]), name="plans_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.year} ({self.revision})"

    @property
    def is_current(self) -> bool:
        """Whether no later revision has taken its place."""
        return self.superseded_at is None


class PlanArea(models.Model):
    """An area of change; a plan without areas has one with an empty title."""

    plan = models.ForeignKey(ActionPlan, on_delete=models.CASCADE, related_name="areas")
    order = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=20, blank=True)
    title = models.TextField(blank=True)
    page = models.PositiveIntegerField(null=True)

    personal_data = {
        "id": "keep",
        "plan": "keep",
        "order": "keep",
        "number": "keep",
        "title": "keep",
        "page": "keep",
    }

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["plan", "order"], name="plans_area_order")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


class PlanComponent(models.Model):
    """A component (ZI: komponen) or activity (RB: kegiatan)."""

    area = models.ForeignKey(PlanArea, on_delete=models.CASCADE, related_name="components")
    order = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=20, blank=True)
    title = models.TextField(blank=True)
    page = models.PositiveIntegerField(null=True)

    personal_data = {
        "id": "keep",
        "area": "keep",
        "order": "keep",
        "number": "keep",
        "title": "keep",
        "page": "keep",
    }

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["area", "order"], name="plans_component_order")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()

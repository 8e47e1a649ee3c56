"""One row of a plan, when it is due and what proves it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class PlanItem(models.Model):
    """One row of the plan's table; `order` counts through the whole plan.

    ZI fills indicator, action, evidence and target; RB fills `action` with the sub-activity and `note` with
    KET. The origin is the smallest rectangle around the row's cells on its first page, in fractions of the
    page.
    """

    plan = models.ForeignKey("plans.ActionPlan", on_delete=models.CASCADE, related_name="items")
    component = models.ForeignKey("plans.PlanComponent", on_delete=models.CASCADE, related_name="items")
    order = models.PositiveIntegerField()
    indicator = models.TextField(_("indikator"), blank=True)
    action = models.TextField(_("langkah aksi"), blank=True)
    evidence_text = models.TextField(_("bukti fisik"), blank=True)
    target_text = models.TextField(_("target waktu"), blank=True)
    note = models.TextField(_("keterangan"), blank=True)
    person_in_charge = models.TextField(_("penanggung jawab menurut keputusan"), blank=True)
    extra = models.JSONField(default=list)
    slips = models.JSONField(default=list)
    confidence = models.DecimalField(max_digits=4, decimal_places=3, default=1)
    origin_page = models.PositiveIntegerField(null=True)
    origin_left = models.FloatField(null=True)
    origin_top = models.FloatField(null=True)
    origin_right = models.FloatField(null=True)
    origin_bottom = models.FloatField(null=True)
    edited_at = models.DateTimeField(null=True)
    edited_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")

    personal_data = {
        "id": "keep",
        "plan": "keep",
        "component": "keep",
        "order": "keep",
        "indicator": "keep",
        "action": "keep",
        "evidence_text": "keep",
        "target_text": "keep",
        "note": "keep",
        "person_in_charge": "scrub",
        "extra": "scrub",
        "slips": "keep",
        "confidence": "keep",
        "origin_page": "keep",
        "origin_left": "keep",
        "origin_top": "keep",
        "origin_right": "keep",
        "origin_bottom": "keep",
        "edited_at": "keep",
        "edited_by": "keep",
    }

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "order"], name="plans_item_order"),
            models.CheckConstraint(
                condition=Q(edited_at__isnull=True, edited_by__isnull=True)
                | Q(edited_at__isnull=False, edited_by__isnull=False),
                name="plans_item_edited_at_with_by",
            ),
            models.CheckConstraint(
                condition=Q(confidence__gte=0, confidence__lte=1), name="plans_item_confidence"
            ),
        ]

    def __str__(self) -> str:
        return (self.action or self.indicator)[:80]


class Target(models.Model):
    """One period in which an item is due: a month, where the decree says so a week of it."""

    item = models.ForeignKey(PlanItem, on_delete=models.CASCADE, related_name="targets")
    year = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()
    week = models.PositiveSmallIntegerField(null=True)

    personal_data = {"id": "keep", "item": "keep", "year": "keep", "month": "keep", "week": "keep"}

    class Meta:
        ordering = ["year", "month"]
        constraints = [
            models.UniqueConstraint(fields=["item", "year", "month"], name="plans_target_once"),
            models.CheckConstraint(condition=Q(month__gte=1, month__lte=12), name="plans_target_month"),
            models.CheckConstraint(
                condition=Q(week__isnull=True) | Q(week__gte=1, week__lte=5), name="plans_target_week"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02}"


class EvidenceRequirement(models.Model):
    """One thing that the evidence cell names ("Daftar hadir")."""

    item = models.ForeignKey(PlanItem, on_delete=models.CASCADE, related_name="requirements")
    order = models.PositiveSmallIntegerField()
    text = models.TextField()

    personal_data = {"id": "keep", "item": "keep", "order": "keep", "text": "keep"}

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["item", "order"], name="plans_requirement_order"),
            models.CheckConstraint(condition=~Q(text=""), name="plans_requirement_text"),
        ]

    def __str__(self) -> str:
        return self.text[:80]

"""What the plan checker found."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class PlanFinding(models.Model):
    """One slip in a plan; advice, never a barrier.

    `item` is empty for what concerns the decree or a whole area. `fingerprint` recognises the same finding
    when the plan is checked again, so that an accepted one stays accepted.
    """

    class Severity(models.TextChoices):
        ERROR = "error", _("Kesalahan")
        WARNING = "warning", _("Peringatan")
        HINT = "hint", _("Saran")

    class State(models.TextChoices):
        OPEN = "open", _("terbuka")
        ACCEPTED = "accepted", _("diterima dengan alasan")
        FIXED = "fixed", _("sudah diperbaiki")

    plan = models.ForeignKey("plans.ActionPlan", on_delete=models.CASCADE, related_name="findings")
    item = models.ForeignKey("plans.PlanItem", on_delete=models.CASCADE, null=True, related_name="findings")
    order = models.PositiveIntegerField()
    code = models.CharField(max_length=60)
    severity = models.CharField(max_length=10, choices=Severity.choices)
    where = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    message = models.TextField()
    why = models.TextField(blank=True)
    source = models.TextField(blank=True)
    page = models.PositiveIntegerField(null=True)
    fingerprint = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    reason = models.TextField(_("alasan"), blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    personal_data = {
        "id": "keep",
        "plan": "keep",
        "item": "keep",
        "order": "keep",
        "code": "keep",
        "severity": "keep",
        "where": "keep",
        "text": "keep",
        "message": "keep",
        "why": "keep",
        "source": "keep",
        "page": "keep",
        "fingerprint": "keep",
        "state": "keep",
        "reason": "scrub",
        "decided_at": "keep",
        "decided_by": "keep",
        "created_at": "keep",
    }

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "fingerprint"], name="plans_finding_once"),
            models.CheckConstraint(
                condition=Q(state="open", decided_at__isnull=True, decided_by__isnull=True)
                | Q(state__in=["accepted", "fixed"], decided_at__isnull=False, decided_by__isnull=False),
                name="plans_finding_decided_at_with_by",
            ),
            models.CheckConstraint(
                condition=~Q(state="accepted") | ~Q(reason=""), name="plans_finding_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.where}"

"""Which question of the assessment instrument (LKE) an item answers."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ItemQuestion(models.Model):
    """A likely or decided match of an item to a sub-area and, where known, a question of the LKE.

    `score` 0..1 is the likeness; a match that a person chose has 1. Codes are the instrument's own
    ("A.I.1.ii.b").
    """

    class State(models.TextChoices):
        SUGGESTED = "suggested", _("usulan")
        CONFIRMED = "confirmed", _("dipastikan")
        REJECTED = "rejected", _("ditolak")

    item = models.ForeignKey("plans.PlanItem", on_delete=models.CASCADE, related_name="questions")
    sub_area_code = models.CharField(max_length=30)
    question_code = models.CharField(max_length=30, blank=True)
    score = models.DecimalField(max_digits=4, decimal_places=3)
    state = models.CharField(max_length=12, choices=State.choices, default=State.SUGGESTED)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")

    personal_data = {
        "id": "keep",
        "item": "keep",
        "sub_area_code": "keep",
        "question_code": "keep",
        "score": "keep",
        "state": "keep",
        "decided_at": "keep",
        "decided_by": "keep",
    }

    class Meta:
        ordering = ["-score", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "sub_area_code", "question_code"], name="plans_item_question_once"
            ),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="plans_item_question_score"),
            models.CheckConstraint(
                condition=Q(state="suggested", decided_at__isnull=True, decided_by__isnull=True)
                | Q(state__in=["confirmed", "rejected"], decided_at__isnull=False, decided_by__isnull=False),
                name="plans_item_question_decided_at_with_by",
            ),
        ]

    def __str__(self) -> str:
        return self.question_code or self.sub_area_code

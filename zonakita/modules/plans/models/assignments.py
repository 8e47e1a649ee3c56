"""Who does an item."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ItemAssignment(models.Model):
    """A person or a team (by its name) that does an item; exactly one of the two."""

    item = models.ForeignKey("plans.PlanItem", on_delete=models.CASCADE, related_name="assignments")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    team = models.CharField(_("tim"), max_length=120, blank=True)
    assigned_at = models.DateTimeField(auto_now_add=True)
    assigned_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    personal_data = {
        "id": "keep",
        "item": "keep",
        "person": "keep",
        "team": "scrub",
        "assigned_at": "keep",
        "assigned_by": "keep",
    }

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(person__isnull=False) & Q(team="")) | (Q(person__isnull=True) & ~Q(team="")),
                name="plans_assignment_person_or_team",
            ),
            models.UniqueConstraint(
                fields=["item", "person"],
                condition=Q(person__isnull=False),
                name="plans_assignment_person_once",
            ),
            models.UniqueConstraint(
                fields=["item", "team"], condition=~Q(team=""), name="plans_assignment_team_once"
            ),
        ]

    def __str__(self) -> str:
        return self.team or f"person {self.person_id}"

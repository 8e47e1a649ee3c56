"""Who holds which role where, and how strongly a role has to sign in."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from zonakita.foundation.access.roles import ROLES, role_choices


class RoleAssignment(models.Model):
    """One person, one role, one unit. Revoking deletes the row; the audit record keeps the history."""

    person = models.ForeignKey(
        "people.Person", verbose_name=_("pegawai"), on_delete=models.PROTECT, related_name="role_assignments"
    )
    unit = models.ForeignKey(
        "organisations.Unit",
        verbose_name=_("unit kerja"),
        on_delete=models.PROTECT,
        related_name="role_assignments",
    )
    role = models.CharField(_("peran"), max_length=30, choices=role_choices)
    granted_at = models.DateTimeField(_("diberikan pada"), auto_now_add=True)

    personal_data: ClassVar[dict[str, str]] = {
        "id": "keep",
        "person": "keep",
        "unit": "keep",
        "role": "keep",
        "granted_at": "keep",
    }

    class Meta:
        verbose_name = _("peran pegawai")
        verbose_name_plural = _("peran pegawai")
        ordering = ["unit", "person", "role"]
        constraints = [
            models.UniqueConstraint(fields=["person", "unit", "role"], name="role_assignment_once"),
            models.CheckConstraint(
                condition=models.Q(role__in=sorted(ROLES)), name="role_assignment_role_known"
            ),
        ]
        indexes = [models.Index(fields=["unit", "role"], name="role_assignment_by_unit")]

    def __str__(self) -> str:
        return f"{self.person} · {ROLES[self.role].label} · {self.unit}"


class RolePolicy(models.Model):
    """A rule of one institution for everybody who holds a role in it or below: sign in with a second step."""

    unit = models.ForeignKey(
        "organisations.Unit",
        verbose_name=_("instansi"),
        on_delete=models.PROTECT,
        related_name="role_policies",
    )
    role = models.CharField(_("peran"), max_length=30, choices=role_choices)
    mfa_required = models.BooleanField(_("wajib masuk dua langkah"), default=False)

    personal_data: ClassVar[dict[str, str]] = {
        "id": "keep",
        "unit": "keep",
        "role": "keep",
        "mfa_required": "keep",
    }

    class Meta:
        verbose_name = _("aturan masuk")
        verbose_name_plural = _("aturan masuk")
        ordering = ["unit", "role"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "role"], name="role_policy_once"),
            models.CheckConstraint(condition=models.Q(role__in=sorted(ROLES)), name="role_policy_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.unit} · {ROLES[self.role].label}"

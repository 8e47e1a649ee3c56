"""Everything that can be allowed: one name per right."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Permission(models.TextChoices):
    UNIT_VIEW = "unit_view", _("Melihat unit kerja")
    UNIT_MANAGE = "unit_manage", _("Mengubah unit kerja")
    PERSON_MANAGE = "person_manage", _("Mengundang dan mengubah data pegawai")
    ROLE_GRANT = "role_grant", _("Memberi dan mencabut peran")
    SIGN_IN_POLICY_EDIT = "sign_in_policy_edit", _("Mengatur kewajiban masuk dua langkah")
    AUDIT_VIEW = "audit_view", _("Membaca jejak audit")
    DECREE_VIEW = "decree_view", _("Melihat keputusan yang masuk dan hasil bacanya")
    DECREE_UPLOAD = "decree_upload", _("Mengunggah keputusan")
    DECREE_REVIEW = "decree_review", _("Memeriksa hasil pembacaan keputusan")
    PLAN_VIEW = "plan_view", _("Melihat rencana aksi")
    PLAN_CONFIRM = "plan_confirm", _("Menetapkan rencana aksi")
    PLAN_EDIT = "plan_edit", _("Mengubah rencana aksi")
    PLAN_ASSIGN = "plan_assign", _("Menugaskan pegawai")
    PLAN_EXPORT = "plan_export", _("Mengunduh rencana aksi")
    FINDING_DECIDE = "finding_decide", _("Memutuskan temuan")
    REGULATION_EDIT = "regulation_edit", _("Mengubah pustaka peraturan")
    HOLIDAY_EDIT = "holiday_edit", _("Mengubah hari libur")
    JOB_VIEW = "job_view", _("Melihat pekerjaan sistem")


READING = frozenset(
    {
        Permission.UNIT_VIEW,
        Permission.AUDIT_VIEW,
        Permission.DECREE_VIEW,
        Permission.PLAN_VIEW,
        Permission.PLAN_EXPORT,
        Permission.JOB_VIEW,
    }
)
"""The rights that change nothing."""

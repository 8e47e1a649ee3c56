"""Who may do what: the file that an auditor reads.

A person holds a role in a unit. It counts there, and in the units below only where the role says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zonakita.foundation.access.permissions import READING, Permission


@dataclass(frozen=True)
class Role:
    """One role: its label, one sentence for people, its rights, its reach and the roles it may hand on."""

    label: str | Promise
    sentence: str | Promise
    permissions: frozenset[Permission]
    reaches_below: bool = False
    may_grant: frozenset[str] = frozenset()


UNIT_ROLES = frozenset({"unit_admin", "operator", "pokja_member", "employee", "leader"})
ALL_ROLES = UNIT_ROLES | {"institution_admin", "tpi", "tpn", "auditor"}

ROLES: dict[str, Role] = {
    "institution_admin": Role(
        label=_("Administrator instansi"),
        sentence=_("Mengatur unit kerja, pegawai, peran, peraturan, dan hari libur di seluruh instansi."),
        permissions=frozenset(
            {
                Permission.UNIT_VIEW,
                Permission.UNIT_MANAGE,
                Permission.PERSON_MANAGE,
                Permission.ROLE_GRANT,
                Permission.SIGN_IN_POLICY_EDIT,
                Permission.AUDIT_VIEW,
                Permission.PLAN_VIEW,
                Permission.PLAN_EXPORT,
                Permission.REGULATION_EDIT,
                Permission.HOLIDAY_EDIT,
                Permission.JOB_VIEW,
            }
        ),
        reaches_below=True,
        may_grant=ALL_ROLES,
    ),
    "unit_admin": Role(
        label=_("Administrator unit"),
        sentence=_("Mengatur data unit, pegawai, dan peran di unitnya sendiri."),
        permissions=frozenset(
            {
                Permission.UNIT_VIEW,
                Permission.UNIT_MANAGE,
                Permission.PERSON_MANAGE,
                Permission.ROLE_GRANT,
                Permission.AUDIT_VIEW,
                Permission.DECREE_VIEW,
                Permission.PLAN_VIEW,
                Permission.PLAN_EXPORT,
                Permission.HOLIDAY_EDIT,
                Permission.JOB_VIEW,
            }
        ),
        may_grant=UNIT_ROLES,
    ),
    "operator": Role(
        label=_("Operator"),
        sentence=_("Memasukkan keputusan, menetapkan rencana aksi, menugaskan pegawai, dan membuat laporan."),
        permissions=frozenset(
            {
                Permission.UNIT_VIEW,
                Permission.DECREE_VIEW,
                Permission.DECREE_UPLOAD,
                Permission.DECREE_REVIEW,
                Permission.PLAN_VIEW,
                Permission.PLAN_CONFIRM,
                Permission.PLAN_EDIT,
                Permission.PLAN_ASSIGN,
                Permission.PLAN_EXPORT,
                Permission.FINDING_DECIDE,
                Permission.JOB_VIEW,
            }
        ),
    ),
    "pokja_member": Role(
        label=_("Anggota kelompok kerja"),
        sentence=_("Melaksanakan rencana aksi areanya dan melihat seluruh rencana unit."),
        permissions=frozenset({Permission.UNIT_VIEW, Permission.PLAN_VIEW, Permission.PLAN_EXPORT}),
    ),
    "employee": Role(
        label=_("Pegawai"),
        sentence=_("Mengerjakan tugas yang diberikan kepadanya dan melihat rencana unit."),
        permissions=frozenset({Permission.UNIT_VIEW, Permission.PLAN_VIEW}),
    ),
    "leader": Role(
        label=_("Pimpinan"),
        sentence=_("Memantau kemajuan unitnya dan unit di bawahnya."),
        permissions=frozenset(
            {
                Permission.UNIT_VIEW,
                Permission.AUDIT_VIEW,
                Permission.DECREE_VIEW,
                Permission.PLAN_VIEW,
                Permission.PLAN_EXPORT,
            }
        ),
        reaches_below=True,
    ),
    "tpi": Role(
        label=_("Tim Penilai Internal"),
        sentence=_("Menilai unit ini dan unit di bawahnya sebagai penilai internal instansi."),
        permissions=frozenset({Permission.UNIT_VIEW, Permission.PLAN_VIEW, Permission.PLAN_EXPORT}),
        reaches_below=True,
    ),
    "tpn": Role(
        label=_("Tim Penilai Nasional"),
        sentence=_("Membaca berkas satu unit sebagai penilai nasional."),
        permissions=frozenset({Permission.UNIT_VIEW, Permission.PLAN_VIEW, Permission.PLAN_EXPORT}),
    ),
    "auditor": Role(
        label=_("Auditor"),
        sentence=_("Membaca semuanya di unit ini dan unit di bawahnya, tanpa mengubah apa pun."),
        permissions=READING,
        reaches_below=True,
    ),
}


def role_choices() -> list[tuple[str, str | Promise]]:
    """Key and label of every role, in the order of this file."""
    return [(key, role.label) for key, role in ROLES.items()]


def roles_with(permission: Permission) -> list[str]:
    """Keys of the roles that hold a right."""
    return [key for key, role in ROLES.items() if permission in role.permissions]


REACHING_ROLES = [key for key, role in ROLES.items() if role.reaches_below]

"""What happened, in words; a code without words is shown as it is."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, Promise | str] = {
    "organisations.institution_created": _("Instansi dibuat"),
    "organisations.unit_created": _("Unit kerja ditambahkan"),
    "organisations.unit_edited": _("Data unit diubah"),
    "people.person_invited": _("Pegawai ditambahkan"),
    "people.invitation_sent_again": _("Undangan dikirim lagi"),
    "people.person_edited": _("Data pegawai diubah"),
    "people.person_deactivated": _("Akun dinonaktifkan"),
    "people.person_reactivated": _("Akun diaktifkan kembali"),
    "people.signed_in": _("Masuk"),
    "people.sign_in_failed": _("Gagal masuk"),
    "people.password_set": _("Kata sandi diganti"),
    "access.role_granted": _("Peran diberikan"),
    "access.role_revoked": _("Peran dicabut"),
    "access.sign_in_policy_set": _("Aturan masuk diubah"),
}


def words_for(code: str) -> str:
    """Name an event for a person."""
    return str(WORDS.get(code, code))

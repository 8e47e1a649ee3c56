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
    "people.second_step_reset": _("Masuk dua langkah diatur ulang"),
    "people.password_set": _("Kata sandi diganti"),
    "access.role_granted": _("Peran diberikan"),
    "access.role_revoked": _("Peran dicabut"),
    "access.sign_in_policy_set": _("Aturan masuk diubah"),
    "agenda.holiday_added": _("Hari libur ditambahkan"),
    "agenda.holiday_changed": _("Hari libur diubah"),
    "agenda.holiday_removed": _("Hari libur dihapus"),
    "document_intake.decree_uploaded": _("Keputusan diunggah"),
    "document_intake.decree_read": _("Keputusan selesai dibaca"),
    "document_intake.reading_failed": _("Keputusan tidak terbaca"),
    "document_intake.reading_repeated": _("Pembacaan diulang"),
    "document_intake.columns_answered": _("Kolom tabel dicocokkan"),
    "document_intake.intake_confirmed": _("Hasil bacaan ditetapkan"),
    "document_intake.intake_discarded": _("Unggahan dibatalkan"),
    "plans.plan_created": _("Rencana aksi dibuat"),
    "plans.plan_rechecked": _("Rencana aksi diperiksa ulang"),
    "plans.item_edited": _("Baris rencana diubah"),
    "plans.requirements_edited": _("Rincian bukti diubah"),
    "plans.item_assigned": _("Baris rencana ditugaskan"),
    "plans.item_unassigned": _("Penugasan dicabut"),
    "plans.match_confirmed": _("Butir LKE dipastikan"),
    "plans.match_corrected": _("Butir LKE dibetulkan"),
    "plans.finding_accepted": _("Temuan diterima dengan alasan"),
    "plans.finding_reopened": _("Temuan dibuka kembali"),
    "regulations.regulation_added": _("Peraturan ditambahkan"),
    "regulations.regulation_edited": _("Peraturan diubah"),
    "regulations.regulation_verified": _("Peraturan diverifikasi"),
}


def words_for(code: str) -> str:
    """Name an event for a person."""
    return str(WORDS.get(code, code))

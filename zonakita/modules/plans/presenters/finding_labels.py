"""What each code of the plan checker is called."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_LABELS: dict[str, Promise] = {
    "target-before-decree": _("Target mendahului tanggal keputusan"),
    "target-wrong-year": _("Tahun target berbeda dari tahun rencana"),
    "target-not-understood": _("Target waktu tidak terbaca"),
    "range-without-dash": _("Rentang bulan tanpa tanda hubung"),
    "periodic-once": _("Kegiatan berkala, targetnya hanya sekali"),
    "survey-too-rare": _("Survei kepuasan kurang dari empat kali setahun"),
    "follow-up-first": _("Tindak lanjut mendahului kegiatan pokok"),
    "same-action": _("Satu langkah aksi untuk beberapa indikator"),
    "same-evidence": _("Bukti yang sama untuk indikator berbeda"),
    "evidence-mismatch": _("Langkah aksi tidak menghasilkan indikatornya"),
    "duplicate-text": _("Tulisan ganda"),
    "unbalanced": _("Tanda kurung atau kutip tidak berpasangan"),
    "empty-item": _("Butir kosong atau penomoran terputus"),
    "wrong-institution": _("Nama instansi tidak sesuai"),
    "wrong-year-title": _("Tahun pada judul tidak sama"),
    "revoked-regulation": _("Peraturan sudah tidak berlaku"),
    "expired-plan": _("Jangka waktu rencana acuan sudah berakhir"),
    "gazette-mismatch": _("Nomor lembaran atau berita negara tidak sesuai"),
    "bad-number": _("Nomor tidak mungkin benar"),
    "body-annex-differ": _("Dasar hukum batang tubuh dan lampiran berbeda"),
    "outdated-term": _("Istilah lama"),
    "label-mixed": _("Nama komponen bercampur dengan indikator"),
    "contrary-sense": _("Kalimat berarti sebaliknya"),
    "missing-against-instrument": _("Subarea LKE belum ada dalam rencana"),
    "area-name": _("Nama area berbeda dari LKE"),
    "year-over-year": _("Perubahan dari rencana sebelumnya"),
}


def finding_label(code: str) -> str:
    """The name of a code for people; a code without one is shown as it is."""
    return str(_LABELS.get(code, code))

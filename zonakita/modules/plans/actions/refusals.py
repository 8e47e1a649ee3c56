"""Why a write to a plan is refused: each says it in one sentence for a person."""

from __future__ import annotations

from django.utils.translation import gettext as _

from zonakita.modules.plans.models import ActionPlan


class PlanRefusal(Exception):
    """A refused write; `message` is for the person who asked."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class DecreeAlreadyImported(PlanRefusal):
    """This very file is already a plan of this unit; `plan` is that one."""

    def __init__(self, plan: ActionPlan) -> None:
        super().__init__(
            _("Berkas ini sudah menjadi %(plan)s. Unggah keputusan yang baru bila rencana diubah.")
            % {"plan": _("rencana aksi %(kind)s %(year)s") % {"kind": plan.kind, "year": plan.year}}
        )
        self.plan = plan


class PlanYearUnknown(PlanRefusal):
    """Neither the table nor the decree tells the plan's year."""

    def __init__(self) -> None:
        super().__init__(
            _("Tahun rencana belum diketahui. Isi tahun rencana pada halaman pemeriksaan, lalu simpan.")
        )


class PlanWithoutRows(PlanRefusal):
    """The proposal has no row."""

    def __init__(self) -> None:
        super().__init__(_("Rencana belum memuat satu baris pun. Periksa kembali tabel yang terbaca."))


class PlanSuperseded(PlanRefusal):
    """A later revision has taken the plan's place."""

    def __init__(self) -> None:
        super().__init__(
            _("Rencana ini sudah digantikan revisi yang lebih baru, sehingga tidak dapat diubah lagi.")
        )


class ItemEmpty(PlanRefusal):
    """An item needs an indicator or an action."""

    def __init__(self) -> None:
        super().__init__(_("Isi indikator atau langkah aksi; keduanya tidak boleh kosong."))


class RequirementsEmpty(PlanRefusal):
    """A row that names evidence keeps at least one requirement."""

    def __init__(self) -> None:
        super().__init__(_("Tulis sekurang-kurangnya satu bukti dukung."))


class NothingToAssign(PlanRefusal):
    """No item, or neither person nor team, was chosen."""

    def __init__(self) -> None:
        super().__init__(_("Pilih sekurang-kurangnya satu baris, lalu pilih orang atau tulis nama tim."))


class MatchesChanged(PlanRefusal):
    """Other rows match the filter now than when the page was shown."""

    def __init__(self) -> None:
        super().__init__(
            _("Baris yang cocok dengan saringan sudah berubah. Periksa daftarnya, lalu tugaskan lagi.")
        )


class PersonNotOfUnit(PlanRefusal):
    """A chosen person does not work in the plan's unit, or no longer does."""

    def __init__(self) -> None:
        super().__init__(
            _("Orang yang dipilih bukan pegawai aktif unit ini. Muat ulang halaman, lalu pilih lagi.")
        )


class ReasonMissing(PlanRefusal):
    """Accepting a finding needs a reason."""

    def __init__(self) -> None:
        super().__init__(_("Tulis alasan mengapa temuan ini diterima."))


class FindingNotOpen(PlanRefusal):
    """The finding has been accepted or fixed in the meantime."""

    def __init__(self) -> None:
        super().__init__(
            _("Temuan ini sudah diputuskan oleh orang lain. Muat ulang halaman untuk melihatnya.")
        )


class FindingNotAccepted(PlanRefusal):
    """Only an accepted finding can be opened again."""

    def __init__(self) -> None:
        super().__init__(_("Hanya temuan yang diterima dengan alasan yang dapat dibuka kembali."))


class QuestionUnknown(PlanRefusal):
    """The instrument has no such sub-area or question."""

    def __init__(self) -> None:
        super().__init__(_("Butir LKE itu tidak ada. Pilih dari daftar."))


class MonthsInvalid(PlanRefusal):
    """A month outside 1..12 was sent."""

    def __init__(self) -> None:
        super().__init__(_("Bulan target tidak dikenal. Pilih bulan Januari sampai Desember."))

"""Why an administrative action was refused; the message is one sentence for the person."""

from __future__ import annotations

from django.utils.translation import gettext as _


class AdministrationRefused(Exception):
    """Base of all refusals below; `str()` is shown to the person."""


class LastAdministrator(AdministrationRefused):
    def __init__(self) -> None:
        super().__init__(_("Ini administrator instansi terakhir. Tunjuk administrator lain lebih dahulu."))


class RoleOutOfReach(AdministrationRefused):
    def __init__(self) -> None:
        super().__init__(_("Anda tidak dapat memberi atau mencabut peran ini di unit ini."))


class RoleAlreadyHeld(AdministrationRefused):
    def __init__(self) -> None:
        super().__init__(_("Pegawai ini sudah memegang peran tersebut di unit ini."))


class RoleNotHeld(AdministrationRefused):
    def __init__(self) -> None:
        super().__init__(_("Pegawai ini tidak memegang peran tersebut di unit ini."))


class PersonInactive(AdministrationRefused):
    def __init__(self) -> None:
        super().__init__(_("Pegawai ini tidak aktif. Aktifkan kembali lebih dahulu."))


class PersonHasNoEmail(AdministrationRefused):
    def __init__(self) -> None:
        super().__init__(_("Pegawai ini belum memiliki surel, jadi undangan tidak dapat dikirim."))


class InvitationAlreadyAnswered(AdministrationRefused):
    def __init__(self) -> None:
        super().__init__(_("Pegawai ini sudah pernah masuk; undangan tidak diperlukan lagi."))


class NotAnInstitution(AdministrationRefused):
    def __init__(self) -> None:
        super().__init__(_("Aturan masuk hanya dapat diatur di tingkat instansi."))


class OwnSecondStep(AdministrationRefused):
    def __init__(self) -> None:
        super().__init__(_("Langkah kedua Anda sendiri diatur di halaman “Pengamanan dua langkah”."))


class NoSecondStep(AdministrationRefused):
    def __init__(self) -> None:
        super().__init__(_("Pegawai ini tidak memakai masuk dua langkah."))


class SelfDeactivation(AdministrationRefused):
    def __init__(self) -> None:
        super().__init__(_("Anda tidak dapat menonaktifkan akun Anda sendiri."))

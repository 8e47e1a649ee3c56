"""Input of the administration pages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from zonakita.foundation.access.interface import ROLES
from zonakita.foundation.organisations.interface import UnitLevel
from zonakita.foundation.people.interface import Language


class ActionForm(forms.Form):
    """A form whose values an action checks."""

    def take_refusal(self, refusal: ValidationError) -> None:
        """Show at the fields what the action refused."""
        if not hasattr(refusal, "error_dict"):
            self.add_error(None, refusal)
            return
        for name, errors in refusal.error_dict.items():
            self.add_error(name if name in self.fields else None, errors)

    @classmethod
    def of(cls, row: Model, data: Any = None) -> Any:
        """Make the form show what a row holds now."""
        names = [name for name in cls.base_fields if hasattr(row, name)]
        return cls(data, initial={name: getattr(row, name) for name in names})


class UnitForm(ActionForm):
    """What may change of a unit."""

    name = forms.CharField(label=_("Nama"), max_length=200)
    short_name = forms.CharField(
        label=_("Nama singkat"), max_length=80, help_text=_("Dipakai di menu dan daftar.")
    )
    level = forms.ChoiceField(label=_("Tingkat"), choices=UnitLevel.choices)
    time_zone = forms.ChoiceField(
        label=_("Zona waktu"),
        choices=[
            ("Asia/Jakarta", _("WIB (Jakarta)")),
            ("Asia/Makassar", _("WITA (Makassar)")),
            ("Asia/Jayapura", _("WIT (Jayapura)")),
        ],
    )
    accent_colour = forms.CharField(
        label=_("Warna aksen"), required=False, max_length=7, help_text=_("Contoh: #7a1f1f.")
    )
    address = forms.CharField(label=_("Alamat"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    phone = forms.CharField(label=_("Telepon"), required=False, max_length=40)
    website = forms.URLField(label=_("Situs web"), required=False, assume_scheme="https")
    is_active = forms.BooleanField(label=_("Unit ini aktif"), required=False, initial=True)


class NewUnitForm(ActionForm):
    """What a new unit starts with."""

    code = forms.CharField(
        label=_("Kode"),
        max_length=64,
        help_text=_("Huruf kecil, angka, dan tanda hubung, misalnya kpu-1507. Tidak dapat diubah lagi."),
    )
    name = forms.CharField(label=_("Nama"), max_length=200)
    short_name = forms.CharField(
        label=_("Nama singkat"), max_length=80, help_text=_("Dipakai di menu dan daftar.")
    )
    level = forms.ChoiceField(label=_("Tingkat"), choices=UnitLevel.choices)


class PersonForm(ActionForm):
    """A person's data."""

    full_name = forms.CharField(label=_("Nama lengkap"), max_length=150)
    email = forms.EmailField(
        label=_("Surel"), required=False, help_text=_("Dipakai untuk masuk dan menerima pemberitahuan.")
    )
    employee_number = forms.CharField(
        label=_("NIP"), required=False, max_length=18, help_text=_("18 angka tanpa spasi.")
    )
    position_title = forms.CharField(label=_("Jabatan"), required=False, max_length=150)
    phone = forms.CharField(label=_("Telepon"), required=False, max_length=40)
    language = forms.ChoiceField(label=_("Bahasa"), choices=Language.choices)


class InvitationForm(ActionForm):
    """Whom to invite, and the first role."""

    full_name = forms.CharField(label=_("Nama lengkap"), max_length=150)
    email = forms.EmailField(
        label=_("Surel"),
        required=False,
        help_text=_(
            "Tautan untuk membuat kata sandi dikirim ke alamat ini. Tanpa surel, pegawai tidak dapat masuk."
        ),
    )
    employee_number = forms.CharField(
        label=_("NIP"), required=False, max_length=18, help_text=_("18 angka tanpa spasi.")
    )
    position_title = forms.CharField(label=_("Jabatan"), required=False, max_length=150)
    role = forms.ChoiceField(label=_("Peran"), required=False)

    def __init__(self, *args: Any, roles: list[str], **kwargs: Any) -> None:
        """Offer the roles that the inviting person may hand on."""
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [("", _("Belum ada")), *role_options(roles)]  # type: ignore[attr-defined]


class AuditFilterForm(forms.Form):
    """Which events to show."""

    unit = forms.ChoiceField(label=_("Unit kerja"), required=False)
    cari = forms.CharField(label=_("Pelaku atau objek"), required=False, max_length=100)
    dari = forms.DateField(
        label=_("Dari tanggal"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    sampai = forms.DateField(
        label=_("Sampai tanggal"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the units whose record the person may read."""
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", _("Semua unit")), *units]  # type: ignore[attr-defined]


def role_options(roles: list[str]) -> list[tuple[str, Any]]:
    """Key and label of some roles, for a choice field."""
    return [(role, ROLES[role].label) for role in roles]

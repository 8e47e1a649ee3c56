"""The head of the decree and the regulations that it cites."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zonakita.foundation.regulations.keys import TYPES
from zonakita.modules.document_intake.decrees.proposal import Citation, DecreeProposal
from zonakita.modules.document_intake.forms.edit_form import EditForm

LEVELS = [
    ("national", _("Pusat")),
    ("province", _("Provinsi")),
    ("regency", _("Kabupaten")),
    ("city", _("Kota")),
    ("other", _("Lainnya")),
]
WHERE = [
    ("menimbang", _("Menimbang")),
    ("mengingat", _("Mengingat")),
    ("dasar_hukum", _("Dasar hukum lampiran")),
    ("body", _("Batang tubuh")),
]


def _text(label: Any, *, required: bool = False, rows: int = 0) -> forms.CharField:
    attributes = {"class": "form-control"}
    widget = forms.Textarea(attrs={"rows": rows, **attributes}) if rows else forms.TextInput(attrs=attributes)
    return forms.CharField(label=label, required=required, max_length=2000, widget=widget)


def _year(label: Any) -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"class": "form-control"})
    return forms.IntegerField(label=label, required=False, min_value=1945, max_value=2100, widget=widget)


def _select() -> forms.Select:
    return forms.Select(attrs={"class": "form-select"})


class HeadForm(EditForm):
    """What stands at the head and foot of a decree."""

    institution = _text(_("Lembaga yang menetapkan"))
    level = forms.ChoiceField(label=_("Tingkat"), choices=LEVELS, widget=_select())
    plan_year = _year(_("Tahun rencana"))
    number = _text(_("Nomor keputusan"))
    year = _year(_("Tahun keputusan"))
    date = forms.DateField(
        label=_("Tanggal penetapan"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "form-control"}),
    )
    title = _text(_("Tentang"), rows=2)
    place = _text(_("Ditetapkan di"))
    signatory = _text(_("Penanda tangan"))
    signatory_role = _text(_("Jabatan penanda tangan"))
    annex_institution = _text(_("Lembaga pada lampiran"))
    annex_title = _text(_("Judul lampiran"), rows=2)
    table_title = _text(_("Judul tabel"), rows=2)

    def payload(self, default_year: int | None) -> dict[str, Any]:
        """All fields as an edit takes them."""
        data = dict(self.cleaned_data)
        data["date"] = data["date"].isoformat() if data["date"] else None
        return data


class CitationForm(EditForm):
    """One cited regulation; its key follows from type, number and year."""

    type = _text(_("Jenis peraturan"), required=True)
    number = _text(_("Nomor"), required=True)
    year = _year(_("Tahun"))
    title = _text(_("Tentang"))
    where = forms.ChoiceField(label=_("Disebut pada"), choices=WHERE, widget=_select())

    type.widget.attrs["list"] = "jenis-peraturan"
    known_types = tuple(TYPES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # The decree's own form stands on the same page and has a number, a year and a title too.
        super().__init__(*args, **{"auto_id": "dasar_%s", **kwargs})

    def payload(self, default_year: int | None) -> dict[str, Any]:
        """The citation as an edit takes it."""
        data = dict(self.cleaned_data)
        year = f"/{data['year']}" if data["year"] else ""
        return {**data, "key": f"{data['type']} {data['number']}{year}"}


def head_values(proposal: DecreeProposal) -> dict[str, Any]:
    """The head's values by field."""
    values = {name: getattr(proposal.head, name, None) for name in HeadForm.base_fields}
    return {**values, "plan_year": proposal.plan_year}


def citation_values(citation: Citation) -> dict[str, Any]:
    """A citation's values by field."""
    return {name: getattr(citation, name) for name in CitationForm.base_fields}

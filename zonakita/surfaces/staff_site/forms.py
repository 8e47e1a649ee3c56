"""The form of the style page: one field of every kind."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

AREAS = [("", _("Pilih area")), ("1", _("Manajemen perubahan")), ("2", _("Penataan tata laksana"))]
LEVELS = [("wbk", _("Wilayah Bebas dari Korupsi")), ("wbbm", _("Wilayah Birokrasi Bersih dan Melayani"))]


class SampleForm(forms.Form):
    """Text, mail, choice, date, several lines, ticks and a file."""

    title = forms.CharField(
        label=_("Judul rencana"), help_text=_("Tulis seperti pada keputusan."), max_length=200
    )
    email = forms.EmailField(label=_("Surel"))
    area = forms.ChoiceField(label=_("Area perubahan"), choices=AREAS)
    due = forms.DateField(
        label=_("Batas waktu"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    note = forms.CharField(label=_("Catatan"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    level = forms.ChoiceField(label=_("Predikat yang dituju"), choices=LEVELS, widget=forms.RadioSelect)
    agreed = forms.BooleanField(label=_("Saya sudah memeriksa isian ini"))
    file = forms.FileField(
        label=_("Berkas bukti"), required=False, help_text=_("PDF, DOCX, XLSX, PNG, atau JPEG.")
    )
    locked = forms.CharField(label=_("Tidak dapat diubah"), required=False, initial="2025", disabled=True)

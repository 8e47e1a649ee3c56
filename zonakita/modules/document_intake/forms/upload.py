"""Handing decrees in."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from zonakita.foundation.organisations.models import Unit

ACCEPTED = ".pdf,.docx,.xlsx,.txt,.png,.jpg,.jpeg,.tif,.tiff"
FILES_AT_ONCE = 20


class ManyFilesInput(forms.ClearableFileInput):
    """A file field that takes several files."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """All chosen files, of whatever size; each is judged alone when it is taken in."""

    widget = ManyFilesInput(attrs={"accept": ACCEPTED})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        """At least one file and not more than can be taken in at once."""
        files = [file for file in data or [] if file]
        if not files:
            raise forms.ValidationError(_("Pilih sekurang-kurangnya satu berkas."))
        if len(files) > FILES_AT_ONCE:
            raise forms.ValidationError(
                _("Paling banyak %(limit)d berkas sekali unggah."), params={"limit": FILES_AT_ONCE}
            )
        return files


class UploadForm(forms.Form):
    """The unit and its files."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Unit kerja"), empty_label=None)
    documents = ManyFilesField(
        label=_("Berkas keputusan"),
        help_text=_(
            "Keputusan beserta lampiran rencana aksi: PDF, pindaian atau foto halaman, Word (DOCX), "
            "Excel (XLSX), atau teks. Boleh beberapa berkas sekaligus."
        ),
    )

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ModelChoiceField[Unit]", self.fields["unit"])
        field.queryset = units
        self.has_one_unit = units.count() == 1
        if self.has_one_unit:
            field.widget = forms.HiddenInput()
            field.initial = units.get().pk


class ColumnsForm(forms.Form):
    """The role of each unclear column; one field per question, named by its place."""

    def __init__(self, *args: Any, questions: tuple[Any, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for index, question in enumerate(questions):
            self.fields[f"column-{index}"] = forms.ChoiceField(
                label=question.heading or _("(kolom tanpa judul)"),
                choices=[("", _("Pilih arti kolom…")), *COLUMN_ROLES],
                initial=question.guess,
                error_messages={"required": _("Pilih arti kolom ini.")},
            )

    def roles(self) -> dict[str, str]:
        """Fingerprint to role."""
        return {
            question.fingerprint: self.cleaned_data[f"column-{index}"]
            for index, question in enumerate(self.questions)
        }


COLUMN_ROLES = [
    ("number", _("Nomor urut")),
    ("area", _("Area perubahan atau program")),
    ("component", _("Komponen atau kegiatan")),
    ("indicator", _("Indikator atau hasil yang diharapkan")),
    ("action", _("Langkah aksi atau subkegiatan")),
    ("evidence", _("Bukti fisik atau data dukung")),
    ("target", _("Target waktu pelaksanaan")),
    ("person_in_charge", _("Penanggung jawab")),
    ("note", _("Keterangan")),
    ("extra", _("Lainnya: simpan sebagai kolom tambahan")),
]

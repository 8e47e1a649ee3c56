"""Forms of the regulation library."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from zonakita.foundation.regulations import interface as regulations
from zonakita.surfaces.staff_site.regulation_words import CHECKED_WORDS, STATE_WORDS

_FIRST_YEAR, _LAST_YEAR = 1945, 2100


def _date_field(label: Any, help_text: Any = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, required=False, widget=widget)


def _year_field(label: Any, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, help_text=help_text, required=False, min_value=_FIRST_YEAR, max_value=_LAST_YEAR
    )


class KeysField(forms.CharField):
    """Regulations in any common spelling, one per line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def clean(self, value: Any) -> tuple[str, ...]:
        """Return the keys, each once."""
        lines = re.split(r"[\n;]", super().clean(value))
        return tuple(dict.fromkeys(regulations.normalise_key(line) for line in lines if line.strip()))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person looks for; empty means everything."""

    words: str = ""
    type: str = ""
    state: str = ""
    checked: str = ""

    def fits(self, entry: regulations.Entry) -> bool:
        """Whether a regulation is one of those looked for."""
        facts = entry.facts
        return (
            self.type in ("", facts.type)
            and self.state in ("", entry.state.value)
            and self.checked in ("", facts.checked)
            and self._is_named(facts)
        )

    def _is_named(self, facts: regulations.Regulation) -> bool:
        if regulations.normalise_key(self.words) == facts.key:
            return True
        text = f"{facts.key} {facts.title}".casefold()
        return all(word in text for word in self.words.casefold().split())


class RegulationFilterForm(forms.Form):
    """Which regulations to show."""

    cari = forms.CharField(label=_("Nomor atau judul"), required=False, max_length=200)
    jenis = forms.ChoiceField(label=_("Jenis"), required=False)
    keadaan = forms.ChoiceField(
        label=_("Keadaan hari ini"),
        required=False,
        choices=[("", _("Semua")), *((state.value, words) for state, words in STATE_WORDS.items())],
    )
    verifikasi = forms.ChoiceField(
        label=_("Verifikasi"), required=False, choices=[("", _("Semua")), *CHECKED_WORDS.items()]
    )

    def __init__(self, *args: Any, types: list[str], **kwargs: Any) -> None:
        """Offer the types that occur in the library."""
        super().__init__(*args, **kwargs)
        jenis = cast(forms.ChoiceField, self.fields["jenis"])
        jenis.choices = [("", _now("Semua jenis")), *((name, name) for name in types)]

    def wanted(self) -> Wanted:
        """What was asked for; what cannot be read is left out."""
        self.is_valid()
        values = self.cleaned_data
        return Wanted(
            words=values.get("cari", ""),
            type=values.get("jenis", ""),
            state=values.get("keadaan", ""),
            checked=values.get("verifikasi", ""),
        )


class RefusableForm(forms.Form):
    """A form that shows what the library refused, at the field where it belongs."""

    def take_errors(self, error: ValidationError) -> None:
        """Add the errors of an action."""
        for name, problems in error.error_dict.items():
            self.add_error(None if name == NON_FIELD_ERRORS or name not in self.fields else name, problems)


class RegulationForm(RefusableForm):
    """All facts of a regulation."""

    key = forms.CharField(
        label=_("Jenis, nomor, dan tahun"),
        max_length=100,
        help_text=_("Misalnya UU 28/1999 atau Peraturan Presiden Nomor 81 Tahun 2010."),
    )
    title = forms.CharField(label=_("Judul"), max_length=500, help_text=_("Tanpa kata “tentang”."))
    in_force_from = _date_field(_("Berlaku sejak"), _("Tanggal pengundangan, bila diketahui."))
    in_force_to = _date_field(_("Berlaku sampai"), _("Bila peraturan itu sendiri menyebutnya."))
    period_from = _year_field(_("Periode dari"), _("Hanya rencana berjangka, misalnya road map."))
    period_to = _year_field(_("Periode sampai"), _("Tahun itu masih termasuk."))
    state_gazette = forms.CharField(
        label=_("Lembaran Negara"), max_length=20, required=False, help_text=_("Tahun/nomor: 2023/141.")
    )
    supplement = forms.CharField(
        label=_("Tambahan Lembaran Negara"), max_length=20, required=False, help_text=_("Nomor saja: 6897.")
    )
    official_gazette = forms.CharField(
        label=_("Berita Negara"), max_length=20, required=False, help_text=_("Tahun/nomor: 2021/1571.")
    )
    amends = KeysField(
        label=_("Mengubah"),
        required=False,
        help_text=_("Satu per baris; harus sudah ada di pustaka."),
    )
    repeals = KeysField(
        label=_("Mencabut"),
        required=False,
        help_text=_("Satu per baris; harus sudah ada di pustaka."),
    )
    checked = forms.ChoiceField(label=_("Verifikasi"), choices=list(CHECKED_WORDS.items()), initial="no")
    repeals_checked = forms.ChoiceField(
        label=_("Verifikasi pencabutan"),
        required=False,
        choices=[("", _("Sama dengan di atas")), *CHECKED_WORDS.items()],
    )
    source = forms.CharField(
        label=_("Sumber"),
        max_length=300,
        required=False,
        help_text=_("Naskah resmi yang dibaca, misalnya alamat JDIH. Wajib bila dibaca dari naskah resmi."),
    )
    note = forms.CharField(label=_("Catatan"), max_length=500, required=False)

    def __init__(self, data: Any = None, *, facts: regulations.Regulation | None = None) -> None:
        """Start empty or from a regulation that exists."""
        super().__init__(data, initial=_initial(facts) if facts else None)

    def clean(self) -> dict[str, Any]:
        """Hold the two ends of each span against each other."""
        values = super().clean() or self.cleaned_data
        start, end = values.get("in_force_from"), values.get("in_force_to")
        if start and end and end < start:
            self.add_error("in_force_to", _now("Tanggal akhir berlaku mendahului tanggal mulai."))
        first, last = values.get("period_from"), values.get("period_to")
        if (first is None) != (last is None) and not {"period_from", "period_to"} & set(self.errors):
            self.add_error("period_from" if first is None else "period_to", _now("Isi kedua tahun periode."))
        elif first is not None and last is not None and last < first:
            self.add_error("period_to", _now("Tahun terakhir mendahului tahun pertama."))
        return values

    def facts(self) -> regulations.Regulation:
        """Return what was entered."""
        values = dict(self.cleaned_data)
        first, last = values.pop("period_from"), values.pop("period_to")
        for name in ("state_gazette", "supplement", "official_gazette", "repeals_checked"):
            values[name] = values[name] or None
        values["key"] = regulations.normalise_key(values["key"])
        return regulations.Regulation(period=(first, last) if first and last else None, **values)


def _initial(facts: regulations.Regulation) -> dict[str, Any]:
    values = {name: getattr(facts, name) for name in RegulationForm.base_fields if hasattr(facts, name)}
    first, last = facts.period or (None, None)
    relations = {"amends": "\n".join(facts.amends), "repeals": "\n".join(facts.repeals)}
    return {**values, **relations, "period_from": first, "period_to": last}


class VerificationForm(RefusableForm):
    """Which published text a regulation was compared with."""

    source = forms.CharField(
        label=_("Sumber"),
        max_length=300,
        help_text=_("Naskah resmi yang dibaca dan kapan, misalnya “JDIH Kementerian PANRB, 3 Maret 2026”."),
    )
    with_repeals = forms.BooleanField(
        label=_("Pencabutan yang tercatat juga sudah dicocokkan"),
        required=False,
        help_text=_("Tanpa tanda ini, temuan tentang pencabutannya tetap disertai peringatan."),
    )

    def __init__(self, data: Any = None, *, facts: regulations.Regulation) -> None:
        """Ask about repeals only where there are some."""
        super().__init__(data, initial={"source": facts.source})
        if not facts.repeals:
            del self.fields["with_repeals"]

"""Shape of what the plan pages send."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from zonakita.modules.plans.actions import ItemTexts
from zonakita.modules.plans.models import ActionPlan, PlanItem
from zonakita.modules.plans.presenters.areas import ALL_AREAS
from zonakita.modules.plans.presenters.wording import MONTHS
from zonakita.modules.plans.queries.row_filter import RowFilter

_SORTS = {"tenggat": "due", "-tenggat": "-due", "temuan": "findings"}


def _choice_field(form: forms.Form, name: str) -> forms.ChoiceField:
    return cast(forms.ChoiceField, form.fields[name])


class PlanListForm(forms.Form):
    """Filters of the list of plans."""

    unit = forms.TypedChoiceField(label=_("Unit"), required=False, coerce=int, empty_value=None)
    year = forms.TypedChoiceField(label=_("Tahun"), required=False, coerce=int, empty_value=None)
    kind = forms.ChoiceField(
        label=_("Jenis"), required=False, choices=[("", _("Semua jenis")), *ActionPlan.Kind.choices]
    )
    revisions = forms.BooleanField(label=_("Tampilkan revisi lama"), required=False)

    def __init__(
        self, data: QueryDict | None, *, units: Iterable[tuple[int, str]], years: Iterable[int]
    ) -> None:
        super().__init__(data)
        _choice_field(self, "unit").choices = [("", _("Semua unit")), *units]
        _choice_field(self, "year").choices = [("", _("Semua tahun")), *((year, str(year)) for year in years)]


class RowFilterForm(forms.Form):
    """Filters of a plan's table; names in the address are Indonesian because people share them."""

    q = forms.CharField(
        label=_("Cari"),
        required=False,
        max_length=200,
        widget=forms.SearchInput(attrs={"placeholder": _("Kata kunci")}),
    )
    bulan = forms.TypedChoiceField(label=_("Bulan target"), required=False, coerce=int, empty_value=None)
    siapa = forms.ChoiceField(label=_("Pelaksana"), required=False)
    temuan = forms.ChoiceField(
        label=_("Temuan"),
        required=False,
        choices=[
            ("", _("Semua")),
            ("any", _("Ada temuan")),
            ("error", _("Kesalahan")),
            ("warning", _("Peringatan")),
            ("hint", _("Saran")),
        ],
    )

    def __init__(
        self,
        data: QueryDict | None,
        *,
        area_ids: Collection[int],
        people: Iterable[tuple[int, str]],
        teams: Iterable[str],
    ) -> None:
        super().__init__(data)
        self._area_ids = area_ids
        months = [("", _("Semua")), *((number, name) for number, name in enumerate(MONTHS, start=1))]
        _choice_field(self, "bulan").choices = months
        _choice_field(self, "siapa").choices = [
            ("", _("Semua")),
            ("none", _("Belum ada pelaksana")),
            *((f"person:{pk}", name) for pk, name in people),
            *((f"team:{team}", team) for team in teams),
        ]

    def wanted(self) -> RowFilter:
        """The filter that was asked for; a value that no longer exists does not narrow.

        A plan opens at its first area; who searches, filters or sorts means the whole plan.
        """
        self.is_valid()
        values = self.cleaned_data
        wanted = RowFilter(
            text=values.get("q", ""),
            month=values.get("bulan"),
            who=values.get("siapa", ""),
            finding=values.get("temuan", ""),
            sort=_SORTS.get(self.data.get("urut", ""), ""),
        )
        opens_whole = wanted.is_active or bool(wanted.sort)
        return replace(wanted, area_id=chosen_area(self.data, self._area_ids, opens_whole=opens_whole))

    @property
    def names_what_exists(self) -> bool:
        """Whether every value is still one of the choices, the area included."""
        area = self.data.get("area", "")
        return self.is_valid() and (area == ALL_AREAS or area in map(str, self._area_ids))


def chosen_area(
    data: Mapping[str, str], area_ids: Collection[int], *, opens_whole: bool = False
) -> int | None:
    """The area that the address names; without one the first, or None for all."""
    word = data.get("area", "")
    known = {str(area_id): area_id for area_id in area_ids}
    if word in known:
        return known[word]
    return None if word == ALL_AREAS or opens_whole else next(iter(area_ids), None)


class ItemForm(forms.Form):
    """The cells of one row."""

    indicator = forms.CharField(
        label=_("Indikator"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    action = forms.CharField(
        label=_("Langkah aksi"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    evidence_text = forms.CharField(
        label=_("Bukti fisik"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    target_text = forms.CharField(
        label=_("Target waktu"),
        required=False,
        help_text=_(
            "Contoh: “Maret, Juni, September dan Desember 2026”. Bulan target mengikuti tulisan ini."
        ),
    )
    months = forms.TypedMultipleChoiceField(
        label=_("Bulan target"),
        required=False,
        coerce=int,
        choices=[(number, name) for number, name in enumerate(MONTHS, start=1)],
        widget=forms.CheckboxSelectMultiple,
    )
    person_in_charge = forms.CharField(label=_("Penanggung jawab menurut keputusan"), required=False)
    note = forms.CharField(label=_("Keterangan"), required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, data: QueryDict | None = None, *, item: PlanItem) -> None:
        is_rb = item.plan.kind == ActionPlan.Kind.RB
        fields = ("indicator", "action", "evidence_text", "target_text", "note", "person_in_charge")
        initial: dict[str, object] = {field: getattr(item, field) for field in fields}
        initial["months"] = [target.month for target in item.targets.all()]
        super().__init__(data, initial=initial)
        del self.fields["target_text" if is_rb else "months"]
        if is_rb:
            self.fields["action"].label = _("Sub kegiatan")
            self.fields["indicator"].label = _("Indikator keberhasilan")
            if not item.evidence_text:
                del self.fields["evidence_text"]
        self._unchanged = {field: getattr(item, field) for field in fields if field not in self.fields}
        self._is_rb = is_rb

    def texts(self) -> ItemTexts:
        """The wish of the person; cells that the form does not show stay."""
        values = {**self.cleaned_data, **self._unchanged}
        months = values.pop("months", None)
        return ItemTexts(**values, months=tuple(months or ()) if self._is_rb else None)


class RequirementsForm(forms.Form):
    """Evidence requirements, one on each line."""

    requirements = forms.CharField(
        label=_("Bukti dukung, satu per baris"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "Gabungkan atau pisahkan sesuai kebutuhan; isi kolom bukti dalam keputusan tidak berubah."
        ),
    )

    def lines(self) -> list[str]:
        """The non-empty lines."""
        return [line.strip() for line in self.cleaned_data["requirements"].splitlines() if line.strip()]


class MatchForm(forms.Form):
    """The LKE sub-area or question that an item answers, by code."""

    code = forms.ChoiceField(label=_("Butir LKE"))

    def __init__(self, data: QueryDict | None = None, *, choices: Iterable[tuple[str, object]]) -> None:
        super().__init__(data)
        _choice_field(self, "code").choices = [("", _("Pilih butir LKE")), *choices]

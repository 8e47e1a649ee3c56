"""Values of one row, of its halves when it is split, and its new place when it is moved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from zonakita.kernel.months import MONTH_NAMES
from zonakita.kernel.target_times import parse_target_time
from zonakita.modules.document_intake.decrees.proposal import DecreeProposal, PlanRow
from zonakita.modules.document_intake.forms.edit_form import EditForm
from zonakita.modules.document_intake.rules.cells import cell_of

MONTH_CHOICES = [(str(number), name) for number, name in enumerate(MONTH_NAMES, start=1)]

_OWN_TEXTS = frozenset({"indicator", "action", "evidence"})


class RowForm(EditForm):
    """Texts, months, year and week of a row; `names` are the cells with their labels, in order.

    The second half of a split row starts without the texts that tell it from the first.
    """

    def __init__(
        self, *args: Any, row: PlanRow, names: Mapping[str, str], is_second_half: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.row, self.names = row, names
        for name, label in names.items():
            self.fields[name] = forms.CharField(
                label=label,
                required=False,
                strip=True,
                max_length=20_000,
                initial="" if is_second_half and name in _OWN_TEXTS else cell_of(row, name).text,
                widget=forms.Textarea(attrs={"rows": 2, "class": "form-control di-text"}),
            )
        self.fields["months"] = forms.MultipleChoiceField(
            label=_("Bulan pelaksanaan"),
            required=False,
            choices=MONTH_CHOICES,
            initial=[str(month) for month in row.months],
            widget=forms.CheckboxSelectMultiple(),
        )
        self.fields["target_year"] = forms.IntegerField(
            label=_("Tahun target"),
            required=False,
            min_value=1990,
            max_value=2100,
            initial=row.target_year,
            widget=forms.NumberInput(attrs={"class": "form-control"}),
        )
        self.fields["week"] = forms.IntegerField(
            label=_("Minggu ke-"),
            required=False,
            min_value=1,
            max_value=5,
            initial=row.week,
            widget=forms.NumberInput(attrs={"class": "form-control"}),
        )

    @property
    def text_fields(self) -> list[tuple[str, forms.BoundField]]:
        """The cells with their names."""
        return [(name, self[name]) for name in self.names]

    def payload(self, default_year: int | None) -> dict[str, Any]:
        """Texts and time; a new target text tells the months unless the person set them too."""
        data = self.cleaned_data
        texts = {name: data[name].replace("\r\n", "\n") for name in self.names}
        time: dict[str, Any] = {
            "months": sorted(int(month) for month in data["months"]),
            "target_year": data["target_year"],
            "week": data["week"],
        }
        is_new_target = texts.get("target", "") != cell_of(self.row, "target").text
        is_same_time = (tuple(time["months"]), time["target_year"], time["week"]) == (
            self.row.months,
            self.row.target_year,
            self.row.week,
        )
        if is_new_target:
            told = parse_target_time(texts["target"], default_year=default_year)
            time["slips"] = list(told.slips)
            if is_same_time and told.is_understood:
                time |= {"months": list(told.months), "target_year": told.year, "week": told.week}
        return {"texts": texts, **time}


class MoveForm(EditForm):
    """Where a row goes: a component, and the place among its rows counted from 1."""

    component = forms.ChoiceField(label=_("Ke komponen"), widget=forms.Select(attrs={"class": "form-select"}))
    position = forms.IntegerField(
        label=_("Sebagai baris ke-"),
        min_value=1,
        max_value=1000,
        widget=forms.NumberInput(attrs={"class": "form-control"}),
    )

    def __init__(self, *args: Any, proposal: DecreeProposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["component"]).choices = [
            (
                _heading(area.number, area.title),
                [
                    (f"{area_index}.{index}", _heading(component.number, component.title))
                    for index, component in enumerate(area.components)
                ],
            )
            for area_index, area in enumerate(proposal.areas)
        ]

    def payload(self, default_year: int | None) -> dict[str, Any]:
        """The path of the row after it was taken out."""
        component = [int(step) for step in self.cleaned_data["component"].split(".")]
        return {"to": [*component, self.cleaned_data["position"] - 1]}


class HeadingForm(EditForm):
    """Number and title of an area or a component."""

    number = forms.CharField(
        label=_("Nomor"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"class": "form-control"}),
    )
    title = forms.CharField(
        label=_("Nama"),
        max_length=1000,
        error_messages={"required": _("Isi namanya.")},
        widget=forms.Textarea(attrs={"rows": 1, "class": "form-control di-text"}),
    )

    def payload(self, default_year: int | None) -> dict[str, Any]:
        """Number and title."""
        return {"number": self.cleaned_data["number"], "title": self.cleaned_data["title"]}


def _heading(number: str, title: str) -> str:
    text = f"{number}. {title}" if number and title else number or title or str(_("(tanpa nama)"))
    return text if len(text) <= 90 else text[:87] + "…"

"""Forms of the working calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext_lazy as _

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.agenda import interface as agenda
from zonakita.foundation.agenda.models import Holiday
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person

_STATUSES = [(status.value, status.label) for status in agenda.HolidayStatus]


def _date_field(label: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget)


if TYPE_CHECKING:
    UnitChoiceField = forms.ModelChoiceField[Unit]
else:
    UnitChoiceField = forms.ModelChoiceField


class UnitField(UnitChoiceField):
    """Units by their full names."""

    def label_from_instance(self, obj: Unit) -> str:
        """Return what the list shows."""
        return obj.name


class HolidayForm(forms.Form):
    """A day without work; people who look after one unit see the local kind alone."""

    date = _date_field(_("Tanggal"))
    name = forms.CharField(label=_("Nama hari libur"), max_length=200)
    kind = forms.ChoiceField(label=_("Jenis"))
    unit = UnitField(
        label=_("Unit kerja"),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=_("Pilih unit kerja"),
        help_text=_("Hanya untuk libur setempat; berlaku juga bagi unit di bawahnya."),
    )
    status = forms.ChoiceField(label=_("Status"), choices=_STATUSES)
    source = forms.CharField(
        label=_("Dasar"),
        max_length=200,
        required=False,
        help_text=_("Misalnya nomor keputusan bersama atau keputusan kepala daerah."),
    )

    def __init__(self, data: Any = None, *, by: Person, holiday: Holiday | None = None) -> None:
        """Offer what the person may enter, filled from a day that exists."""
        initial = {"kind": agenda.HolidayKind.LOCAL, "status": agenda.HolidayStatus.SET}
        if holiday is not None:
            names = ("date", "name", "kind", "unit", "status", "source")
            initial = {name: getattr(holiday, name) for name in names}
        super().__init__(data, initial=initial)
        everywhere = agenda.institutions_edited_by(by).exists()
        kinds = agenda.HolidayKind if everywhere else (agenda.HolidayKind.LOCAL,)
        kind = cast(forms.ChoiceField, self.fields["kind"])
        unit = cast(UnitField, self.fields["unit"])
        kind.choices = [(item.value, item.label) for item in kinds]
        unit.queryset = access.units_with(by, Permission.HOLIDAY_EDIT)

    def facts(self) -> agenda.HolidayFacts:
        """Return what was entered; a unit given for a kind that needs none is dropped."""
        values = dict(self.cleaned_data)
        if values["kind"] != agenda.HolidayKind.LOCAL:
            values["unit"] = None
        return agenda.HolidayFacts(**values)

    def take_errors(self, error: ValidationError) -> None:
        """Show what the calendar refused, at the field where it belongs."""
        for name, problems in error.error_dict.items():
            self.add_error(None if name == NON_FIELD_ERRORS or name not in self.fields else name, problems)


class DeadlineForm(forms.Form):
    """A start and a number of working days."""

    mulai = _date_field(_("Tanggal mulai"))
    hari = forms.IntegerField(label=_("Jumlah hari kerja"), min_value=0, max_value=2000)

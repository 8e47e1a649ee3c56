"""Fields, their errors and whole forms."""

from __future__ import annotations

from typing import Any

from django.forms import (
    BaseForm,
    BoundField,
    CheckboxInput,
    CheckboxSelectMultiple,
    FileInput,
    RadioSelect,
    Select,
)
from django.forms.utils import ErrorDict
from django.utils.safestring import SafeString, mark_safe

from zonakita.surfaces.staff_site.components.drawing import draw

CONTROL_CLASSES = {"check": "form-check-input", "select": "form-select", "text": "form-control"}


def field(bound: BoundField, **options: Any) -> SafeString:
    """Draw a field with label, hint and linked error; inline_label is read aloud but not shown."""
    widget = bound.field.widget
    kind = _field_kind(widget)
    attributes: dict[str, str | bool] = {}
    if css := CONTROL_CLASSES.get(kind):
        attributes["class"] = f"{css} is-invalid" if bound.errors else css
    if autofocus := options.pop("autofocus", False):
        attributes["autofocus"] = autofocus
    return draw("field", field=bound, kind=kind, control=bound.as_widget(attrs=attributes), **options)


def _field_kind(widget: Any) -> str:
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return "group"
    if isinstance(widget, CheckboxInput):
        return "check"
    if isinstance(widget, Select):
        return "select"
    return "drop" if isinstance(widget, FileInput) else "text"


def form_fields(form: BaseForm, focus: bool = True, placeholders: bool = True) -> SafeString:
    """Draw the error summary and every field of a form."""
    parts = [error_summary(form, focus=focus), *(str(hidden) for hidden in form.hidden_fields())]
    for bound in form.visible_fields():
        if not placeholders:
            bound.field.widget.attrs.pop("placeholder", None)
        parts.append(field(bound))
    return mark_safe("".join(parts))  # noqa: S308 - each part is a template's output


def error_summary(form: BaseForm, focus: bool = True) -> SafeString:
    """List all errors of a bound form at its top, each linked to its field; it takes the focus."""
    if not form.is_bound or not form.errors:
        return mark_safe("")
    errors: ErrorDict = form.errors
    linked = [
        {
            "id": form[name].id_for_label or f"{form[name].auto_id}_0",
            "label": form[name].label,
            "messages": messages,
        }
        for name, messages in errors.items()
        if name in form.fields
    ]
    return draw("error_summary", linked=linked, general=form.non_field_errors(), focus=focus)


LEVEL_TONES = {
    "error": "danger",
    "warning": "warning",
    "success": "success",
    "info": "info",
    "debug": "neutral",
}

"""The base of the forms whose values become an edit."""

from __future__ import annotations

from typing import Any

from django import forms


class EditForm(forms.Form):
    """A form of the review screen."""

    def payload(self, default_year: int | None) -> dict[str, Any]:
        """The valid values as an edit takes them; `default_year` is the plan's."""
        return dict(self.cleaned_data)

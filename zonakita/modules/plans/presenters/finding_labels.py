"""What each code of the plan checker is called."""

from __future__ import annotations

from functools import cache

from django.utils.translation import gettext as _

from zonakita.modules.document_intake.interface import RULES


def finding_label(code: str) -> str:
    """The title of the rule behind a code; the code itself where its rule is gone."""
    title = _titles().get(code, "")
    return _(title) if title else code


@cache
def _titles() -> dict[str, str]:
    return {rule.code: rule.title for rule in RULES}

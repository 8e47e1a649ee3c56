"""Telling the person who handed a decree in that its reading has ended."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from zonakita.foundation.notifications import interface as notifications
from zonakita.modules.document_intake.models import Intake
from zonakita.modules.document_intake.rules.states import IntakeState


def tell_reading_ended(intake: Intake) -> None:
    """One message in the person's language that leads to the next step."""
    person = intake.uploaded_by
    with override(person.language):
        title = _titles()[IntakeState(intake.state)] % {"name": intake.name}
        body = intake.failure_words
    notifications.notify(
        person=person,
        kind="document_intake.read",
        title=title,
        body=body,
        url=reverse("document_intake:intake", args=[intake.pk]),
        unit_code=intake.unit.code,
    )


def _titles() -> dict[IntakeState, str]:
    return {
        IntakeState.TO_REVIEW: _("“%(name)s” selesai dibaca dan menunggu tinjauan Anda"),
        IntakeState.TO_MAP: _("“%(name)s” memerlukan pencocokan kolom"),
        IntakeState.FAILED: _("“%(name)s” tidak dapat dibaca"),
    }

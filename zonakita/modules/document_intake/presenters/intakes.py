"""How an intake looks in a list and on its own page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from zonakita.modules.document_intake.queries import is_stalled
from zonakita.modules.document_intake.rules.states import IntakeState

if TYPE_CHECKING:
    from zonakita.modules.document_intake.models import Intake

_TONES = {
    IntakeState.UPLOADED: ("neutral", "clock"),
    IntakeState.READING: ("info", "loader-2"),
    IntakeState.TO_MAP: ("warning", "columns-3"),
    IntakeState.TO_REVIEW: ("warning", "eye-check"),
    IntakeState.CONFIRMED: ("success", "circle-check"),
    IntakeState.FAILED: ("danger", "alert-octagon"),
}


@dataclass(frozen=True, slots=True)
class IntakeView:
    """One intake in words: `next_label` and `next_url` are the one thing to do now."""

    intake: Intake
    state_label: str
    tone: str
    icon: str
    is_waiting: bool
    is_failed: bool
    steps_done: int | None
    steps_in_all: int
    progress_label: str
    failure: str
    next_label: str
    next_url: str


def intake_view(intake: Intake) -> IntakeView:
    """The intake for a page; one whose worker fell silent counts as failed."""
    stalled = is_stalled(intake)
    state = IntakeState.FAILED if stalled else IntakeState(intake.state)
    tone, icon = _TONES[state]
    label, url = _next_step(intake, state)
    is_waiting = state in {IntakeState.UPLOADED, IntakeState.READING}
    job = intake.job if is_waiting else None
    return IntakeView(
        intake=intake,
        state_label=str(dict(intake.STATES)[state.value]),
        tone=tone,
        icon=icon,
        is_waiting=is_waiting,
        is_failed=state is IntakeState.FAILED,
        steps_done=job.step_done if job and job.step_total else None,
        steps_in_all=job.step_total if job and job.step_total else 100,
        progress_label=(job.message if job else "") or _("Menunggu giliran dibaca"),
        failure=_failure(intake, stalled=stalled),
        next_label=label,
        next_url=url,
    )


def _failure(intake: Intake, *, stalled: bool) -> str:
    if stalled and not intake.failure_message:
        return (intake.job.message if intake.job else "") or _(
            "Pembacaan terhenti sebelum selesai. Coba lagi."
        )
    return intake.failure_words


def _next_step(intake: Intake, state: IntakeState) -> tuple[str, str]:
    if state is IntakeState.TO_MAP:
        return _("Cocokkan kolom"), reverse("document_intake:columns", args=[intake.pk])
    if state is IntakeState.TO_REVIEW:
        return _("Tinjau"), reverse("document_intake:review", args=[intake.pk])
    if state is IntakeState.CONFIRMED and intake.plan_url:
        return _("Buka rencana"), intake.plan_url
    if state is IntakeState.CONFIRMED:
        return _("Lihat hasil"), reverse("document_intake:review", args=[intake.pk])
    return _("Rincian"), reverse("document_intake:intake", args=[intake.pk])


def steps_of(intake: Intake) -> tuple[list[str], int]:
    """The steps from file to plan and the one the intake is at, counted from 1."""
    steps = [_("Unggah"), _("Baca"), _("Tinjau"), _("Tetapkan")]
    at = {IntakeState.TO_REVIEW: 3, IntakeState.CONFIRMED: 5}.get(IntakeState(intake.state), 2)
    if intake.state == IntakeState.TO_MAP:
        steps.insert(2, _("Cocokkan kolom"))
        at = 3
    return steps, at


FILTERS: dict[str, tuple[IntakeState, ...]] = {
    "": (),
    "perlu": (IntakeState.TO_MAP, IntakeState.TO_REVIEW),
    "dibaca": (IntakeState.UPLOADED, IntakeState.READING),
    "gagal": (IntakeState.FAILED,),
    "ditetapkan": (IntakeState.CONFIRMED,),
}
"""States behind each value of ?keadaan=; none means all."""


@dataclass(frozen=True, slots=True)
class FilterTab:
    """One way to look at the list."""

    label: str
    url: str
    is_current: bool


def filter_tabs(chosen: str) -> list[FilterTab]:
    """All ways to look at the list."""
    labels = {
        "": _("Semua"),
        "perlu": _("Perlu Anda periksa"),
        "dibaca": _("Sedang dibaca"),
        "gagal": _("Tidak terbaca"),
        "ditetapkan": _("Sudah ditetapkan"),
    }
    start = reverse("document_intake:intakes")
    return [
        FilterTab(labels[key], f"{start}?keadaan={key}" if key else start, key == chosen) for key in FILTERS
    ]


def trail(intake: Intake | None = None, *, page: str = "") -> list[tuple[str, str]]:
    """The way to a page of the intake."""
    found = [(_("Keputusan"), reverse("document_intake:intakes"))]
    if intake is not None:
        found.append((intake.name, reverse("document_intake:intake", args=[intake.pk])))
    return [*found, (page, "")] if page else found

"""The states of an intake and the moves between them."""

from __future__ import annotations

from enum import StrEnum


class IntakeState(StrEnum):
    """From the uploaded file to the confirmed plan; the values are stored."""

    UPLOADED = "uploaded"
    READING = "reading"
    TO_MAP = "to_map"
    TO_REVIEW = "to_review"
    CONFIRMED = "confirmed"
    FAILED = "failed"


_MOVES: dict[IntakeState, frozenset[IntakeState]] = {
    IntakeState.UPLOADED: frozenset({IntakeState.READING, IntakeState.FAILED}),
    IntakeState.READING: frozenset(
        {IntakeState.READING, IntakeState.TO_MAP, IntakeState.TO_REVIEW, IntakeState.FAILED}
    ),
    IntakeState.TO_MAP: frozenset({IntakeState.UPLOADED, IntakeState.TO_REVIEW}),
    IntakeState.TO_REVIEW: frozenset({IntakeState.CONFIRMED}),
    IntakeState.CONFIRMED: frozenset(),
    IntakeState.FAILED: frozenset({IntakeState.UPLOADED}),
}


def may_move(before: IntakeState, after: IntakeState) -> bool:
    """Whether an intake may go from one state to the other."""
    return after in _MOVES[before]

"""How one audit event is written down and sealed: plain Python, so that an outsider can check a chain."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

FIRST_PREVIOUS_HASH = "0" * 64


@dataclass(frozen=True)
class Job:
    """An actor that is no person: a background job, an import, a command."""

    name: str


@dataclass(frozen=True)
class EventContent:
    """All that is sealed of one event; `details` is already canonical JSON."""

    unit_code: str
    sequence: int
    occurred_at: datetime
    code: str
    actor_kind: str
    actor_id: str
    actor_label: str
    target_kind: str
    target_id: str
    target_label: str
    details: str


def canonical_json(value: Mapping[str, object]) -> str:
    """Write a mapping so that equal content always gives equal text: sorted keys, no blanks, ASCII only."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, default=_as_text)


def event_hash(content: EventContent, previous_hash: str) -> str:
    """Seal an event onto the one before it: SHA-256 in hexadecimal of the canonical JSON of both."""
    sealed = dict(vars(content))
    sealed["occurred_at"] = content.occurred_at.astimezone(UTC).isoformat(timespec="microseconds")
    sealed["previous_hash"] = previous_hash
    return hashlib.sha256(canonical_json(sealed).encode("ascii")).hexdigest()


def storable(text: str, limit: int) -> str:
    """Return text that every database keeps unchanged: no NUL characters, at most `limit` characters."""
    return text.replace("\x00", "")[:limit]


def _as_text(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    raise TypeError(f"cannot write {type(value).__name__} into an audit event")

"""Writing the audit record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from django.db import models, transaction
from django.utils import timezone

from zonakita.foundation.audit.models import ActorKind, AuditEvent, ChainHead
from zonakita.foundation.audit.rules import (
    FIRST_PREVIOUS_HASH,
    EventContent,
    Job,
    canonical_json,
    event_hash,
    storable,
)


class PersonActor(Protocol):
    """Whoever signed in: anything with a key and a name."""

    @property
    def pk(self) -> object: ...


Actor = PersonActor | Job


@transaction.atomic
def record(
    code: str,
    *,
    actor: Actor,
    target: models.Model,
    unit_code: str,
    details: Mapping[str, object] | None = None,
) -> AuditEvent:
    """Append one event to the chain of a unit, in the transaction of the change it tells about.

    The chain stays locked until that transaction ends, so call it after the checks that may refuse.
    """
    kind, actor_id, actor_label = _actor_stamp(actor)
    ChainHead.objects.get_or_create(unit_code=unit_code, defaults={"last_hash": FIRST_PREVIOUS_HASH})
    head = ChainHead.objects.select_for_update().get(unit_code=unit_code)
    content = EventContent(
        unit_code=unit_code,
        sequence=head.last_sequence + 1,
        occurred_at=timezone.now(),
        code=code,
        actor_kind=kind,
        actor_id=storable(actor_id, 64),
        actor_label=storable(actor_label, 200),
        target_kind=target._meta.label_lower,
        target_id=storable(str(target.pk), 64),
        target_label=storable(str(target), 200),
        details=canonical_json(details or {}),
    )
    event = _sealed(content, head.last_hash)
    event.save(force_insert=True)
    head.last_sequence, head.last_hash = content.sequence, event.hash
    head.save(update_fields=["last_sequence", "last_hash"])
    return event


def _sealed(content: EventContent, previous_hash: str) -> AuditEvent:
    fields = dict(vars(content))
    fields["details_json"] = fields.pop("details")
    return AuditEvent(**fields, previous_hash=previous_hash, hash=event_hash(content, previous_hash))


def _actor_stamp(actor: Actor) -> tuple[ActorKind, str, str]:
    if isinstance(actor, Job):
        return ActorKind.JOB, actor.name, actor.name
    if actor.pk is None:
        raise ValueError("an audit event needs a saved person or a job as its actor")
    return ActorKind.PERSON, str(actor.pk), str(actor) or f"#{actor.pk}"

"""Writes of the regulation library.

This package lies below access and audit: the surface that calls these actions asks for the permission
and records the change; `by` is passed through for it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from zonakita.foundation.regulations import library as plain
from zonakita.foundation.regulations.models import Regulation

logger = logging.getLogger(__name__)


@transaction.atomic
def add_regulation(*, facts: plain.Regulation, by: object) -> Regulation:
    """Add a regulation.

    Raises: ValidationError where a fact is wrong, the key exists already, or a related key does not exist.
    """
    if not Regulation.objects.exists():
        load_regulations()  # otherwise the first own entry would hide the built-in library
    regulation = Regulation(is_edited=True)
    _write(regulation, facts)
    logger.info("regulation %s added by %s", regulation.key, _identity(by))
    return regulation


@transaction.atomic
def edit_regulation(*, regulation: Regulation, facts: plain.Regulation, by: object) -> Regulation:
    """Replace all facts of a regulation; a later load of the program's own data leaves it alone.

    Raises: ValidationError as `add_regulation`.
    """
    regulation = Regulation.objects.select_for_update().get(pk=regulation.pk)
    regulation.is_edited = True
    _write(regulation, facts)
    logger.info("regulation %s edited by %s", regulation.key, _identity(by))
    return regulation


@transaction.atomic
def load_regulations(regulations: Iterable[plain.Regulation] | None = None) -> int:
    """Bring the program's own regulations into the table and return how many were new or changed.

    May run any number of times; what an administrator has edited stays as it is.
    """
    incoming = tuple(plain.load_library() if regulations is None else regulations)
    rows = {row.key: row for row in Regulation.objects.select_for_update()}
    changed: list[tuple[Regulation, plain.Regulation]] = []
    for facts in incoming:
        row = rows.get(facts.key)
        if row is None or (not row.is_edited and _differs(row, facts)):
            row = row or Regulation()
            _write_fields(row, facts)
            changed.append((row, facts))
    for row, facts in changed:
        _write_relations(row, facts)
    return len(changed)


def _identity(actor: object) -> object:
    """What the log may name: a number or key, never a person's name."""
    return getattr(actor, "pk", type(actor).__name__)


def _write(regulation: Regulation, facts: plain.Regulation) -> None:
    _write_fields(regulation, facts)
    _write_relations(regulation, facts)


def _write_fields(regulation: Regulation, facts: plain.Regulation) -> None:
    for name, value in _fields(facts).items():
        setattr(regulation, name, value)
    regulation.full_clean()
    regulation.save()


def _write_relations(regulation: Regulation, facts: plain.Regulation) -> None:
    regulation.amends.set(_existing(facts.amends, regulation))
    regulation.repeals.set(_existing(facts.repeals, regulation))


def _existing(keys: tuple[str, ...], regulation: Regulation) -> list[Regulation]:
    targets = list(Regulation.objects.filter(key__in=keys).exclude(pk=regulation.pk))
    missing = sorted(set(keys) - {target.key for target in targets})
    if missing:
        raise ValidationError(_("Peraturan ini belum ada dalam pustaka: %s") % ", ".join(missing))
    return targets


def _differs(row: Regulation, facts: plain.Regulation) -> bool:
    if any(getattr(row, name) != value for name, value in _fields(facts).items()):
        return True
    related = ({target.key for target in row.amends.all()}, {target.key for target in row.repeals.all()})
    return related != (set(facts.amends), set(facts.repeals))


def _fields(facts: plain.Regulation) -> dict[str, object]:
    return {
        "key": facts.key,
        "title": facts.title,
        "state_gazette": facts.state_gazette or "",
        "supplement": facts.supplement or "",
        "official_gazette": facts.official_gazette or "",
        "in_force_from": facts.in_force_from,
        "in_force_to": facts.in_force_to,
        "period_from": facts.period[0] if facts.period else None,
        "period_to": facts.period[1] if facts.period else None,
        "checked": facts.checked,
        "repeals_checked": facts.repeals_checked or "",
        "note": facts.note,
    }

"""Writes of the regulation library, which all units of an installation share."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace

from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from zonakita.foundation.audit import interface as audit
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.foundation.regulations import library as plain
from zonakita.foundation.regulations.models import Regulation
from zonakita.foundation.regulations.policies import editing_institutions
from zonakita.foundation.regulations.queries import facts_of

logger = logging.getLogger(__name__)

_RELATIONS = ("amends", "repeals")


@transaction.atomic
def add_regulation(*, facts: plain.Regulation, by: Person) -> Regulation:
    """Add a regulation.

    Raises: PermissionDenied; ValidationError where a fact is wrong, the key exists already, or a related key
    does not exist.
    """
    institution = _require_edit(by)
    if not Regulation.objects.exists():
        load_regulations()  # otherwise the first own entry would hide the built-in library
    regulation = Regulation(is_edited=True)
    _write(regulation, facts)
    _record(
        "regulations.regulation_added",
        regulation,
        institution,
        by,
        {"facts": _recorded(facts_of(regulation))},
    )
    return regulation


@transaction.atomic
def edit_regulation(
    *, regulation: Regulation, facts: plain.Regulation, seen: str | None = None, by: Person
) -> Regulation:
    """Replace all facts of a regulation; a later load of the program's own data leaves it alone.

    `seen` is the version from which the person started. Raises: PermissionDenied; ValidationError as
    `add_regulation`, where somebody else was faster, and where the key of a regulation that comes with the
    program would change: the next load would bring it a second time.
    """
    institution = _require_edit(by)
    regulation = _locked(regulation, seen)
    before, built_in = facts_of(regulation), is_built_in(regulation)
    regulation.is_edited = True
    _write(regulation, facts)
    if built_in and regulation.key != before.key:
        raise ValidationError({"key": _("Kunci peraturan bawaan tidak dapat diubah.")})
    _record(
        "regulations.regulation_edited",
        regulation,
        institution,
        by,
        _differences(before, facts_of(regulation)),
    )
    return regulation


@transaction.atomic
def verify_regulation(
    *, regulation: Regulation, source: str, with_repeals: bool, seen: str | None = None, by: Person
) -> Regulation:
    """Note that its facts, and with `with_repeals` what it repeals, were compared with the published text.

    `seen` is the version that was compared. Raises: PermissionDenied; ValidationError without a source, and
    where the facts were changed meanwhile.
    """
    institution = _require_edit(by)
    regulation = _locked(regulation, seen)
    before = facts_of(regulation)
    repeals_checked: plain.Checked | None = None
    if before.repeals:
        repeals_checked = "text" if with_repeals else before.repeals_checked or before.checked
    facts = replace(before, checked="text", repeals_checked=repeals_checked, source=source.strip())
    regulation.is_edited = True
    _write(regulation, facts)
    _record(
        "regulations.regulation_verified",
        regulation,
        institution,
        by,
        _differences(before, facts_of(regulation)),
    )
    return regulation


@transaction.atomic
def load_regulations(regulations: Iterable[plain.Regulation] | None = None) -> int:
    """Bring the program's own regulations into the table and return how many were new or changed.

    May run any number of times; what an administrator has edited stays as it is.
    """
    incoming = tuple(plain.load_library() if regulations is None else regulations)
    existing = Regulation.objects.select_for_update().prefetch_related(*_RELATIONS)
    rows = {row.key: row for row in existing}
    changed: list[tuple[Regulation, plain.Regulation]] = []
    for facts in incoming:
        row = rows.get(facts.key)
        if row is None or (not row.is_edited and _differs(row, facts)):
            row = row or Regulation()
            _write_fields(row, facts)
            changed.append((row, facts))
    for row, facts in changed:
        _write_relations(row, facts)
    if changed:
        logger.info("%d regulations loaded", len(changed))
    return len(changed)


def is_built_in(regulation: Regulation) -> bool:
    """Whether it came with the program, edited or not."""
    return plain.load_library().find(regulation.key) is not None


def _require_edit(by: Person) -> Unit:
    """Let pass who may change the library and return the institution that records it."""
    institution = editing_institutions(by).first()
    if institution is None:
        raise PermissionDenied(_("Pustaka peraturan diubah oleh administrator instansi."))
    return institution


def _locked(regulation: Regulation, seen: str | None) -> Regulation:
    regulation = Regulation.objects.select_for_update().get(pk=regulation.pk)
    if seen is not None and seen != regulation.version:
        message = _(
            "Peraturan ini sudah diubah sejak Anda membukanya, jadi isian Anda belum disimpan. Buka lagi "
            "halamannya, bandingkan, lalu ulangi perubahan Anda."
        )
        raise ValidationError({NON_FIELD_ERRORS: message})
    return regulation


def _record(
    code: str, regulation: Regulation, institution: Unit, by: Person, details: Mapping[str, object]
) -> None:
    audit.record(
        code,
        actor=by,
        target=regulation,
        unit_code=institution.code,
        details=details,
    )


def _recorded(facts: plain.Regulation) -> dict[str, object]:
    """The facts that are there, as the audit record keeps them."""
    return {name: _storable(value) for name, value in asdict(facts).items() if value}


def _differences(before: plain.Regulation, after: plain.Regulation) -> dict[str, object]:
    old, new = asdict(before), asdict(after)
    return {
        name: {"from": _storable(old[name]), "to": _storable(new[name])}
        for name in old
        if old[name] != new[name]
    }


def _storable(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return value if value is None or isinstance(value, int | str) else str(value)


def _write(regulation: Regulation, facts: plain.Regulation) -> None:
    if facts.checked == "text" and not facts.source.strip():
        raise ValidationError({"source": _("Sebutkan naskah resmi yang dibaca.")})
    _write_fields(regulation, facts)
    _write_relations(regulation, facts)


def _write_fields(regulation: Regulation, facts: plain.Regulation) -> None:
    for name, value in _fields(facts).items():
        setattr(regulation, name, value)
    regulation.full_clean()
    regulation.save()


def _write_relations(regulation: Regulation, facts: plain.Regulation) -> None:
    regulation.amends.set(_existing("amends", facts.amends, regulation))
    regulation.repeals.set(_existing("repeals", facts.repeals, regulation))


def _existing(relation: str, keys: tuple[str, ...], regulation: Regulation) -> list[Regulation]:
    if regulation.key in keys:
        raise ValidationError({relation: _("Peraturan tidak dapat mengubah atau mencabut dirinya sendiri.")})
    targets = list(Regulation.objects.filter(key__in=keys))
    missing = sorted(set(keys) - {target.key for target in targets})
    if missing:
        message = _("Peraturan ini belum ada dalam pustaka: %s") % ", ".join(missing)
        raise ValidationError({relation: message})
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
        "source": facts.source,
        "note": facts.note,
    }

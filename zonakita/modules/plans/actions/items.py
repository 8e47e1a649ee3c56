"""Changing one row of a plan; each change keeps its history in the audit record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from zonakita.foundation.access.interface import Permission
from zonakita.foundation.audit import interface as audit
from zonakita.foundation.people.models import Person
from zonakita.kernel.target_times import parse_target_time
from zonakita.modules.plans.actions.lock import locked_plan
from zonakita.modules.plans.actions.plan_checks import refresh_findings
from zonakita.modules.plans.actions.plan_rows import requirements_for, targets_for
from zonakita.modules.plans.actions.refusals import ItemEmpty, MonthsInvalid, RequirementsEmpty
from zonakita.modules.plans.actions.suggest_matches import renew_suggestion
from zonakita.modules.plans.models import EvidenceRequirement, PlanItem, Target

_TEXT_FIELDS = ("indicator", "action", "evidence_text", "target_text", "note", "person_in_charge")


@dataclass(frozen=True, slots=True)
class ItemTexts:
    """The cells of a row as a person wants them.

    `months` None derives the months from the target text where that changed; given, they are taken as they
    are.
    """

    indicator: str
    action: str
    evidence_text: str = ""
    target_text: str = ""
    note: str = ""
    person_in_charge: str = ""
    months: tuple[int, ...] | None = None


@transaction.atomic
def edit_item(*, item: PlanItem, texts: ItemTexts, by: Person) -> PlanItem:
    """Change the cells of a row, derive what follows from them and check the plan again.

    Raises: ItemEmpty, MonthsInvalid, PlanSuperseded.
    """
    plan = locked_plan(item.plan_id, Permission.PLAN_EDIT, by=by)
    item = PlanItem.objects.select_for_update().get(pk=item.pk)
    item.plan = plan
    if not (texts.indicator.strip() or texts.action.strip()):
        raise ItemEmpty
    if any(not 1 <= month <= 12 for month in texts.months or ()):
        raise MonthsInvalid
    changes = _change_texts(item, texts)
    changes |= _change_months(item, texts, is_new_target="target_text" in changes)
    if not changes:
        return item
    if "evidence_text" in changes:
        _replace_requirements(item, [piece.text for piece in requirements_for(item)])
    item.edited_at, item.edited_by = timezone.now(), by
    item.save()
    if changes.keys() & {"indicator", "action"}:
        renew_suggestion(item)
    refresh_findings(plan, by=by)
    audit.record(
        "plans.item_edited", actor=by, target=item, unit_code=plan.unit.code, details={"changes": changes}
    )
    return item


@transaction.atomic
def edit_requirements(*, item: PlanItem, texts: Sequence[str], by: Person) -> list[EvidenceRequirement]:
    """Correct how the evidence cell was split; the cell itself stays as the decree has it.

    Raises: RequirementsEmpty, PlanSuperseded.
    """
    plan = locked_plan(item.plan_id, Permission.PLAN_EDIT, by=by)
    wanted = list(dict.fromkeys(" ".join(text.split()) for text in texts if text.strip()))
    if not wanted and item.evidence_text.strip():
        raise RequirementsEmpty
    before = list(item.requirements.order_by("order").values_list("text", flat=True))
    if wanted != before:
        _replace_requirements(item, wanted)
        audit.record(
            "plans.requirements_edited",
            actor=by,
            target=item,
            unit_code=plan.unit.code,
            details={"changes": {"requirements": [before, wanted]}},
        )
    return list(item.requirements.order_by("order"))


def _change_texts(item: PlanItem, texts: ItemTexts) -> dict[str, list[object]]:
    changes: dict[str, list[object]] = {}
    for field in _TEXT_FIELDS:
        before, after = getattr(item, field), getattr(texts, field).replace("\r\n", "\n").strip()
        if before != after:
            changes[field] = [before, after]
            setattr(item, field, after)
    return changes


def _change_months(item: PlanItem, texts: ItemTexts, *, is_new_target: bool) -> dict[str, list[object]]:
    """Put the due periods in step with the wish; the months of a target text that was not touched stay."""
    if texts.months is not None:
        wanted = targets_for(item, texts.months, None, None)
    elif is_new_target:
        read = parse_target_time(item.target_text, default_year=item.plan.year)
        item.slips = list(read.slips)
        wanted = targets_for(item, read.months, read.year, read.week)
    else:
        return {}
    before = [_period(target) for target in item.targets.order_by("year", "month")]
    after = [_period(target) for target in wanted]
    if before == after:
        return {}
    item.targets.all().delete()
    Target.objects.bulk_create(wanted)
    return {"targets": [before, after]}


def _period(target: Target) -> str:
    return str(target) if target.week is None else f"{target} w{target.week}"


def _replace_requirements(item: PlanItem, texts: Iterable[str]) -> None:
    """Give the item these requirements; a row whose text stays keeps its identity."""
    kept = {requirement.text: requirement for requirement in item.requirements.all()}
    wanted = list(dict.fromkeys(texts))
    item.requirements.exclude(text__in=wanted).delete()
    # Orders are unique within an item, so rows that stay step aside before they take their new place.
    stay = [kept[text] for text in wanted if text in kept]
    for shift, requirement in enumerate(stay, start=10_000):
        requirement.order = shift
    EvidenceRequirement.objects.bulk_update(stay, ["order"])
    for order, text in enumerate(wanted, start=1):
        if text in kept:
            kept[text].order = order
        else:
            EvidenceRequirement.objects.create(item=item, order=order, text=text)
    EvidenceRequirement.objects.bulk_update(stay, ["order"])

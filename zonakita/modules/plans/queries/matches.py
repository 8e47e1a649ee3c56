"""Items and the assessment instrument (LKE): likely questions, and which sub-areas no item answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from zonakita.foundation.people.models import Person
from zonakita.foundation.regulations.instruments import Area, Instrument, Question, SubArea, load_instrument
from zonakita.modules.plans.models import ActionPlan, ItemQuestion, PlanItem
from zonakita.modules.plans.queries.plans import item_for
from zonakita.modules.plans.rules.matching import Match, match_item


@dataclass(frozen=True, slots=True)
class SubAreaCoverage:
    """A sub-area and the matches that answer it."""

    area: Area
    sub_area: SubArea
    matches: tuple[ItemQuestion, ...]

    @property
    def is_missing(self) -> bool:
        """Whether a plan ought to have a row here and has none; reform is measured, not planned."""
        return not self.matches and self.sub_area.section == "pemenuhan"


@dataclass(frozen=True, slots=True)
class Coverage:
    """A plan against the instrument."""

    instrument: Instrument
    sub_areas: tuple[SubAreaCoverage, ...]
    unmatched: tuple[PlanItem, ...]


def ranked_matches(item: PlanItem) -> tuple[Match, ...]:
    """All sub-areas ranked for one item, best first; `item.component.area` should be loaded."""
    return match_item(
        item.component.area.title, item.component.title, item.indicator, item.action, load_instrument()
    )


def coverage_of(plan: ActionPlan) -> Coverage:
    """Every sub-area with the items that answer it, and the items that answer none."""
    instrument = load_instrument()
    matches = list(live_matches(plan))
    by_sub_area: dict[str, list[ItemQuestion]] = defaultdict(list)
    for match in matches:
        by_sub_area[match.sub_area_code].append(match)
    matched = {match.item_id for match in matches}
    items = PlanItem.objects.filter(plan=plan).select_related("component__area").order_by("order")
    return Coverage(
        instrument=instrument,
        sub_areas=tuple(
            SubAreaCoverage(area, sub_area, tuple(by_sub_area[sub_area.code]))
            for area in instrument.areas
            for sub_area in area.sub_areas
            if sub_area.section != "hasil"
        ),
        unmatched=tuple(item for item in items if item.pk not in matched),
    )


def live_matches(plan: ActionPlan) -> QuerySet[ItemQuestion]:
    """Suggested and confirmed matches of a plan, in the plan's order."""
    return (
        ItemQuestion.objects.filter(item__plan=plan)
        .exclude(state=ItemQuestion.State.REJECTED)
        .select_related("item__component")
        .order_by("item__order", "-score")
    )


def matches_of(item: PlanItem) -> list[ItemQuestion]:
    """The item's suggested and confirmed matches, the surest first."""
    live = item.questions.exclude(state=ItemQuestion.State.REJECTED).select_related("decided_by")
    return list(live.order_by("-score", "id"))


def question_or_sub_area(code: str) -> tuple[SubArea, Question | None] | None:
    """The sub-area (and question) that a code names; None for a code that the instrument does not have."""
    for sub_area in load_instrument().sub_areas():
        if sub_area.code == code:
            return sub_area, None
        for question in sub_area.questions:
            if question.code == code:
                return sub_area, question
    return None


def areas_with(sub_areas: Iterable[SubAreaCoverage]) -> list[tuple[Area, list[SubAreaCoverage]]]:
    """The sub-areas under their areas, in the instrument's order."""
    grouped: dict[str, tuple[Area, list[SubAreaCoverage]]] = {}
    for entry in sub_areas:
        grouped.setdefault(entry.area.code, (entry.area, []))[1].append(entry)
    return list(grouped.values())


def match_for(actor: Person, match_id: int) -> ItemQuestion:
    """One match with its item; 404 for a missing and a foreign one alike."""
    match = ItemQuestion.objects.filter(pk=match_id).first()
    if match is None:
        raise Http404
    match.item = item_for(actor, match.item_id)
    return match

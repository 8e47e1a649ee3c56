"""Items and the assessment instrument (LKE): likely questions, and which sub-areas no item answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from django.http import Http404

from zonakita.foundation.people.models import Person
from zonakita.foundation.regulations.instruments import Area, Question, SubArea, load_instrument
from zonakita.modules.plans.models import ActionPlan, ItemQuestion, PlanItem
from zonakita.modules.plans.queries.plans import item_for
from zonakita.modules.plans.rules.matching import Match, match_item


class LiveMatch(NamedTuple):
    """A suggested or confirmed match."""

    id: int
    item_id: int
    sub_area_code: str
    question_code: str
    score: Decimal
    state: str


@dataclass(frozen=True, slots=True)
class SubAreaCoverage:
    """A sub-area and the matches that answer it."""

    sub_area: SubArea
    matches: tuple[LiveMatch, ...]

    @property
    def is_planned(self) -> bool:
        """Whether a plan ought to have a row here; reform is measured, not planned."""
        return self.sub_area.section == "pemenuhan"

    @property
    def is_missing(self) -> bool:
        """Whether a plan ought to have a row here and has none."""
        return self.is_planned and not self.matches


@dataclass(frozen=True, slots=True)
class Coverage:
    """A plan against the instrument: areas with their sub-areas, and the items that answer none."""

    areas: tuple[tuple[Area, tuple[SubAreaCoverage, ...]], ...]
    unmatched: tuple[int, ...]


def ranked_matches(item: PlanItem) -> tuple[Match, ...]:
    """All sub-areas ranked for one item, best first; `item.component.area` should be loaded."""
    return match_item(
        item.component.area.title, item.component.title, item.indicator, item.action, load_instrument()
    )


def coverage_of(plan: ActionPlan) -> Coverage:
    """Every sub-area with the matches that answer it, and the keys of the items that answer none."""
    by_sub_area: dict[str, list[LiveMatch]] = defaultdict(list)
    matched = set()
    for match in live_matches(plan):
        by_sub_area[match.sub_area_code].append(match)
        matched.add(match.item_id)
    items = PlanItem.objects.filter(plan=plan).order_by("order").values_list("pk", flat=True)
    return Coverage(
        areas=tuple(
            (area, tuple(_covered(part, by_sub_area) for part in area.sub_areas if part.section != "hasil"))
            for area in load_instrument().areas
            if any(part.section == "pemenuhan" for part in area.sub_areas)
        ),
        unmatched=tuple(item_id for item_id in items if item_id not in matched),
    )


def live_matches(plan: ActionPlan) -> list[LiveMatch]:
    """Suggested and confirmed matches of a plan, in the plan's order."""
    live = ItemQuestion.objects.filter(item__plan=plan).exclude(state=ItemQuestion.State.REJECTED)
    values = live.order_by("item__order", "-score").values_list(*LiveMatch._fields)
    return [LiveMatch._make(match) for match in values]


def _covered(sub_area: SubArea, matches: Mapping[str, list[LiveMatch]]) -> SubAreaCoverage:
    return SubAreaCoverage(sub_area, tuple(matches.get(sub_area.code, ())))


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


def match_for(actor: Person, match_id: int) -> ItemQuestion:
    """One match with its item; 404 for a missing and a foreign one alike."""
    match = ItemQuestion.objects.filter(pk=match_id).first()
    if match is None:
        raise Http404
    match.item = item_for(actor, match.item_id)
    return match

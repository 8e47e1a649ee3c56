"""One item's page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from zonakita.foundation.regulations.instruments import load_instrument
from zonakita.modules.plans.models import ItemAssignment, ItemQuestion, PlanItem
from zonakita.modules.plans.presenters.wording import Badge, period_label
from zonakita.modules.plans.queries.matches import question_or_sub_area
from zonakita.modules.plans.rules.matching import Match
from zonakita.modules.plans.rules.schedule import Timing, timing_of

_LIKELY_LIMIT = 5


@dataclass(frozen=True, slots=True)
class TargetView:
    """One due period."""

    label: str
    badge: Badge


@dataclass(frozen=True, slots=True)
class AssigneeView:
    """A person or team that does the item."""

    name: str
    detail: str
    remove_url: str


@dataclass(frozen=True, slots=True)
class MatchView:
    """A question or sub-area of the LKE that the item answers."""

    code: str
    sub_area: str
    question: str
    evidence_hint: str
    badge: Badge
    confirm_url: str


_TIMING = {
    Timing.PAST: ("neutral", "calendar-check"),
    Timing.NOW: ("warning", "clock"),
    Timing.AHEAD: ("info", "calendar-event"),
}


def target_views(item: PlanItem, today: date) -> list[TargetView]:
    """The item's due periods with what the calendar says of each."""
    words = {Timing.PAST: _("sudah lewat"), Timing.NOW: _("bulan ini"), Timing.AHEAD: _("akan datang")}
    views = []
    for target in item.targets.all():
        timing = timing_of((target.year, target.month), today)
        badge = Badge(words[timing], *_TIMING[timing])
        views.append(TargetView(period_label(target.year, target.month, target.week), badge))
    return views


def assignee_views(assignments: Sequence[ItemAssignment]) -> list[AssigneeView]:
    """Who does the item."""
    return [
        AssigneeView(
            name=assignment.person.full_name if assignment.person else assignment.team,
            detail=assignment.person.position_title if assignment.person else _("Tim"),
            remove_url=reverse("plans:unassign", args=[assignment.pk]),
        )
        for assignment in assignments
    ]


def match_view(match: ItemQuestion) -> MatchView:
    """A match with the words of the instrument."""
    found = question_or_sub_area(match.question_code or match.sub_area_code)
    sub_area, question = found or (None, None)
    is_confirmed = match.state == ItemQuestion.State.CONFIRMED
    percent = round(match.score * 100)
    return MatchView(
        code=str(match),
        sub_area=sub_area.name if sub_area else match.sub_area_code,
        question=question.statement if question else "",
        evidence_hint=question.evidence_hint if question else "",
        badge=Badge(_("dipastikan"), "success", "circle-check")
        if is_confirmed
        else Badge(_("usulan, kemiripan %(percent)s %%") % {"percent": percent}, "info", "sparkles"),
        confirm_url="" if is_confirmed else reverse("plans:match_confirm", args=[match.pk]),
    )


def match_choices(likely: Sequence[tuple[str, str]]) -> list[tuple[str, object]]:
    """Codes of the instrument to choose from: the likely ones, then all under their areas."""
    choices: list[tuple[str, object]] = []
    if likely:
        choices.append((_("Paling mirip"), list(likely)))
    for area in load_instrument().areas:
        options: list[tuple[str, str]] = []
        for sub_area in area.sub_areas:
            if sub_area.section == "hasil":
                continue
            options.append((sub_area.code, f"{sub_area.code} {sub_area.name}"))
            options += [
                (question.code, f"\u2003{question.code} {question.statement}")
                for question in sub_area.questions
            ]
        if options:
            choices.append((area.name, options))
    return choices


def likely_choices(ranked: Sequence[Match]) -> list[tuple[str, str]]:
    """The best few matches as choices with their likeness."""
    choices = []
    for match in ranked[:_LIKELY_LIMIT]:
        code = match.question_code or match.sub_area_code
        found = question_or_sub_area(code)
        if found is not None:
            words = found[1].statement if found[1] else found[0].name
            choices.append((code, f"{code} {words} ({round(match.score * 100)} %)"))
    return choices

"""What plans are held against: the rules of the plan checker and the scored instrument. Read only."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import localize
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from zonakita.foundation.regulations import interface as regulations
from zonakita.foundation.regulations.interface import Area, Catalogue, SubArea
from zonakita.modules.document_intake.interface import RULES
from zonakita.surfaces.staff_site.regulation_words import Mark
from zonakita.surfaces.staff_site.views.regulations import tabs, trail

_SEVERITIES = {
    "error": (gettext_lazy("Kesalahan"), "danger"),
    "warning": (gettext_lazy("Peringatan"), "warning"),
    "hint": (gettext_lazy("Saran"), "info"),
}
_SECTIONS = {
    "pemenuhan": gettext_lazy("Pemenuhan"),
    "reform": gettext_lazy("Reform"),
    "hasil": gettext_lazy("Hasil"),
}
_ANSWERS = {
    "YT": gettext_lazy("Ya/Tidak"),
    "ABC": "A/B/C",
    "ABCD": "A/B/C/D",
    "ABCDE": "A/B/C/D/E",
    "PERSEN": gettext_lazy("Persentase"),
    "NILAI_0_4": gettext_lazy("Nilai 0-4"),
}


class RuleRow(NamedTuple):
    """One rule of the checker; `regulation_id` where its source stands in the library."""

    code: str
    title: str
    why: str
    source: str
    mark: Mark
    regulation_id: int | None


class QuestionRow(NamedTuple):
    """One question, its way of answering in words."""

    code: str
    statement: str
    answer: str
    evidence_hint: str
    levels: tuple[tuple[str, str], ...]


class SubAreaCard(NamedTuple):
    """A sub-area with its questions."""

    facts: SubArea
    points: str
    questions: list[QuestionRow]


class SectionPart(NamedTuple):
    """The sub-areas of one section of an area, with their points together."""

    name: str
    points: str
    sub_areas: list[SubAreaCard]


@login_required
@require_safe
def checker_rules(request: HttpRequest) -> HttpResponse:
    """List the rules of the plan checker, each with its reason and source."""
    catalogue = regulations.catalogue(timezone.localdate())
    context = {
        "rows": list(_rule_rows(catalogue)),
        "tabs": tabs(request),
        "breadcrumb": trail(_("Aturan pemeriksa rencana")),
    }
    return render(request, "staff/regulations/rules.html", context)


@login_required
@require_safe
def instrument_page(request: HttpRequest) -> HttpResponse:
    """Show the instrument with areas, sub-areas, questions and weights."""
    instrument = regulations.load_instrument()
    sub_areas = list(instrument.sub_areas())
    context = {
        "instrument": instrument,
        "regulation_id": regulations.catalogue(timezone.localdate()).id_of(instrument.regulation),
        "areas": [(area, points(area.weight_points), list(_sections(area))) for area in instrument.areas],
        "total_points": points(sum((area.weight_points for area in instrument.areas), Decimal())),
        "sub_area_count": len(sub_areas),
        "question_count": sum(len(part.questions) for part in sub_areas),
        "tabs": tabs(request),
        "breadcrumb": trail(_("Instrumen LKE")),
    }
    return render(request, "staff/regulations/instrument.html", context)


def points(weight: Decimal) -> str:
    """A weight without needless zeros: "0,5", "10"."""
    return str(localize(Decimal(f"{weight.normalize():f}")))


def _rule_rows(catalogue: Catalogue) -> Iterator[RuleRow]:
    for rule in RULES:
        words, tone = _SEVERITIES[rule.severity]
        known = catalogue.id_of(rule.source.partition(",")[0])
        mark = Mark(str(words), tone)
        yield RuleRow(rule.code, _(rule.title), _(rule.why), _(rule.source), mark, known)


def _sections(area: Area) -> Iterator[SectionPart]:
    for section, name in _SECTIONS.items():
        parts = [part for part in area.sub_areas if part.section == section]
        if parts:
            cards = [SubAreaCard(part, points(part.weight_points), _questions(part)) for part in parts]
            yield SectionPart(
                str(name), points(sum((part.weight_points for part in parts), Decimal())), cards
            )


def _questions(part: SubArea) -> list[QuestionRow]:
    return [
        QuestionRow(
            question.code,
            question.statement,
            str(_ANSWERS.get(question.answer_type, question.answer_type)),
            question.evidence_hint,
            question.levels,
        )
        for question in part.questions
    ]

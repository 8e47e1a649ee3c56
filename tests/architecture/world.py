"""One object of every kind that an address can name, all in one unit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver

from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.agenda.models import Holiday, HolidayKind
from zonakita.foundation.jobs import interface as jobs
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.regulations import interface as regulations
from zonakita.foundation.regulations.models import Regulation
from zonakita.modules.document_intake.models import Intake, PageImage
from zonakita.modules.plans.models import ActionPlan, ItemAssignment, ItemQuestion, PlanFinding, PlanItem
from zonakita.modules.plans.tests.factories import PlanFactory, StoredFileFactory


@dataclass(frozen=True)
class Route:
    """One address pattern: its full name and the words in its path."""

    name: str
    words: frozenset[str]


def routes() -> list[Route]:
    """All named and unnamed addresses of the site."""
    return sorted(_walk(get_resolver(), "", frozenset()), key=lambda route: route.name)


def _walk(resolver: URLResolver, prefix: str, words: frozenset[str]) -> list[Route]:
    found: list[Route] = []
    for entry in resolver.url_patterns:
        inner = words | frozenset(entry.pattern.regex.groupindex)
        if isinstance(entry, URLPattern):
            if entry.name:
                found.append(Route(f"{prefix}{entry.name}", inner))
        else:
            space = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            found += _walk(entry, space, inner)
    return found


class World:
    """Makes the object for a word of a path, when a test asks for it."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._operator = PersonFactory.create(unit=unit, role="operator")
        self._makers: dict[str, Callable[[], int]] = {
            "unit_id": lambda: unit.pk,
            "person_id": lambda: PersonFactory.create(unit=unit).pk,
            "intake_id": self._intake,
            "page_number": lambda: 1,
            "plan_id": lambda: self._plan.pk,
            "item_id": lambda: self._item.pk,
            "finding_id": self._finding,
            "match_id": self._match,
            "assignment_id": self._assignment,
            "job_id": self._job,
            "holiday_id": self._holiday,
            "regulation_id": self._regulation,
        }

    def key_for(self, word: str) -> int:
        """Key of the object for a word. Raises: KeyError when nobody said how to make one."""
        return self._makers[word]()

    @cached_property
    def _plan(self) -> ActionPlan:
        return PlanFactory.create(unit=self._unit, by=self._operator)

    @property
    def _item(self) -> PlanItem:
        return self._plan.items.all()[0]

    def _intake(self) -> int:
        stored = StoredFileFactory.create()
        intake = Intake.objects.create(
            unit=self._unit,
            stored_file=stored,
            sha256=stored.sha256,
            name="keputusan.txt",
            page_count=1,
            uploaded_by=self._operator,
        )
        PageImage.objects.create(
            sha256=stored.sha256,
            page_number=1,
            stored_file=StoredFileFactory.create(),
            width_pixels=1,
            height_pixels=1,
        )
        return intake.pk

    def _job(self) -> int:
        return jobs.start(kind="contoh", title="Contoh", owner_id=self._operator.pk, unit_id=self._unit.pk).pk

    def _holiday(self) -> int:
        holiday = Holiday.objects.create(
            date=date(2026, 1, 6), name="Hari Jadi Contoh", kind=HolidayKind.LOCAL, unit=self._unit
        )
        return holiday.pk

    def _regulation(self) -> int:
        regulations.load_regulations([regulations.Regulation("UU 1/2000", "Contoh")])
        return Regulation.objects.get(key="UU 1/2000").pk

    def _finding(self) -> int:
        finding = PlanFinding.objects.create(
            plan=self._plan,
            order=99,
            code="contoh",
            severity=PlanFinding.Severity.HINT,
            message="Contoh",
            fingerprint="contoh",
        )
        return finding.pk

    def _match(self) -> int:
        match = ItemQuestion.objects.create(item=self._item, sub_area_code="X.9", score=1)
        return match.pk

    def _assignment(self) -> int:
        assignment = ItemAssignment.objects.create(
            item=self._item, team="Tim Contoh", assigned_by=self._operator
        )
        return assignment.pk

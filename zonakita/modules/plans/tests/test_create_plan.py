"""From a proposal to a plan."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from zonakita.foundation.audit import interface as audit
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.interface import Cell, DecreeProposal
from zonakita.modules.plans.actions import assign_items, correct_match, create_plan
from zonakita.modules.plans.actions.refusals import DecreeAlreadyImported, PlanWithoutRows, PlanYearUnknown
from zonakita.modules.plans.models import ActionPlan, Decree, ItemAssignment, PlanItem
from zonakita.modules.plans.queries.proposals import proposal_of
from zonakita.modules.plans.tests.factories import PlanFactory, StoredFileFactory, proposal, row


def test_it_writes_rows_targets_requirements_and_matches(unit: Unit, owner: Person) -> None:
    plan = PlanFactory.create(unit=unit, by=owner)
    first = plan.items.get(order=1)
    assert plan.items.count() == 5
    assert [str(target) for target in first.targets.all()] == ["2026-03", "2026-06"]
    assert [piece.text for piece in first.requirements.all()] == ["SK Tim Kerja", "Undangan rapat"]
    assert first.questions.get().sub_area_code == "A.I.1.i"
    assert (first.origin_page, first.origin_left, first.origin_bottom) == (1, 0.1, 0.3)


def test_it_keeps_the_checkers_findings_beside_their_rows(unit: Unit, owner: Person) -> None:
    late = row(0, target=Cell("Juni 2022"), months=(6,), target_year=2022)
    plan = PlanFactory.create(unit=unit, by=owner, content=proposal(late, row(1)))
    finding = plan.findings.get(code="target-wrong-year")
    assert finding.item == plan.items.get(order=1)
    assert finding.state == "open"
    assert finding.message
    assert finding.why
    assert finding.source


def test_it_gives_back_the_proposal_it_was_made_of(unit: Unit, owner: Person) -> None:
    content = proposal(row(0), row(1, note=Cell("catatan"), person_in_charge=Cell("Sekretaris")), row(2))
    plan = PlanFactory.create(unit=unit, by=owner, content=content)
    again = proposal_of(plan)
    assert again.head == content.head
    assert _plain(again) == _plain(content)


def _plain(content: DecreeProposal) -> list[tuple[object, ...]]:
    return [
        (
            *(area.number, area.title, part.number, part.title),
            *(line.indicator.text, line.action.text, line.evidence.text, line.target.text),
            *(line.months, line.target_year, line.note and line.note.text),
            line.person_in_charge and line.person_in_charge.text,
        )
        for area in content.areas
        for part in area.components
        for line in part.rows
    ]


def test_it_is_written_into_the_audit_record(unit: Unit, owner: Person) -> None:
    plan = PlanFactory.create(unit=unit, by=owner)
    event = audit.events_for_target(plan).get()
    assert event.code == "plans.plan_created"
    assert event.details["items"] == 5


def test_it_refuses_the_same_file_a_second_time(unit: Unit, owner: Person) -> None:
    stored = StoredFileFactory.create()
    plan = create_plan(proposal=proposal(), unit=unit, decree_file=stored, by=owner)
    with pytest.raises(DecreeAlreadyImported) as refusal:
        create_plan(proposal=proposal(), unit=unit, decree_file=stored, by=owner)
    assert refusal.value.plan == plan
    assert "2026" in refusal.value.message
    assert ActionPlan.objects.count() == Decree.objects.count() == 1


def test_it_lets_another_unit_use_the_same_file(unit: Unit, owner: Person, stranger: Person) -> None:
    stored = StoredFileFactory.create()
    create_plan(proposal=proposal(), unit=unit, decree_file=stored, by=owner)
    assert stranger.unit is not None
    create_plan(proposal=proposal(), unit=stranger.unit, decree_file=stored, by=stranger)
    assert ActionPlan.objects.count() == 2


def test_it_refuses_whoever_may_not_confirm(unit: Unit, team_mate: Person, stranger: Person) -> None:
    for person in (team_mate, stranger):
        with pytest.raises(PermissionDenied):
            PlanFactory.create(unit=unit, by=person)
    assert not ActionPlan.objects.exists()


def test_it_refuses_a_proposal_without_rows_or_year(unit: Unit, owner: Person) -> None:
    content = proposal()
    with pytest.raises(PlanWithoutRows):
        PlanFactory.create(unit=unit, by=owner, content=replace(content, areas=()))
    unknown = replace(content, plan_year=None, head=replace(content.head, year=None))
    with pytest.raises(PlanYearUnknown):
        PlanFactory.create(unit=unit, by=owner, content=unknown)
    assert not Decree.objects.exists()


def test_it_makes_a_new_decree_of_the_year_a_revision(unit: Unit, owner: Person, team_mate: Person) -> None:
    first = PlanFactory.create(unit=unit, by=owner)
    kept, dropped = first.items.get(order=1), first.items.get(order=5)
    assign_items(plan=first, item_ids=[kept.pk], person_ids=[team_mate.pk], team="Pokja 1", by=owner)
    assign_items(plan=first, item_ids=[dropped.pk], person_ids=[], team="Pokja 2", by=owner)
    correct_match(item=kept, code="A.I.1.ii.a", by=owner)
    rows = [row(3), row(0, evidence=Cell("SK Tim Kerja yang baru")), row(1)]
    second = PlanFactory.create(unit=unit, by=owner, content=proposal(*rows))
    first.refresh_from_db()
    assert (first.is_current, first.superseded_by, second.revision) == (False, owner, 1)
    same = second.items.get(indicator=kept.indicator)
    carried = ItemAssignment.objects.filter(item__plan=second)
    assert {(one.item_id, one.person_id, one.team) for one in carried} == {
        (same.pk, team_mate.pk, ""),
        (same.pk, None, "Pokja 1"),
    }
    assert [str(match) for match in same.questions.all()] == ["A.I.1.ii.a"]
    assert ItemAssignment.objects.filter(item__plan=first).count() == 3


def test_it_keeps_kinds_and_years_apart(unit: Unit, owner: Person) -> None:
    plans = [
        PlanFactory.create(unit=unit, by=owner),
        PlanFactory.create(unit=unit, by=owner, year=2025),
        PlanFactory.create(unit=unit, by=owner, kind="RB"),
    ]
    assert all(plan.is_current and plan.revision == 0 for plan in plans)


def test_the_database_allows_one_current_revision(unit: Unit, owner: Person) -> None:
    plan = PlanFactory.create(unit=unit, by=owner)
    PlanFactory.create(unit=unit, by=owner)
    with pytest.raises(IntegrityError), transaction.atomic():
        ActionPlan.objects.filter(pk=plan.pk).update(superseded_at=None, superseded_by=None)


def test_the_database_refuses_a_thirteenth_month(unit: Unit, owner: Person) -> None:
    item = PlanFactory.create(unit=unit, by=owner).items.get(order=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        item.targets.filter(month=3).update(month=13)


def test_the_cost_of_creating_does_not_grow_with_the_rows(
    unit: Unit, owner: Person, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(60):  # type: ignore[operator]
        PlanFactory.create(unit=unit, by=owner, row_count=70)
    assert PlanItem.objects.count() == 70

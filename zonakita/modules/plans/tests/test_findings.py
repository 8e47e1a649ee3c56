"""Accepting, reopening and checking again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client

from zonakita.foundation.audit import interface as audit
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.interface import Cell
from zonakita.modules.plans.actions import accept_finding, recheck_plan, reopen_finding
from zonakita.modules.plans.actions.refusals import FindingNotAccepted, FindingNotOpen, ReasonMissing
from zonakita.modules.plans.models import PlanFinding
from zonakita.modules.plans.tests.factories import PlanFactory, proposal, row

Check = Callable[[Any], None]


@pytest.fixture
def finding(unit: Unit, owner: Person) -> PlanFinding:
    """A row of 2026 that is due in 2022."""
    late = row(0, target=Cell("Juni 2022"), months=(6,), target_year=2022)
    plan = PlanFactory.create(unit=unit, by=owner, content=proposal(late, row(1)))
    return plan.findings.get(code="target-wrong-year")


def test_the_page_groups_by_severity_and_links_the_row(
    client: Client, finding: PlanFinding, owner: Person, assert_clean_markup: Check
) -> None:
    client.force_login(owner)
    page = client.get(f"/rencana/{finding.plan_id}/temuan/")
    assert_clean_markup(page)
    assert page.context["groups"][0].badge.tone == "danger"
    text = page.content.decode()
    assert finding.message in text
    assert f"/rencana/baris/{finding.item_id}/ubah/" in text


def test_the_page_filters_by_severity_code_and_state(
    client: Client, finding: PlanFinding, owner: Person
) -> None:
    client.force_login(owner)

    def codes(query: str) -> set[str]:
        return {
            group.code
            for group in client.get(f"/rencana/{finding.plan_id}/temuan/?{query}").context["groups"]
        }

    assert "target-wrong-year" in codes("tingkat=error")
    assert "target-wrong-year" not in codes("tingkat=hint")
    assert codes("kode=target-wrong-year") == {"target-wrong-year"}
    assert codes("keadaan=diterima") == set()


def test_the_page_shows_twenty_findings_at_a_time(client: Client, unit: Unit, owner: Person) -> None:
    late = [row(number, target=Cell("Juni 2022"), months=(6,), target_year=2022) for number in range(25)]
    plan = PlanFactory.create(unit=unit, by=owner, content=proposal(*late))
    client.force_login(owner)

    def ids(number: int) -> list[int]:
        page = client.get(f"/rencana/{plan.pk}/temuan/?kode=target-wrong-year&halaman={number}")
        (group,) = page.context["groups"]
        assert group.count == 25
        return [view.id for view in group.findings]

    first, second = ids(1), ids(2)
    assert (len(first), len(second)) == (20, 5)
    assert len({*first, *second}) == 25
    assert ids(99) == second


def test_it_is_accepted_with_a_reason(client: Client, finding: PlanFinding, owner: Person) -> None:
    client.force_login(owner)
    client.post(f"/rencana/temuan/{finding.pk}/terima/", {"reason": " Sesuai arahan pimpinan "})
    finding.refresh_from_db()
    assert (finding.state, finding.reason, finding.decided_by) == (
        "accepted",
        "Sesuai arahan pimpinan",
        owner,
    )
    assert audit.events_for_target(finding).get().code == "plans.finding_accepted"
    page = client.get(f"/rencana/{finding.plan_id}/temuan/?keadaan=diterima").content.decode()
    assert "Sesuai arahan pimpinan" in page
    assert "Operator Contoh" in page


def test_it_needs_a_reason(client: Client, finding: PlanFinding, owner: Person) -> None:
    with pytest.raises(ReasonMissing):
        accept_finding(finding=finding, reason="  ", by=owner)
    client.force_login(owner)
    page = client.post(f"/rencana/temuan/{finding.pk}/terima/", {"reason": ""}, follow=True)
    assert "Tulis alasan mengapa temuan ini diterima." in page.content.decode()
    finding.refresh_from_db()
    assert finding.state == "open"


def test_it_is_decided_once(finding: PlanFinding, owner: Person) -> None:
    accept_finding(finding=finding, reason="Alasan", by=owner)
    with pytest.raises(FindingNotOpen):
        accept_finding(finding=finding, reason="Alasan lain", by=owner)


def test_an_acceptance_can_be_taken_back(client: Client, finding: PlanFinding, owner: Person) -> None:
    with pytest.raises(FindingNotAccepted):
        reopen_finding(finding=finding, by=owner)
    accept_finding(finding=finding, reason="Alasan", by=owner)
    client.force_login(owner)
    client.post(f"/rencana/temuan/{finding.pk}/buka/")
    finding.refresh_from_db()
    assert (finding.state, finding.reason, finding.decided_at) == ("open", "", None)


def test_checking_again_keeps_what_was_accepted(client: Client, finding: PlanFinding, owner: Person) -> None:
    accept_finding(finding=finding, reason="Alasan", by=owner)
    count = finding.plan.findings.count()
    client.force_login(owner)
    page = client.post(f"/rencana/{finding.plan_id}/periksa-ulang/", follow=True)
    assert "0 temuan baru, 0 temuan selesai" in page.content.decode()
    finding.refresh_from_db()
    assert finding.state == "accepted"
    assert finding.plan.findings.count() == count


def test_what_is_gone_is_fixed_and_what_comes_back_is_open(finding: PlanFinding, owner: Person) -> None:
    assert finding.item is not None
    finding.item.targets.update(year=2026)
    new, fixed = recheck_plan(plan=finding.plan, by=owner)
    finding.refresh_from_db()
    assert (new, fixed, finding.state) == (0, 1, "fixed")
    finding.item.targets.update(year=2022)
    assert recheck_plan(plan=finding.plan, by=owner)[0] == 0
    finding.refresh_from_db()
    assert (finding.state, finding.decided_by) == ("open", None)


def test_it_refuses_who_may_not(
    client: Client, finding: PlanFinding, owner: Person, team_mate: Person, stranger: Person
) -> None:
    for person, status in ((team_mate, 403), (stranger, 404)):
        client.force_login(person)
        for address in (
            f"/rencana/temuan/{finding.pk}/terima/",
            f"/rencana/temuan/{finding.pk}/buka/",
            f"/rencana/{finding.plan_id}/periksa-ulang/",
        ):
            assert client.post(address, {"reason": "Alasan"}).status_code == status
    with pytest.raises(PermissionDenied):
        accept_finding(finding=finding, reason="Alasan", by=team_mate)
    finding.refresh_from_db()
    assert finding.state == "open"


def test_the_database_wants_a_reason_and_a_decider(finding: PlanFinding) -> None:
    for fields in ({"state": "accepted"}, {"state": "fixed"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            PlanFinding.objects.filter(pk=finding.pk).update(**fields)

"""Changing what was read, through the one address of the review screen."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.decrees.proposal import PlanRow
from zonakita.modules.document_intake.models import Intake
from zonakita.modules.document_intake.queries import review_of
from zonakita.modules.document_intake.tests.factories import IntakeFactory, plan_row, small_proposal

ROW: dict[str, Any] = {
    "indicator": "Indikator 1",
    "action": "Langkah 1",
    "evidence": "Bukti 1",
    "target": "Maret 2026",
    "person_in_charge": "",
    "note": "",
    "months": ["3"],
    "target_year": "2026",
    "week": "",
}


@pytest.fixture
def intake(unit: Unit, owner: Person) -> Intake:
    return IntakeFactory.create(unit=unit, by=owner)


def do(client: Client, intake: Intake, verb: str, *, version: int | None = None, **values: Any) -> Any:
    version = Intake.objects.get(pk=intake.pk).version if version is None else version
    url = reverse("document_intake:edit", args=[intake.pk])
    return client.post(url, {"do": verb, "version": version, "part": "0", **values})


def rows(intake: Intake, area: int = 0, component: int = 0) -> tuple[PlanRow, ...]:
    proposal = review_of(Intake.objects.get(pk=intake.pk)).proposal
    return proposal.areas[area].components[component].rows


def actions_of(intake: Intake, area: int = 0, component: int = 0) -> list[str]:
    return [row.action.text for row in rows(intake, area, component)]


def test_it_changes_a_row_and_shows_it(client: Client, owner: Person, intake: Intake) -> None:
    client.force_login(owner)

    answer = do(client, intake, "edit_row:0.0.1", **{**ROW, "action": "Rapat\r\nevaluasi"})

    assert answer.status_code == 302
    assert "baris=0.0.1" in answer.headers["Location"]
    assert actions_of(intake) == ["Langkah 1", "Rapat\nevaluasi", "Langkah 3"]
    assert "evaluasi" in client.get(answer.headers["Location"]).content.decode()


def test_it_never_changes_what_was_read(client: Client, owner: Person, intake: Intake) -> None:
    client.force_login(owner)
    before = intake.proposal

    do(client, intake, "edit_row:0.0.1", **{**ROW, "action": "Rapat"})

    intake.refresh_from_db()
    assert intake.proposal == before


def test_a_new_target_text_tells_the_months(client: Client, owner: Person, intake: Intake) -> None:
    client.force_login(owner)

    do(client, intake, "edit_row:0.0.0", **{**ROW, "target": "Juni, September 2027"})

    first = rows(intake)[0]
    assert (first.months, first.target_year) == ((6, 9), 2027)


def test_months_that_a_person_ticked_win(client: Client, owner: Person, intake: Intake) -> None:
    client.force_login(owner)

    do(client, intake, "edit_row:0.0.0", **{**ROW, "target": "Juni 2026", "months": ["1", "2"]})

    assert rows(intake)[0].months == (1, 2)


def test_it_merges_with_the_next_row(client: Client, owner: Person, intake: Intake) -> None:
    client.force_login(owner)

    do(client, intake, "merge_row:0.0.0")

    assert actions_of(intake) == ["Langkah 1\nLangkah 2", "Langkah 3"]


def test_it_splits_a_row(client: Client, owner: Person, intake: Intake) -> None:
    client.force_login(owner)
    first: dict[str, Any] = {f"first-{name}": value for name, value in ROW.items()}
    second = {f"second-{name}": value for name, value in {**ROW, "action": "Sisa", "months": ["5"]}.items()}

    do(client, intake, "split_row:0.0.0", **first, **second)

    assert actions_of(intake) == ["Langkah 1", "Sisa", "Langkah 2", "Langkah 3"]
    assert [row.months for row in rows(intake)[:2]] == [(3,), (5,)]


def test_it_adds_and_opens_a_row(client: Client, owner: Person, intake: Intake) -> None:
    client.force_login(owner)

    answer = do(client, intake, "add_row:0.0.1")

    assert actions_of(intake) == ["Langkah 1", "", "Langkah 2", "Langkah 3"]
    page = client.get(answer.headers["Location"]).content.decode()
    assert 'value="edit_row:0.0.1"' in page


def test_it_deletes_a_row(client: Client, owner: Person, intake: Intake) -> None:
    client.force_login(owner)

    do(client, intake, "delete_row:0.0.2")

    assert actions_of(intake) == ["Langkah 1", "Langkah 2"]


def test_it_moves_a_row_to_another_area(client: Client, owner: Person, intake: Intake) -> None:
    client.force_login(owner)

    answer = do(client, intake, "move_row:0.0.0", component="1.0", position="9")

    assert "baris=1.0.0" in answer.headers["Location"]
    assert (actions_of(intake), actions_of(intake, 1)) == (["Langkah 2", "Langkah 3"], ["Langkah 1"])


@pytest.mark.parametrize(
    ("verb", "order"),
    [
        ("move_up:0.0.1", ["Langkah 2", "Langkah 1", "Langkah 3"]),
        ("move_down:0.0.1", ["Langkah 1", "Langkah 3", "Langkah 2"]),
    ],
)
def test_it_moves_a_row_by_one(
    client: Client, owner: Person, intake: Intake, verb: str, order: list[str]
) -> None:
    client.force_login(owner)

    do(client, intake, verb)

    assert actions_of(intake) == order


def test_it_names_adds_and_removes_headings(client: Client, owner: Person, intake: Intake) -> None:
    client.force_login(owner)

    do(client, intake, "rename:1", number="III", title="Akuntabilitas")
    do(client, intake, "add_component:1.1")
    do(client, intake, "rename:1.1", number="2", title="LKjIP")
    do(client, intake, "remove_heading:1.0")
    do(client, intake, "add_area:2")

    areas = review_of(Intake.objects.get(pk=intake.pk)).proposal.areas
    assert [(area.number, area.title) for area in areas[1:]] == [("III", "Akuntabilitas"), ("", "")]
    assert [component.title for component in areas[1].components] == ["LKjIP"]


def test_it_sets_the_head_and_its_legal_basis(client: Client, owner: Person, intake: Intake) -> None:
    client.force_login(owner)
    head: dict[str, Any] = {
        "institution": "KPU Contoh",
        "level": "city",
        "number": "9",
        "date": "2026-01-05",
        "plan_year": "2026",
    }
    citation: dict[str, Any] = {
        "type": "UU",
        "number": "28",
        "year": "1999",
        "title": "",
        "where": "mengingat",
    }

    do(client, intake, "set_head:", **head)
    do(client, intake, "set_citation:", **citation)
    do(client, intake, "set_citation:0", **{**citation, "number": "30", "year": "2014"})

    found = review_of(Intake.objects.get(pk=intake.pk)).proposal.head
    assert (found.institution, found.level, found.number, str(found.date)) == (
        "KPU Contoh",
        "city",
        "9",
        "2026-01-05",
    )
    assert [cited.key for cited in found.legal_basis] == ["UU 30/2014"]
    do(client, intake, "delete_citation:0")
    assert review_of(Intake.objects.get(pk=intake.pk)).proposal.head.legal_basis == ()


def test_it_undoes_and_redoes_in_order(client: Client, owner: Person, intake: Intake) -> None:
    client.force_login(owner)
    do(client, intake, "delete_row:0.0.0")
    do(client, intake, "merge_row:0.0.0")

    do(client, intake, "undo")
    assert actions_of(intake) == ["Langkah 2", "Langkah 3"]
    do(client, intake, "undo")
    assert actions_of(intake) == ["Langkah 1", "Langkah 2", "Langkah 3"]
    do(client, intake, "redo")
    assert actions_of(intake) == ["Langkah 2", "Langkah 3"]


def test_a_new_change_takes_the_place_of_an_undone_one(client: Client, owner: Person, intake: Intake) -> None:
    client.force_login(owner)
    do(client, intake, "delete_row:0.0.0")
    do(client, intake, "undo")

    do(client, intake, "delete_row:0.0.2")
    answer = do(client, intake, "redo")

    assert answer.status_code == 422
    assert actions_of(intake) == ["Langkah 1", "Langkah 2"]


def test_it_says_that_nothing_is_left_to_undo(client: Client, owner: Person, intake: Intake) -> None:
    client.force_login(owner)

    answer = do(client, intake, "undo")

    assert answer.status_code == 422
    assert "Tidak ada perubahan untuk diurungkan." in answer.content.decode()


def test_it_refuses_a_change_made_on_an_old_page_and_keeps_what_was_typed(
    client: Client, owner: Person, intake: Intake
) -> None:
    client.force_login(owner)
    do(client, intake, "edit_row:0.0.2", version=0, **{**ROW, "action": "Ubahan orang lain"})

    answer = do(client, intake, "edit_row:0.0.0", version=0, **{**ROW, "action": "Ketikan saya"})

    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Orang lain baru saja mengubah hasil baca ini" in page
    assert "Ketikan saya" in page
    assert "Ubahan orang lain" in page
    assert actions_of(intake) == ["Langkah 1", "Langkah 2", "Ubahan orang lain"]
    version = Intake.objects.get(pk=intake.pk).version
    assert f'name="version" value="{version}"' in page


@pytest.mark.parametrize(
    "verb",
    ["merge_row:0.0.2", "move_up:0.0.0", "remove_heading:0", "delete_row:0.0.9", "delete_row:", "tari:0", ""],
)
def test_it_says_what_cannot_be_done(client: Client, owner: Person, intake: Intake, verb: str) -> None:
    client.force_login(owner)

    answer = do(client, intake, verb)

    assert answer.status_code == 422
    assert "Perubahan belum disimpan" in answer.content.decode()
    assert Intake.objects.get(pk=intake.pk).version == 0


def test_it_points_at_wrong_values_and_keeps_the_rest(client: Client, owner: Person, intake: Intake) -> None:
    client.force_login(owner)

    answer = do(client, intake, "edit_row:0.0.0", **{**ROW, "action": "Tetap ada", "week": "9"})

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Tetap ada" in page
    assert "zk-error-summary" in page


def test_it_takes_nothing_after_the_plan_was_made(client: Client, owner: Person, intake: Intake) -> None:
    from django.utils import timezone

    Intake.objects.filter(pk=intake.pk).update(
        state="confirmed", confirmed_at=timezone.now(), confirmed_by=owner
    )
    client.force_login(owner)

    answer = do(client, intake, "delete_row:0.0.0")

    assert answer.status_code == 302
    assert len(actions_of(intake)) == 3
    page = client.get(answer.headers["Location"]).content.decode()
    assert "tidak dapat diubah lagi" in page
    assert "delete_row" not in page


def test_it_saves_and_goes_on_to_the_next_doubtful_cell(client: Client, owner: Person, unit: Unit) -> None:
    proposal = small_proposal([plan_row(1, confidence=0.5), plan_row(2), plan_row(3, confidence=0.4)])
    intake = IntakeFactory.create(unit=unit, by=owner, proposal=proposal)
    client.force_login(owner)

    answer = do(client, intake, "edit_row:0.0.0:lanjut", **ROW)

    assert "baris=0.0.2" in answer.headers["Location"]
    assert "sel=indicator" in answer.headers["Location"]


def test_it_answers_htmx_with_the_panel_alone(client: Client, owner: Person, intake: Intake) -> None:
    client.force_login(owner)
    url = reverse("document_intake:review", args=[intake.pk])

    panel = client.get(url, headers={"HX-Request": "true"}).content.decode()
    whole = client.get(
        url, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"}
    ).content.decode()

    assert panel.lstrip().startswith('<div id="tinjauan"')
    assert "<html" in whole


def test_only_reviewers_change(
    client: Client, team_mate: Person, stranger: Person, unit: Unit, intake: Intake
) -> None:
    auditor = PersonFactory.create(unit=unit, role="auditor")
    for person, status in ((team_mate, 403), (auditor, 403), (stranger, 404)):
        client.force_login(person)
        assert do(client, intake, "delete_row:0.0.0").status_code == status
    assert len(actions_of(intake)) == 3


def test_a_plan_emptied_of_areas_can_get_one_again(client: Client, owner: Person, unit: Unit) -> None:
    intake = IntakeFactory.create(unit=unit, by=owner, proposal=small_proposal(areas=()))
    client.force_login(owner)
    page = client.get(reverse("document_intake:review", args=[intake.pk])).content.decode()
    assert 'value="add_area:0"' in page

    answer = do(client, intake, "add_area:0")

    assert 'value="rename:0"' in client.get(answer.headers["Location"]).content.decode()

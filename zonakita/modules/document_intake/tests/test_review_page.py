"""What the review screen shows, and what it costs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.decrees.proposal import Cell, DecreeProposal
from zonakita.modules.document_intake.models import Intake, PageImage
from zonakita.modules.document_intake.tests.factories import IntakeFactory, plan_row, small_proposal

PageOf = Callable[..., str]


@pytest.fixture
def page_of(client: Client, assert_clean_markup: Callable[[Any], None]) -> PageOf:
    """Open the review screen of an intake and give its source."""

    def open_page(intake: Intake, **query: str) -> str:
        answer = client.get(reverse("document_intake:review", args=[intake.pk]), query)
        assert answer.status_code == 200
        assert_clean_markup(answer)
        return answer.content.decode()

    return open_page


def make(unit: Unit, owner: Person, proposal: DecreeProposal) -> Intake:
    return IntakeFactory.create(unit=unit, by=owner, proposal=proposal)


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"bagian": "kepala"},
        {"bagian": "kepala", "cara": "dasar"},
        {"bagian": "temuan"},
        {"bagian": "tetapkan"},
        {"bagian": "0", "baris": "0.0.1"},
        {"bagian": "0", "baris": "0.0.1", "cara": "ubah", "sel": "action"},
        {"bagian": "0", "baris": "0.0.1", "cara": "pisah"},
        {"bagian": "0", "baris": "0.0.1", "cara": "pindah"},
        {"bagian": "0", "baris": "0.0", "cara": "judul"},
        {"bagian": "1", "baris": "1", "cara": "judul"},
        {"bagian": "99", "baris": "7.7.7", "cara": "ubah", "halaman": "x", "lembar": "-1"},
        {"bagian": "🙂", "baris": "0.²", "sel": "extra:x"},
    ],
)
def test_every_view_of_it_is_clean(
    page_of: PageOf, client: Client, owner: Person, unit: Unit, query: dict[str, str]
) -> None:
    proposal = small_proposal(
        [plan_row(number, page=1) for number in range(3)], source_format="pdf", page_count=2
    )
    client.force_login(owner)

    page_of(make(unit, owner, proposal), **query)


def test_it_marks_doubtful_cells_with_words_and_leads_to_them(
    page_of: PageOf, client: Client, owner: Person, unit: Unit
) -> None:
    proposal = small_proposal([plan_row(1), plan_row(2, confidence=0.43)])
    client.force_login(owner)

    page = page_of(make(unit, owner, proposal))

    assert "1 sel ragu" in page
    assert "ragu, 43 %" in page
    assert "baris=0.0.1&amp;sel=indicator&amp;cara=ubah" in page


def test_it_shows_findings_beside_their_row(
    page_of: PageOf, client: Client, owner: Person, unit: Unit
) -> None:
    wrong = replace(plan_row(1), target=Cell("Juni 2022"), target_year=2022, months=(6,))
    client.force_login(owner)

    page = page_of(make(unit, owner, small_proposal([wrong])))

    row = page[page.index('id="baris-0-0-0"') :]
    assert "Juni 2022" in row[row.index("di-finding") :]


def test_it_marks_the_cells_of_the_row_on_the_page(
    page_of: PageOf, client: Client, owner: Person, unit: Unit
) -> None:
    proposal = small_proposal([plan_row(1, page=2)], source_format="pdf", page_count=3)
    client.force_login(owner)
    intake = make(unit, owner, proposal)

    page = page_of(intake, baris="0.0.0")

    assert reverse("document_intake:page-image", args=[intake.pk, 2]) in page
    assert "<rect" in page


def test_a_page_that_was_never_drawn_has_its_shape_from_the_start(
    page_of: PageOf, client: Client, owner: Person, unit: Unit
) -> None:
    """Without JavaScript nothing would put a stretched page right."""
    proposal = small_proposal(
        [plan_row(1, page=2)], source_format="pdf", page_count=3, page_sizes=((595, 842), (842, 595), (0, 0))
    )
    client.force_login(owner)
    intake = make(unit, owner, proposal)

    assert 'viewBox="0 0 1000 707"' in page_of(intake)
    assert 'viewBox="0 0 1000 1415"' in page_of(intake, lembar="1")
    assert 'viewBox="0 0 1000 1414"' in page_of(intake, lembar="3")


def test_a_drawn_page_has_the_shape_of_its_picture(
    page_of: PageOf, client: Client, owner: Person, unit: Unit
) -> None:
    proposal = small_proposal([plan_row(1, page=1)], source_format="pdf", page_count=1, page_sizes=((5, 4),))
    client.force_login(owner)
    intake = make(unit, owner, proposal)
    PageImage.objects.create(
        sha256=intake.sha256,
        page_number=1,
        stored_file=intake.stored_file,
        width_pixels=1600,
        height_pixels=1130,
    )

    assert 'viewBox="0 0 1600 1130"' in page_of(intake)


def test_one_word_for_a_mistake_on_every_page(
    page_of: PageOf, client: Client, owner: Person, unit: Unit
) -> None:
    wrong = replace(plan_row(1), target=Cell("Juni 2022"), target_year=2022, months=(6,))
    client.force_login(owner)
    intake = make(unit, owner, small_proposal([wrong]))

    assert "Kesalahan" in page_of(intake, bagian="temuan")
    assert "temuan berupa kesalahan." in page_of(intake, bagian="tetapkan")


def test_a_long_area_comes_in_pages_and_opens_at_the_row(
    page_of: PageOf, client: Client, owner: Person, unit: Unit
) -> None:
    intake = make(unit, owner, small_proposal([plan_row(number) for number in range(140)]))
    client.force_login(owner)

    first, third = page_of(intake), page_of(intake, baris="0.0.100")

    assert first.count("data-row=") == 40
    assert 'id="baris-0-0-100"' in third
    assert 'id="baris-0-0-0"' not in third


def test_it_costs_the_same_for_few_and_many_rows(
    page_of: PageOf,
    client: Client,
    owner: Person,
    unit: Unit,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client.force_login(owner)
    for count in (3, 140):
        intake = make(unit, owner, small_proposal([plan_row(number) for number in range(count)]))
        with django_assert_max_num_queries(15):
            page_of(intake)


def test_the_list_costs_the_same_for_few_and_many(
    assert_clean_markup: Callable[[Any], None],
    client: Client,
    owner: Person,
    unit: Unit,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _number in range(12):
        IntakeFactory.create(unit=unit, by=owner)
    client.force_login(owner)

    with django_assert_max_num_queries(15):
        answer = client.get(reverse("document_intake:intakes"))

    assert_clean_markup(answer)
    assert answer.content.decode().count("Perlu ditinjau") == 12


def test_an_auditor_reads_and_changes_nothing(
    page_of: PageOf, client: Client, owner: Person, unit: Unit
) -> None:
    intake = make(unit, owner, small_proposal())
    client.force_login(PersonFactory.create(unit=unit, role="auditor"))

    page = page_of(intake, baris="0.0.0", cara="ubah")

    assert "Langkah 1" in page
    assert "delete_row" not in page
    assert "edit_row" not in page
    assert "Tetapkan sebagai rencana" not in page


def test_it_warns_before_the_plan_is_made(page_of: PageOf, client: Client, owner: Person, unit: Unit) -> None:
    proposal = small_proposal([replace(plan_row(1, confidence=0.2), months=())], plan_year=None)
    client.force_login(owner)

    page = page_of(make(unit, owner, proposal), bagian="tetapkan")

    for words in ("1 sel masih ragu", "1 baris belum mempunyai bulan", "Tahun rencana belum terisi"):
        assert words in page


def test_it_leads_to_the_reading_while_nothing_was_read(client: Client, owner: Person, unit: Unit) -> None:
    intake = IntakeFactory.create(unit=unit, by=owner, proposal=None)
    Intake.objects.filter(pk=intake.pk).update(state="uploaded", proposal=None)
    client.force_login(owner)

    answer = client.get(reverse("document_intake:review", args=[intake.pk]))

    assert answer.headers["Location"] == reverse("document_intake:intake", args=[intake.pk])

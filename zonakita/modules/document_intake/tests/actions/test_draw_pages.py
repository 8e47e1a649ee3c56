"""Pictures of pages: drawn once, shown only through their intake."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from zonakita.foundation.files import interface as files
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.actions import page_images
from zonakita.modules.document_intake.decrees.proposal import Cell
from zonakita.modules.document_intake.models import Intake, PageImage
from zonakita.modules.document_intake.sandbox import reading as sandbox
from zonakita.modules.document_intake.sources.errors import UnreadableFile
from zonakita.modules.document_intake.tests.factories import IntakeFactory, plan_row, small_proposal

SAMPLES = Path(__file__).parent.parent / "data" / "samples"


@pytest.fixture
def intake(unit: Unit, owner: Person) -> Intake:
    proposal = small_proposal([plan_row(1, page=2), plan_row(2, page=3)], source_format="pdf", page_count=3)
    return IntakeFactory.create(unit=unit, by=owner, proposal=proposal)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Page numbers as they are drawn by a fake renderer; page 3 cannot be drawn."""
    numbers: list[int] = []

    def render(path: Any, page_number: int, *, width_pixels: int) -> bytes:
        numbers.append(page_number)
        if page_number == 3:
            raise UnreadableFile("bad-page", "Halaman ini rusak.")
        picture = BytesIO()
        Image.new("L", (8, 10 + page_number), 255).save(picture, "PNG")
        return picture.getvalue()

    monkeypatch.setattr(sandbox, "render_page_safely", render)
    return numbers


def url_of(intake: Intake, page_number: int) -> str:
    return reverse("document_intake:page-image", args=[intake.pk, page_number])


def test_it_draws_a_page_once(client: Client, owner: Person, intake: Intake, drawn: list[int]) -> None:
    client.force_login(owner)

    for _time in range(2):
        answer: Any = client.get(url_of(intake, 2))
        assert answer.headers["Content-Type"] == "image/png"
        assert answer.headers["Cache-Control"].startswith("private")
        assert Image.open(BytesIO(b"".join(answer.streaming_content))).size == (8, 12)

    assert drawn == [2]


def test_it_draws_the_pages_with_rows_and_goes_on_after_a_bad_one(intake: Intake, drawn: list[int]) -> None:
    assert page_images.prepare_origin(intake_id=intake.pk) == 2

    assert drawn == [1, 2, 3]
    assert list(PageImage.objects.values_list("page_number", flat=True)) == [1, 2]


@pytest.mark.parametrize("page_number", [0, 3, 4])
def test_it_has_no_other_pages(
    client: Client, owner: Person, intake: Intake, drawn: list[int], page_number: int
) -> None:
    client.force_login(owner)

    assert client.get(url_of(intake, page_number)).status_code == 404


def test_it_hides_pages_and_file_from_others(
    client: Client, team_mate: Person, stranger: Person, intake: Intake, drawn: list[int]
) -> None:
    for person, status in ((team_mate, 403), (stranger, 404)):
        client.force_login(person)
        assert client.get(url_of(intake, 2)).status_code == status
        assert client.get(reverse("document_intake:original", args=[intake.pk])).status_code == status
    assert drawn == []


def test_a_file_without_pages_gives_its_text(
    unit: Unit, owner: Person, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ["Judul", "1 | Indikator nomor satu | Langkah pertama kita", "Penutup"]
    monkeypatch.setattr(sandbox, "read_lines_safely", lambda path: lines)
    row = replace(plan_row(1), indicator=Cell("Indikator nomor satu"))
    intake = IntakeFactory.create(
        unit=unit, by=owner, proposal=small_proposal([row], source_format="docx", page_count=1)
    )
    assert page_images.prepare_origin(intake_id=intake.pk) == 3
    client.force_login(owner)

    page = client.get(reverse("document_intake:review", args=[intake.pk]), {"baris": "0.0.0"})

    marked = page.content.decode().split("di-origin-marked")[1]
    assert "Indikator nomor satu | Langkah pertama kita" in marked[:200]


@pytest.mark.slow
def test_it_reads_the_lines_of_a_real_document_in_the_sandbox(unit: Unit, owner: Person) -> None:
    with (SAMPLES / "zi-tanjung-jabung-barat-2025.docx").open("rb") as content:
        stored = files.store(content, name="keputusan.docx", any_type=True, by_id=owner.pk)
    intake = IntakeFactory.create(
        unit=unit, by=owner, stored_file=stored, proposal=small_proposal(source_format="docx")
    )

    assert page_images.prepare_origin(intake_id=intake.pk) > 70

    intake.refresh_from_db()
    assert any("agen perubahan" in line.lower() for line in intake.source_lines)

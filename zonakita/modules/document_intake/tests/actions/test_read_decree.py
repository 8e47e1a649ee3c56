"""Reading in the background: progress, failures, a second try, a worker that fell silent."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from zonakita.foundation.jobs import interface as jobs
from zonakita.foundation.jobs.models import Job
from zonakita.foundation.notifications import interface as notifications
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.actions import reading
from zonakita.modules.document_intake.actions.uploading import upload_decree
from zonakita.modules.document_intake.models import Intake
from zonakita.modules.document_intake.sandbox import reading as sandbox
from zonakita.modules.document_intake.sources.errors import UnreadableFile
from zonakita.modules.document_intake.tasks import read_intake
from zonakita.modules.document_intake.tests.factories import run_reading, small_proposal

SENTENCE = "Berkas ini dilindungi kata sandi; buka kuncinya, lalu unggah lagi."
SAMPLES = Path(__file__).parent.parent / "data" / "seeds"


@pytest.fixture
def intake(unit: Unit, owner: Person) -> Intake:
    return upload_decree(unit=unit, source=io.BytesIO(b"isi"), name="keputusan.txt", by=owner)


def fake_reader(monkeypatch: pytest.MonkeyPatch, read: Callable[..., Any]) -> None:
    monkeypatch.setattr(sandbox, "read_decree_safely", read)


def run(intake: Intake) -> Intake:
    run_reading(intake)
    intake.refresh_from_db()
    return intake


def test_it_keeps_the_proposal(monkeypatch: pytest.MonkeyPatch, intake: Intake) -> None:
    fake_reader(monkeypatch, lambda path, **_options: small_proposal(page_count=4))

    run(intake)

    assert (intake.state, intake.kind, intake.row_count, intake.page_count) == ("to_review", "ZI", 3, 4)
    assert Job.objects.get().state == "done"


def test_it_tells_its_progress_page_by_page(
    monkeypatch: pytest.MonkeyPatch, intake: Intake, owner: Person, client: Client
) -> None:
    seen: list[str] = []
    client.force_login(owner)

    def read(path: Path, *, progress: Callable[[int, int], None], **_options: Any) -> Any:
        progress(2, 8)
        seen.append(client.get(reverse("document_intake:progress", args=[intake.pk])).content.decode())
        return small_proposal()

    fake_reader(monkeypatch, read)

    run(intake)

    assert "Membaca halaman 3 dari 8" in seen[0]
    assert 'hx-trigger="every' in seen[0]
    answer = client.get(reverse("document_intake:progress", args=[intake.pk]))
    assert answer.headers["HX-Redirect"] == reverse("document_intake:review", args=[intake.pk])


def test_it_says_why_a_file_cannot_be_read_and_tries_again(
    monkeypatch: pytest.MonkeyPatch, intake: Intake, owner: Person, client: Client
) -> None:
    def refuse(path: Path, **_options: Any) -> Any:
        raise UnreadableFile("password-protected", SENTENCE)

    fake_reader(monkeypatch, refuse)
    run(intake)
    assert (intake.state, intake.failure_code, intake.proposal) == ("failed", "password-protected", None)
    client.force_login(owner)
    page = client.get(reverse("document_intake:intake", args=[intake.pk])).content.decode()
    assert SENTENCE in page
    assert "Coba lagi" in page

    first_job = intake.job_id
    answer = client.post(reverse("document_intake:retry", args=[intake.pk]))
    assert answer.status_code == 302
    intake.refresh_from_db()
    assert (intake.state, intake.failure_message) == ("uploaded", "")
    assert intake.job_id != first_job
    fake_reader(monkeypatch, lambda path, **_options: small_proposal())
    assert run(intake).state == "to_review"


def test_it_keeps_what_makes_the_reason_so_that_it_can_be_told_in_another_language(
    monkeypatch: pytest.MonkeyPatch, intake: Intake, owner: Person, client: Client
) -> None:
    def refuse(path: Path, **_options: Any) -> Any:
        raise UnreadableFile("page-broken", "Halaman %(number)s rusak, 100%% pasti.", number=3)

    fake_reader(monkeypatch, refuse)
    run(intake)
    assert intake.failure_message == "Halaman %(number)s rusak, 100%% pasti."
    assert intake.failure_values == {"number": 3}
    monkeypatch.setattr(
        "zonakita.modules.document_intake.models.gettext", lambda text: text.replace("Halaman", "Page")
    )
    client.force_login(owner)
    page = client.get(reverse("document_intake:intake", args=[intake.pk])).content.decode()
    assert "Page 3 rusak, 100% pasti." in page


def test_it_keeps_the_original_of_an_unreadable_file(
    monkeypatch: pytest.MonkeyPatch, intake: Intake, owner: Person, client: Client
) -> None:
    def refuse(path: Path, **_options: Any) -> Any:
        raise UnreadableFile("no-table", "Tidak ada tabel.")

    fake_reader(monkeypatch, refuse)
    run(intake)
    client.force_login(owner)

    answer: Any = client.get(reverse("document_intake:original", args=[intake.pk]))

    assert b"".join(answer.streaming_content) == b"isi"
    assert "attachment" in answer.headers["Content-Disposition"]


def test_an_error_of_the_program_leaves_a_sentence_and_a_way_on(
    monkeypatch: pytest.MonkeyPatch, intake: Intake
) -> None:
    def break_down(path: Path, **_options: Any) -> Any:
        raise RuntimeError("boom")

    fake_reader(monkeypatch, break_down)

    with pytest.raises(RuntimeError):
        run_reading(intake)

    intake.refresh_from_db()
    assert (intake.state, intake.failure_code) == ("failed", "internal-error")
    assert "Coba lagi" in intake.failure_message


def test_a_second_run_of_the_same_job_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, intake: Intake
) -> None:
    fake_reader(monkeypatch, lambda path, **_options: small_proposal())
    run(intake)
    fake_reader(monkeypatch, lambda path, **_options: pytest.fail("read twice"))

    assert run(intake).row_count == 3


def test_a_job_that_was_replaced_leaves_the_intake_alone(
    monkeypatch: pytest.MonkeyPatch, intake: Intake
) -> None:
    fake_reader(monkeypatch, lambda path, **_options: pytest.fail("an old job read"))
    old = jobs.start(kind=reading.JOB_KIND, title="lama")

    read_intake.func(intake_id=intake.pk, job_id=old.pk)

    intake.refresh_from_db()
    assert intake.state == "uploaded"


def test_a_reading_whose_worker_fell_silent_can_be_repeated(
    intake: Intake, owner: Person, client: Client
) -> None:
    Intake.objects.filter(pk=intake.pk).update(state="reading")
    assert intake.job_id is not None
    jobs.fail(intake.job_id, "Pekerja berhenti mendadak.")
    client.force_login(owner)
    page = client.get(reverse("document_intake:intake", args=[intake.pk])).content.decode()
    assert "Pekerja berhenti mendadak." in page

    client.post(reverse("document_intake:retry", args=[intake.pk]))

    intake.refresh_from_db()
    assert intake.state == "uploaded"
    assert intake.job is not None
    assert intake.job.state == "queued"


def test_it_does_not_repeat_a_reading_that_is_under_way(
    intake: Intake, owner: Person, client: Client
) -> None:
    client.force_login(owner)

    client.post(reverse("document_intake:retry", args=[intake.pk]))

    assert Job.objects.count() == 1


def test_only_who_may_upload_repeats_a_reading(
    intake: Intake, team_mate: Person, stranger: Person, client: Client
) -> None:
    url = reverse("document_intake:retry", args=[intake.pk])
    for person, status in ((team_mate, 403), (stranger, 404)):
        client.force_login(person)
        assert client.post(url).status_code == status


@pytest.mark.slow
def test_it_reads_a_real_decree_in_the_sandbox(unit: Unit, owner: Person) -> None:
    path = SAMPLES / "zi-provinsi-jambi-2025.txt"
    with path.open("rb") as content:
        intake = upload_decree(unit=unit, source=content, name=path.name, by=owner)

    run(intake)

    assert (intake.state, intake.kind, intake.row_count) == ("to_review", "ZI", 70)


@pytest.mark.slow
def test_it_refuses_a_real_file_without_a_plan(unit: Unit, owner: Person) -> None:
    source = io.BytesIO(b"Kepada Yth. seluruh pegawai, rapat besok pukul sembilan.")
    intake = upload_decree(unit=unit, source=source, name="undangan.txt", by=owner)

    run(intake)

    assert intake.state == "failed"
    assert "tidak ada tabel rencana aksi" in intake.failure_message


def test_it_tells_the_person_who_waits(
    monkeypatch: pytest.MonkeyPatch, intake: Intake, owner: Person
) -> None:
    fake_reader(monkeypatch, lambda path, **_options: small_proposal())

    run(intake)

    told = notifications.notifications_visible_to(owner).get()
    assert told.title == "“keputusan.txt” selesai dibaca dan menunggu tinjauan Anda"
    assert told.url == reverse("document_intake:intake", args=[intake.pk])

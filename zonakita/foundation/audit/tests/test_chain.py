"""The chain notices every change, and the database refuses it in the first place."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import Error, close_old_connections, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from zonakita.foundation.audit import interface as audit
from zonakita.foundation.audit import triggers
from zonakita.foundation.audit.models import AuditEvent, AuditIsAppendOnly, ChainHead
from zonakita.foundation.audit.queries import chain_reports
from zonakita.foundation.audit.rules import EventContent, Job, canonical_json, event_hash

JOB = Job("uji")
CHAIN = "kantor-uji"


@pytest.fixture
def chain(db: None) -> list[AuditEvent]:
    """Five events in one chain; the target is any saved row."""
    target = ChainHead.objects.create(unit_code="objek", last_hash="0" * 64)
    return [
        audit.record(
            f"uji.langkah_{number}", actor=JOB, target=target, unit_code=CHAIN, details={"n": number}
        )
        for number in range(1, 6)
    ]


def tamper(statement: str, *values: str | int | datetime) -> None:
    """Do what only the owner of the database could: drop the triggers and write."""
    triggers.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def verify() -> str:
    """Run the command. Returns the message of its failure, else nothing."""
    try:
        call_command("verify_audit", verbosity=0)
    except CommandError as error:
        return str(error) if error.returncode == 1 else f"exit {error.returncode}"
    return ""


def test_it_seals_each_event_onto_the_one_before(chain: list[AuditEvent]) -> None:
    assert [event.sequence for event in chain] == [1, 2, 3, 4, 5]
    assert all(later.previous_hash == earlier.hash for earlier, later in pairwise(chain))
    assert verify() == ""


def test_it_keeps_one_chain_for_each_unit(chain: list[AuditEvent]) -> None:
    other = audit.record("uji.lain", actor=JOB, target=chain[0], unit_code="kantor-lain")
    assert other.sequence == 1
    assert {report.unit_code: report.event_count for report in chain_reports()}[CHAIN] == 5


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("details_json", '{"n":9}'),
        ("code", "uji.lain"),
        ("actor_label", "Orang lain"),
        ("actor_kind", "person"),
        ("occurred_at", datetime(2020, 1, 1, tzinfo=UTC)),
        ("target_id", "77"),
        ("target_label", "lain"),
    ],
)
def test_it_finds_an_edited_event(chain: list[AuditEvent], column: str, value: str | datetime) -> None:
    tamper(f"UPDATE audit_auditevent SET {column} = %s WHERE id = %s", value, chain[2].pk)  # noqa: S608
    assert f"{CHAIN}: RUSAK pada kejadian #3: isi tidak sesuai" in verify()


def test_it_finds_an_edited_event_that_was_sealed_again(chain: list[AuditEvent]) -> None:
    event = chain[2]
    event.details_json = '{"n":9}'
    seal = event_hash(event.content, event.previous_hash)
    tamper(
        "UPDATE audit_auditevent SET details_json = %s, hash = %s WHERE id = %s", '{"n":9}', seal, event.pk
    )
    assert f"{CHAIN}: RUSAK pada kejadian #4: tidak bersambung" in verify()


@pytest.mark.parametrize("place", [1, 3, 5])
def test_it_finds_a_deleted_event(chain: list[AuditEvent], place: int) -> None:
    tamper("DELETE FROM audit_auditevent WHERE id = %s", chain[place - 1].pk)
    assert f"{CHAIN}: RUSAK pada kejadian #{place}: kejadian ini hilang" in verify()


def test_it_finds_a_chain_that_was_emptied(chain: list[AuditEvent]) -> None:
    tamper("DELETE FROM audit_auditevent WHERE unit_code = %s", CHAIN)
    assert f"{CHAIN}: RUSAK pada kejadian #1" in verify()


def test_it_finds_a_chain_whose_head_was_removed(chain: list[AuditEvent]) -> None:
    tamper("DELETE FROM audit_chainhead WHERE unit_code = %s", CHAIN)
    assert "catatan ujung rantai hilang" in verify()


def test_it_finds_events_that_changed_places(chain: list[AuditEvent]) -> None:
    swap = "UPDATE audit_auditevent SET sequence = %s WHERE id = %s"
    for sequence, event in ((99, chain[1]), (2, chain[2]), (3, chain[1])):
        tamper(swap, sequence, event.pk)
    assert f"{CHAIN}: RUSAK pada kejadian #2" in verify()


def test_it_finds_an_event_moved_to_another_chain(chain: list[AuditEvent]) -> None:
    tamper("UPDATE audit_auditevent SET unit_code = %s WHERE id = %s", "kantor-lain", chain[4].pk)
    assert f"{CHAIN}: RUSAK pada kejadian #5" in verify()


def test_it_finds_a_chain_that_was_wholly_rewritten(chain: list[AuditEvent], tmp_path: Path) -> None:
    """Against its owner a chain alone proves nothing; a seal noted down elsewhere does."""
    seals = tmp_path / "segel.json"
    call_command("verify_audit", save_seals=seals, verbosity=0)
    assert json.loads(seals.read_text())[CHAIN] == [5, chain[4].hash]
    call_command("verify_audit", against=seals, verbosity=0)
    tamper("DELETE FROM audit_auditevent WHERE unit_code = %s", CHAIN)
    tamper("DELETE FROM audit_chainhead WHERE unit_code = %s", CHAIN)
    for number in range(5):
        audit.record(f"uji.baru_{number}", actor=JOB, target=ChainHead.objects.all()[0], unit_code=CHAIN)
    assert verify() == ""
    with pytest.raises(CommandError, match="kejadian #5 tidak lagi memiliki segel"):
        call_command("verify_audit", against=seals, verbosity=0)


def test_it_refuses_seals_it_cannot_read(db: None, tmp_path: Path) -> None:
    seals = tmp_path / "segel.json"
    seals.write_text('{"kantor": 5}')
    with pytest.raises(CommandError, match="tidak dapat dibaca"):
        call_command("verify_audit", against=seals)


@pytest.mark.parametrize(
    "change",
    [
        lambda event: event.save(),
        lambda event: event.delete(),
        lambda event: AuditEvent.objects.filter(pk=event.pk).delete(),
        lambda event: AuditEvent.objects.update(code="lain"),
        lambda event: AuditEvent.objects.bulk_update([event], ["code"]),
    ],
    ids=["save", "delete", "delete_many", "update", "bulk_update"],
)
def test_the_model_refuses_changes(chain: list[AuditEvent], change: Callable[[AuditEvent], Any]) -> None:
    with pytest.raises(AuditIsAppendOnly):
        change(chain[0])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_auditevent SET code = 'lain'",
        "DELETE FROM audit_auditevent",
        "DELETE FROM audit_chainhead",
        "UPDATE audit_chainhead SET last_sequence = 1",
        "UPDATE audit_chainhead SET last_hash = 'x'",
        "UPDATE audit_chainhead SET unit_code = 'x', last_sequence = last_sequence + 1",
    ],
)
def test_the_database_refuses_changes(chain: list[AuditEvent], statement: str) -> None:
    with pytest.raises(Error, match=r"append-only|permanent|forward"), transaction.atomic():
        connection.cursor().execute(statement)
    assert verify() == ""


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite knows no TRUNCATE")
def test_postgresql_refuses_to_empty_the_table(chain: list[AuditEvent]) -> None:
    with pytest.raises(Error, match="append-only"), transaction.atomic():
        connection.cursor().execute("TRUNCATE audit_auditevent")


def test_it_leaves_no_event_behind_when_the_change_is_undone(chain: list[AuditEvent]) -> None:
    with transaction.atomic():
        audit.record("uji.batal", actor=JOB, target=chain[0], unit_code=CHAIN)
        transaction.set_rollback(True)
    following = audit.record("uji.jadi", actor=JOB, target=chain[0], unit_code=CHAIN)
    assert following.sequence == 6
    assert verify() == ""


def test_it_keeps_text_that_databases_dislike(chain: list[AuditEvent]) -> None:
    details = {"teks": "nul \x00, 😀, é", "angka": 1e16, "uang": Decimal("1.10"), "hari": date(2025, 3, 1)}
    event = audit.record(
        "uji.aneh", actor=Job("uji\x00" + "x" * 300), target=chain[0], unit_code=CHAIN, details=details
    )
    stored = AuditEvent.objects.get(pk=event.pk)
    assert stored.details == {"teks": "nul \x00, 😀, é", "angka": 1e16, "uang": "1.10", "hari": "2025-03-01"}
    assert len(stored.actor_label) == 200
    assert verify() == ""


def test_it_lists_the_history_of_one_object(chain: list[AuditEvent]) -> None:
    target = ChainHead.objects.get(unit_code="objek")
    history = audit.events_for_target(target)
    assert [event.sequence for event in history] == [5, 4, 3, 2, 1]
    assert not audit.events_for_target(ChainHead.objects.get(unit_code=CHAIN)).exists()


def test_it_refuses_details_that_are_no_data(chain: list[AuditEvent]) -> None:
    with pytest.raises(TypeError, match="cannot write AuditEvent"):
        audit.record("uji.salah", actor=JOB, target=chain[0], unit_code=CHAIN, details={"objek": chain[0]})


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite in memory has a single connection")
@pytest.mark.django_db(transaction=True)
def test_it_stays_whole_when_many_write_at_once() -> None:
    target = ChainHead.objects.create(unit_code="objek", last_hash="0" * 64)
    failures: list[BaseException] = []

    def write() -> None:
        try:
            for _ in range(5):
                audit.record("uji.serentak", actor=JOB, target=target, unit_code=CHAIN)
        except BaseException as error:
            failures.append(error)
        finally:
            close_old_connections()
            connection.close()

    threads = [threading.Thread(target=write) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert AuditEvent.objects.filter(unit_code=CHAIN).count() == 30
    assert verify() == ""


@given(st.dictionaries(st.text(), st.one_of(st.text(), st.integers(), st.booleans(), st.none()), max_size=5))
def test_equal_content_gives_equal_text(details: dict[str, object]) -> None:
    shuffled = dict(reversed(details.items()))
    assert canonical_json(details) == canonical_json(shuffled)
    assert json.loads(canonical_json(details)) == details


@given(st.text(max_size=20), st.text(max_size=20))
def test_content_never_slides_from_one_field_into_the_next(left: str, right: str) -> None:
    def seal(code: str, actor: str) -> str:
        moment = datetime(2025, 1, 1, tzinfo=UTC)
        return event_hash(EventContent("u", 1, moment, code, "job", actor, "", "", "", "", "{}"), "0" * 64)

    assert (seal(left, right) == seal(left + right, "")) is (right == "")

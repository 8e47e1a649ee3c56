"""Keeping the library in the database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command

from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.audit import interface as audit
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.organisations.tests.factories import UnitFactory
from zonakita.foundation.people.models import Person
from zonakita.foundation.regulations import actions, queries
from zonakita.foundation.regulations.library import Regulation, load_library
from zonakita.foundation.regulations.models import Regulation as RegulationRow

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(unit: Unit) -> Person:
    """Who looks after the library."""
    return PersonFactory.create(unit=unit, role="institution_admin")


def test_it_falls_back_to_the_programs_own_library_while_the_table_is_empty() -> None:
    assert queries.library() is load_library()


def test_it_loads_the_same_library_that_comes_with_the_program() -> None:
    assert actions.load_regulations() == len(load_library())
    assert list(queries.library()) == list(load_library())
    assert actions.load_regulations() == 0


def test_it_refreshes_changed_facts_but_not_edited_ones(keeper: Person) -> None:
    first, second = Regulation("UU 1/2000", "Satu"), Regulation("UU 2/2000", "Dua")
    actions.load_regulations([first, second])
    row = RegulationRow.objects.get(key="UU 1/2000")
    actions.edit_regulation(regulation=row, facts=replace(first, title="Satu, diperbaiki"), by=keeper)
    changed = actions.load_regulations([replace(first, title="Lain"), replace(second, title="Dua, baru")])
    assert changed == 1
    assert [regulation.title for regulation in queries.library()] == ["Satu, diperbaiki", "Dua, baru"]


def test_it_adds_a_regulation_with_its_relations(keeper: Person) -> None:
    actions.load_regulations([Regulation("PP 53/2010", "Disiplin")])
    row = actions.add_regulation(
        facts=Regulation("Peraturan Pemerintah Nomor 94 Tahun 2021", "Disiplin", repeals=("PP 53/2010",)),
        by=keeper,
    )
    repealing = queries.library().repealed_by("PP 53/2010")
    assert repealing is not None
    assert repealing.key == "PP 94/2021"
    event = audit.events_for_target(row).get()
    assert (event.code, event.unit_code) == ("regulations.regulation_added", keeper.unit.code)
    assert '"PP 53/2010"' in event.details_json


def test_the_first_own_regulation_does_not_hide_the_built_in_ones(keeper: Person) -> None:
    actions.add_regulation(facts=Regulation("Keputusan KPU 1/2026", "Contoh"), by=keeper)
    library = queries.library()
    assert len(library) == len(load_library()) + 1
    assert library.find("PermenPANRB 90/2021") is not None


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (Regulation("UU 1/2000", "Sudah ada"), "key"),
        (Regulation("rapat 3", "Bukan peraturan"), "key"),
        (Regulation("UU 3/2000", "Hubungan tidak dikenal", amends=("UU 9/1999",)), "amends"),
        (Regulation("UU 3/2000", "Mencabut diri sendiri", repeals=("UU 3/2000",)), "repeals"),
        (Regulation("UU 3/2000", "Lembaran salah", state_gazette="seratus"), "state_gazette"),
        (Regulation("UU 3/2000", "Tambahan salah", supplement="12/1999"), "supplement"),
        (Regulation("UU 3/2000", "Periode terbalik", period=(2025, 2010)), "__all__"),
        (
            Regulation("UU 3/2000", "", in_force_from=date(2001, 1, 1), in_force_to=date(2000, 1, 1)),
            "__all__",
        ),
        (Regulation("UU 3/2000", "Tanpa sumber", checked="text"), "source"),
    ],
)
def test_it_refuses_wrong_facts_and_writes_nothing(facts: Regulation, field: str, keeper: Person) -> None:
    actions.load_regulations([Regulation("UU 1/2000", "Satu")])
    with pytest.raises(ValidationError) as refused:
        actions.add_regulation(facts=facts, by=keeper)
    assert field in refused.value.message_dict
    assert RegulationRow.objects.count() == 1


@pytest.mark.parametrize(("start", "end"), [(None, 2025), (2010, None)])
def test_it_refuses_half_a_period(start: int | None, end: int | None) -> None:
    row = RegulationRow(key="UU 1/2000", title="Satu", period_from=start, period_to=end)
    with pytest.raises(ValidationError, match="Periode harus lengkap"):
        row.full_clean()


def test_it_notes_what_was_verified_and_keeps_unread_repeals_apart(keeper: Person) -> None:
    actions.load_regulations([Regulation("UU 1/2000", "Satu"), Regulation("UU 2/2000", "Dua")])
    own = actions.add_regulation(facts=Regulation("UU 3/2000", "Tiga", repeals=("UU 1/2000",)), by=keeper)

    actions.verify_regulation(regulation=own, source=" JDIH ", with_repeals=False, by=keeper)
    known = queries.library().find("UU 3/2000")
    assert known is not None
    assert (known.is_verified, known.are_repeals_verified, known.source) == (True, False, "JDIH")

    actions.verify_regulation(regulation=own, source="JDIH", with_repeals=True, by=keeper)
    known = queries.library().find("UU 3/2000")
    assert known is not None
    assert known.are_repeals_verified
    codes = [event.code for event in audit.events_for_target(own)]
    assert codes.count("regulations.regulation_verified") == 2


def test_it_verifies_nothing_without_a_source(keeper: Person) -> None:
    actions.load_regulations([Regulation("UU 1/2000", "Satu")])
    row = RegulationRow.objects.get()
    with pytest.raises(ValidationError, match="naskah resmi"):
        actions.verify_regulation(regulation=row, source="  ", with_repeals=False, by=keeper)
    row.refresh_from_db()
    assert row.checked == "no"


def test_every_change_gives_the_library_another_stamp(keeper: Person) -> None:
    stamps = [queries.library_stamp()]
    facts = Regulation("UU 1/2000", "Satu")
    actions.load_regulations([facts, Regulation("UU 2/2000", "Dua")])
    row = RegulationRow.objects.get(key="UU 1/2000")
    stamps.append(queries.library_stamp())
    actions.edit_regulation(regulation=row, facts=replace(facts, repeals=("UU 2/2000",)), by=keeper)
    stamps.append(queries.library_stamp())
    actions.verify_regulation(regulation=row, source="JDIH", with_repeals=True, by=keeper)
    stamps.append(queries.library_stamp())
    assert len(set(stamps)) == len(stamps)
    assert queries.library_stamp() == stamps[-1]


def test_it_refuses_to_overwrite_what_somebody_else_changed(keeper: Person) -> None:
    row = actions.add_regulation(facts=Regulation("UU 9/2001", "Satu"), by=keeper)
    seen = row.version
    first = actions.edit_regulation(
        regulation=row, facts=Regulation("UU 9/2001", "Dua"), seen=seen, by=keeper
    )
    with pytest.raises(ValidationError, match="sudah diubah"):
        actions.edit_regulation(regulation=row, facts=Regulation("UU 9/2001", "Tiga"), seen=seen, by=keeper)
    with pytest.raises(ValidationError, match="sudah diubah"):
        actions.verify_regulation(regulation=row, source="JDIH", with_repeals=False, seen=seen, by=keeper)
    row.refresh_from_db()
    assert (row.title, row.checked, row.version) == ("Dua", "no", first.version)


def test_it_keeps_the_key_of_what_came_with_the_program(keeper: Person) -> None:
    own = actions.add_regulation(facts=Regulation("UU 1/1901", "Salah ketik"), by=keeper)
    actions.edit_regulation(regulation=own, facts=Regulation("UU 1/1951", "Benar"), by=keeper)
    assert queries.library().find("UU 1/1951") is not None
    built_in = RegulationRow.objects.get(key="PermenPANRB 90/2021")
    with pytest.raises(ValidationError, match="bawaan"):
        actions.edit_regulation(
            regulation=built_in, facts=Regulation("PermenPANRB 91/2021", "Lain"), by=keeper
        )
    assert RegulationRow.objects.filter(key="PermenPANRB 90/2021").exists()


@pytest.mark.parametrize("role", ["unit_admin", "operator", "leader", "auditor", "employee"])
def test_it_refuses_who_does_not_look_after_the_library(role: str, unit: Unit) -> None:
    _assert_refused(PersonFactory.create(unit=unit, role=role))


def test_it_refuses_an_administrator_of_a_part_of_the_institution(unit: Unit) -> None:
    below = UnitFactory.create(parent=unit)
    _assert_refused(PersonFactory.create(unit=below, role="institution_admin"))


def _assert_refused(person: Person) -> None:
    facts = Regulation("UU 1/2000", "Satu")
    actions.load_regulations([facts])
    row = RegulationRow.objects.get()
    with pytest.raises(PermissionDenied):
        actions.add_regulation(facts=Regulation("UU 2/2000", "Dua"), by=person)
    with pytest.raises(PermissionDenied):
        actions.edit_regulation(regulation=row, facts=replace(facts, title="Lain"), by=person)
    with pytest.raises(PermissionDenied):
        actions.verify_regulation(regulation=row, source="JDIH", with_repeals=True, by=person)
    assert [known.title for known in queries.library()] == ["Satu"]


def test_the_command_may_run_twice() -> None:
    out = StringIO()
    call_command("load_regulations", stdout=out)
    call_command("load_regulations", stdout=out)
    assert out.getvalue().splitlines()[1].startswith("0 ")

"""Keeping the library in the database."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from zonakita.foundation.regulations import actions, queries
from zonakita.foundation.regulations.library import Regulation, load_library
from zonakita.foundation.regulations.models import Regulation as RegulationRow

pytestmark = pytest.mark.django_db


def test_it_falls_back_to_the_programs_own_library_while_the_table_is_empty() -> None:
    assert queries.library() is load_library()


def test_it_loads_the_same_library_that_comes_with_the_program() -> None:
    assert actions.load_regulations() == len(load_library())
    assert list(queries.library()) == list(load_library())
    assert actions.load_regulations() == 0


def test_it_refreshes_changed_facts_but_not_edited_ones() -> None:
    first, second = Regulation("UU 1/2000", "Satu"), Regulation("UU 2/2000", "Dua")
    actions.load_regulations([first, second])
    row = RegulationRow.objects.get(key="UU 1/2000")
    actions.edit_regulation(
        regulation=row, facts=replace(first, title="Satu, diperbaiki"), by="administrator"
    )
    changed = actions.load_regulations([replace(first, title="Lain"), replace(second, title="Dua, baru")])
    assert changed == 1
    assert [regulation.title for regulation in queries.library()] == ["Satu, diperbaiki", "Dua, baru"]


def test_it_adds_a_regulation_with_its_relations() -> None:
    actions.load_regulations([Regulation("PP 53/2010", "Disiplin")])
    actions.add_regulation(
        facts=Regulation("Peraturan Pemerintah Nomor 94 Tahun 2021", "Disiplin", repeals=("PP 53/2010",)),
        by="administrator",
    )
    repealing = queries.library().repealed_by("PP 53/2010")
    assert repealing is not None
    assert repealing.key == "PP 94/2021"


def test_the_first_own_regulation_does_not_hide_the_built_in_ones() -> None:
    actions.add_regulation(facts=Regulation("Keputusan KPU 1/2026", "Contoh"), by="administrator")
    library = queries.library()
    assert len(library) == len(load_library()) + 1
    assert library.find("PermenPANRB 90/2021") is not None


@pytest.mark.parametrize(
    "facts",
    [
        Regulation("UU 1/2000", "Sudah ada"),
        Regulation("rapat", "Bukan peraturan"),
        Regulation("UU 3/2000", "Hubungan tidak dikenal", amends=("UU 9/1999",)),
        Regulation("UU 3/2000", "Lembaran salah", state_gazette="seratus"),
        Regulation("UU 3/2000", "Periode terbalik", period=(2025, 2010)),
    ],
)
def test_it_refuses_wrong_facts_and_writes_nothing(facts: Regulation) -> None:
    actions.load_regulations([Regulation("UU 1/2000", "Satu")])
    with pytest.raises(ValidationError):
        actions.add_regulation(facts=facts, by="administrator")
    assert RegulationRow.objects.count() == 1


def test_the_command_may_run_twice() -> None:
    out = StringIO()
    call_command("load_regulations", stdout=out)
    call_command("load_regulations", stdout=out)
    assert out.getvalue().splitlines()[1].startswith("0 ")

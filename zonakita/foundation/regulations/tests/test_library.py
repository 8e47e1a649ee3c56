"""What was in force when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from zonakita.foundation.regulations.library import (
    ForceState,
    Regulation,
    RegulationLibrary,
    load_library,
    read_regulations,
)

OLD = Regulation(key="PP 53/2010", title="Disiplin", in_force_from=date(2010, 6, 6))
NEW = Regulation(key="PP 94/2021", title="Disiplin", in_force_from=date(2021, 8, 31), repeals=("PP 53/2010",))
DATELESS = Regulation(key="PermenPANRB 9/2023", title="Evaluasi", repeals=("PermenPANRB 26/2020",))
PLAN = Regulation(key="Perpres 81/2010", title="Grand Design", period=(2010, 2025))
CHANGE = Regulation(key="PP 17/2020", title="Perubahan", amends=("PP 11/2017",))
LIBRARY = RegulationLibrary([OLD, NEW, DATELESS, PLAN, CHANGE, Regulation("PP 11/2017", "Manajemen")])


def test_it_finds_a_regulation_in_any_spelling() -> None:
    assert LIBRARY.find("Peraturan Pemerintah Nomor 53 Tahun 2010") == OLD
    assert LIBRARY.find("PP 1/1900") is None


def test_it_counts_a_repeal_from_its_first_day_in_force() -> None:
    assert not LIBRARY.is_revoked_on("PP 53/2010", date(2021, 8, 30))
    assert LIBRARY.is_revoked_on("PP 53/2010", date(2021, 8, 31))
    assert LIBRARY.repealed_by("PP 53/2010", date(2021, 8, 30)) is None
    assert LIBRARY.repealed_by("PP 53/2010") == NEW


def test_it_counts_a_repeal_without_a_day_from_the_end_of_its_year() -> None:
    assert LIBRARY.repealed_by("PermenPANRB 26/2020", date(2023, 12, 30)) is None
    assert LIBRARY.repealed_by("PermenPANRB 26/2020", date(2023, 12, 31)) == DATELESS


def test_it_knows_when_a_plan_is_over() -> None:
    assert not LIBRARY.has_expired_on("Perpres 81/2010", date(2025, 12, 31))
    assert LIBRARY.has_expired_on("Perpres 81/2010", date(2026, 1, 1))
    assert not LIBRARY.has_expired_on("UU 1/1900", date(2026, 1, 1))


def test_it_respects_an_end_of_force_without_a_repeal() -> None:
    ended = Regulation("PP 1/2000", "Sementara", in_force_to=date(2001, 1, 1))
    library = RegulationLibrary([ended])
    assert not library.is_revoked_on("PP 1/2000", date(2001, 1, 1))
    assert library.is_revoked_on("PP 1/2000", date(2001, 1, 2))


def test_it_lists_amendments_and_what_is_in_force() -> None:
    assert LIBRARY.amended_by("PP 11/2017") == (CHANGE,)
    in_force = {regulation.key for regulation in LIBRARY.in_force_on(date(2022, 1, 1))}
    assert "PP 94/2021" in in_force
    assert "PP 53/2010" not in in_force
    assert "PermenPANRB 9/2023" not in in_force


def test_it_comes_with_the_regulations_that_plans_cite() -> None:
    library = load_library()
    assert library.repealed_by("PermenPANRB 10/2019", date(2022, 1, 1)) == library.find("PermenPANRB 90/2021")
    law = library.find("UU 20/2023")
    assert law is not None
    assert (law.gazette, law.supplement) == ("2023/141", "6897")
    assert any(not regulation.is_verified for regulation in library)
    evaluation = library.find("PermenPANRB 9/2023")
    assert evaluation is not None
    assert not evaluation.are_repeals_verified


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {key: UU 1/2000, title: A, amends: [UU 2/1999]}", "UU 2/1999 is not in"),
        ("- {key: UU 1/2000, title: A, colour: red}", "UU 1/2000"),
    ],
)
def test_it_refuses_a_faulty_data_file(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "regulations.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=message):
        read_regulations(path)


@pytest.mark.parametrize(
    ("key", "day", "state"),
    [
        ("PP 53/2010", date(2021, 8, 30), ForceState.IN_FORCE),
        ("PP 53/2010", date(2021, 8, 31), ForceState.REPEALED),
        ("PP 94/2021", date(2021, 8, 30), ForceState.NOT_YET),
        ("Perpres 81/2010", date(2025, 12, 31), ForceState.IN_FORCE),
        ("Perpres 81/2010", date(2026, 1, 1), ForceState.PERIOD_OVER),
        ("UU 1/1900", date(2026, 1, 1), None),
    ],
)
def test_it_tells_how_a_regulation_stands(key: str, day: date, state: ForceState | None) -> None:
    assert LIBRARY.state_on(key, day) is state


def test_it_tells_an_end_from_a_repeal() -> None:
    ended = RegulationLibrary([Regulation("PP 1/2000", "Sementara", in_force_to=date(2001, 1, 1))])
    assert ended.state_on("PP 1/2000", date(2001, 1, 2)) is ForceState.ENDED

"""The LKE as data."""

from __future__ import annotations

from decimal import Decimal

import pytest

from zonakita.foundation.regulations.instruments import load_instrument


def test_it_holds_the_whole_instrument() -> None:
    instrument = load_instrument("lke-zi-90-2021")
    assert instrument.regulation == "PermenPANRB 90/2021"
    assert sum(area.weight_points for area in instrument.areas) == Decimal(100)
    for area in instrument.areas:
        assert sum(part.weight_points for part in area.sub_areas) == area.weight_points
    assert sum(len(part.questions) for part in instrument.sub_areas()) == 113
    assert sum(len(part.questions) for part in instrument.sub_areas("pemenuhan")) == 87
    assert sum(len(part.questions) for part in instrument.sub_areas("reform")) == 23


def test_it_finds_parts_by_code() -> None:
    instrument = load_instrument()
    sub_area = instrument.find_sub_area("A.I.5.iv")
    question = instrument.find_question("A.I.5.iv.b")
    assert sub_area is not None
    assert question in sub_area.questions
    assert instrument.find_sub_area("A.I.9") is None
    assert instrument.find_question("A.I.9.x") is None


@pytest.mark.parametrize("key", ["lke-zi-1900", "../data/lke-zi-90-2021", "regulations"])
def test_it_refuses_an_unknown_instrument(key: str) -> None:
    with pytest.raises(LookupError, match="no instrument"):
        load_instrument(key)

"""A proposal survives the way through JSON unchanged."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonakita.modules.document_intake.decrees.encoding import proposal_from_dict, proposal_to_dict
from zonakita.modules.document_intake.decrees.proposal import (
    Cell,
    Citation,
    DecreeHead,
    DecreeProposal,
    PlanArea,
    PlanComponent,
    PlanRow,
)
from zonakita.modules.document_intake.sources.document import Place

PROPOSAL = DecreeProposal(
    head=DecreeHead(
        institution="KPU Kabupaten Contoh",
        year=2025,
        date=date(2025, 1, 2),
        legal_basis=(Citation("UU 28/1999", "UU", "28", 1999, amended_by=("UU 19/2019",)),),
    ),
    kind="ZI",
    plan_year=2025,
    areas=(
        PlanArea(
            "I",
            "MANAJEMEN PERUBAHAN",
            (
                PlanComponent(
                    "1",
                    "Tim Kerja",
                    (
                        PlanRow(
                            indicator=Cell("SK Tim", Place(2, 0.1, 0.2, 0.3, 0.4), 0.87),
                            months=(1, 2, 12),
                            person_in_charge=Cell("Sekretaris"),
                            extra=(("Anggaran", Cell("0")),),
                            slips=("ejaan",),
                        ),
                    ),
                ),
            ),
        ),
    ),
    warnings=("Halaman 3 kosong.",),
    other={"catatan": "x"},
)

cells = st.builds(Cell, text=st.text(max_size=20), confidence=st.floats(0, 1))
rows = st.builds(
    PlanRow,
    indicator=cells,
    months=st.lists(st.integers(1, 12), max_size=12).map(tuple),
    target_year=st.none() | st.integers(1990, 2100),
    note=st.none() | cells,
    extra=st.lists(st.tuples(st.text(max_size=5), cells), max_size=2).map(tuple),
)


def test_it_keeps_everything() -> None:
    packed = json.dumps(proposal_to_dict(PROPOSAL))

    assert proposal_from_dict(json.loads(packed)) == PROPOSAL


@given(st.lists(rows, max_size=3))
def test_it_keeps_any_rows(plan: list[PlanRow]) -> None:
    component = PlanComponent("1", "", tuple(plan))
    proposal = replace(PROPOSAL, areas=(PlanArea("", "", (component,)),))

    assert proposal_from_dict(json.loads(json.dumps(proposal_to_dict(proposal)))) == proposal


@pytest.mark.parametrize(
    "spoil",
    [
        {"kind": "XX"},
        {"page_count": "8"},
        {"unknown": 1},
        {"areas": {"number": "I"}},
        {"head": None},
    ],
)
def test_it_refuses_other_data(spoil: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        proposal_from_dict({**proposal_to_dict(PROPOSAL), **spoil})


def test_it_refuses_data_with_something_missing() -> None:
    data = proposal_to_dict(PROPOSAL)
    del data["head"]

    with pytest.raises(ValueError):
        proposal_from_dict(data)

"""Edits of a proposal, by example and by property."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonakita.modules.document_intake.decrees.proposal import (
    Cell,
    Citation,
    DecreeHead,
    DecreeProposal,
    PlanArea,
    PlanComponent,
    PlanRow,
)
from zonakita.modules.document_intake.rules.cells import joined_text
from zonakita.modules.document_intake.rules.doubts import Doubt, doubts_of, rows_of
from zonakita.modules.document_intake.rules.editing import apply_edit, apply_edits
from zonakita.modules.document_intake.rules.edits import Edit, EditKind, EditNotPossible
from zonakita.modules.document_intake.sources.document import Place

texts = st.text(alphabet="abcDEF .,-\n", max_size=12).map(str.strip)
cells = st.builds(Cell, text=texts, confidence=st.sampled_from([0.4, 0.9, 1.0]))
rows = st.builds(
    PlanRow,
    indicator=cells,
    action=cells,
    evidence=cells,
    target=cells,
    months=st.sets(st.integers(1, 12)).map(lambda months: tuple(sorted(months))),
)
components = st.builds(
    PlanComponent,
    number=st.sampled_from(["1", "2"]),
    title=texts,
    rows=st.lists(rows, max_size=3).map(tuple),
)
areas = st.builds(
    PlanArea,
    number=st.sampled_from(["I", "II"]),
    title=texts,
    components=st.lists(components, max_size=3).map(tuple),
)
proposals = st.builds(
    DecreeProposal,
    head=st.just(DecreeHead()),
    kind=st.just("ZI"),
    plan_year=st.just(2026),
    areas=st.lists(areas, min_size=1, max_size=3).map(tuple),
).filter(lambda proposal: any(True for _ in rows_of(proposal)))


@st.composite
def proposals_with_row(draw: st.DrawFn) -> tuple[DecreeProposal, tuple[int, ...]]:
    """A proposal and the path of one of its rows."""
    proposal = draw(proposals)
    return proposal, draw(st.sampled_from([path for path, _ in rows_of(proposal)]))


def letters_of(proposal: DecreeProposal) -> list[str]:
    """All characters in the cells except white space, sorted."""
    found = [
        letter
        for _, row in rows_of(proposal)
        for cell in (row.indicator, row.action, row.evidence, row.target)
        for letter in cell.text
        if not letter.isspace()
    ]
    return sorted(found)


@given(proposals_with_row(), st.data())
def test_it_keeps_every_row_when_one_is_moved(
    sample: tuple[DecreeProposal, tuple[int, ...]], data: st.DataObject
) -> None:
    proposal, path = sample
    places = [
        (area_index, component_index)
        for area_index, area in enumerate(proposal.areas)
        for component_index in range(len(area.components))
    ]
    to = (*data.draw(st.sampled_from(places)), data.draw(st.integers(0, 4)))

    moved = apply_edit(proposal, Edit(EditKind.MOVE_ROW, {"path": list(path), "to": list(to)}))

    assert sorted(map(repr, (row for _, row in rows_of(moved)))) == sorted(
        map(repr, (row for _, row in rows_of(proposal)))
    )


@given(proposals_with_row())
def test_it_moves_a_row_there_and_back(sample: tuple[DecreeProposal, tuple[int, ...]]) -> None:
    proposal, path = sample
    there = Edit(EditKind.MOVE_ROW, {"path": list(path), "to": [*path[:2], 0]})
    back = Edit(EditKind.MOVE_ROW, {"path": [*path[:2], 0], "to": list(path)})

    assert apply_edits(proposal, [there, back]) == proposal


@given(proposals_with_row(), rows)
def test_it_takes_an_added_row_away_again(
    sample: tuple[DecreeProposal, tuple[int, ...]], row: PlanRow
) -> None:
    proposal, path = sample
    add = Edit(EditKind.ADD_ROW, {"path": list(path), "texts": {"action": "Rapat"}, "months": [3, 1]})
    delete = Edit(EditKind.DELETE_ROW, {"path": list(path)})

    assert apply_edits(proposal, [add, delete]) == proposal


@given(proposals_with_row(), st.data())
def test_it_restores_two_rows_that_were_merged_and_split(
    sample: tuple[DecreeProposal, tuple[int, ...]], data: st.DataObject
) -> None:
    proposal, path = sample
    second = data.draw(rows)
    first = dict(rows_of(proposal))[path]
    names = ("indicator", "action", "evidence", "target")
    halves = {
        half: {"texts": {name: getattr(row, name).text for name in names}, "months": list(row.months)}
        for half, row in (("first", first), ("second", second))
    }
    after = [*path[:2], path[2] + 1]
    steps = [
        Edit(EditKind.ADD_ROW, {"path": after, **halves["second"]}),
        Edit(EditKind.MERGE_ROW, {"path": list(path)}),
        Edit(EditKind.SPLIT_ROW, {"path": list(path), **halves}),
    ]

    found = dict(rows_of(apply_edits(proposal, steps)))

    for place, row in ((path, first), (tuple(after), second)):
        assert [getattr(found[place], name).text for name in names] == [
            getattr(row, name).text for name in names
        ]
        assert found[place].months == row.months


@given(proposals_with_row())
def test_it_loses_no_letter_when_different_rows_are_merged(
    sample: tuple[DecreeProposal, tuple[int, ...]],
) -> None:
    proposal, path = sample
    added = {"indicator": "xx", "action": "yy", "evidence": "zz", "target": "ww"}
    longer = apply_edit(proposal, Edit(EditKind.ADD_ROW, {"path": [*path[:2], path[2] + 1], "texts": added}))

    merged = apply_edit(longer, Edit(EditKind.MERGE_ROW, {"path": list(path)}))

    assert letters_of(merged) == letters_of(longer)
    assert len(list(rows_of(merged))) == len(list(rows_of(proposal)))


@given(proposals_with_row(), st.lists(st.sampled_from(["add", "edit", "rename"]), max_size=6))
def test_it_gives_the_same_proposal_when_edits_are_applied_in_two_goes(
    sample: tuple[DecreeProposal, tuple[int, ...]], kinds: list[str]
) -> None:
    proposal, path = sample
    made = {
        "add": Edit(EditKind.ADD_ROW, {"path": list(path), "texts": {"evidence": "Notula"}}),
        "edit": Edit(EditKind.EDIT_ROW, {"path": list(path), "texts": {"action": "Rapat"}}),
        "rename": Edit(EditKind.RENAME, {"path": list(path[:1]), "number": "V", "title": "Pengawasan"}),
    }
    edits = [made[kind] for kind in kinds]

    in_two = apply_edits(apply_edits(proposal, edits[:3]), edits[3:])

    assert in_two == apply_edits(proposal, edits)


def test_it_trusts_a_cell_that_a_person_wrote() -> None:
    place = Place(page=2, left=0.1, top=0.2, right=0.3, bottom=0.4)
    proposal = small_proposal(PlanRow(action=Cell("Rapet", place, confidence=0.3)))
    assert doubts_of(proposal) == (Doubt((0, 0, 0), "action"),)

    edited = apply_edit(proposal, Edit(EditKind.EDIT_ROW, {"path": [0, 0, 0], "texts": {"action": "Rapat"}}))

    assert doubts_of(edited) == ()
    assert dict(rows_of(edited))[0, 0, 0].action == Cell("Rapat", place, confidence=1.0)


def test_it_edits_times_and_optional_and_further_cells() -> None:
    row = PlanRow(note=Cell("lama"), extra=(("Anggaran", Cell("10")), ("Output", Cell("a"))))
    edit = Edit(
        EditKind.EDIT_ROW,
        {
            "path": [0, 0, 0],
            "texts": {"note": "baru", "extra:1": "b", "person_in_charge": "Pokja I"},
            "months": [12, 3, 3],
            "target_year": 2026,
            "week": 2,
        },
    )

    edited = dict(rows_of(apply_edit(small_proposal(row), edit)))[0, 0, 0]

    assert (edited.note, edited.person_in_charge) == (Cell("baru"), Cell("Pokja I"))
    assert edited.extra == (("Anggaran", Cell("10")), ("Output", Cell("b")))
    assert (edited.months, edited.target_year, edited.week) == ((3, 12), 2026, 2)


def test_it_surrounds_both_places_of_merged_cells() -> None:
    upper = PlanRow(action=Cell("Rapat evaluasi", Place(1, 0.1, 0.1, 0.3, 0.2), confidence=0.9))
    lower = PlanRow(action=Cell("per triwulan", Place(1, 0.1, 0.2, 0.4, 0.3), confidence=0.5))

    merged = apply_edit(small_proposal(upper, lower), Edit(EditKind.MERGE_ROW, {"path": [0, 0, 0]}))

    expected = Cell("Rapat evaluasi per triwulan", Place(1, 0.1, 0.1, 0.4, 0.3), confidence=0.5)
    assert dict(rows_of(merged))[0, 0, 0].action == expected


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("Rapat evaluasi", "pembangunan ZI", "Rapat evaluasi pembangunan ZI"),
        ("Undangan rapat;", "Daftar hadir;", "Undangan rapat;\nDaftar hadir;"),
        ("masing-", "masing", "masing-masing"),
        ("SK Tim Kerja", "", "SK Tim Kerja"),
        ("SK Tim Kerja", "SK Tim Kerja", "SK Tim Kerja"),
    ],
)
def test_it_joins_pieces_as_a_person_would(first: str, second: str, joined: str) -> None:
    assert joined_text(first, second) == joined


def test_it_adds_renames_and_removes_headings() -> None:
    proposal = small_proposal(PlanRow())
    edits = [
        Edit(EditKind.ADD_AREA, {"path": [1], "number": "II", "title": "Tata Laksana"}),
        Edit(EditKind.RENAME, {"path": [1, 0], "number": "1", "title": "SOP"}),
        Edit(EditKind.ADD_COMPONENT, {"path": [1, 1], "number": "2", "title": "SPBE"}),
        Edit(EditKind.REMOVE_HEADING, {"path": [1, 0]}),
    ]

    edited = apply_edits(proposal, edits)

    assert [(area.number, area.title) for area in edited.areas] == [("I", "Area"), ("II", "Tata Laksana")]
    assert [component.title for component in edited.areas[1].components] == ["SPBE"]
    assert apply_edit(edited, Edit(EditKind.REMOVE_HEADING, {"path": [1]})) == proposal


@pytest.mark.parametrize("path", [[0], [0, 0]])
def test_it_refuses_to_remove_a_heading_that_holds_rows(path: list[int]) -> None:
    with pytest.raises(EditNotPossible, match="masih berisi baris"):
        apply_edit(small_proposal(PlanRow()), Edit(EditKind.REMOVE_HEADING, {"path": path}))


def test_it_refuses_to_merge_the_last_row() -> None:
    with pytest.raises(EditNotPossible, match="tidak mempunyai baris berikutnya"):
        apply_edit(small_proposal(PlanRow()), Edit(EditKind.MERGE_ROW, {"path": [0, 0, 0]}))


@pytest.mark.parametrize("path", [[], [5], [0, 5, 0], [0, 0, 5], [-1, 0, 0], [0, 0, -1]])
def test_it_refuses_a_row_that_is_not_there(path: list[int]) -> None:
    with pytest.raises(EditNotPossible, match="tidak ada lagi"):
        apply_edit(small_proposal(PlanRow()), Edit(EditKind.DELETE_ROW, {"path": path}))


def test_it_sets_what_the_head_names_and_nothing_else() -> None:
    proposal = small_proposal(PlanRow())
    proposal = replace(proposal, head=DecreeHead(institution="KPU", number="1"))

    edited = apply_edit(
        proposal,
        Edit(EditKind.SET_HEAD, {"number": "25", "year": 2026, "date": "2026-03-11", "plan_year": 2027}),
    )

    assert (edited.head.institution, edited.head.number, edited.head.year) == ("KPU", "25", 2026)
    assert edited.head.date is not None
    assert edited.head.date.isoformat() == "2026-03-11"
    assert edited.plan_year == 2027
    cleared = apply_edit(edited, Edit(EditKind.SET_HEAD, {"date": None}))
    assert cleared.head.date is None


def test_it_adds_changes_and_deletes_citations() -> None:
    values = {"type": "UU", "number": "28", "year": 1999, "title": "", "where": "mengingat"}
    add = Edit(EditKind.SET_CITATION, {"index": None, "key": "UU 28/1999", **values})
    change = Edit(EditKind.SET_CITATION, {"index": 0, "key": "UU 30/2014", **values, "number": "30"})

    edited = apply_edits(small_proposal(PlanRow()), [add, change])

    assert edited.head.legal_basis == (
        Citation(key="UU 30/2014", type="UU", number="30", year=1999, where="mengingat"),
    )
    gone = apply_edit(edited, Edit(EditKind.DELETE_CITATION, {"index": 0}))
    assert gone.head.legal_basis == ()
    with pytest.raises(EditNotPossible, match="tidak ada lagi"):
        apply_edit(gone, Edit(EditKind.DELETE_CITATION, {"index": 0}))


def small_proposal(*plan_rows: PlanRow) -> DecreeProposal:
    """One area with one component holding the rows."""
    component = PlanComponent(number="1", title="Komponen", rows=plan_rows)
    area = PlanArea(number="I", title="Area", components=(component,))
    return DecreeProposal(head=DecreeHead(), kind="ZI", plan_year=2026, areas=(area,))

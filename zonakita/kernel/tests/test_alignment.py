"""Versions side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zonakita.kernel.alignment import Segment, align, word_differences

OLD = [
    "Menetapkan tim kerja",
    "Menyusun LAKIP 2024",
    "Memasang poster gratifikasi",
    "Survei kepuasan masyarakat",
]
texts = st.lists(st.text("abc ", max_size=8), max_size=8)


def test_it_pairs_like_lines_in_their_order() -> None:
    new = ["Menetapkan Tim Kerja", "Menyusun LKjIP 2025", "Survei kepuasan masyarakat"]
    pairs = [(pair.old, pair.new) for pair in align(OLD, new)]
    assert pairs == [(0, 0), (1, 1), (2, None), (3, 2)]


def test_it_marks_what_moved_out_of_order() -> None:
    new = [OLD[3], OLD[0], OLD[1], OLD[2]]
    pairs = align(OLD, new)
    assert [(pair.old, pair.new, pair.is_moved) for pair in pairs] == [
        (3, 0, True),
        (0, 1, False),
        (1, 2, False),
        (2, 3, False),
    ]


def test_it_pairs_nothing_with_blank_lines() -> None:
    assert [(pair.old, pair.new) for pair in align([""], ["", "a"])] == [(None, 0), (None, 1), (0, None)]


@given(texts, texts)
def test_it_uses_every_line_once(old: list[str], new: list[str]) -> None:
    pairs = align(old, new)
    assert sorted(pair.old for pair in pairs if pair.old is not None) == list(range(len(old)))
    assert [pair.new for pair in pairs if pair.new is not None] == list(range(len(new)))
    kept = [pair.old for pair in pairs if pair.old is not None and pair.new is not None and not pair.is_moved]
    assert kept == sorted(kept)


def test_it_shows_changed_words() -> None:
    assert word_differences("Menyusun LAKIP tahun 2024", "Menyusun LKjIP tahun 2025") == (
        Segment("same", "Menyusun"),
        Segment("removed", "LAKIP"),
        Segment("added", "LKjIP"),
        Segment("same", "tahun"),
        Segment("removed", "2024"),
        Segment("added", "2025"),
    )


@given(st.lists(st.sampled_from(["a", "b", "c", "-"])), st.lists(st.sampled_from(["a", "b", "c", "-"])))
def test_the_words_that_stay_and_come_are_the_new_text(old: list[str], new: list[str]) -> None:
    segments = word_differences(" ".join(old), " ".join(new))
    assert " ".join(segment.text for segment in segments if segment.kind != "removed") == " ".join(new)
    assert sum(len(segment.text.split()) for segment in segments if segment.kind != "added") == len(old)

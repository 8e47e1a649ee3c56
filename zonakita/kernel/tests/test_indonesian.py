"""Words of one family compare as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonakita.kernel.indonesian import key_words, stem
from zonakita.kernel.ranking import WordWeights, cosine


@pytest.mark.parametrize(
    "family",
    [
        ("menetapkan", "ditetapkan", "penetapan"),
        ("evaluasi", "dievaluasi"),
        ("Monev", "Pemantauan"),
        ("WBS", "Whistle Blowing System", "Whistle-Blowing System"),
        ("tindak lanjut", "ditindaklanjuti", "Menindaklanjuti"),
        ("resiko", "risiko"),
    ],
)
def test_it_makes_one_word_of_a_family(family: tuple[str, ...]) -> None:
    assert len({key_words(word) for word in family}) == 1


def test_it_leaves_out_words_without_meaning() -> None:
    assert key_words("yang telah di pada") == ()


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20))
def test_it_never_stems_a_word_to_nothing(word: str) -> None:
    assert stem(word)


def test_it_weighs_rare_words_more() -> None:
    weights = WordWeights(["laporan rapat", "laporan survei", "laporan gratifikasi"])
    row = weights.vector(("laporan gratifikasi", 1.0))
    assert cosine(row, weights.vector(("gratifikasi", 1.0))) > cosine(row, weights.vector(("laporan", 1.0)))
    assert cosine(row, weights.vector(("", 1.0))) == 0

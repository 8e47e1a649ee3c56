"""Cleaning and comparing texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonakita.kernel import text


def test_it_collapses_lines_tags_and_dashes() -> None:
    assert text.collapse("<i>Grand\n Design</i>  2010\u20132025") == "Grand Design 2010-2025"
    assert text.collapse("respon < 1 Jam") == "respon < 1 Jam"


def test_it_compares_without_case_and_punctuation() -> None:
    assert text.likeness("SK Tim Kerja/Kelompok", "sk tim kerja / kelompok.") == 1
    assert text.likeness("SK mutasi", "Daftar hadir") < 0.5
    assert text.token_likeness("daftar hadir, undangan", "undangan daftar hadir") == 1


@pytest.mark.parametrize(
    ("numeral", "value"), [("IV", 4), ("vi.", 6), ("XII", 12), ("IIII", None), ("", None), ("SOP", None)]
)
def test_it_reads_roman_numerals(numeral: str, value: int | None) -> None:
    assert text.roman_to_int(numeral) == value


@given(st.integers(1, 3999))
def test_it_reads_back_the_roman_numerals_it_writes(number: int) -> None:
    assert text.roman_to_int(text.int_to_roman(number)) == number


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_it_refuses_numbers_without_a_roman_numeral(number: int) -> None:
    with pytest.raises(ValueError, match="no Roman numeral"):
        text.int_to_roman(number)


@pytest.mark.parametrize("marked", ["1) SOP", "a. SOP", "- SOP", "\u2022 SOP", "(2) SOP", "SOP"])
def test_it_strips_list_marks(marked: str) -> None:
    assert text.strip_list_mark(marked) == "SOP"


def test_it_keeps_small_words_and_abbreviations_in_titles() -> None:
    assert (
        text.title_case("PENATAAN SISTEM MANAJEMEN DAN PELAYANAN")
        == "Penataan Sistem Manajemen dan Pelayanan"
    )
    assert text.title_case("penerapan SPIP di unit") == "Penerapan SPIP di Unit"


@given(st.text(), st.integers(2, 60))
def test_it_never_shortens_past_the_length(sentence: str, length: int) -> None:
    assert len(text.shorten(sentence, length)) <= length

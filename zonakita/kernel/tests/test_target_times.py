"""Target times as decrees write them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonakita.kernel.months import MONTH_NAMES, find_month, months_between
from zonakita.kernel.target_times import format_months, parse_target_time

DECREE_CASES = json.loads(
    (Path(__file__).parent / "data" / "target_times_of_decrees.json").read_text("utf-8")
)
ALL = tuple(range(1, 13))
QUARTERS = (3, 6, 9, 12)


@pytest.mark.parametrize("case", DECREE_CASES, ids=lambda case: case["text"])
def test_it_reads_every_target_of_the_transcribed_decrees(case: dict[str, object]) -> None:
    time = parse_target_time(str(case["text"]), default_year=2025)
    assert (list(time.months), time.year, time.week) == (case["months"], case["year"], case["week"])


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Agt", (8,)),
        ("Agst 2025", (8,)),
        ("Sept", (9,)),
        ("Nop", (11,)),
        ("Pebruari", (2,)),
        ("0ktober", (10,)),
        ("Desernber", (12,)),
        ("Ju1i", (7,)),
        ("Jurii", (6,)),
        ("Januan", (1,)),
        ("Bulan 1 - 12", ALL),
        ("TW1 TW2", (3, 6)),
        ("Triwulan I (Maret)", (3,)),
        ("satu kali setahun", (12,)),
        ("Jun1", (6,)),
        ("Septem- ber", (9,)),
        ("Jan s/d Des", ALL),
        ("Januari sampai dengan Juni", (1, 2, 3, 4, 5, 6)),
        ("2 Januari s.d. 31 Maret 2025", (1, 2, 3)),
        ("1-31 Maret", (3,)),
        ("setiap bulan", ALL),
        ("bulanan", ALL),
        ("tanggal 5 setiap bulan", ALL),
        ("sepanjang tahun", ALL),
        ("setiap bulan Januari", (1,)),
        ("setiap triwulan", QUARTERS),
        ("Triwulanan", QUARTERS),
        ("setiap 3 bulan", QUARTERS),
        ("4 (empat) kali dalam setahun", QUARTERS),
        ("2 bulan sekali", (2, 4, 6, 8, 10, 12)),
        ("setiap triwulan, Januari-Desember 2025", QUARTERS),
        ("per semester", (6, 12)),
        ("semester I", (6,)),
        ("TW II", (6,)),
        ("TW.II", (6,)),
        ("Triwulan I dan III", (3, 9)),
        ("TW I - IV", QUARTERS),
        ("Triwulan I 2025 s.d. Triwulan III 2025", (3, 6, 9)),
        ("Q1-Q3", (3, 6, 9)),
        ("caturwulan I, II, III", (4, 8, 12)),
        ("akhir tahun", (12,)),
        ("01-12", ALL),
        ("B03", (3,)),
        ("B01-B12", ALL),
        ("bulan ke-3", (3,)),
        ("3,6,9,12", QUARTERS),
        ("12/2025", (12,)),
        ("31 Maret 2025", (3,)),
        ("31/03/2025", (3,)),
        ("2025-03-31", (3,)),
        ("Jan-25 s.d. Mar-25", (1, 2, 3)),
        ("Juli2025", (7,)),
        ("s.d. Juni 2025", (6,)),
        ("<i>Maret</i> dan Juni", (3, 6)),
    ],
)
def test_it_reads_other_spellings(text: str, months: tuple[int, ...]) -> None:
    assert parse_target_time(text).months == months


@pytest.mark.parametrize(
    ("text", "slip", "months"),
    [
        ("Januari Desember 2025", "range-without-dash", ALL),
        ("Maret Juni September Desember", "list-without-comma", QUARTERS),
        ("November 2025 - Februari 2026", "across-year-end", (1, 2, 11, 12)),
        ("Januari 2025 dan Januari 2026", "several-years", (1,)),
        ("Mulai Oktober 2025", "open-range", (10, 11, 12)),
        ("Oktober dst.", "open-range", (10, 11, 12)),
        ("Maret, Juni dst.", "open-range", QUARTERS),
        ("Oktober s.d. selesai", "open-range", (10, 11, 12)),
        ("Tahun 2025", "year-only", (12,)),
        ("Agutsus", "month-corrected", (8,)),
        ("sesuai kebutuhan", "as-needed", ()),
        ("insidentil", "as-needed", ()),
        ("setelah pleno", "not-understood", ()),
    ],
)
def test_it_says_how_an_unclear_time_was_taken(text: str, slip: str, months: tuple[int, ...]) -> None:
    time = parse_target_time(text)
    assert slip in time.slips
    assert time.months == months
    assert time.is_understood == bool(months)


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("Januari minggu ke-2 tahun 2025", 2),
        ("Minggu I Januari", 1),
        ("minggu keempat Mei", 4),
        ("M2 Januari", 2),
        ("Minggu ke-2 dan ke-3 Maret", None),
        ("Maret", None),
    ],
)
def test_it_reads_a_single_week(text: str, week: int | None) -> None:
    assert parse_target_time(text).week == week


def test_it_takes_the_default_year_only_where_none_is_written() -> None:
    assert parse_target_time("Juni 2022", default_year=2025).year == 2022
    assert parse_target_time("Juni", default_year=2025).year == 2025
    assert parse_target_time("Juni").year is None


def test_it_leaves_an_empty_cell_without_slips() -> None:
    time = parse_target_time(" - ")
    assert (time.months, time.slips) == ((), ())


@pytest.mark.parametrize("word", ["jumi", "target", "semester", "minggu", "rapat", "2025", ""])
def test_it_does_not_take_other_words_for_months(word: str) -> None:
    assert find_month(word) is None


@given(st.sets(st.integers(1, 12), min_size=1))
def test_it_reads_back_what_it_writes(months: set[int]) -> None:
    assert set(parse_target_time(format_months(months)).months) == months


@given(
    st.integers(1, 12), st.integers(1, 12), st.sampled_from([" - ", "-", " s.d ", " s/d ", " sampai dengan "])
)
def test_it_reads_any_range(first: int, last: int, joint: str) -> None:
    text = f"{MONTH_NAMES[first - 1]}{joint}{MONTH_NAMES[last - 1]} 2025"
    assert parse_target_time(text).months == tuple(sorted(set(months_between(first, last))))


@given(st.text(max_size=80))
def test_it_never_raises_and_stays_in_the_calendar(text: str) -> None:
    time = parse_target_time(text)
    assert list(time.months) == sorted(set(time.months))
    assert all(1 <= month <= 12 for month in time.months)
    assert time.week is None or 1 <= time.week <= 5


def test_it_writes_short_runs_as_lists_and_long_ones_as_ranges() -> None:
    assert format_months((1, 2, 3, 6)) == "Januari\u2013Maret, Juni"
    assert format_months((7, 8)) == "Juli, Agustus"
    assert format_months(()) == ""


def test_it_writes_months_in_another_language() -> None:
    english = ["January", "February", "March", *("" for _ in range(9))]
    assert format_months((1, 2, 3), english) == "January\u2013March"

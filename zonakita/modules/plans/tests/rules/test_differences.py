"""Two years of one plan."""

from __future__ import annotations

from dataclasses import replace

from zonakita.modules.plans.rules.differences import ComparedRow, compare_plans

REPORT = ComparedRow(
    1, "IV", "Akuntabilitas", "Laporan tepat waktu", "Menyusun LAKIP 2024", "LAKIP 2024", (1,)
)
POSTER = ComparedRow(2, "V", "Gratifikasi", "Public campaign dilakukan", "Memasang poster", "Spanduk", (1,))
SURVEY = ComparedRow(
    3, "VI", "Kepuasan", "Dilakukan survei masyarakat", "Melakukan survei", "Hasil survei", (4,)
)


def test_it_tells_every_kind_of_change() -> None:
    new = [
        replace(REPORT, key=11, action="Menyusun LKjIP 2025"),
        replace(SURVEY, key=13, months=(3, 6, 9, 12)),
        ComparedRow(14, "VI", "Inovasi", "Terdapat inovasi pelayanan", "Mengembangkan hotline", "Foto", (7,)),
    ]
    difference = compare_plans([REPORT, POSTER, SURVEY], new)
    by_changes = [
        (row.old.key if row.old else None, row.new.key if row.new else None, row.changes)
        for row in difference.rows
    ]
    assert by_changes == [
        (1, 11, ("reworded",)),
        (2, None, ("dropped",)),
        (3, 13, ("moved_in_time",)),
        (None, 14, ("added",)),
    ]
    assert [name for name, _ in difference.rows[0].words] == ["action"]
    assert difference.count("dropped") == 1


def test_it_finds_nothing_in_the_same_plan() -> None:
    rows = [REPORT, POSTER, SURVEY]
    difference = compare_plans(rows, rows)
    assert difference.count("unchanged") == 3


def test_it_joins_two_changes_of_one_row() -> None:
    new = replace(SURVEY, evidence="Hasil survei triwulanan", months=(3, 6, 9, 12))
    assert compare_plans([SURVEY], [new]).rows[0].changes == ("reworded", "moved_in_time")


def test_it_does_not_count_case_and_punctuation_as_rewording() -> None:
    new = replace(SURVEY, action="MELAKUKAN SURVEI.")
    assert compare_plans([SURVEY], [new]).rows[0].changes == ("unchanged",)

"""Rows of real plans matched to an instrument, against a reader's own judgement."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from zonakita.kernel.instrument_matching import LIKELY_SCORE, match_item

JUDGED = json.loads((Path(__file__).parent / "data" / "judged_matches.json").read_text("utf-8"))
LKE_FILE = Path(__file__).parents[2] / "foundation" / "regulations" / "data" / "lke-zi-90-2021.json"


@dataclass(frozen=True)
class Question:
    code: str
    statement: str
    evidence_hint: str


@dataclass(frozen=True)
class SubArea:
    code: str
    name: str
    section: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Area:
    name: str
    sub_areas: tuple[SubArea, ...]


@dataclass(frozen=True)
class Instrument:
    areas: tuple[Area, ...]


def _instrument() -> Instrument:
    areas = []
    for entry in json.loads(LKE_FILE.read_text("utf-8"))["components"][0]["areas"]:
        parts = []
        for section in ("pemenuhan", "reform"):
            for part in entry[section]["subareas"]:
                questions = tuple(
                    Question(item["code"], item["statement_short"], item.get("evidence_hint", ""))
                    for item in part["items"]
                )
                parts.append(SubArea(part["code"], part["name"], section, questions))
        areas.append(Area(entry["name"], tuple(parts)))
    return Instrument(tuple(areas))


LKE = _instrument()


@pytest.mark.parametrize(
    ("with_titles", "sub_areas_at_least", "questions_at_least"), [(True, 0.99, 0.95), (False, 0.95, 0.9)]
)
def test_it_agrees_with_a_reader(
    with_titles: bool, sub_areas_at_least: float, questions_at_least: float
) -> None:
    sub_areas = questions = 0
    for row in JUDGED:
        area, component = (row["area"], row["component"]) if with_titles else ("", "")
        best = match_item(area, component, row["indicator"], row["action"], LKE)[0]
        sub_areas += best.sub_area_code == row["sub_area"]
        questions += best.question_code in row["questions"]
    assert sub_areas / len(JUDGED) >= sub_areas_at_least
    assert questions / len(JUDGED) >= questions_at_least


def test_it_ranks_every_sub_area_with_scores_from_0_to_1() -> None:
    matches = match_item("Penguatan Pengawasan", "WBS", "Evaluasi WBS", "Rapat evaluasi", LKE)
    scores = [match.score for match in matches]
    assert len(matches) == sum(len(area.sub_areas) for area in LKE.areas)
    assert scores == sorted(scores, reverse=True)
    assert 0 <= scores[-1] <= scores[0] <= 1


def test_it_gives_no_question_and_no_score_to_an_empty_row() -> None:
    best = match_item("", "", "", "", LKE)[0]
    assert (best.question_code, best.score) == (None, 0)


@pytest.mark.parametrize(
    ("component", "indicator", "action"),
    [
        ("Olahraga", "Lapangan voli tersedia", "Membeli bola voli dan net"),
        ("Logistik Pemilu", "Kotak suara terdistribusi", "Mendistribusikan kotak suara"),
        ("Kearsipan", "Arsip tertata", "Menata arsip inaktif"),
    ],
)
def test_it_finds_no_likely_sub_area_for_other_work(component: str, indicator: str, action: str) -> None:
    assert match_item("", component, indicator, action, LKE)[0].score < LIKELY_SCORE


@pytest.mark.parametrize(
    ("component", "indicator", "action", "sub_area"),
    [
        ("LHKPN", "Seluruh pejabat melaporkan LHKPN", "Mengingatkan pejabat", "A.II.5.iii"),
        ("Pengelolaan Pengaduan", "Terdapat media pengaduan pelayanan", "Membuka kanal", "A.I.6.iii"),
        ("", "Manajemen risiko diterapkan", "Menyusun register risiko", "A.I.5.ii"),
        ("SAKIP", "Menyusun LKjIP tepat waktu", "LKjIP disampaikan", "A.I.4.ii"),
        ("PPID", "Daftar informasi publik", "Menyusun DIP", "A.I.2.iii"),
    ],
)
def test_it_matches_rows_in_other_words(component: str, indicator: str, action: str, sub_area: str) -> None:
    best = match_item("", component, indicator, action, LKE)[0]
    assert best.sub_area_code == sub_area
    assert best.score >= LIKELY_SCORE

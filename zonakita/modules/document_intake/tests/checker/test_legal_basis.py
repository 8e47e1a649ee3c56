"""Rules about cited regulations."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from zonakita.foundation.regulations.library import Regulation, RegulationLibrary
from zonakita.modules.document_intake.decrees.proposal import Citation
from zonakita.modules.document_intake.tests.checker.builders import found, plan

LIBRARY = RegulationLibrary(
    [
        Regulation("PP 53/2010", "Disiplin", "2010/74", "5135", checked="decrees"),
        Regulation(
            "PP 94/2021", "Disiplin", in_force_from=date(2021, 8, 31), repeals=("PP 53/2010",), checked="text"
        ),
        Regulation("PermenPANRB 52/2014", "Pedoman ZI", checked="text"),
        Regulation(
            "PermenPANRB 90/2021",
            "Pembangunan ZI",
            official_gazette="2021/1571",
            in_force_from=date(2021, 12, 31),
            repeals=("PermenPANRB 52/2014",),
            checked="text",
        ),
        Regulation("PermenPANRB 5/2024", "Perubahan", amends=("PermenPANRB 90/2021",)),
        Regulation("PermenPANRB 26/2020", "Evaluasi"),
        Regulation("PermenPANRB 9/2023", "Evaluasi", repeals=("PermenPANRB 26/2020",), repeals_checked="no"),
        Regulation("Perpres 81/2010", "Grand Design", period=(2010, 2025), checked="text"),
        Regulation("UU 20/2023", "ASN", "2023/141", "6897", checked="decrees"),
        Regulation("UU 59/2024", "RPJPN", "2024/194", "6987"),
    ]
)


def cite(key: str, where: str = "mengingat", **more: Any) -> Citation:
    kind, _, number = key.partition(" ")
    return Citation(
        key=key, type=kind, number=number.split("/")[0], year=int(number[-4:]), where=where, **more
    )


def codes(code: str, *citations: Citation, day: date | None = date(2025, 1, 2), body: str = "") -> list[str]:
    findings = found(plan(citations=citations, day=day, body=body), code, library=LIBRARY)
    return [finding.message for finding in findings]


def test_it_finds_revoked_regulations_and_names_what_to_cite() -> None:
    messages = codes("revoked-regulation", cite("PermenPANRB 52/2014"), cite("UU 20/2023"))
    assert len(messages) == 1
    assert "PermenPANRB 90/2021 sebagaimana diubah dengan PermenPANRB 5/2024" in messages[0]


def test_it_judges_by_the_decrees_own_day() -> None:
    assert not codes("revoked-regulation", cite("PP 53/2010"), day=date(2021, 8, 30))
    assert codes("revoked-regulation", cite("PP 53/2010"), day=date(2021, 8, 31))


def test_it_says_when_a_repeal_is_called_an_amendment() -> None:
    messages = codes("revoked-regulation", cite("PP 53/2010", amended_by=("PP 94/2021",)))
    assert "bukan diubah" in messages[0]


def test_it_finds_a_revoked_regulation_that_is_only_named_in_anothers_title() -> None:
    assert codes("revoked-regulation", cite("PermenPANRB 19/2099", amends=("PermenPANRB 52/2014",)))


def test_it_marks_an_unverified_repeal() -> None:
    findings = found(plan(citations=[cite("PermenPANRB 26/2020")]), "revoked-regulation", library=LIBRARY)
    assert findings[0].severity == "warning"
    assert "belum diverifikasi" in findings[0].message


def test_it_reports_a_regulation_once_with_all_its_places() -> None:
    twice = (cite("PP 53/2010", "menimbang"), cite("Peraturan Pemerintah Nomor 53 Tahun 2010", "dasar_hukum"))
    findings = found(plan(citations=twice), "revoked-regulation", library=LIBRARY)
    assert [finding.where for finding in findings] == ["Menimbang, Dasar Hukum"]


def test_it_ignores_unknown_regulations() -> None:
    assert not codes("revoked-regulation", cite("UU 1/1950"))


@pytest.mark.parametrize(("day", "is_found"), [(date(2026, 2, 3), True), (date(2025, 2, 3), False)])
def test_it_finds_plans_that_are_over(day: date, is_found: bool) -> None:
    assert bool(codes("expired-plan", cite("Perpres 81/2010"), day=day)) == is_found


def test_it_finds_gazette_numbers_that_differ_from_the_library() -> None:
    messages = codes("gazette-mismatch", cite("UU 20/2023", state_gazette="2023/141", supplement="5897"))
    assert len(messages) == 1
    assert "6897" in messages[0]
    assert not codes("gazette-mismatch", cite("UU 20/2023", state_gazette="2023/141", supplement="6897"))


def test_it_names_the_owner_of_a_borrowed_gazette_number() -> None:
    messages = codes("gazette-mismatch", cite("UU 59/2024", state_gazette="2023/141"))
    assert "milik UU 20/2023" in messages[0]
    assert "belum diverifikasi" in messages[0]


def test_it_finds_gazette_numbers_that_differ_between_places() -> None:
    different = (
        cite("PermenPANRB 5/2024", state_gazette="2024/444"),
        cite("PermenPANRB 5/2024", "dasar_hukum", state_gazette="2024/4444"),
    )
    assert codes("gazette-mismatch", *different)
    assert not codes("gazette-mismatch", different[0], different[0])


@pytest.mark.parametrize(
    ("body", "is_found"),
    [
        ("Reformasi Birokrasi Nomor S5 Tahun 2024", True),
        ("Undang-Undang Nomor 7 Tahun 20117", True),
        ("Undang-Undang Nomor 7 Tahun 2017", False),
        ("Keputusan Nomor 314/ORT.07-Kpt/01/KPU/V/2021", False),
        ("Undang-Undang Nomor\n28 Tahun 1999", False),
    ],
)
def test_it_finds_numbers_that_cannot_be_one(body: str, is_found: bool) -> None:
    assert bool(codes("bad-number", body=body)) == is_found


def test_it_finds_a_body_and_annex_with_different_bases() -> None:
    old, new = cite("PermenPANRB 52/2014", "menimbang"), cite("PermenPANRB 90/2021", "dasar_hukum")
    assert codes("body-annex-differ", old, new)
    assert codes("body-annex-differ", cite("PermenPANRB 90/2021"), cite("PermenPANRB 52/2014", "dasar_hukum"))
    assert not codes("body-annex-differ", cite("PermenPANRB 90/2021"), new)
    assert not codes("body-annex-differ", old)

"""Regulations cited in running text."""

from __future__ import annotations

import pytest

from zonakita.modules.document_intake.decrees.citations import citations_in


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Peraturan Presiden Republik Indonesia 81 Tahun 2010 tentang Grand Design;", ["Perpres 81/2010"]),
        ("sesuai Peraturan\nPemerintah 53 Tahun\n2010, maka", ["PP 53/2010"]),
        (
            "Undang-Undang 28 Tahun 1999 tentang A; Undang-Undang Nomor 25 Tahun 2009 tentang B;",
            ["UU 28/1999", "UU 25/2009"],
        ),
        (
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi 90 Tahun 2021",
            ["PermenPANRB 90/2021"],
        ),
        ("peraturan kerja selama 5 Tahun 2020", []),
        ("Peraturan Presiden tentang Grand Design 2010-2025", []),
        ("Peraturan Pemerintah 53 Tahun lalu", []),
    ],
)
def test_it_reads_a_regulation_without_the_word_nomor(text: str, keys: list[str]) -> None:
    assert [citation.key for citation in citations_in(text, "body")] == keys


def test_a_regulation_without_nomor_has_its_title_number_and_year() -> None:
    text = "Peraturan Presiden Republik Indonesia 81 Tahun 2010 tentang Grand Design Reformasi Birokrasi;"
    (citation,) = citations_in(text, "mengingat")
    assert (citation.type, citation.number, citation.year) == ("Perpres", "81", 2010)
    assert citation.title == "Grand Design Reformasi Birokrasi"


def test_it_reads_what_an_amended_regulation_without_nomor_was_amended_by() -> None:
    text = (
        "Peraturan Pemerintah 11 Tahun 2017 tentang Manajemen sebagaimana telah diubah dengan"
        " Peraturan Pemerintah 17 Tahun 2020;"
    )
    base, change = citations_in(text, "mengingat")
    assert (base.key, base.amended_by) == ("PP 11/2017", ("PP 17/2020",))
    assert (change.key, change.amends) == ("PP 17/2020", ("PP 11/2017",))

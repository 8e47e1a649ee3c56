"""One key per regulation."""

from __future__ import annotations

import pytest

from zonakita.foundation.regulations.keys import key_parts, normalise_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Undang-Undang Nomor 28 Tahun 1999", "UU 28/1999"),
        ("Undang- Undang Nomor 30 Tahun 2002", "UU 30/2002"),
        ("uu no. 28 tahun 1999", "UU 28/1999"),
        ("Permen PANRB Nomor 20 Tahun 2010", "PermenPANRB 20/2010"),
        (
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Republik Indonesia"
            " Nomor : 10 Tahun 2019",
            "PermenPANRB 10/2019",
        ),
        ("Peraturan Presiden Republik Indonesia 81 Tahun 2010", "Perpres 81/2010"),
        ("Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019", "PKPU 8/2019"),
        (
            "Keputusan Komisi Pemilihan Umum Republik Indonesia Nomor 314/ORT.07-Kpt/01/KPU/V /2021",
            "Keputusan KPU 314/ORT.07-Kpt/01/KPU/V/2021",
        ),
        ("UU 28/1999", "UU 28/1999"),
        ("Peraturan Bupati Nomor 7 Tahun 2020", "Peraturan Bupati 7/2020"),
        ("rapat  pleno", "rapat pleno"),
    ],
)
def test_it_writes_each_citation_as_one_key(text: str, key: str) -> None:
    assert normalise_key(text) == key
    assert normalise_key(key) == key


def test_it_splits_a_key_into_its_parts() -> None:
    assert key_parts("PermenPANRB 90/2021") == ("PermenPANRB", "90", 2021)
    assert key_parts("Keputusan KPU 314/ORT.07-Kpt/01/KPU/V/2021") == (
        "Keputusan KPU",
        "314/ORT.07-Kpt/01/KPU/V",
        2021,
    )

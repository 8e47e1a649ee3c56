"""Words of a cell are made whole and lists stay lists."""

from __future__ import annotations

import pytest

from zonakita.modules.document_intake.decrees.cell_text import clean, words_of

_WORDS = words_of(["hasil tindaklanjut dan piagam-piagam, ke-1 dari tahun 2020-2024 serta e-office"])


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("pelaksanaan\nkegiatan", "pelaksanaan kegiatan"),
        ("hasil tindak-\nlanjut", "hasil tindaklanjut"),
        ("piagam-\npiagam penghargaan", "piagam-piagam penghargaan"),
        ("melalui e-\noffice", "melalui e-office"),
        ("renstra 2020-\n2024", "renstra 2020-2024"),
        ("Perundangan/\nDeregulasi", "Perundangan/Deregulasi"),
        ("<i>Whistle Blowing System</i> sudah", "Whistle Blowing System sudah"),
        ("**Menyusun** *road map*", "Menyusun road map"),
        ("nilai < 3 dan > 1", "nilai < 3 dan > 1"),
        ("1) Menyusun;\n2) Menetapkan", "1) Menyusun;\n2) Menetapkan"),
        ("a.\u00a0Rapat<br>b. Evaluasi", "a. Rapat\nb. Evaluasi"),
        ("  ", ""),
    ],
)
def test_it_cleans_a_cell(text: str, whole: str) -> None:
    assert clean(text, _WORDS) == whole


def test_a_hyphened_word_of_two_known_words_keeps_its_hyphen() -> None:
    words = words_of(["antar lembaga antar-lembaga", "kerja sama"])
    assert clean("antar-\nlembaga", words) == "antar-lembaga"

"""The head of decrees of many kinds of offices."""

from __future__ import annotations

from datetime import date

import pytest

from zonakita.modules.document_intake.decrees.head import read_head
from zonakita.modules.document_intake.decrees.proposal import DecreeHead
from zonakita.modules.document_intake.sources.document import Paragraph


def _head(text: str) -> DecreeHead:
    return read_head([Paragraph(part) for part in text.strip().split("\n\n")])


_COURT = """
KEPUTUSAN KETUA PENGADILAN NEGERI TELUK SENJA
NOMOR : W5-U9/12/OT.01.2/I/2026
TENTANG
PENETAPAN RENCANA AKSI ZONA INTEGRITAS
TAHUN 2026

KETUA PENGADILAN NEGERI TELUK SENJA,

Menimbang : a. bahwa perlu menetapkan rencana aksi berdasarkan Berita Acara Rapat Nomor 7/BA/I/2026;
Mengingat : 1. Undang-Undang Nomor 49 Tahun 2009 tentang Perubahan Kedua atas Undang-Undang Nomor 2
Tahun 1986 tentang Peradilan Umum (Lembaran Negara Republik Indonesia Tahun 2009 Nomor 158,
Tambahan Lembaran Negara
Republik Indonesia Nomor 5077);

MEMUTUSKAN:

Ditetapkan di : Teluk Senja
Pada tanggal : 9 Januari 2026
KETUA PENGADILAN NEGERI
TELUK SENJA,

ttd

CONTOH NAMA HAKIM, S.H.
"""


def test_it_reads_the_head_of_a_court() -> None:
    head = _head(_COURT)
    assert head.institution == "PENGADILAN NEGERI TELUK SENJA"
    assert (head.number, head.year, head.level) == ("W5-U9/12/OT.01.2/I/2026", 2026, "other")
    assert head.title == "PENETAPAN RENCANA AKSI ZONA INTEGRITAS TAHUN 2026"
    assert (head.place, head.date) == ("Teluk Senja", date(2026, 1, 9))
    assert head.signatory == "CONTOH NAMA HAKIM, S.H."
    assert head.signatory_role == "KETUA PENGADILAN NEGERI TELUK SENJA"


def test_it_reads_the_regulations_of_a_court() -> None:
    cited = {citation.key: citation for citation in _head(_COURT).legal_basis}
    law = cited["UU 49/2009"]
    assert (law.where, law.state_gazette, law.supplement) == ("mengingat", "2009/158", "5077")
    assert law.amends == ("UU 2/1986",)
    assert any(citation.number == "7/BA/I/2026" for citation in cited.values())


@pytest.mark.parametrize(
    ("office", "institution", "level"),
    [
        ("KEPALA DINAS KESEHATAN KABUPATEN MUARA BIRU", "DINAS KESEHATAN KABUPATEN MUARA BIRU", "regency"),
        ("REKTOR UNIVERSITAS TELUK SENJA", "UNIVERSITAS TELUK SENJA", "other"),
        ("KOMISI PEMILIHAN UMUM KOTA MUARA BIRU", "KOMISI PEMILIHAN UMUM KOTA MUARA BIRU", "city"),
        ("KOMISI PEMILIHAN UMUM PROVINSI TELUK", "KOMISI PEMILIHAN UMUM PROVINSI TELUK", "province"),
        ("KOMISI PEMILIHAN UMUM REPUBLIK INDONESIA", "KOMISI PEMILIHAN UMUM REPUBLIK INDONESIA", "national"),
    ],
)
def test_it_tells_institution_and_level(office: str, institution: str, level: str) -> None:
    head = _head(f"KEPUTUSAN {office}\nNOMOR 3 TAHUN 2026\nTENTANG\nRENCANA AKSI")
    assert (head.institution, head.level, head.number, head.year) == (institution, level, "3", 2026)


def test_an_annex_may_name_another_institution() -> None:
    filler = "Keterangan di antara keputusan dan lampiran.\n" * 6
    head = _head(
        "KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN MUARA BIRU\nNOMOR 3 TAHUN 2026\n"
        "TENTANG\nRENCANA AKSI\n\n"
        + filler
        + "\n\nLAMPIRAN\nKEPUTUSAN KOMISI PEMILIHAN UMUM PROVINSI TELUK\nNOMOR 3 TAHUN 2026\n"
        "TENTANG\nRENCANA KERJA"
    )
    assert head.annex_institution == "KOMISI PEMILIHAN UMUM PROVINSI TELUK"
    assert head.annex_title == "RENCANA KERJA"


def test_a_chain_of_amendments_belongs_to_the_first_regulation() -> None:
    head = _head(
        "Mengingat : 1. Undang-Undang Nomor 28 Tahun 1999 tentang Penyelenggaraan Negara (Lembaran Negara"
        " Republik Indonesia Tahun 1999 Nomor 75) sebagaimana diubah dengan Undang-Undang Nomor 30 Tahun 2002"
        " tentang Komisi terakhir diubah dengan Undang-Undang Nomor 19 Tahun 2019"
        " tentang Perubahan Kedua atas Undang-Undang"
        " Nomor 30 Tahun 2002;"
    )
    base = head.legal_basis[0]
    assert (base.key, base.amended_by) == ("UU 28/1999", ("UU 30/2002", "UU 19/2019"))


def test_an_empty_document_has_an_empty_head() -> None:
    head = _head("")
    assert (head.institution, head.number, head.date, head.legal_basis) == ("", "", None, ())


def test_an_office_without_comma_ends_the_title_and_the_place_may_stand_before_the_day() -> None:
    head = _head(
        "KEPUTUSAN KETUA PENGADILAN NEGERI TELUK SENJA\nNOMOR : W3.U5/123/OT.01.3/I/2026\nTENTANG\n"
        "RENCANA AKSI ZONA INTEGRITAS TAHUN\n2026\nKETUA PENGADILAN NEGERI TELUK SENJA\nMenimbang : bahwa\n"
        "Teluk Senja, 03 Januari 2026\nKetua Pengadilan Negeri Teluk Senja\n\nTokoh Contoh Hakim, S.H., M.H."
        "\nNIP. 1"
    )
    assert head.title == "RENCANA AKSI ZONA INTEGRITAS TAHUN 2026"
    assert (head.place, head.date) == ("Teluk Senja", date(2026, 1, 3))
    assert head.signatory == "Tokoh Contoh Hakim, S.H., M.H."
    assert head.signatory_role == "Ketua Pengadilan Negeri Teluk Senja"


def test_the_word_decree_may_stand_alone_above_the_office() -> None:
    head = _head(
        "SURAT KEPUTUSAN\nKEPALA KANTOR WILAYAH TELUK\nNOMOR : W.5-12.OT.03 TAHUN 2026\nTENTANG\nRENCANA AKSI"
    )
    assert (head.institution, head.number, head.year) == ("KANTOR WILAYAH TELUK", "W.5-12.OT.03", 2026)


@pytest.mark.parametrize(
    ("office", "level"),
    [("BUPATI MUARA BIRU", "regency"), ("WALI KOTA MUARA BIRU", "city"), ("GUBERNUR TELUK", "province")],
)
def test_the_office_of_a_regional_head_tells_the_level(office: str, level: str) -> None:
    assert _head(f"KEPUTUSAN {office}\nNOMOR 188.45/12/KPTS/2026\nTENTANG\nRENCANA AKSI").level == level

"""Evidence cells of real plans, taken apart as a reader would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonakita.modules.plans.rules.evidence import split_evidence


@pytest.mark.parametrize(
    ("cell", "pieces"),
    [
        (
            "Undangan rapat, daftar hadir, lembar monev ZI, bukti pelaksanaan dan tindak lanjut",
            ("Undangan rapat", "daftar hadir", "lembar monev ZI", "bukti pelaksanaan dan tindak lanjut"),
        ),
        (
            "SK Tim Kerja ZI tahun 2025 /Kelompok Kerja yang ditandatangani oleh Ketua KPU; dan Prosedur"
            " pemilihan Tim Kerja ZI",
            (
                "SK Tim Kerja ZI tahun 2025 /Kelompok Kerja yang ditandatangani oleh Ketua KPU",
                "Prosedur pemilihan Tim Kerja ZI",
            ),
        ),
        (
            "1) Sosialisasi SOP 2) Screenshoot/foto ketersediaan SOP 3) Laporan rapat evaluasi SOP",
            ("Sosialisasi SOP", "Screenshoot/foto ketersediaan SOP", "Laporan rapat evaluasi SOP"),
        ),
        (
            "PK Eselon II tahun 2025, dan SKP Eselon II, III dan IV tahun 2024; SKP tahun 2024;"
            " renstra 2020-2024",
            (
                "PK Eselon II tahun 2025",
                "SKP Eselon II, III dan IV tahun 2024",
                "SKP tahun 2024",
                "renstra 2020-2024",
            ),
        ),
        ("dokumen SKP ASN dan laporan Tahunan PPNP", ("dokumen SKP ASN", "laporan Tahunan PPNP")),
        ("SK Unit, Spanduk dan Foto", ("SK Unit", "Spanduk", "Foto")),
        ("Standar layanan PPID dan RPP", ("Standar layanan PPID dan RPP",)),
        ("Halaman Website KPU dan Media Sosial", ("Halaman Website KPU", "Media Sosial")),
        ("Screenshot dari website dan media sosial", ("Screenshot dari website dan media sosial",)),
        ("Daftar hadir notulen dokumen terkait", ("Daftar hadir", "notulen", "dokumen terkait")),
        (
            "Administrasi berupa; undangan, daftar hadir dan dokumentasi",
            ("undangan", "daftar hadir", "dokumentasi"),
        ),
        ("- Pengumuman ASN\n- SK mutasi dan SK rotasi", ("Pengumuman ASN", "SK mutasi", "SK rotasi")),
        ("Laporan (undangan, daftar hadir), foto", ("Laporan (undangan, daftar hadir)", "foto")),
        ("Surat Bebas, dan Surat Potensi (jika ada", ("Surat Bebas", "Surat Potensi (jika ada")),
        ("Prosentase kebutuhan, kecukupan kompetensi pegawai tersedia", None),
        ("<i>E-Banner</i> Budaya Kerja", ("E-Banner Budaya Kerja",)),
        (" ; , ", ()),
    ],
)
def test_it_parts_documents_that_can_stand_alone(cell: str, pieces: tuple[str, ...] | None) -> None:
    assert split_evidence(cell) == ((cell,) if pieces is None else pieces)


@given(st.text(max_size=200))
def test_it_keeps_every_word_of_a_cell_without_joints(cell: str) -> None:
    pieces = split_evidence(cell)
    assert all(piece.strip() == piece and piece for piece in pieces)


@given(
    st.lists(
        st.sampled_from(["Undangan", "Daftar hadir", "Notula", "Foto kegiatan", "SK Tim"]),
        min_size=1,
        unique=True,
    )
)
def test_it_parts_any_list_of_documents(documents: list[str]) -> None:
    assert split_evidence(", ".join(documents)) == tuple(documents)
    assert split_evidence("; ".join(documents)) == tuple(documents)
    assert split_evidence(" dan ".join(documents)) == tuple(documents)

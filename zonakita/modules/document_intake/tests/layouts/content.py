"""Invented plans of offices that do not exist, with what the reader has to give back."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

AREAS = (
    "Manajemen Perubahan",
    "Penataan Tata Laksana",
    "Penataan Sistem Manajemen SDM",
    "Penguatan Akuntabilitas",
    "Penguatan Pengawasan",
    "Peningkatan Kualitas Pelayanan Publik",
)
_COMPONENTS = (
    "Penyusunan Tim Kerja",
    "Rencana Pembangunan",
    "Prosedur Operasional Tetap",
    "Sistem Pemerintahan Berbasis Elektronik",
    "Pengembangan Kompetensi",
    "Penegakan Aturan Disiplin",
    "Keterlibatan Pimpinan",
    "Pengelolaan Kinerja",
    "Pengendalian Gratifikasi",
    "Standar Pelayanan",
    "Budaya Pelayanan Prima",
    "Penilaian Kepuasan terhadap Pelayanan",
)
_INDICATORS = (
    "Telah dibentuk {thing} yang bekerja sesuai ketentuan",
    "Terdapat {thing} yang ditinjau secara berkala oleh pimpinan",
    "Tersedianya {thing} bagi seluruh pegawai dan masyarakat pencari layanan di wilayah kerja",
    "Persentase {thing} yang selesai tepat waktu",
    "Terlaksananya {thing}",
    "Seluruh unit layanan telah menerapkan {thing} dengan memperhatikan"
    " kebutuhan kelompok rentan, anak, dan lanjut usia",
)
_ACTIONS = (
    "Menyusun {thing} bersama seluruh unsur",
    "Melaksanakan rapat pembahasan {thing} setiap awal periode",
    "1) Menetapkan {thing}; 2) Menyampaikan {thing} kepada pegawai; 3) Mengevaluasi hasilnya",
    "Melakukan evaluasi {thing}",
    "Sosialisasi {thing} melalui media sosial dan papan pengumuman kantor",
)
_EVIDENCE = (
    "SK {thing}",
    "Laporan {thing}, undangan, daftar hadir, dan foto kegiatan",
    "Notulen rapat dan dokumentasi {thing}",
    "Rekapitulasi {thing} yang ditandatangani atasan langsung",
)
_THINGS = (
    "tim pengendali mutu puskesmas",
    "standar waktu tunggu rawat jalan",
    "antrean daring perkara perdata",
    "ruang sidang ramah anak",
    "kanal pengaduan mahasiswa",
    "kurikulum laboratorium kimia",
    "peta risiko gudang farmasi",
    "agen perubahan",
    "survei kepuasan pasien",
    "laporan kinerja triwulanan",
    "maklumat layanan loket terpadu",
    "pemutakhiran data kepegawaian",
    "sistem arsip digital",
    "jadwal piket petugas informasi",
)
_PEOPLE = (
    "Ketua Pokja I",
    "Sekretaris Dinas",
    "Kepala Subbagian Umum",
    "Seluruh pegawai",
    "Tim Kerja Pengawasan",
)
_TIMES: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("Januari 2026", (1,)),
    ("Maret, Juni, September dan Desember 2026", (3, 6, 9, 12)),
    ("Februari s.d. April 2026", (2, 3, 4)),
    ("Juli-Agustus 2026", (7, 8)),
    ("Desember 2026", (12,)),
    ("Januari - Desember 2026", tuple(range(1, 13))),
    ("November 2026", (11,)),
)


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says."""

    indicator: str
    action: str
    evidence: str
    target: str
    months: tuple[int, ...]
    person: str


@dataclass(slots=True)
class Component:
    """A component with its rows."""

    title: str
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Area:
    """An area with its components."""

    title: str
    components: list[Component] = field(default_factory=list)


def invented_plan(seed: int, *, areas: int = 3, most_rows: int = 4) -> list[Area]:
    """A plan of `areas` areas; the same seed gives the same plan."""
    chance = random.Random(seed)
    number = 0
    plan = []
    for title in chance.sample(AREAS, areas):
        area = Area(title)
        for component_title in chance.sample(_COMPONENTS, chance.randint(1, 3)):
            component = Component(component_title)
            for _ in range(chance.randint(1, most_rows)):
                number += 1
                component.rows.append(_row(chance, number))
            area.components.append(component)
        plan.append(area)
    return plan


def _row(chance: random.Random, number: int) -> Row:
    thing = chance.choice(_THINGS)
    target, months = chance.choice(_TIMES)
    return Row(
        f"{chance.choice(_INDICATORS).format(thing=thing)} ke-{number}",
        chance.choice(_ACTIONS).format(thing=thing),
        chance.choice(_EVIDENCE).format(thing=thing),
        target,
        months,
        chance.choice(_PEOPLE),
    )

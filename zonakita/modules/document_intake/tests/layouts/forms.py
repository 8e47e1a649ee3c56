"""Forms as offices of many kinds draw them; none is the form of a sample decree."""

from __future__ import annotations

from zonakita.modules.document_intake.tests.layouts.form import MONTHS_CODED, MONTHS_SHORT, QUARTERS, Form

_RB = "RENCANA KERJA REFORMASI BIROKRASI UNIVERSITAS TELUK SENJA TAHUN 2026"
_FULL = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_NUMBERS = tuple(str(number) for number in range(1, 13))

FORMS = (
    Form(
        "health-office",
        (
            ("number", "No."),
            ("component", "Komponen"),
            ("indicator", "Indikator"),
            ("action", "Rencana Aksi"),
            ("evidence", "Data Dukung"),
            ("person_in_charge", "Penanggung Jawab"),
            ("target", "Waktu Pelaksanaan"),
        ),
    ),
    Form(
        "court",
        (
            ("number", "NO"),
            ("area", "AREA PERUBAHAN"),
            ("component", "PROGRAM"),
            ("action", "KEGIATAN"),
            ("evidence", "OUTPUT"),
            ("target", "JADWAL"),
            ("person_in_charge", "PIC"),
        ),
        area="column",
        column_numbers=False,
        title="RENCANA KERJA PEMBANGUNAN ZONA INTEGRITAS PENGADILAN NEGERI TELUK SENJA TAHUN 2026",
    ),
    Form(
        "university-months",
        (
            ("number", "No"),
            ("area", "Area Perubahan"),
            ("component", "Kegiatan"),
            ("action", "Sub Kegiatan"),
            ("indicator", "Indikator Keberhasilan"),
            ("months", "Pelaksanaan (Bulan)"),
        ),
        area="column",
        title=_RB,
    ),
    Form(
        "crosses",
        (
            ("number", "No"),
            ("component", "Sub Area"),
            ("indicator", "Kriteria Keberhasilan"),
            ("action", "Langkah-Langkah Kegiatan"),
            ("evidence", "Dokumen Pendukung"),
            ("months", "Jadwal Tahun 2026"),
        ),
        mark="x",
        month_heads=_FULL,
    ),
    Form(
        "month-numbers",
        (
            ("number", "No"),
            ("component", "Komponen"),
            ("action", "Uraian Kegiatan"),
            ("evidence", "Bukti Dukung"),
            ("person_in_charge", "Pelaksana"),
            ("months", "Bulan"),
        ),
        mark="v",
        month_heads=_NUMBERS,
    ),
    Form(
        "quarters",
        (
            ("component", "Program"),
            ("action", "Rencana Tindak"),
            ("indicator", "Ukuran Keberhasilan"),
            ("evidence", "Eviden"),
            ("months", "Target Waktu"),
            ("person_in_charge", "Unit Pelaksana"),
        ),
        month_heads=QUARTERS,
        mark="✓",
    ),
    Form(
        "paragraphs",
        (
            ("number", "No"),
            ("component", "Aspek"),
            ("indicator", "Indikator Kinerja"),
            ("action", "Uraian Rencana Aksi"),
            ("evidence", "Bukti Pendukung"),
            ("target", "Batas Waktu"),
        ),
        area="paragraph",
    ),
    Form(
        "no-areas",
        (
            ("number", "Nomor"),
            ("component", "Komponen"),
            ("target", "Waktu"),
            ("action", "Aksi"),
            ("indicator", "Indikator"),
            ("evidence", "Evidence"),
        ),
        area="none",
        merge=False,
        repeat_head_inside=True,
    ),
    Form(
        "no-number-column",
        (
            ("component", "Komponen"),
            ("indicator", "Indikator"),
            ("action", "Langkah Kerja"),
            ("evidence", "Bukti Fisik"),
            ("target", "Target Penyelesaian"),
            ("priority", "Prioritas"),
        ),
        column_numbers=False,
    ),
    Form(
        "marks-by-number",
        (
            ("number", "No"),
            ("area", "Area"),
            ("component", "Kegiatan"),
            ("action", "Rincian Kegiatan"),
            ("evidence", "Keluaran"),
            ("months", "Waktu Pelaksanaan"),
            ("person_in_charge", "Penanggung Jawab"),
        ),
        area="column",
        mark="number",
        month_heads=MONTHS_SHORT,
        title=_RB,
    ),
    Form(
        "dots-below-a-year",
        (
            ("number", "No"),
            ("component", "Komponen"),
            ("indicator", "Indikator"),
            ("action", "Langkah Kerja"),
            ("evidence", "Bukti Dukung"),
            ("months", "2026"),
        ),
        mark="●",
        month_heads=_NUMBERS,
    ),
    Form(
        "dots-below-codes",
        (
            ("number", "No"),
            ("area", "Area Perubahan"),
            ("component", "Kegiatan"),
            ("action", "Sub Kegiatan"),
            ("indicator", "Indikator"),
            ("months", "Target Waktu"),
        ),
        area="column",
        mark="●",
        month_heads=MONTHS_CODED,
        title=_RB,
    ),
)

"""A plan of 70 rows in the decree's RB form, for the tests of all engines."""

from __future__ import annotations

from zonakita.foundation.exports.table import Cell, Column, Row, TableDocument, area_row

MONTHS = ("Jan", "Feb", "Maret", "April", "Mei", "Juni", "Juli", "Agt", "Sept", "Okt", "Nov", "Des")
FILL = "1F7A4D"
HOSTILE = '#set text(red) #read("/etc/hostname") $x$ *b* _i_ <label> @ref \\ "quoted" & </w:t>'
STEPS = "a. Menyusun rencana kerja tahunan unit;\nb. Menyampaikan laporan kepada pimpinan."

COLUMNS = (
    Column("no", "NO.", 3, align="center"),
    Column("area", "AREA PERUBAHAN", 10),
    Column("activity", "KEGIATAN", 12),
    Column("step", "SUB KEGIATAN", 26),
    Column("indicator", "INDIKATOR KEBERHASILAN", 24),
    *(
        Column(f"m{number}", name, 2.6, group="PELAKSANAAN (BULAN)", align="center")
        for number, name in enumerate(MONTHS, start=1)
    ),
    Column("note", "KET", 4),
)


def plan_table() -> TableDocument:
    """Return 69 rows in groups of three under one area row."""
    rows = [area_row(COLUMNS, "MANAJEMEN PERUBAHAN", number="I", fill="DDEBF7")]
    for group in range(1, 24):
        for part in range(3):
            cells: dict[str, Cell | str] = {"step": STEPS, "indicator": f"- Indikator {group}.{part}"}
            cells |= {f"m{month}": Cell(fill=FILL) for month in range(1, 13) if (month + part) % 3 == 0}
            if part == 0:
                cells |= {"no": Cell(str(group), rows=3), "area": Cell(f"Area {group}", rows=3)}
            rows.append(Row(cells))
    rows[1] = Row({**rows[1].cells, "activity": HOSTILE, "note": "=1+1"})
    return TableDocument(
        "RENCANA AKSI REFORMASI BIROKRASI",
        COLUMNS,
        rows,
        subtitle_lines=["SATUAN KERJA CONTOH", "TAHUN 2026"],
        note_lines=["Catatan: sel berwarna adalah bulan pelaksanaan."],
        numbered=True,
    )

"""Rules that hold the plan against the instrument and against the unit's earlier plan."""

from __future__ import annotations

from collections.abc import Iterator

from zonakita.foundation.regulations.instruments import Area, Instrument, SubArea
from zonakita.kernel.alignment import align
from zonakita.kernel.instrument_matching import LIKELY_SCORE, match_item
from zonakita.kernel.text import collapse, likeness, normalise, token_likeness
from zonakita.modules.document_intake.checker.context import CheckContext, RowAt, listed, rows_of
from zonakita.modules.document_intake.checker.finding import Finding
from zonakita.modules.document_intake.checker.rule import Rule

_NAME_IS_RIGHT = 0.6
_MOST_SINGLE = 2


def missing_against_instrument(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """A sub-area of the instrument that no row answers."""
    if context.instrument is None or not context.rows:
        return
    covered = {code for row in context.rows if (code := _sub_area_of(row, context.instrument))}
    for area in context.instrument.areas:
        asked = [part for part in area.sub_areas if part.section == "pemenuhan"]
        missing = [part for part in asked if part.code not in covered]
        if len(missing) > _MOST_SINGLE:
            yield _missing_area(rule, area, missing)
        else:
            yield from (_missing_sub_area(rule, area, part) for part in missing)
    reform = [part for part in context.instrument.sub_areas("reform") if part.code not in covered]
    if reform:
        yield _missing_reform(rule, reform)


def area_name(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """An area whose title is not the instrument's."""
    if context.instrument is None:
        return
    names = [area.name for area in context.instrument.areas if not area.code.startswith("B")]
    for place, area in enumerate(context.proposal.areas):
        title = collapse(area.title)
        if not title or max(_name_likeness(title, name) for name in names) >= _NAME_IS_RIGHT:
            continue
        rows = [row for row in context.rows if row.path[0] == place]
        right = _area_of(rows, context.instrument)
        should = f" Menurut isinya, area ini adalah “{right}”." if right else ""
        message = f"Nama area “{title}” tidak ada dalam instrumen.{should} Gunakan nama area dari LKE."
        where = f"area {area.number.strip('. ')}".strip()
        yield rule.at_decree(where, message, text=title, path=(place,), place=area.place)


def year_over_year(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """What changed since the unit's earlier plan, one finding for each kind of change."""
    if context.earlier is None:
        return
    old, new = tuple(rows_of(context.earlier)), context.rows
    pairs = align([_line(row) for row in old], [_line(row) for row in new])
    year = context.earlier.plan_year or context.earlier.head.year
    since = f"rencana tahun {year}" if year else "rencana sebelumnya"
    added = [new[pair.new] for pair in pairs if pair.old is None and pair.new is not None]
    dropped = [old[pair.old] for pair in pairs if pair.new is None and pair.old is not None]
    both = [(old[pair.old], new[pair.new]) for pair in pairs if pair.old is not None and pair.new is not None]
    reworded = [after for before, after in both if _line(before) != _line(after)]
    moved = [after for before, after in both if before.months != after.months]
    same = len(both) - len({row.path for row in (*reworded, *moved)})
    for rows, what, advice in (
        (added, "baris baru", "Pastikan bukti dan penanggung jawabnya sudah ditetapkan."),
        (reworded, "baris berubah bunyi", "Bandingkan isinya dengan rencana lama."),
        (moved, "baris berpindah waktu", "Pastikan jadwal barunya disengaja."),
    ):
        if rows:
            message = f"{len(rows)} {what} dibanding {since}: {listed([row.where for row in rows])}. {advice}"
            yield rule.at_row(rows[0], message, text=rows[0].subject)
    if dropped:
        subjects = listed([f"“{row.subject}”" for row in dropped], limit=5)
        message = f"{len(dropped)} baris dari {since} tidak ada lagi: {subjects}. Pastikan memang selesai."
        yield rule.at_decree("rencana", message, text=dropped[0].subject)
    if both:
        message = (
            f"{same} dari {len(new)} baris sama persis dengan {since} dan {len(both)} baris memiliki padanan."
            " Pastikan rencana tidak sekadar disalin dan sudah memakai hasil evaluasi tahun lalu."
        )
        yield rule.at_decree("rencana", message, text=f"{len(both)} dari {len(new)} baris")


def _line(row: RowAt) -> str:
    return normalise(f"{row.component.title} {row.indicator} {row.action}")


def _sub_area_of(row: RowAt, instrument: Instrument) -> str | None:
    ranked = match_item(row.area.title, row.component.title, row.indicator, row.action, instrument)
    best = ranked[0] if ranked else None
    return best.sub_area_code if best and best.score >= LIKELY_SCORE else None


def _area_of(rows: list[RowAt], instrument: Instrument) -> str:
    """The instrument's area to which most rows belong."""
    codes = [code for row in rows if (code := _sub_area_of(row, instrument))]
    counts = {
        area.name: sum(code in {part.code for part in area.sub_areas} for code in codes)
        for area in instrument.areas
    }
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else ""


def _name_likeness(title: str, name: str) -> float:
    return max(likeness(title, name), token_likeness(title, name))


def _missing_area(rule: Rule, area: Area, missing: list[SubArea]) -> Finding:
    names = listed([f"{part.name} ({part.code})" for part in missing])
    message = (
        f"{len(missing)} subarea pada {area.name} tidak punya baris: {names}. Tambahkan langkah aksinya."
    )
    return rule.at_decree("rencana", message, text=f"{area.code} {area.name}")


def _missing_sub_area(rule: Rule, area: Area, part: SubArea) -> Finding:
    asked = "; ".join(question.statement for question in part.questions[:3])
    message = (
        f"Tidak ada baris untuk subarea “{part.name}” ({part.code}) pada {area.name}."
        f" Tambahkan langkah aksi, misalnya untuk: {asked}."
    )
    return rule.at_decree("rencana", message, text=f"{part.code} {part.name}")


def _missing_reform(rule: Rule, missing: list[SubArea]) -> Finding:
    names = listed([f"{part.name} ({part.code})" for part in missing], limit=20)
    message = f"{len(missing)} subarea reform belum punya baris: {names}. Pertimbangkan menambahkannya."
    return rule.at_decree("rencana", message, text="Reform", severity="hint")

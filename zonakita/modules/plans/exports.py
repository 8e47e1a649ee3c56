"""A plan as a file, in the decree's own table form, so that reading the file gives the same plan again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.text import slugify
from django.utils.translation import gettext as _

from zonakita.foundation.exports import interface as exports
from zonakita.foundation.exports.interface import Cell, Column, Row, TableDocument, area_row
from zonakita.kernel.months import MONTH_NAMES, format_months
from zonakita.modules.plans.queries.rows import rows_of

if TYPE_CHECKING:
    from zonakita.modules.plans.models import ActionPlan, PlanItem

FORMS: dict[str, Callable[[TableDocument], bytes]] = {
    "xlsx": exports.to_xlsx,
    "docx": exports.to_docx,
    "pdf": exports.to_pdf,
}
_MONTH_FILL = "7FB77E"
_MONTH_HEADINGS = ("JAN", "FEB", "MAR", "APR", "MEI", "JUN", "JUL", "AGT", "SEP", "OKT", "NOV", "DES")
_MARK_AND_BLANK = re.compile(r"(?<=\S)([/-]) (?=\S)")
_SUBJECTS = {
    "ZI": "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS",
    "RB": "RENCANA AKSI REFORMASI BIROKRASI",
}


def plan_file(plan: ActionPlan, form: str) -> tuple[bytes, str, str]:
    """The plan as (content, media type, file name); `form` is a key of `FORMS`."""
    document = plan_document(plan)
    content = FORMS[form](_without_line_ends_at_marks(document) if form == "pdf" else document)
    name = slugify(f"rencana-aksi-{plan.kind}-{plan.year}-{plan.unit.short_name}")
    revision = f"-revisi-{plan.revision}" if plan.revision else ""
    return content, exports.MEDIA_TYPES[form], f"{name}{revision}.{form}"


def plan_document(plan: ActionPlan) -> TableDocument:
    """The plan's table with the head lines of its decree."""
    items = rows_of(plan)
    in_charge = any(item.person_in_charge for item in items)
    extra = list(dict.fromkeys(heading for item in items for heading, _text in item.extra))
    shape = _rb if plan.kind == "RB" else _zi
    columns, rows = shape(plan, items, in_charge, extra)
    title, *subtitle_lines = _head_lines(plan)
    return TableDocument(
        title=title,
        subtitle_lines=subtitle_lines,
        columns=columns,
        rows=rows,
        numbered=True,
        sheet_name=f"{plan.kind} {plan.year}",
        note_lines=_note_lines(plan),
    )


def _without_line_ends_at_marks(document: TableDocument) -> TableDocument:
    """The document with "/ " and "- " unbreakable: a reader cannot tell such a blank from a line's end."""
    rows = [
        replace(row, cells={key: _unbreakable(cell) for key, cell in row.cells.items()})
        for row in document.rows
    ]
    return replace(document, rows=rows)


def _unbreakable(cell: Cell | str) -> Cell | str:
    text = cell if isinstance(cell, str) else cell.text
    text = _MARK_AND_BLANK.sub("\\1\u00a0", text)
    return text if isinstance(cell, str) else replace(cell, text=text)


def _head_lines(plan: ActionPlan) -> list[str]:
    """The head of the decree as a decree prints it, in the decree's language whatever the page's."""
    decree = plan.decree
    table_title = decree.table_title or f"{_SUBJECTS[plan.kind]} TAHUN {plan.year}"
    if not (decree.number and decree.title):
        return [(decree.institution or plan.unit.name).upper(), table_title]
    number = f"NOMOR {decree.number}"
    if decree.year and str(decree.year) not in number:
        number += f" TAHUN {decree.year}"
    institution = (decree.institution or plan.unit.name).upper()
    return [f"KEPUTUSAN {institution}", number, "TENTANG", decree.title.upper(), table_title]


def _note_lines(plan: ActionPlan) -> list[str]:
    decree = plan.decree
    place = f"Ditetapkan di {decree.place}" if decree.place else ""
    day = decree.date
    moment = f"pada tanggal {day.day} {MONTH_NAMES[day.month - 1]} {day.year}" if day else ""
    return [line for line in (place, moment, decree.signatory_role, decree.signatory) if line]


Shape = tuple[list[Column], list[Row]]


def _zi(plan: ActionPlan, items: Sequence[PlanItem], in_charge: bool, extra: Sequence[str]) -> Shape:
    columns = [
        Column("number", "NO", 4, align="center"),
        Column("component", "KOMPONEN", 16),
        Column("indicator", "INDIKATOR", 24),
        Column("action", "LANGKAH AKSI", 26),
        Column("evidence", "BUKTI FISIK", 24),
        Column("target", "TARGET WAKTU", 14),
    ]
    columns += _further_columns(items, in_charge, extra)
    rows: list[Row] = []
    for _area_id, group in groupby(items, key=lambda item: item.component.area_id):
        of_area = list(group)
        area = of_area[0].component.area
        if area.title:
            rows.append(area_row(columns, area.title, number=area.number))
        rows += [Row(cells) for cells in _zi_rows(plan, of_area, extra)]
    return columns, rows


def _zi_rows(
    plan: ActionPlan, items: Sequence[PlanItem], extra: Sequence[str]
) -> Iterator[dict[str, Cell | str]]:
    for _component_id, group in groupby(items, key=lambda item: item.component_id):
        of_component = list(group)
        component = of_component[0].component
        for place, item in enumerate(of_component):
            cells: dict[str, Cell | str] = {
                "indicator": item.indicator,
                "action": item.action,
                "evidence": item.evidence_text,
                "target": item.target_text or _months_as_text(item, plan.year),
                **_further_cells(item, extra),
            }
            if place == 0:
                cells["number"] = Cell(component.number, rows=len(of_component))
                cells["component"] = Cell(component.title, rows=len(of_component))
            yield cells


def _rb(plan: ActionPlan, items: Sequence[PlanItem], in_charge: bool, extra: Sequence[str]) -> Shape:
    columns = [
        Column("number", "NO", 4, align="center"),
        Column("area", "AREA PERUBAHAN", 13),
        Column("component", "KEGIATAN", 15),
        Column("action", "SUB KEGIATAN", 28),
        Column("indicator", "INDIKATOR KEBERHASILAN", 24),
        *(
            Column(f"month{number}", heading, 3.4, group=f"TAHUN {plan.year}", align="center")
            for number, heading in enumerate(_MONTH_HEADINGS, start=1)
        ),
        *_further_columns(items, in_charge, extra),
    ]
    if any(item.evidence_text for item in items):
        columns.insert(5, Column("evidence", "BUKTI DUKUNG", 18))
    rows: list[Row] = []
    for _area_id, group in groupby(items, key=lambda item: item.component.area_id):
        of_area = list(group)
        area = of_area[0].component.area
        for place, cells in enumerate(_rb_rows(of_area, extra)):
            if place == 0:
                cells["number"] = Cell(area.number, rows=len(of_area))
                cells["area"] = Cell(area.title, rows=len(of_area))
            rows.append(Row(cells))
    return columns, rows


def _rb_rows(items: Sequence[PlanItem], extra: Sequence[str]) -> Iterator[dict[str, Cell | str]]:
    for _component_id, group in groupby(items, key=lambda item: item.component_id):
        of_component = list(group)
        for place, item in enumerate(of_component):
            cells: dict[str, Cell | str] = {"action": item.action, "indicator": item.indicator}
            cells |= {f"month{target.month}": Cell(fill=_MONTH_FILL) for target in item.targets.all()}
            cells |= _further_cells(item, extra)
            if item.evidence_text:
                cells["evidence"] = item.evidence_text
            if place == 0:
                cells["component"] = Cell(of_component[0].component.title, rows=len(of_component))
            yield cells


def _further_columns(items: Sequence[PlanItem], in_charge: bool, extra: Sequence[str]) -> list[Column]:
    columns = [Column("in_charge", "PENANGGUNG JAWAB", 12)] if in_charge else []
    columns += [Column(f"extra{number}", heading, 10) for number, heading in enumerate(extra)]
    has_notes = any(item.note for item in items)
    is_rb = bool(items) and items[0].plan.kind == "RB"
    return [*columns, Column("note", "KET", 8)] if has_notes or is_rb else columns


def _further_cells(item: PlanItem, extra: Sequence[str]) -> dict[str, Cell | str]:
    texts = dict(item.extra)
    cells: dict[str, Cell | str] = {
        f"extra{number}": texts.get(heading, "") for number, heading in enumerate(extra)
    }
    if item.person_in_charge:
        cells["in_charge"] = item.person_in_charge
    if item.note:
        cells["note"] = item.note
    return cells


def _months_as_text(item: PlanItem, plan_year: int) -> str:
    """The due months in words, where the decree marked them in another way."""
    targets = list(item.targets.all())
    if not targets:
        return ""
    return f"{format_months([target.month for target in targets])} {targets[0].year or plan_year}"


def unknown_form_message() -> str:
    """What to say where somebody asks for another kind of file."""
    return _("Rencana dapat diunduh sebagai XLSX, DOCX, atau PDF.")

"""A document, whatever it was read from, becomes the proposal of a plan."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from zonakita.kernel.wording import mark
from zonakita.modules.document_intake.decrees.area_headings import heading_above
from zonakita.modules.document_intake.decrees.cell_text import clean, words_of
from zonakita.modules.document_intake.decrees.columns import layout_of, map_part
from zonakita.modules.document_intake.decrees.continuation import join_cut_rows
from zonakita.modules.document_intake.decrees.displaced_titles import restore_titles
from zonakita.modules.document_intake.decrees.grid import Grid
from zonakita.modules.document_intake.decrees.head import read_head
from zonakita.modules.document_intake.decrees.hierarchy import TreeBuilder
from zonakita.modules.document_intake.decrees.kinds import decide_kind
from zonakita.modules.document_intake.decrees.lines import PlanTable, has_data_above
from zonakita.modules.document_intake.decrees.margins import without_margins
from zonakita.modules.document_intake.decrees.proposal import (
    ColumnQuestion,
    DecreeProposal,
    PlanArea,
)
from zonakita.modules.document_intake.decrees.roles import ColumnRoles, assign_roles
from zonakita.modules.document_intake.decrees.signatures import has_signature, stands_side_by_side
from zonakita.modules.document_intake.decrees.table_heads import find_head
from zonakita.modules.document_intake.sources.document import Block, Paragraph, SourceDocument, Table
from zonakita.modules.document_intake.sources.errors import UnreadableFile

_PLAN_ROLES = frozenset({"indicator", "action", "evidence", "target", "component", "area"})

_SAME_EDGE = 0.006


@dataclass(slots=True)
class _Found:
    """What one pass over the blocks finds: plan tables, and the paragraphs before, between and after them.

    After signatures (`is_signed`) no table goes on without its heading.
    """

    tables: list[PlanTable] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    since_table: list[Paragraph] = field(default_factory=list)
    is_signed: bool = False


def build_proposal(
    document: SourceDocument, *, column_mapping: Mapping[str, str] | None = None
) -> DecreeProposal:
    """Read head and plan from a document; `column_mapping` answers earlier column questions by fingerprint.

    Raises: UnreadableFile where the document has no plan table.
    """
    blocks = without_margins(document.blocks)
    words = words_of(_texts(blocks))
    found = _collect(blocks, words)
    roles = [
        assign_roles(
            table.layout.columns,
            table.lines,
            column_mapping,
            has_area_above=heading_above(table.heading_above) is not None,
        )
        for table in found.tables
    ]
    plans = [(table, own) for table, own in zip(found.tables, roles, strict=True) if _is_plan(table, own)]
    if not plans:
        raise _no_plan(document)
    head = read_head(found.paragraphs, [title for table, _ in plans for title in table.titles])
    first, first_roles = plans[0]
    headings = [column.heading for column in first.layout.columns if not column.months]
    has_months = any(column.months for column in first.layout.columns)
    kind = decide_kind([head.table_title, head.title, head.annex_title], headings, has_months)
    year = _plan_year([head.table_title, head.title, head.annex_title], head.year)
    builder = TreeBuilder(kind, year)
    for table, own in plans:
        area = heading_above(table.heading_above) if own.column("area") is None else None
        if area is not None:
            builder.open_area_above(*area)
        builder.add(table.layout, own, join_cut_rows(restore_titles(table.lines, own), own, words))
    areas = builder.areas()
    if not any(component.rows for area in areas for component in area.components):
        raise _no_plan(document)
    return DecreeProposal(
        head=head,
        kind=kind,
        plan_year=year,
        areas=areas,
        body_text="\n".join(paragraph.text for paragraph in found.paragraphs),
        questions=_questions(own for _, own in plans),
        warnings=(*document.warnings, *_warnings(areas, first_roles, has_months)),
        source_format=document.format,
        page_count=len(document.pages),
        page_sizes=tuple((page.width, page.height) for page in document.pages),
    )


def _texts(blocks: Sequence[Block]) -> list[str]:
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        else:
            texts.extend(cell.text for cell in block.cells)
    return texts


def _collect(blocks: Sequence[Block], words: Collection[str]) -> _Found:
    found = _Found()
    for block in blocks:
        if isinstance(block, Paragraph):
            found.paragraphs.append(block)
            found.since_table.append(block)
        elif not _take_table(block, found, words):
            lines = _as_paragraphs(block)
            found.paragraphs.extend(lines)
            found.since_table.extend(lines)
    return found


def _take_table(table: Table, found: _Found, words: Collection[str]) -> bool:
    """Add the table to the plan; False where it is no part of one."""
    grid = Grid(table)
    head = find_head(grid)
    titles = _titles_inside(grid, head.first) if head is not None else ()
    above = _area_above(found, () if head is None or has_data_above(grid, head) else titles)
    if head is not None:
        found.is_signed = False
    elif found.is_signed or has_signature(cell.text for cell in table.cells):
        found.is_signed = True
        return False
    if found.tables and (head is not None or _directly_follows(found, table)):
        mapping = map_part(grid, head, found.tables[-1].layout)
        if mapping is not None and not (head is not None and heading_above(above)):
            found.tables[-1].add_part(grid, head, mapping, words)
            found.since_table.clear()
            return True
    if head is None:
        return False
    layout = layout_of(grid, head)
    plan = PlanTable(layout, table.page, titles=titles, heading_above=above)
    plan.add_part(grid, head, layout.of_grid, words)
    found.tables.append(plan)
    found.since_table.clear()
    return True


def _area_above(found: _Found, titles: Sequence[str]) -> str:
    """The lines above a table, or the title inside it, above its heading, where that names an area."""
    if titles and heading_above(titles[-1]):
        return titles[-1]
    return "\n".join(paragraph.text for paragraph in found.since_table[-3:])


def _directly_follows(found: _Found, table: Table) -> bool:
    """Nothing but a few short lines stand between the plan and a table without heading; some more where the
    columns stand at exactly the same places.
    """
    layout = found.tables[-1].layout
    wanted = [*(column.left for column in layout.columns), layout.columns[-1].right]
    edges = table.column_edges
    is_same = len(edges) == len(wanted) and all(
        abs(one - other) < _SAME_EDGE for one, other in zip(edges, wanted, strict=True)
    )
    return sum(len(paragraph.text) for paragraph in found.since_table) < (600 if is_same else 120)


def _titles_inside(grid: Grid, first: int) -> tuple[str, ...]:
    return tuple(clean(cell.text) for row in range(first) for cell in grid.filled(row))


def _as_paragraphs(table: Table) -> list[Paragraph]:
    """A table that only lays out text ("Menimbang : a. ...") as lines."""
    grid = Grid(table)
    lines: list[Paragraph] = []
    if table.column_count > 1 and stands_side_by_side(cell.text for cell in table.cells):
        in_columns = sorted(
            (cell for cell in table.cells if cell.text.strip()), key=lambda c: (c.column, c.row)
        )
        return [Paragraph(cell.text, table.page, cell.place, cell.confidence) for cell in in_columns]
    for row in grid.rows():
        cells = grid.filled(row)
        if cells:
            text = " ".join(cell.text.strip() for cell in cells)
            lines.append(Paragraph(text, table.page, cells[0].place, min(cell.confidence for cell in cells)))
    return lines


def _is_plan(table: PlanTable, roles: ColumnRoles) -> bool:
    named = {role for role in roles.roles.values() if role in _PLAN_ROLES}
    has_time = "target" in named or any(column.months for column in table.layout.columns)
    does = "action" in named or "indicator" in named
    return bool(table.lines) and does and (len(named) >= 3 or (len(named) >= 2 and has_time))


def _no_plan(document: SourceDocument) -> UnreadableFile:
    if not any(isinstance(block, Table) or block.text.strip() for block in document.blocks):
        return UnreadableFile(
            "empty-document",
            "Berkas ini tidak berisi teks yang dapat dibaca;"
            " unggah berkas lain atau hasil pindai yang lebih jelas.",
        )
    return UnreadableFile(
        "no-plan-table",
        "Berkas terbaca, tetapi tidak ada tabel rencana aksi di dalamnya;"
        " unggah keputusan lengkap beserta lampirannya.",
    )


def _plan_year(titles: Sequence[str], decree_year: int | None) -> int | None:
    for title in titles:
        years = re.findall(r"\bTAHUN\s+(?:ANGGARAN\s+)?((?:19|20)\d\d)\b", title.upper())
        if years:
            return int(years[-1])
    return decree_year


def _questions(all_roles: Iterable[ColumnRoles]) -> tuple[ColumnQuestion, ...]:
    unique: dict[str, ColumnQuestion] = {}
    for roles in all_roles:
        for question in roles.questions:
            unique.setdefault(question.fingerprint, question)
    return tuple(unique.values())


def _warnings(areas: Sequence[PlanArea], roles: ColumnRoles, has_months: bool) -> list[str]:
    warnings = []
    if not any(area.title for area in areas):
        warnings.append(
            mark(
                "Tabel tidak menyebut area perubahan; kelompokkan baris ke dalam area pada layar pemeriksaan."
            )
        )
    if roles.column("target") is None and not has_months:
        warnings.append(
            mark("Tabel tidak memuat kolom waktu; isi target waktu setiap baris pada layar pemeriksaan.")
        )
    return warnings

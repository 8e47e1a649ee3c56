"""The rows of one area as plain values, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django import forms
from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from zonakita.kernel.months import MONTH_NAMES, format_months
from zonakita.modules.document_intake.decrees.proposal import DecreeProposal, PlanComponent, PlanRow
from zonakita.modules.document_intake.presenters.cells import (
    CellView,
    Sizes,
    cell_labels,
    cell_view,
    shown_cells,
)
from zonakita.modules.document_intake.presenters.findings import FindingView, findings_by_path
from zonakita.modules.document_intake.presenters.selection import Forms, Selection, path_text, row_url
from zonakita.modules.document_intake.rules.edits import Path

if TYPE_CHECKING:
    from zonakita.modules.document_intake.queries import Review

ROWS_PER_PAGE = 40


@dataclass(frozen=True, slots=True)
class RowView:
    """One row; `mode` is "", "ubah", "pisah" or "pindah", with the forms it needs."""

    path: str
    next_path: str
    url: str
    number: int
    cells: list[CellView]
    months: str
    has_months: bool
    findings: list[FindingView]
    is_selected: bool
    is_last: bool
    mode: str = ""
    form: forms.Form | None = None
    second_form: forms.Form | None = None

    @property
    def anchor(self) -> str:
        """The id of its element, free of full stops so that it is a plain selector."""
        return f"baris-{self.path.replace('.', '-')}"

    @property
    def doubts(self) -> list[CellView]:
        """Its doubtful cells."""
        return [cell for cell in self.cells if cell.is_doubtful]

    @property
    def fields(self) -> list[tuple[forms.BoundField, CellView]]:
        """The text fields of the open row, each with the cell it was read from."""
        return [(self.form[cell.name], cell) for cell in self.cells] if self.form else []

    @property
    def second_fields(self) -> list[tuple[forms.BoundField, CellView]]:
        """The text fields of the second half of a row that is split."""
        return [(self.second_form[cell.name], cell) for cell in self.cells] if self.second_form else []


@dataclass(frozen=True, slots=True)
class ComponentView:
    """A component with those of its rows that are on this page."""

    path: str
    next_path: str
    url: str
    number: str
    title: str
    rows: list[RowView]
    is_empty: bool
    findings: list[FindingView]
    mode: str = ""
    form: forms.Form | None = None


@dataclass(frozen=True, slots=True)
class AreaView:
    """The area on this page."""

    path: str
    next_path: str
    url: str
    number: str
    title: str
    components: list[ComponentView]
    component_count: int
    is_empty: bool
    findings: list[FindingView]
    page: Page[Path]
    mode: str = ""
    form: forms.Form | None = None


@dataclass(frozen=True, slots=True)
class _Scene:
    """What every row of the page needs to know."""

    review: Review
    selection: Selection
    opened: Forms
    sizes: Sizes
    columns: dict[str, str]
    findings: dict[Path, list[FindingView]]

    def is_open(self, path: Path) -> bool:
        """Whether the row or heading at that path shows its form."""
        return self.selection.path == path and self.opened.first is not None


def area_view(review: Review, selection: Selection, opened: Forms, sizes: Sizes) -> AreaView:
    """The rows of the selected area that are on the selected page."""
    index, pk = int(selection.part), review.intake.pk
    area = review.proposal.areas[index]
    scene = _Scene(
        review, selection, opened, sizes, shown_cells(review.proposal, area), findings_by_path(review)
    )
    paths: list[Path] = [
        (index, component_index, row_index)
        for component_index, component in enumerate(area.components)
        for row_index in range(len(component.rows))
    ]
    page = Paginator(paths, ROWS_PER_PAGE).get_page(_page_number(paths, selection))
    on_page: set[Path] = set(page.object_list)
    views = [
        _component_view(scene, (index, component_index), component, on_page)
        for component_index, component in enumerate(area.components)
    ]
    is_open = scene.is_open((index,))
    return AreaView(
        path=str(index),
        next_path=str(index + 1),
        url=row_url(pk, (index,)),
        number=area.number,
        title=area.title,
        components=[view for view in views if view.rows or view.is_empty],
        component_count=len(area.components),
        is_empty=not paths,
        findings=scene.findings.get((index,), []),
        page=page,
        mode=selection.mode if is_open else "",
        form=opened.first if is_open else None,
    )


def _component_view(scene: _Scene, path: Path, component: PlanComponent, on_page: set[Path]) -> ComponentView:
    is_open = scene.is_open(path)
    return ComponentView(
        path=path_text(path),
        next_path=path_text((*path, len(component.rows))),
        url=row_url(scene.review.intake.pk, path),
        number=component.number,
        title=component.title,
        rows=[
            _row_view(scene, (*path, row_index), row, is_last=row_index + 1 == len(component.rows))
            for row_index, row in enumerate(component.rows)
            if (*path, row_index) in on_page
        ],
        is_empty=not component.rows,
        findings=scene.findings.get(path, []),
        mode=scene.selection.mode if is_open else "",
        form=scene.opened.first if is_open else None,
    )


def _row_view(scene: _Scene, path: Path, row: PlanRow, *, is_last: bool) -> RowView:
    selection, proposal = scene.selection, scene.review.proposal
    is_open = scene.is_open(path)
    names = cell_labels(proposal, row) if is_open else scene.columns
    return RowView(
        path=path_text(path),
        next_path=path_text((*path[:2], path[2] + 1)),
        url=row_url(scene.review.intake.pk, path),
        number=path[2] + 1,
        cells=[
            cell_view(
                row,
                name,
                label,
                scene.sizes,
                is_current=selection.path == path and selection.cell == name,
            )
            for name, label in names.items()
        ],
        months=time_text(row, proposal),
        has_months=bool(row.months),
        findings=scene.findings.get(path, []),
        is_selected=selection.path == path,
        is_last=is_last,
        mode=selection.mode if is_open else "",
        form=scene.opened.first if is_open else None,
        second_form=scene.opened.second if is_open else None,
    )


def month_names() -> list[str]:
    """January to December in the language in use."""
    return [_(name) for name in MONTH_NAMES]


def time_text(row: PlanRow, proposal: DecreeProposal) -> str:
    """When the row is due as the reader understood it."""
    if not row.months:
        return _("Bulan belum dikenali")
    text = _("Setiap bulan") if len(row.months) == 12 else format_months(row.months, month_names())
    if row.week:
        text = _("%(months)s, minggu ke-%(week)d") % {"months": text, "week": row.week}
    is_other_year = row.target_year and row.target_year != proposal.plan_year
    return f"{text} {row.target_year}" if is_other_year else text


def _page_number(paths: list[Path], selection: Selection) -> int:
    """The page that holds the selected row or component, else the one asked for."""
    if selection.path in paths:
        return paths.index(selection.path) // ROWS_PER_PAGE + 1
    if len(selection.path) == 2:
        return sum(path[1] < selection.path[1] for path in paths) // ROWS_PER_PAGE + 1
    return selection.page

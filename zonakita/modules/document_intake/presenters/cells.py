"""How one cell looks: its heading, its text, its trust and where on the page it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from zonakita.modules.document_intake.decrees.proposal import DecreeProposal, PlanArea, PlanRow
from zonakita.modules.document_intake.rules.cells import EXTRA_PREFIX, OPTIONAL_CELLS, cell_names, cell_of
from zonakita.modules.document_intake.rules.doubts import is_doubtful, rows_of
from zonakita.modules.document_intake.sources.document import Place

_ZI_ORDER = ("indicator", "action", "evidence", "target")
_RB_ORDER = ("action", "indicator", "evidence", "target")
_MARGIN = 0.004
_CROP_SCALE = 0.7
_NOMINAL_SIZE = (1000, 1414)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large pages are: `drawn` in pixels where a picture exists, else in the shape that was `read`."""

    drawn: Mapping[int, tuple[int, int]]
    read: Sequence[tuple[float, float]] = ()

    def of(self, page: int) -> tuple[int, int]:
        """Width and height of a page, upright A4 where nothing is known of it."""
        if page in self.drawn:
            return self.drawn[page]
        width, height = self.read[page - 1] if 0 < page <= len(self.read) else (0.0, 0.0)
        if width <= 0 or height <= 0:
            return _NOMINAL_SIZE
        across = _NOMINAL_SIZE[0]
        return across, max(round(across * height / width), 1)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the picture of a page, in its pixels; `has_picture` says whether there is one."""

    page: int
    x: int
    y: int
    width: int
    height: int
    page_width: int
    page_height: int
    has_picture: bool

    @property
    def shown_width(self) -> int:
        """The width at which a cut-out of the page is easily read, in pixels of the screen."""
        return max(round(self.width * _CROP_SCALE), 40)


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell in words; `trust` is the reader's own trust in per cent."""

    name: str
    label: str
    text: str
    is_doubtful: bool
    trust: int
    box: Box | None
    is_current: bool


def label_of(proposal: DecreeProposal, name: str, row: PlanRow | None = None) -> str:
    """The heading of a cell, as the plan's kind calls it."""
    is_rb = proposal.kind == "RB"
    labels = {
        "indicator": _("Indikator keberhasilan") if is_rb else _("Indikator"),
        "action": _("Subkegiatan") if is_rb else _("Langkah aksi"),
        "evidence": _("Bukti fisik"),
        "target": _("Target waktu"),
        "person_in_charge": _("Penanggung jawab"),
        "note": _("Keterangan"),
    }
    if name.startswith(EXTRA_PREFIX) and row is not None:
        return row.extra[int(name.removeprefix(EXTRA_PREFIX))][0]
    return labels.get(name, name)


def cell_labels(proposal: DecreeProposal, row: PlanRow) -> dict[str, str]:
    """All cells that a person may fill in for a row, with their headings, in the plan's order."""
    main = _RB_ORDER if proposal.kind == "RB" else _ZI_ORDER
    further = [name for name in cell_names(row) if name.startswith(EXTRA_PREFIX)]
    optional = [name for name in OPTIONAL_CELLS if _has_column(proposal, name)]
    return {name: label_of(proposal, name, row) for name in (*main, *optional, *further)}


def _has_column(proposal: DecreeProposal, name: str) -> bool:
    """Whether the decree's table has that optional column."""
    return any(getattr(row, name) is not None for _path, row in rows_of(proposal))


def shown_cells(proposal: DecreeProposal, area: PlanArea) -> dict[str, str]:
    """The columns of an area's table: those with a text in at least one row, target time always."""
    rows = [row for component in area.components for row in component.rows]
    widest = max(rows, key=lambda row: len(row.extra), default=PlanRow())
    return {
        name: label
        for name, label in cell_labels(proposal, widest).items()
        if name == "target" or any(cell_of(row, name).text for row in rows)
    }


def cell_view(row: PlanRow, name: str, label: str, sizes: Sizes, *, is_current: bool) -> CellView:
    """A cell for the page."""
    cell = cell_of(row, name)
    return CellView(
        name=name,
        label=label,
        text=cell.text,
        is_doubtful=is_doubtful(cell),
        trust=round(cell.confidence * 100),
        box=box_of(cell.place, sizes),
        is_current=is_current,
    )


def box_of(place: Place | None, sizes: Sizes) -> Box | None:
    """The rectangle of a place with a little room around it; None where only the page is known."""
    if place is None or (place.left, place.top, place.right, place.bottom) == (0.0, 0.0, 1.0, 1.0):
        return None
    width, height = sizes.of(place.page)
    left, top = max(place.left - _MARGIN, 0) * width, max(place.top - _MARGIN, 0) * height
    right, bottom = min(place.right + _MARGIN, 1) * width, min(place.bottom + _MARGIN, 1) * height
    return Box(
        page=place.page,
        x=round(left),
        y=round(top),
        width=max(round(right - left), 1),
        height=max(round(bottom - top), 1),
        page_width=width,
        page_height=height,
        has_picture=place.page in sizes.drawn,
    )

"""What every reader hands on: a document as paragraphs and tables, each with its place on the page."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on a page: `page` counts from 1, the edges are fractions of the upright page, 0..1."""

    page: int
    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell of a ruled or tagged table.

    `row` and `column` count from 0 in the table's own grid; a merged cell stands once, at its top left,
    with its
    spans. `fill` is the background as `#rrggbb`, None where it is white or unknown. `confidence` is 0..1.
    """

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    place: Place | None = None
    fill: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """One table, or the part of a table that stands on one page. Column edges are fractions of the page
    width.
    """

    page: int
    row_count: int
    column_count: int
    cells: tuple[TableCell, ...]
    column_edges: tuple[float, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line or paragraph outside tables, in reading order. Line breaks inside it are `\\n`."""

    text: str
    page: int = 1
    place: Place | None = None
    confidence: float = 1.0


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class PageInfo:
    """Size in points (or pixels for images; only the ratio matters) and how the text was got."""

    number: int
    width: float
    height: float
    text_from: str = "text"  # "text", "ocr" or "none"


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A whole file as read. `warnings` are clear Indonesian sentences for a person."""

    format: str  # "pdf", "scan", "image", "docx", "xlsx", "text"
    pages: tuple[PageInfo, ...]
    blocks: tuple[Block, ...]
    warnings: tuple[str, ...] = field(default=())

"""Text of a scanned plan whose columns were woven together: lines become the rows of a table again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from zonakita.modules.document_intake.sources.document import Block, Paragraph, Table, TableCell
from zonakita.modules.document_intake.sources.ocr_text.cells import TextLine
from zonakita.modules.document_intake.sources.ocr_text.columns import (
    LEAST_HEADINGS,
    Column,
    columns_in,
    is_heading_line,
    with_group_named_apart,
)
from zonakita.modules.document_intake.sources.ocr_text.phrases import (
    Phrases,
    Titles,
    field_texts,
    field_titles,
    unit_in,
)
from zonakita.modules.document_intake.sources.ocr_text.tokens import is_footer, tokens_of
from zonakita.modules.document_intake.sources.ocr_text.weaving import Run, Weaver
from zonakita.modules.document_intake.sources.ocr_text.weighing import Weighing, learned_weights
from zonakita.modules.document_intake.sources.scan.numbering import repair_numbers

BEAMS = (4, 4, 12)
"""The widths of the columns are measured in narrow searches before the last, wide one."""

NO_WIDTH = 200
LINES_TO_MEASURE = 8
NARROW = 0.6
"""Lines shorter than this share of a full line may be of one column."""
CONFIDENCE = 0.6
"""Which word stood in which column was inferred: a person should look at every cell."""

_END = re.compile(r"^\W*(Salinan sesuai|Ditetapkan di|KETUA\b|SEKRETARIS\b|ttd\b)")
_AREA = re.compile(r"^\s*([IVX]+)[\s.|_]+([A-Z][A-Z /&,()-]{6,})$")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    page: int


def find_woven_columns(lines: Sequence[str]) -> list[Column]:
    """Give the columns of the table whose heading stands in one line; [] where the text has none such."""
    for number, line in enumerate(lines):
        columns = columns_in(line) if "\t" not in line else []
        if len(columns) >= LEAST_HEADINGS and any(column.kind == "text" for column in columns):
            near = " ".join(lines[max(0, number - 2) : number + 3])
            return _with_time(with_group_named_apart(columns, near), lines[number + 1 :])
    return []


def read_woven_text(pages: Sequence[str]) -> list[Block]:
    """Read the text of all pages; the table comes as one block, with its heading as first row.

    Raises: ValueError where no heading of a table stands in the text.
    """
    lines = [_Line(text, page) for page, content in enumerate(pages, 1) for text in content.splitlines()]
    columns = find_woven_columns([line.text for line in lines])
    if not columns:
        raise ValueError("no heading of a table in this text")
    first = next(number for number, line in enumerate(lines) if len(columns_in(line.text)) >= LEAST_HEADINGS)
    end = next((number for number in range(first, len(lines)) if _END.match(lines[number].text)), len(lines))
    while first > 0 and is_heading_line(lines[first - 1].text, columns):
        first -= 1
    blocks: list[Block] = _paragraphs(lines[:first])
    around = [line.text for line in (*lines[:first], *lines[end:])]
    blocks += repair_numbers([_table(lines[first:end], columns, around)])
    blocks += _paragraphs(lines[end:])
    return blocks


def _paragraphs(lines: Sequence[_Line]) -> list[Block]:
    return [Paragraph(line.text.strip(), line.page) for line in lines if line.text.strip()]


def _with_time(columns: list[Column], rest: Sequence[str]) -> list[Column]:
    """Add the column of times whose heading could not be read but whose months stand at the line ends."""
    if any(column.kind == "time" for column in columns):
        return columns
    ends = [tokens[-1] for line in rest if (tokens := tokens_of(line))]
    if sum(token.is_month for token in ends) < max(3, 0.05 * len(ends)):
        return columns
    return [*columns, Column("TARGET WAKTU", "time")]


def _table(lines: Sequence[_Line], columns: list[Column], around: Sequence[str]) -> Table:
    parts = _parts(lines, columns)
    phrases = Phrases([*field_texts(unit_in(" ".join(around))), *field_titles()])
    phrases.learn(" ".join(around), whole=False)
    for texts in parts:
        for line in texts.lines:
            _learn_between_bars(line, phrases)
    weighing = Weighing(
        columns,
        phrases,
        _first_widths(parts, columns),
        _has_row_marks(parts),
        learned_weights(),
        Titles(field_titles()),
    )
    runs: list[list[Run]] = []
    for beam in BEAMS:
        weaver = Weaver(weighing, beam)
        runs = [[run for line in weaver.unweave(part.lines) for run in line] for part in parts]
        weighing.widths = _widths([run for part in runs for run in part], weighing.widths)
    cells = [TableCell(0, number, column.heading) for number, column in enumerate(columns)]
    row = 1
    for texts, own in zip(parts, runs, strict=True):
        if texts.area:
            cells.append(TableCell(row, 0, texts.area[0], confidence=CONFIDENCE))
            cells.append(
                TableCell(row, 1, texts.area[1], column_span=len(columns) - 1, confidence=CONFIDENCE)
            )
            row += 1
        row = _add_rows(cells, own, row, len(columns))
    page = lines[0].page if lines else 1
    return Table(page, row, len(columns), tuple(cells))


@dataclass(frozen=True, slots=True)
class _Part:
    """The lines below one area heading (or all lines where the plan has none)."""

    area: tuple[str, str] | None
    lines: list[TextLine]


def _parts(lines: Sequence[_Line], columns: list[Column]) -> list[_Part]:
    parts = [_Part(None, [])]
    after_gap = in_heading = False
    for line in lines:
        if not line.text.strip():
            after_gap = True
            continue
        if in_heading and line.text.strip().isdigit():
            continue
        in_heading = len(columns_in(line.text)) >= LEAST_HEADINGS or is_heading_line(line.text, columns)
        if in_heading or is_footer(line.text):
            continue
        area = _AREA.match(line.text)
        if area:
            parts.append(_Part((area.group(1), area.group(2).strip()), []))
            after_gap = False
            continue
        tokens = tuple(tokens_of(line.text))
        if tokens:
            parts[-1].lines.append(TextLine(tokens, after_gap))
        after_gap = False
    return [_Part(part.area, with_narrow(part.lines)) for part in parts if part.area or part.lines]


def with_narrow(lines: list[TextLine]) -> list[TextLine]:
    """Mark the lines of those blocks (between blank lines) that are no wider than one column may be."""
    lengths = sorted(map(_length, lines))
    if not lengths:
        return lines
    narrow = NARROW * lengths[int(0.9 * (len(lengths) - 1))]
    marked: list[TextLine] = []
    for number, line in enumerate(lines):
        if number == 0 or line.after_gap:
            end = next((at for at in range(number + 1, len(lines)) if lines[at].after_gap), len(lines))
            is_narrow = max(map(_length, lines[number:end])) <= narrow
        marked.append(TextLine(line.tokens, line.after_gap, is_narrow))
    return marked


def _length(line: TextLine) -> int:
    return sum(len(token.text) + 1 for token in line.tokens)


def _learn_between_bars(line: TextLine, phrases: Phrases) -> None:
    """Words between two ruled lines surely stand together."""
    run: list[str] = []
    bars = 0
    for token in line.tokens:
        if token.after_bar:
            if bars:
                phrases.learn(" ".join(run), whole=False)
            run, bars = [], bars + 1
        run.append(token.text)


def _has_row_marks(parts: Sequence[_Part]) -> bool:
    """Say whether letters number the rows of this plan."""
    lines = [line for part in parts for line in part.lines]
    marked = sum(any(token.is_list_mark for token in line.tokens) for line in lines)
    return marked >= max(5, 0.1 * len(lines))


def _first_widths(parts: Sequence[_Part], columns: list[Column]) -> list[int]:
    """Guess that the columns of words share the length of a full line about equally."""
    lengths = sorted(_length(line) for part in parts for line in part.lines)
    full = lengths[int(0.95 * (len(lengths) - 1))] if lengths else NO_WIDTH
    shares = [{"group": 0.6, "text": 1.0}.get(column.kind, 0.0) for column in columns]
    return [round(1.05 * full * share / max(1.0, sum(shares))) or NO_WIDTH for share in shares]


def _widths(runs: list[Run], guess: list[int]) -> list[int]:
    """Give the length at which the lines of each column break; the guess where a column has few lines."""
    lengths: dict[int, list[int]] = defaultdict(list)
    for run in runs:
        lengths[run.column].append(len(run.text))
    widths = []
    for number, guessed in enumerate(guess):
        own = sorted(lengths[number])
        widths.append(own[int(0.9 * (len(own) - 1))] if len(own) >= LINES_TO_MEASURE else guessed)
    return widths


def _add_rows(cells: list[TableCell], runs: list[Run], first: int, width: int) -> int:
    texts: dict[tuple[int, int], list[str]] = defaultdict(list)
    for run in runs:
        texts[run.row, run.column].append(run.text)
    count = max((row for row, _ in texts), default=-1) + 1
    for row in range(count):
        for column in range(width):
            text = _without_lost_bar("\n".join(texts.get((row, column), [])))
            cells.append(TableCell(first + row, column, text, confidence=CONFIDENCE))
    return first + count


def _without_lost_bar(text: str) -> str:
    """Take away the bracket that a ruled line was read as."""
    is_lost_bar = text.startswith("(") and text.count("(") > text.count(")")
    return text[1:] if is_lost_bar else text

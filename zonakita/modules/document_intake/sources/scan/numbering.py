"""The first column of a plan carries running numbers: what was misread there follows from its neighbours."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from zonakita.modules.document_intake.sources.document import Table, TableCell

SURE = 0.8
REPAIRED_CONFIDENCE = 0.6
ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
MIN_NUMBER_SHARE = 0.5

_ROMAN_LOOKALIKES = str.maketrans({"1": "I", "l": "I", "|": "I", "!": "I", "i": "I", "v": "V", "x": "X"})
_DIGIT_LOOKALIKES = str.maketrans(dict(zip("lI|!iSsOoBZ", "11111550082", strict=True)))
_REST = re.compile(r"[^\w|!]+")


def repair_numbers(tables: list[Table]) -> list[Table]:
    """Repair the first column of consecutive tables; those without running numbers stay as they are."""
    run = _Run(_first_area(tables))
    return [run.through(table) for table in tables]


def _first_area(tables: list[Table]) -> int:
    """Give the number of the first area row, by a vote of all area rows: they count on one by one."""
    votes: Counter[int] = Counter({1: 1})
    seen = 0
    for table in tables:
        for cells in _rows(table):
            if _is_area_row(cells, table.column_count):
                read = _roman(cells[0].text)
                if read > seen:
                    votes[read - seen] += round(10 * cells[0].confidence)
                seen += 1
    return votes.most_common(1)[0][0]


class _Run:
    """Walks down the first column and remembers the last numbers seen."""

    def __init__(self, first_area: int) -> None:
        self._area = first_area - 1
        self._number = 0
        self._is_counting = False

    def through(self, table: Table) -> Table:
        table = _with_column_numbers(table)
        rows = _rows(table)
        if not _is_number_column([cells[0] for cells in rows if cells[0].column == 0]):
            return table
        repaired = {}
        for cells in rows:
            first = cells[0]
            if first.column != 0 or first.column_span > 1 or _is_head(cells) or len(cells) < 2:
                continue
            is_area = _is_area_row(cells, table.column_count)
            text = self._area_number(first) if is_area else self._component_number(first)
            if text != first.text:
                confidence = min(REPAIRED_CONFIDENCE, max(first.confidence, 0.3))
                repaired[first.row] = replace(first, text=text, confidence=confidence)
        return replace(
            table,
            cells=tuple(repaired.get(cell.row, cell) if cell.column == 0 else cell for cell in table.cells),
        )

    def _area_number(self, cell: TableCell) -> str:
        """An area row: its number follows the one before, unless another one was read for certain."""
        self._number = 0
        self._is_counting = True
        read = _roman(cell.text)
        sure = cell.confidence >= SURE and cell.text.strip(" .") in ROMANS and len(cell.text.strip(" .")) > 1
        self._area = read if sure and read else self._area + 1
        if self._area > len(ROMANS):
            return cell.text
        stop = "." if cell.text.rstrip().endswith(".") else ""
        return ROMANS[self._area - 1] + stop

    def _component_number(self, cell: TableCell) -> str:
        if not cell.text.strip():
            return cell.text
        stop = "." if re.search(r"[.,:;]\s*$", cell.text) else ""
        shape = _REST.sub("", cell.text)
        digits = shape.translate(_DIGIT_LOOKALIKES)
        read = int(digits) if digits.isdigit() and len(digits) <= 2 else 0
        expected = self._number + 1
        sure = shape.isdigit() and cell.confidence >= SURE
        if not sure and read != expected and len(shape) <= 3 and (self._is_counting or read == 0):
            read = expected
        if not read:
            return cell.text
        self._number = read
        self._is_counting = True
        return f"{read}{stop}"


def _with_column_numbers(table: Table) -> Table:
    """Complete the row under the heading that numbers the columns, where most of it was read."""
    for cells in _rows(table)[:4]:
        numbers = [str(place) for place in range(1, len(cells) + 1)]
        texts = [cell.text.strip(" .()") for cell in cells]
        right = sum(text == number for text, number in zip(texts, numbers, strict=True))
        if right >= 3 and right > len(cells) / 2 and all(len(text) <= 2 for text in texts):
            whole = {
                (cell.row, cell.column): replace(cell, text=number)
                for cell, number in zip(cells, numbers, strict=True)
            }
            return replace(
                table, cells=tuple(whole.get((cell.row, cell.column), cell) for cell in table.cells)
            )
    return table


def _roman(text: str) -> int:
    shape = _REST.sub("", text).translate(_ROMAN_LOOKALIKES).upper()
    return ROMANS.index(shape) + 1 if shape in ROMANS else 0


def _is_area_row(cells: list[TableCell], column_count: int) -> bool:
    return (
        len(cells) == 2
        and cells[0].column == 0
        and cells[0].column_span == 1
        and column_count >= 3
        and cells[1].column_span == column_count - 1
    )


def _rows(table: Table) -> list[list[TableCell]]:
    rows: dict[int, list[TableCell]] = {}
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        rows.setdefault(cell.row, []).append(cell)
    return list(rows.values())


def _is_number_column(firsts: list[TableCell]) -> bool:
    written = [_REST.sub("", cell.text) for cell in firsts if cell.text.strip()]
    numbers = [text for text in written if len(text) <= 4 and (text.isdigit() or text.upper() in ROMANS)]
    return len(written) >= 2 and len(numbers) >= MIN_NUMBER_SHARE * len(written)


def _is_head(cells: list[TableCell]) -> bool:
    """Say whether this row is the heading or the row of column numbers."""
    texts = [cell.text.strip() for cell in cells if cell.text.strip()]
    if texts and texts[0].upper().startswith("NO"):
        return True
    return len(texts) >= 3 and sum(len(text) <= 2 for text in texts) >= len(texts) - 1

"""Weaves the columns of known plans into running text, as OCR does, and keeps what the truth was."""

from __future__ import annotations

import json
import random
import textwrap
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from zonakita.modules.document_intake.sources.ocr_text.cells import TextLine
from zonakita.modules.document_intake.sources.ocr_text.columns import Column
from zonakita.modules.document_intake.sources.ocr_text.reading import with_narrow
from zonakita.modules.document_intake.sources.ocr_text.tokens import tokens_of
from zonakita.modules.document_intake.sources.ocr_text.weaving import Run

ZI_COLUMNS = [
    Column("NO", "number"),
    Column("KOMPONEN", "group"),
    Column("INDIKATOR", "text"),
    Column("LANGKAH AKSI", "text"),
    Column("BUKTI FISIK", "text"),
    Column("TARGET WAKTU", "time"),
]
RB_COLUMNS = [
    Column("NO", "number"),
    Column("AREA PERUBAHAN", "group"),
    Column("KEGIATAN", "group"),
    Column("SUB KEGIATAN", "text"),
    Column("INDIKATOR KEBERHASILAN", "text"),
]
TIMES = (
    "Januari",
    "Maret, Juni, September dan Desember",
    "Januari s.d Desember",
    "April dan Oktober",
    "Juli",
    "Mei",
)


@dataclass(slots=True)
class Woven:
    """Woven lines with the runs that each line was made of."""

    columns: list[Column]
    widths: list[int]
    lines: list[TextLine] = field(default_factory=list)
    truth: list[tuple[Run, ...]] = field(default_factory=list)


@dataclass(slots=True)
class _Weaving:
    """One table being woven: `cells` are (column, row, lines left)."""

    woven: Woven
    random: random.Random
    bars: float
    falls_apart: float = 0.15
    after_gap: bool = False

    def line(self, parts: list[tuple[int, int, str]]) -> None:
        """Weave one line of text from the next line of each cell."""
        text = ""
        for number, (_, _, words) in enumerate(parts):
            text += ("" if number == 0 else " |" if self.random.random() < self.bars else " ") + words
        tokens = tuple(tokens_of(text))
        runs, begin = [], 0
        for column, row, words in parts:
            count = len(tokens_of(words))
            runs.append(Run(column, row, " ".join(token.text for token in tokens[begin : begin + count])))
            begin += count
        if begin != len(tokens):
            return
        self.woven.lines.append(TextLine(tokens, self.after_gap))
        self.woven.truth.append(tuple(runs))
        self.after_gap = False

    def row(self, cells: list[tuple[int, int, list[str]]]) -> None:
        """Weave the cells of one row; a few rows fall apart into blocks, some of them from the first line."""
        falls_apart = self.random.random() < self.falls_apart
        height = max(len(lines) for _, _, lines in cells)
        joint = self.random.choice((0, 1, 1, 2)) if falls_apart else height
        for number in range(min(joint, height)):
            self.line([(column, row, lines[number]) for column, row, lines in cells if number < len(lines)])
        if falls_apart:
            self.blocks([(column, row, lines[joint:]) for column, row, lines in cells])

    def blocks(self, cells: list[tuple[int, int, list[str]]]) -> None:
        """Write the cells one below the other, with blank lines between and sometimes inside them."""
        for column, row, lines in cells:
            self.after_gap = True
            for words in lines:
                self.line([(column, row, words)])
                self.after_gap = self.random.random() < 0.15
        self.after_gap = True


def woven_zi(plan: Path, seed: int) -> list[Woven]:
    """Weave a ZI plan, one piece for each area."""
    chance = random.Random(seed)
    widths = [3, chance.randint(16, 23), *(chance.randint(25, 36) for _ in range(3)), chance.randint(9, 14)]
    return [_woven_zi_area(area, widths, chance) for area in _plan(plan)]


def _woven_zi_area(area: dict[str, Any], widths: list[int], chance: random.Random) -> Woven:
    woven = Woven(ZI_COLUMNS, widths)
    weaving = _Weaving(woven, chance, bars=chance.choice((0.2, 0.4, 0.6)))
    row = 0
    for number, component in enumerate(area["components"], 1):
        left = [(0, row, [f"{number}."]), (1, row, _wrapped(component["title"], widths[1]))]
        for own in component["rows"]:
            texts = [own["indicator"], own["action"], own["evidence"], chance.choice(TIMES)]
            cells = [
                (column, row, _wrapped(text, widths[column])) for column, text in enumerate(texts, 2) if text
            ]
            height = max(len(lines) for _, _, lines in cells)
            started = [(column, at, lines[:height]) for column, at, lines in left if lines]
            weaving.row([*started, *cells])
            left = [(column, at, lines[height:]) for column, at, lines in left]
            row += 1
        rest = [cell for cell in left if cell[2]]
        if rest:
            weaving.row(rest)
    woven.lines = with_narrow(woven.lines)
    return woven


def woven_rb(plan: Path, seed: int) -> Woven:
    """Weave a table in the form of RB out of the words of a ZI plan: lettered rows, merged cells."""
    chance = random.Random(seed)
    widths = [
        2,
        chance.randint(12, 17),
        chance.randint(14, 20),
        chance.randint(31, 40),
        chance.randint(29, 37),
    ]
    woven = Woven(RB_COLUMNS, widths)
    weaving = _Weaving(woven, chance, bars=chance.choice((0.3, 0.5)), falls_apart=chance.choice((0.1, 0.3)))
    row = 0
    for number, area in enumerate(_plan(plan), 1):
        left = [(0, row, [str(number)]), (1, row, _wrapped(area["title"].title(), widths[1]))]
        for component in area["components"]:
            left.append((2, row, _wrapped(component["title"], widths[2])))
            if chance.random() < weaving.falls_apart:
                row = _weave_component_apart(weaving, component, left, row)
            else:
                row = _weave_component(weaving, component, left, row)
            left = []
    woven.lines = with_narrow(woven.lines)
    return woven


Cells = list[tuple[int, int, list[str]]]


def _weave_component(weaving: _Weaving, component: dict[str, Any], left: Cells, row: int) -> int:
    widths, chance = weaving.woven.widths, weaving.random
    is_merged = chance.random() < 0.4
    if is_merged:
        items = [f"- {own['evidence']};" for own in component["rows"]]
        left.append((4, row, [line for item in items for line in _wrapped(item, widths[4])]))
    for place, own in enumerate(component["rows"]):
        mark = chance.choice((f"{chr(97 + place % 20)}.", ".")) if len(component["rows"]) > 1 else ""
        cells = [(3, row, _wrapped(f"{mark} {own['action']};".strip(), widths[3]))]
        if not is_merged and own["evidence"]:
            stop = chance.choice(("", ";", "."))
            cells.append((4, row, _wrapped(own["evidence"] + stop, widths[4])))
        height = max(len(lines) for _, _, lines in cells)
        shown = [*((column, at, lines[:height]) for column, at, lines in left if lines), *cells]
        weaving.row(sorted(shown, key=lambda cell: cell[0]))
        left = [(column, at, lines[height:]) for column, at, lines in left if lines[height:]]
        row += 1
    if left:
        weaving.row(sorted(left, key=lambda cell: cell[0]))
    return row


def _weave_component_apart(weaving: _Weaving, component: dict[str, Any], left: Cells, row: int) -> int:
    """Write all texts of an activity one below the other, and what they have in common after them."""
    widths, chance = weaving.woven.widths, weaving.random
    cells = list(left)
    for place, own in enumerate(component["rows"]):
        mark = chance.choice((f"{chr(97 + place % 20)}.", ".", "."))
        text = _wrapped(f"{own['action']};", widths[3])
        is_parted = chance.random() < 0.2
        cells.append((3, row + place, [mark, *text] if is_parted else [f"{mark} {text[0]}", *text[1:]]))
    row += len(component["rows"])
    marks = chance.choice((["-"] * 3, ["1.", "2.", "3."]))
    items = [f"{mark} {own['evidence']}." for mark, own in zip(marks, component["rows"], strict=False)]
    cells.append((4, row - 1, [line for item in items for line in _wrapped(item, widths[4])]))
    weaving.blocks(cells)
    return row


def _plan(path: Path) -> list[dict[str, Any]]:
    plan: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return plan


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)

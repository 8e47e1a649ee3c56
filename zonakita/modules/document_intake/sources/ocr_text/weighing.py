"""What speaks for and against a run of words in a column; the weights were learned from woven tables.

`scripts/learn_column_weights.py` weaves known plans, undoes it, and moves the weights towards the truth.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from zonakita.modules.document_intake.sources.ocr_text.cells import (
    Ending,
    TextLine,
    follows,
    is_list_item,
    is_mark_only,
    is_number,
    is_stop,
)
from zonakita.modules.document_intake.sources.ocr_text.columns import Column
from zonakita.modules.document_intake.sources.ocr_text.phrases import OPEN_ENDS, Phrases, Titles, plain
from zonakita.modules.document_intake.sources.ocr_text.tokens import Token

WEIGHTS = Path(__file__).parent / "data" / "weights.json"
TIME_JOINS = ("dan", "s.d", "s.d.")
NEVER = -9.0


@dataclass(slots=True)
class Weighing:
    """Weighs runs of one table; `notes` counts what was weighed while it is not None."""

    columns: Sequence[Column]
    phrases: Phrases
    widths: list[int]
    has_row_marks: bool
    weights: Mapping[str, float]
    titles: Titles
    notes: Counter[str] | None = None

    def _w(self, name: str, amount: float = 1.0) -> float:
        if self.notes is not None:
            self.notes[name] += amount  # type: ignore[assignment]
        return self.weights[name] * amount

    @property
    def has_time(self) -> bool:
        """Say whether the last column holds times."""
        return self.columns[-1].kind == "time"

    def cut(self, line: TextLine, place: int) -> float:
        """Weigh a boundary between columns before word `place`; a line after a gap is often of one column."""
        tokens = line.tokens
        if place == 0 or tokens[place].after_bar:
            return 0.0
        if tokens[place].after_maybe:
            return self._w("cut_at_bracket")
        joined = self.phrases.joined(tokens[place - 1].text, tokens[place].text)
        score = self._w("cut_without_line") + self._w("cut_phrase", max(0.0, joined))
        if line.after_gap:
            score += self._w("cut_after_gap")
        if line.narrow:
            score += self._w("cut_in_narrow")
        if plain(tokens[place - 1].text) in OPEN_ENDS:
            score += self._w("cut_after_open_word")
        return score

    def inside(self, tokens: tuple[Token, ...], column: int) -> float | None:
        """Weigh words side by side in one cell; None where they cannot be."""
        if any(token.after_bar for token in tokens[1:]):
            return None
        kind = self.columns[column].kind
        if kind == "time":
            return self._time(tokens)
        if kind == "number":
            return 1.0 if len(tokens) == 1 and is_number(tokens[0].text) else None
        text = sum(len(token.text) + 1 for token in tokens) - 1
        score = self._w(f"{kind}_too_wide", min(20, max(0, text - self.widths[column] - 1)))
        for one, two in pairwise(tokens):
            joined = self.phrases.joined(one.text, two.text)
            score += self._w("inside_phrase", max(0.0, joined)) + self._w("inside_strange", max(0.0, -joined))
            if joined <= 0 and two.text[0].isupper() and not one.text[0].isupper():
                score += self._w("inside_capital")
            if is_stop(one.text):
                score += self._w("inside_after_stop")
            if two.after_maybe:
                score += self._w("inside_bracket")
        if kind == "group" and is_stop(tokens[-1].text):
            score += self._w("group_stop")
        months = sum(token.is_month for token in tokens) if self.has_time else 0
        return score + self._w("month_in_text", months)

    def _time(self, tokens: tuple[Token, ...]) -> float | None:
        if not all(token.is_time for token in tokens):
            return None
        months = sum(token.is_month for token in tokens)
        return 1.5 * len(tokens) if months else -1.5

    def going_on(
        self, ending: Ending, line: TextLine, begin: int, column: int, number: int, *, opened_here: bool
    ) -> float:
        """Weigh that a run goes on with the cell above it; `opened_here`: a row began in this line."""
        kind = self.columns[column].kind
        first = line.tokens[begin]
        if kind == "time":
            return _time_going_on(ending, line.tokens[begin:], number) + (-2.5 if opened_here else 0.0)
        joined = self.phrases.joined(ending.word, first.text, ending.before)
        score = self._w("on_phrase", max(0.0, joined)) + self._w("on_strange", max(0.0, -joined))
        if plain(ending.word) in OPEN_ENDS or ending.word.endswith((",", "/", "-", "&")):
            score += self._w("on_after_open_end")
        if ending.word.endswith((".", ";")) and not first.is_mark:
            score += self._w("on_after_stop")
        if first.is_mark:
            score += self._mark_inside(first, kind)
            if ending.listed and is_list_item(first):
                score += self._w("on_list_item")
        else:
            score += self._first_letter("on", first, kind) + self._room(ending, first, column)
        between = number - ending.line - 1
        score += self._w(f"{kind}_lines_between", min(6, between))
        if line.narrow and between == 0 and not line.after_gap:
            score += self._w("on_in_narrow")
        if kind == "group" and not line.after_gap:
            # A merged cell is written from its top without a break.
            score -= 3.0 * min(2, between)
        if opened_here:
            merged = "marked_" if self.has_row_marks and not self._is_first_text(column) else ""
            score += self._w(f"{merged}{kind}_on_in_opening_line")
        if is_mark_only(ending):
            score += self._w("on_after_mark")
        return score + self._w(f"{kind}_on")

    def title(self, before: str, text: str) -> float:
        """Weigh that a merged cell now reads `text`, which read `before`."""
        change = self.titles.has(text) - self.titles.has(before)
        return self._w("title", change) if change else 0.0

    def _first_letter(self, way: str, first: Token, kind: str) -> float:
        if first.text[0].islower():
            return self._w(f"{way}_small_letter")
        if first.text[0].isupper():
            return self._w(f"{way}_capital")
        return 0.0

    def _room(self, ending: Ending, first: Token, column: int) -> float:
        """Weigh that the next word would still have stood in the line above."""
        if is_mark_only(ending):
            return 0.0
        room = self.widths[column] - ending.length - 1 - len(first.text)
        return self._w(f"{self.columns[column].kind}_room", min(12, max(0, room - 1)))

    def _mark_inside(self, mark: Token, kind: str) -> float:
        if kind == "group":
            return -4.0
        if mark.is_list_mark:
            return 1.5 * NEVER if self.has_row_marks else -1.0
        return self._w("on_mark")

    def starting(
        self, endings: Sequence[Ending], tokens: tuple[Token, ...], column: int, number: int
    ) -> float:
        """Weigh that a run starts a cell."""
        first, ending, kind = tokens[0], endings[column], self.columns[column].kind
        if kind == "number":
            return 3.0 if follows(ending.word, first.text) else -5.0
        if kind == "time":
            return 1.0 if first.is_month or first.text.lower().startswith("per") else -4.0
        score = self._w(
            "start_phrase", self.phrases.starts(first.text, tokens[1].text if len(tokens) > 1 else "")
        )
        if first.is_mark:
            score += self._mark_first(first, column)
            if ending.listed and is_list_item(first):
                score += self._w("start_list_item")
        else:
            score += self._first_letter("start", first, kind)
            if self.has_row_marks and self._is_first_text(column):
                score += self._w("start_without_mark")
            if plain(first.text) in OPEN_ENDS and not first.text[0].isupper():
                score += self._w("start_open_word")
        if first.text.startswith("(") and not first.after_bar and not first.after_maybe:
            score += self._w("start_bracket")
        if column == 1 and self.columns[0].kind == "number" and kind == "group":
            score += self._w("numbered_start") if endings[0].line == number else self._w("unnumbered_start")
        if ending.row >= 0 and (plain(ending.word) in OPEN_ENDS or ending.word.endswith(",")):
            score += self._w("start_after_open_end")
        return score + self._w(f"{kind}_start")

    def _mark_first(self, mark: Token, column: int) -> float:
        """Letters number the rows, so they stand in the first column of text."""
        if self.columns[column].kind == "group":
            return -4.0
        if mark.is_list_mark:
            return 2.5 if self._is_first_text(column) else -3.0
        return self._w("start_mark")

    def _is_first_text(self, column: int) -> bool:
        return all(other.kind != "text" for other in self.columns[:column])

    def row_end(self, endings: Sequence[Ending], row: int, filled: frozenset[int]) -> float:
        """Weigh that a row ends: all its cells should be whole."""
        score = self._w("row_end")
        for column, ending in enumerate(endings):
            if ending.row != row or self.columns[column].kind not in ("text", "group"):
                continue
            if plain(ending.word) in OPEN_ENDS or ending.word.endswith(","):
                score += self._w("row_end_open")
            elif ending.word.endswith((".", ";", ")")):
                score += self._w("row_end_stop")
            else:
                score += self._w("row_end_phrase", self.phrases.ends(ending.word))
        if 0 in filled and self.columns[0].kind == "number":
            groups = [number for number, column in enumerate(self.columns) if column.kind == "group"]
            score += self._w("numbered_row_empty_group", sum(number not in filled for number in groups))
        texts = [number for number, column in enumerate(self.columns) if column.kind == "text"]
        empty = sum(number not in filled for number in texts)
        score += self._w("timed_row_empty_cell" if self.has_time else "row_empty_cell", empty)
        if self.has_time and len(self.columns) - 1 not in filled:
            score += self._w("row_without_time")
        return score

    def opened_by(self, ending: Ending, first: Token, column: int) -> float:
        """Weigh that the text of this column opens a row, no cell left of it being new."""
        if self.columns[column].kind != "text":
            return 0.0
        if not self._is_first_text(column):
            return self._w("marked_opened_by_later" if self.has_row_marks else "opened_by_later")
        if not self.has_row_marks or first.is_mark:
            return 0.0
        return self._w("unmarked_opened_after_stop" if is_stop(ending.word) else "unmarked_opened")

    def opening_after(self, columns: Sequence[int]) -> float:
        """Weigh that a row opens right of runs that go on with cells of the row before."""
        return sum(self._w(f"{self.columns[column].kind}_before_opening") for column in columns)

    def on_in_earlier_row(self, endings: Sequence[Ending], column: int, row: int) -> float:
        """Weigh that a text goes on though `row`, or a merged cell left of the texts, began after its row."""
        own = endings[column]
        if self.columns[column].kind != "text" or own.row == row:
            return 0.0
        is_whole = is_stop(own.word) and not own.listed
        score = self._w("on_in_earlier_row_after_stop") if is_whole else 0.0
        group = next((n for n in range(column - 1, -1, -1) if self.columns[n].kind == "group"), None)
        is_past = group is not None and own.row < endings[group].row
        return score + (self._w("on_past_group") if is_past else 0.0)

    def beside_mark(self, endings: Sequence[Ending], row: int, column: int) -> float:
        """Weigh that another cell starts while nothing but its mark is read of the text of its row."""
        place = next((n for n, other in enumerate(self.columns) if other.kind == "text"), column)
        own = endings[place]
        return self._w("beside_mark") if place != column and own.row == row and is_mark_only(own) else 0.0

    def late_start(self, *, after_gap: bool, beside_others: bool, is_back: bool) -> float:
        """Weigh that a cell starts below the line in which its row opened; `is_back`: left of other cells."""
        score = self._w("late_start_after_gap" if after_gap else "late_start")
        if is_back:
            score += self._w("late_start_left")
        return score + (self._w("late_start_beside_others") if beside_others else 0.0)


def _time_going_on(ending: Ending, tokens: tuple[Token, ...], number: int) -> float:
    first = tokens[0].text.lower()
    is_pending = ending.word.lower() in TIME_JOINS or ending.word.endswith("-")
    if not any(token.is_month for token in tokens):
        is_near = number - ending.line <= 2
        return 1.0 if is_near and not is_pending and not ending.word.endswith(",") else -5.0
    if first in TIME_JOINS:
        return 0.5 if ending.word.endswith(",") else 3.0
    return 3.0 if is_pending or ending.word.endswith(",") else -4.0


@cache
def learned_weights() -> Mapping[str, float]:
    """Give the weights kept as data."""
    weights: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights

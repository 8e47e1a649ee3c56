"""Finding which words of a line belong to which column: the most likely way to undo the weaving.

A beam search walks down the lines. Within a line it cuts the words into one run per column, from left to right; each
run goes on with the cell above it in its column, or starts a cell. What speaks for a cut: the trace of a ruled line,
a word that likely follows (or starts) the text of its column, the width at which the column's lines break.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from zonakita.modules.document_intake.sources.ocr_text.columns import Column
from zonakita.modules.document_intake.sources.ocr_text.phrases import OPEN_ENDS, Phrases, plain
from zonakita.modules.document_intake.sources.ocr_text.tokens import Token

BEAM = 6
WAYS = 3
NO_WIDTH = 200


@dataclass(frozen=True, slots=True)
class Run:
    """The words of one line in one column; `row` is the row whose cell they belong to."""

    column: int
    row: int
    text: str


@dataclass(frozen=True, slots=True)
class Ending:
    """How the text of a column ends so far: the row of its cell, last word, length of the last line."""

    row: int = -1
    word: str = ""
    before: str = ""
    length: int = 0
    line: int = -1


@dataclass(frozen=True, slots=True)
class Path:
    """One way to read the lines so far, as a chain."""

    score: float
    row: int
    endings: tuple[Ending, ...]
    filled: frozenset[int]
    opened: int = -1
    runs: tuple[Run, ...] = ()
    before: Path | None = None


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of words; `after_gap` says that a blank line stands above it."""

    tokens: tuple[Token, ...]
    after_gap: bool = False


@dataclass(slots=True)
class Weaver:
    """Undoes the weaving of one table."""

    columns: list[Column]
    phrases: Phrases
    widths: list[int] = field(default_factory=list)
    has_row_marks: bool = False

    def unweave(self, lines: list[TextLine]) -> list[Run]:
        """Give the runs of the best way, in the order of the lines."""
        if not self.widths:
            self.widths = [NO_WIDTH] * len(self.columns)
        start = Path(0.0, -1, (Ending(),) * len(self.columns), frozenset())
        paths = [start]
        for number, line in enumerate(lines):
            grown = [way for path in paths for way in self._ways(path, line, number)]
            grown.sort(key=lambda path: path.score, reverse=True)
            paths = _distinct(grown)[:BEAM] or paths
        runs: list[Run] = []
        path: Path | None = paths[0]
        while path is not None:
            runs[:0] = path.runs
            path = path.before
        return runs

    def _ways(self, path: Path, line: TextLine, number: int) -> list[Path]:
        """Give the best ways to cut one line."""
        tokens = line.tokens
        cuts = [0, *(place for place in range(1, len(tokens)) if self._may_cut(tokens, place)), len(tokens)]
        fresh = replace(path, runs=(), before=path)
        reached: dict[int, list[Path]] = {0: [fresh]}
        for column in range(len(self.columns)):
            after: dict[int, list[Path]] = {place: list(paths) for place, paths in reached.items()}
            for begin, paths in reached.items():
                if begin == len(tokens):
                    continue
                for end in (cut for cut in cuts if cut > begin):
                    inner = self._inner(tokens[begin:end], column)
                    if inner is None:
                        break
                    for own in paths:
                        extra = inner + self._cut_cost(tokens, begin)
                        ways = self._placed(own, tokens[begin:end], column, line, number, extra)
                        after.setdefault(end, []).extend(ways)
            reached = {
                place: sorted(paths, key=lambda one: one.score, reverse=True)[:WAYS]
                for place, paths in after.items()
            }
        return reached.get(len(tokens), [])

    def _may_cut(self, tokens: tuple[Token, ...], place: int) -> bool:
        before, after = tokens[place - 1], tokens[place]
        if before.is_mark and not after.after_bar and not _is_number(before.text):
            return False
        if after.after_bar or after.is_mark or after.is_time:
            return True
        return self.phrases.joined(before.text, after.text) < 2.0 and plain(before.text) not in _NEVER_LAST

    def _cut_cost(self, tokens: tuple[Token, ...], place: int) -> float:
        if place == 0 or tokens[place].after_bar:
            return 0.0
        return -0.8 - max(0.0, self.phrases.joined(tokens[place - 1].text, tokens[place].text))

    def _inner(self, tokens: tuple[Token, ...], column: int) -> float | None:
        """Weigh words side by side in one cell; None where a ruled line runs between them."""
        if any(token.after_bar for token in tokens[1:]):
            return None
        kind = self.columns[column].kind
        if kind == "time":
            return _time_worth(tokens)
        if kind == "number":
            return 1.0 if len(tokens) == 1 and _is_number(tokens[0].text) else None
        text = " ".join(token.text for token in tokens)
        score = -0.35 * max(0, len(text) - self.widths[column] - 1)
        for one, two in zip(tokens, tokens[1:], strict=False):
            joined = self.phrases.joined(one.text, two.text)
            score += 0.6 * joined
            if joined <= 0 and two.text[0].isupper() and not one.text[0].isupper():
                score -= 0.6
        return score - 1.5 * sum(token.is_month for token in tokens if self._has_time)

    @property
    def _has_time(self) -> bool:
        return self.columns[-1].kind == "time"

    def _placed(
        self, path: Path, tokens: tuple[Token, ...], column: int, line: TextLine, number: int, extra: float
    ) -> list[Path]:
        ways = []
        ending = path.endings[column]
        kind = self.columns[column].kind
        if ending.row >= 0 and kind != "number":
            score = self._going_on(ending, tokens, column, number)
            if path.opened == number and kind != "group":
                score -= 2.5
            ways.append(self._grown(path, tokens, column, ending.row, score + extra, number))
        score = self._starting(path, tokens, column, number)
        opens = path.row < 0 or column in path.filled or self._must_open(path, column)
        if opens:
            score += self._opening(path)
            score -= sum(0.8 if self.columns[run.column].kind == "group" else 2.0 for run in path.runs)
        elif path.opened != number and path.filled:
            score -= (0.5 if line.after_gap else 2.0) + (1.5 if path.runs else 0.0)
        row = path.row + 1 if opens else path.row
        ways.append(self._grown(path, tokens, column, row, score + extra, number))
        return ways

    def _grown(
        self, path: Path, tokens: tuple[Token, ...], column: int, row: int, score: float, number: int
    ) -> Path:
        text = " ".join(token.text for token in tokens)
        previous = tokens[-2].text if len(tokens) > 1 else path.endings[column].word
        ending = Ending(row, tokens[-1].text, previous, len(text), number)
        endings = (*path.endings[:column], ending, *path.endings[column + 1 :])
        opened = row > path.row
        filled = frozenset({column}) if opened else path.filled | {column}
        return Path(
            path.score + score,
            max(row, path.row),
            endings,
            filled,
            number if opened else path.opened,
            (*path.runs, Run(column, row, text)),
            path.before,
        )

    def _must_open(self, path: Path, column: int) -> bool:
        """A cell left of those already filled on this row starts the next row."""
        kind = self.columns[column].kind
        return kind in ("number", "group") and any(
            self.columns[other].kind in ("text", "time") for other in path.filled
        )

    def _going_on(self, ending: Ending, tokens: tuple[Token, ...], column: int, number: int) -> float:
        """Weigh that a run goes on with the cell above it."""
        first = tokens[0]
        kind = self.columns[column].kind
        if kind == "time":
            return _time_going_on(ending, tokens, number)
        score = 0.8 * self.phrases.joined(ending.word, first.text, ending.before)
        if plain(ending.word) in OPEN_ENDS or ending.word.endswith((",", "/", "-", "&")):
            score += 1.6
        if ending.word.endswith((".", ";")) and not first.is_mark:
            score -= 1.2
        if first.text[0].islower():
            score += 0.9
        elif first.text[0].isupper():
            score -= 0.5
        if first.is_mark:
            score += self._mark_inside_worth(first, column)
        else:
            room = self.widths[column] - ending.length - 1 - len(first.text)
            score -= 0.2 * min(12, max(0, room - 1))
        lines_between = number - ending.line - 1
        return score - (0.6 * min(6, lines_between) if kind == "group" else 0.25 * min(4, lines_between))

    def _mark_inside_worth(self, mark: Token, column: int) -> float:
        if self.columns[column].kind == "group":
            return -4.0
        if mark.is_list_mark:
            return -6.0 if self.has_row_marks else -1.0
        return 0.6

    def _starting(self, path: Path, tokens: tuple[Token, ...], column: int, number: int) -> float:
        """Weigh that a run starts a cell."""
        first = tokens[0]
        kind = self.columns[column].kind
        if kind == "number":
            return 3.0 if _follows(path.endings[column].word, first.text) else -5.0
        if kind == "time":
            return 1.0 if first.is_month or first.text.lower().startswith("per") else -4.0
        following = tokens[1].text if len(tokens) > 1 else ""
        score = 1.4 * self.phrases.starts(first.text, following) - 0.4
        if first.is_mark:
            score += self._mark_worth(first, column)
        elif first.text[0].isupper():
            score += 0.6
        else:
            score -= 1.6
        if self.has_row_marks and not first.is_mark and self._is_first_text(column):
            score -= 0.7
        if plain(first.text) in OPEN_ENDS and not first.text[0].isupper():
            score -= 1.5
        if column == 1 and self.columns[0].kind == "number" and kind == "group":
            score += 0.5 if path.endings[0].line == number else -4.0
        ending = path.endings[column]
        if ending.row >= 0 and (plain(ending.word) in OPEN_ENDS or ending.word.endswith(",")):
            score -= 2.0
        return score

    def _mark_worth(self, mark: Token, column: int) -> float:
        """Letters number the rows, so they stand in the first column of text."""
        if self.columns[column].kind == "group":
            return -4.0
        if mark.is_list_mark:
            return 2.5 if self._is_first_text(column) else -3.0
        return 1.0

    def _is_first_text(self, column: int) -> bool:
        return all(other.kind != "text" for other in self.columns[:column])

    def _opening(self, path: Path) -> float:
        """Weigh that a row ends here: all its cells should be whole."""
        if path.row < 0:
            return 0.0
        score = -1.5
        for number, ending in enumerate(path.endings):
            if ending.row != path.row or self.columns[number].kind not in ("text", "group"):
                continue
            if plain(ending.word) in OPEN_ENDS or ending.word.endswith(","):
                score -= 1.5
            elif ending.word.endswith((".", ";", ")")):
                score += 0.4
            else:
                score += 0.5 * self.phrases.ends(ending.word)
        texts = [number for number, column in enumerate(self.columns) if column.kind == "text"]
        empty = sum(number not in path.filled for number in texts)
        score -= (1.2 if self._has_time else 0.3) * empty
        if self._has_time and len(self.columns) - 1 not in path.filled:
            score -= 3.0
        return score


def _time_worth(tokens: tuple[Token, ...]) -> float | None:
    """Weigh words as a time; None where there is another word among them."""
    if not all(token.is_time for token in tokens):
        return None
    months = sum(token.is_month for token in tokens)
    return 1.5 * len(tokens) if months else -1.5


def _time_going_on(ending: Ending, tokens: tuple[Token, ...], number: int) -> float:
    first = tokens[0].text.lower()
    is_next_line = number - ending.line <= 2
    is_pending = ending.word.lower() in ("dan", "s.d", "s.d.") or ending.word.endswith("-")
    if not any(token.is_month for token in tokens):
        return 1.0 if is_next_line and not is_pending and not ending.word.endswith(",") else -5.0
    if first in ("dan", "s.d", "s.d."):
        return 0.5 if ending.word.endswith(",") else 3.0
    return 3.0 if is_pending or ending.word.endswith(",") else -4.0


def _follows(last: str, text: str) -> bool:
    """Say whether a running number comes after `last`, or counting starts again."""
    shape = text.rstrip(".,_").replace("S", "5")
    before = last.rstrip(".,_").replace("S", "5")
    if not shape.isdigit():
        return shape in _ROMANS
    if not before.isdigit():
        return True
    return int(shape) == int(before) + 1 and text.endswith(".") == last.endswith(".")


_NEVER_LAST = frozenset({"dan", "yang", "di", "untuk"})


def _is_number(text: str) -> bool:
    shape = text.rstrip(".,_").replace("S", "5")
    return (shape.isdigit() and len(shape) <= 2) or shape in _ROMANS


_ROMANS = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"})


def _distinct(paths: list[Path]) -> list[Path]:
    """Keep the best of those that go on alike."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for path in paths:
        key = (path.row, path.endings, path.filled)
        if key not in seen:
            seen.add(key)
            kept.append(path)
    return kept

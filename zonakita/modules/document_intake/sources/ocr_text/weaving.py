"""Finding which words of a line belong to which column: the most likely way to undo the weaving.

A beam search walks down the lines. Within a line it cuts the words into one run per column, from left to
right; each run goes on with the cell above it in its column, or starts a cell (see `weighing`).
"""

from __future__ import annotations

from dataclasses import dataclass

from zonakita.modules.document_intake.sources.ocr_text.phrases import plain
from zonakita.modules.document_intake.sources.ocr_text.tokens import Token
from zonakita.modules.document_intake.sources.ocr_text.weighing import Ending, Weighing, is_number

BEAM = 8
WAYS = 4
NEVER_LAST = frozenset({"dan", "yang", "di", "untuk"})


@dataclass(frozen=True, slots=True)
class Run:
    """The words of one line in one column; `row` is the row whose cell they belong to."""

    column: int
    row: int
    text: str


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of words; `after_gap` says that a blank line stands above it."""

    tokens: tuple[Token, ...]
    after_gap: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """One way to read the lines so far, as a chain; `filled` are the columns that the last row has."""

    score: float
    row: int
    endings: tuple[Ending, ...]
    filled: frozenset[int] = frozenset()
    opened: int = -1
    runs: tuple[Run, ...] = ()
    before: Path | None = None


class Weaver:
    """Undoes the weaving of one table."""

    def __init__(self, weighing: Weighing) -> None:
        self._weighing = weighing
        self._columns = weighing.columns

    def unweave(self, lines: list[TextLine]) -> list[tuple[Run, ...]]:
        """Give the runs of each line, in the best way found."""
        paths = [Path(0.0, -1, (Ending(),) * len(self._columns))]
        for number, line in enumerate(lines):
            grown = [way for path in paths for way in self._ways(path, line, number)]
            grown.sort(key=lambda path: path.score, reverse=True)
            paths = _distinct(grown)[:BEAM] or [
                Path(path.score, path.row, path.endings, path.filled, path.opened, (), path) for path in paths
            ]
        return [step.runs for step in _steps(paths[0])]

    def score(self, lines: list[TextLine], told: list[tuple[Run, ...]]) -> float:
        """Weigh a given way; what was weighed is noted where the weighing keeps notes."""
        path = Path(0.0, -1, (Ending(),) * len(self._columns))
        for number, (line, runs) in enumerate(zip(lines, told, strict=True)):
            path = Path(path.score, path.row, path.endings, path.filled, path.opened, (), path)
            begin = 0
            for run in runs:
                end = begin + len(run.text.split())
                tokens = line.tokens[begin:end]
                extra = (self._weighing.inside(tokens, run.column) or 0.0) + self._weighing.cut(
                    line.tokens, begin, after_gap=line.after_gap
                )
                goes_on = run.row == path.endings[run.column].row
                way = self._going_on if goes_on else self._starting
                path = way(path, tokens, run.column, line, number, extra)
                begin = end
        return path.score

    def _ways(self, path: Path, line: TextLine, number: int) -> list[Path]:
        """Give the best ways to cut one line."""
        tokens = line.tokens
        cuts = [0, *(place for place in range(1, len(tokens)) if self._may_cut(tokens, place)), len(tokens)]
        fresh = Path(path.score, path.row, path.endings, path.filled, path.opened, (), path)
        reached: dict[int, list[Path]] = {0: [fresh]}
        for column in range(len(self._columns)):
            after: dict[int, list[Path]] = {place: list(paths) for place, paths in reached.items()}
            for begin, paths in reached.items():
                self._extend(after, paths, begin, cuts, column, line, number)
            reached = {
                place: sorted(paths, key=lambda one: one.score, reverse=True)[:WAYS]
                for place, paths in after.items()
            }
        return reached.get(len(tokens), [])

    def _extend(
        self,
        after: dict[int, list[Path]],
        paths: list[Path],
        begin: int,
        cuts: list[int],
        column: int,
        line: TextLine,
        number: int,
    ) -> None:
        for end in (cut for cut in cuts if cut > begin):
            tokens = line.tokens[begin:end]
            inside = self._weighing.inside(tokens, column)
            if inside is None:
                break
            extra = inside + self._weighing.cut(line.tokens, begin, after_gap=line.after_gap)
            kept = after.setdefault(end, [])
            for path in paths:
                if path.endings[column].row >= 0 and self._columns[column].kind != "number":
                    kept.append(self._going_on(path, tokens, column, line, number, extra))
                kept.append(self._starting(path, tokens, column, line, number, extra))

    def _may_cut(self, tokens: tuple[Token, ...], place: int) -> bool:
        before, after = tokens[place - 1], tokens[place]
        if before.is_mark and not after.after_bar and not is_number(before.text):
            return False
        if after.after_bar or after.is_mark or after.is_time:
            return True
        return plain(before.text) not in NEVER_LAST

    def _going_on(
        self, path: Path, tokens: tuple[Token, ...], column: int, line: TextLine, number: int, extra: float
    ) -> Path:
        ending = path.endings[column]
        score = self._weighing.going_on(
            ending, tokens, column, number, opened_here=path.opened == number, after_gap=line.after_gap
        )
        return self._grown(path, tokens, column, ending.row, score + extra, number)

    def _starting(
        self, path: Path, tokens: tuple[Token, ...], column: int, line: TextLine, number: int, extra: float
    ) -> Path:
        weigh = self._weighing
        score = weigh.starting(path.endings, tokens, column, number)
        opens = path.row < 0 or column in path.filled or self._must_open(path, column)
        if opens:
            if path.row >= 0:
                score += weigh.row_end(path.endings, path.row, path.filled)
            score += weigh.opening_after([run.column for run in path.runs])
        elif path.opened != number and path.filled:
            score += weigh.late_start(after_gap=line.after_gap, beside_others=bool(path.runs))
        row = path.row + 1 if opens else path.row
        return self._grown(path, tokens, column, row, score + extra, number)

    def _grown(
        self, path: Path, tokens: tuple[Token, ...], column: int, row: int, score: float, number: int
    ) -> Path:
        text = " ".join(token.text for token in tokens)
        previous = tokens[-2].text if len(tokens) > 1 else path.endings[column].word
        ending = Ending(row, tokens[-1].text, previous, len(text), number)
        opened = row > path.row
        return Path(
            path.score + score,
            max(row, path.row),
            (*path.endings[:column], ending, *path.endings[column + 1 :]),
            frozenset({column}) if opened else path.filled | {column},
            number if opened else path.opened,
            (*path.runs, Run(column, row, text)),
            path.before,
        )

    def _must_open(self, path: Path, column: int) -> bool:
        """A cell left of those already filled on this row starts the next row."""
        return self._columns[column].kind in ("number", "group") and any(
            self._columns[other].kind in ("text", "time") for other in path.filled
        )


def _steps(path: Path) -> list[Path]:
    """Give the chain from the first line to the last."""
    steps = []
    step: Path | None = path
    while step is not None and step.before is not None:
        steps.append(step)
        step = step.before
    return steps[::-1]


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

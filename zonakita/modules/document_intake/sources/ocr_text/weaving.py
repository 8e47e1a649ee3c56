"""Finding which words of a line belong to which column: the most likely way to undo the weaving.

A beam search walks down the lines. Within a line it cuts the words into one run per column, from left to
right; each run goes on with the cell above it in its column, or starts a cell (see `weighing`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest
from operator import attrgetter

from zonakita.modules.document_intake.sources.ocr_text.cells import Ending, TextLine, is_list_item, is_number
from zonakita.modules.document_intake.sources.ocr_text.tokens import Token
from zonakita.modules.document_intake.sources.ocr_text.weighing import Weighing

BEAM = 12
WAYS = 5


@dataclass(frozen=True, slots=True)
class Run:
    """The words of one line in one column; `row` is the row whose cell they belong to."""

    column: int
    row: int
    text: str


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


@dataclass(frozen=True, slots=True)
class _Step:
    """A run that could follow a path; it becomes a path only where it is among the best."""

    score: float
    path: Path
    begin: int
    row: int


_score_of = attrgetter("score")


class _LineScores:
    """What is weighed in one line, each thing once."""

    def __init__(self, weighing: Weighing, line: TextLine, number: int, cuts: Sequence[int]) -> None:
        self.line = line
        self.number = number
        self._weighing = weighing
        self._cuts = cuts
        self._ends: dict[tuple[int, int], list[tuple[int, float]]] = {}
        self._on: dict[tuple[object, ...], float] = {}
        self._started: dict[tuple[object, ...], float] = {}

    def ends(self, begin: int, column: int) -> list[tuple[int, float]]:
        """Give where a run that begins here can end, with what speaks for these words as a run."""
        known = self._ends.get((begin, column))
        if known is None:
            known = self._ends[begin, column] = []
            if begin == len(self.line.tokens):
                return known
            cut = self._weighing.cut(self.line, begin)
            for end in self._cuts:
                if end <= begin:
                    continue
                inside = self._weighing.inside(self.line.tokens[begin:end], column)
                if inside is None:
                    break
                known.append((end, inside + cut))
        return known

    def words(self, begin: int, end: int, column: int) -> float:
        """Weigh these words as a run."""
        inside = self._weighing.inside(self.line.tokens[begin:end], column) or 0.0
        return inside + self._weighing.cut(self.line, begin)

    def going_on(self, path: Path, begin: int, column: int) -> float:
        """Weigh that a run goes on with the cell above."""
        ending, opened_here = path.endings[column], path.opened == self.number
        key = (ending, begin, column, opened_here)
        score = self._on.get(key)
        if score is None:
            score = self._on[key] = self._weighing.going_on(
                ending, self.line, begin, column, self.number, opened_here=opened_here
            )
        return score

    def starting(self, path: Path, begin: int, end: int, column: int) -> float:
        """Weigh that a run starts a cell."""
        key = (path.endings[column], path.endings[0].line, begin, min(end, begin + 2), column)
        score = self._started.get(key)
        if score is None:
            tokens = self.line.tokens[begin : min(end, begin + 2)]
            score = self._weighing.starting(path.endings, tokens, column, self.number)
            self._started[key] = score
        return score


class Weaver:
    """Undoes the weaving of one table."""

    def __init__(self, weighing: Weighing, beam: int = BEAM) -> None:
        self._weighing = weighing
        self._beam = beam
        self._columns = weighing.columns

    def unweave(self, lines: list[TextLine]) -> list[tuple[Run, ...]]:
        """Give the runs of each line, in the best way found."""
        paths = [Path(0.0, -1, (Ending(),) * len(self._columns))]
        for number, line in enumerate(lines):
            tokens = line.tokens
            cuts = [place for place in range(1, len(tokens)) if self._may_cut(tokens, place)]
            scores = _LineScores(self._weighing, line, number, [*cuts, len(tokens)])
            grown = [way for path in paths for way in self._ways(path, line, scores)]
            grown.sort(key=_score_of, reverse=True)
            paths = _distinct(grown)[: self._beam] or [
                Path(path.score, path.row, path.endings, path.filled, path.opened, (), path) for path in paths
            ]
        return [step.runs for step in _steps(paths[0])]

    def score(self, lines: list[TextLine], told: list[tuple[Run, ...]]) -> float:
        """Weigh a given way; what was weighed is noted where the weighing keeps notes."""
        path = Path(0.0, -1, (Ending(),) * len(self._columns))
        for number, (line, runs) in enumerate(zip(lines, told, strict=True)):
            path = Path(path.score, path.row, path.endings, path.filled, path.opened, (), path)
            scores = _LineScores(self._weighing, line, number, [])
            begin = 0
            for run in runs:
                end = begin + len(run.text.split())
                score = path.score + scores.words(begin, end, run.column)
                if run.row == path.endings[run.column].row:
                    score += self._going_on(path, begin, run.column, scores)
                else:
                    score += scores.starting(path, begin, end, run.column)
                    score += self._opening(path, run.column, begin, scores)[0]
                path = self._grown(path, line.tokens[begin:end], run.column, run.row, score, number)
                begin = end
        return path.score

    def _ways(self, path: Path, line: TextLine, scores: _LineScores) -> list[Path]:
        """Give the best ways to cut one line."""
        fresh = Path(path.score, path.row, path.endings, path.filled, path.opened, (), path)
        reached: dict[int, list[Path]] = {0: [fresh]}
        for column in range(len(self._columns)):
            steps: dict[int, list[_Step]] = {}
            for begin, paths in reached.items():
                self._extend(steps, paths, begin, column, scores)
            for place, found in steps.items():
                best = nlargest(WAYS, found, key=_score_of)
                grown = [self._taken(step, column, place, line, scores.number) for step in best]
                kept = sorted([*reached.get(place, []), *grown], key=_score_of, reverse=True)
                reached[place] = kept[:WAYS]
        return reached.get(len(line.tokens), [])

    def _extend(
        self, steps: dict[int, list[_Step]], paths: list[Path], begin: int, column: int, scores: _LineScores
    ) -> None:
        """Add each way in which a run of this column can begin at `begin`."""
        ends = scores.ends(begin, column)
        if not ends:
            return
        may_go_on = self._columns[column].kind != "number"
        for path in paths:
            is_begun = may_go_on and path.endings[column].row >= 0
            on = path.score + self._going_on(path, begin, column, scores) if is_begun else None
            fixed, row = self._opening(path, column, begin, scores)
            start = path.score + fixed
            of_one_word = start + scores.starting(path, begin, begin + 1, column)
            of_more = start + scores.starting(path, begin, begin + 2, column)
            for end, extra in ends:
                found = steps.setdefault(end, [])
                if on is not None:
                    found.append(_Step(on + extra, path, begin, path.endings[column].row))
                score = of_one_word if end == begin + 1 else of_more
                found.append(_Step(score + extra, path, begin, row))

    def _taken(self, step: _Step, column: int, end: int, line: TextLine, number: int) -> Path:
        tokens = line.tokens[step.begin : end]
        return self._grown(step.path, tokens, column, step.row, step.score, number)

    def _may_cut(self, tokens: tuple[Token, ...], place: int) -> bool:
        before = tokens[place - 1]
        return not before.is_mark or tokens[place].after_bar or is_number(before.text)

    def _going_on(self, path: Path, begin: int, column: int, scores: _LineScores) -> float:
        earlier = self._weighing.on_in_earlier_row(path.endings, column, path.row)
        return scores.going_on(path, begin, column) + earlier

    def _opening(self, path: Path, column: int, begin: int, scores: _LineScores) -> tuple[float, int]:
        """Weigh where a cell starts: in a new row, or in the last one; with the number of that row."""
        weigh = self._weighing
        if path.row < 0 or column in path.filled or self._must_open(path, column):
            score = weigh.row_end(path.endings, path.row, path.filled) if path.row >= 0 else 0.0
            score += weigh.opened_by(path.endings[column], scores.line.tokens[begin], column)
            return score + weigh.opening_after([run.column for run in path.runs]), path.row + 1
        score = weigh.beside_mark(path.endings, path.row, column)
        if path.opened == scores.number or not path.filled:
            return score, path.row
        is_back = any(other > column for other in path.filled)
        score += weigh.late_start(
            after_gap=scores.line.after_gap, beside_others=bool(path.runs), is_back=is_back
        )
        return score, path.row

    def _grown(
        self, path: Path, tokens: tuple[Token, ...], column: int, row: int, score: float, number: int
    ) -> Path:
        text = " ".join(token.text for token in tokens)
        last = path.endings[column]
        previous = tokens[-2].text if len(tokens) > 1 else last.word
        whole = ""
        if self._columns[column].kind == "group":
            before = last.text if row == last.row else ""
            whole = f"{before} {text}".strip()
            score += self._weighing.title(before, whole)
        listed = last.listed if row == last.row else is_list_item(tokens[0])
        ending = Ending(row, tokens[-1].text, previous, len(text), number, whole, listed)
        opened = row > path.row
        return Path(
            score,
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

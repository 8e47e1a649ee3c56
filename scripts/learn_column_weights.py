"""Learns the weights with which woven OCR text is taken apart; writes sources/ocr_text/data/weights.json.

A structured perceptron: it weaves known plans in many ways, lets the search undo that with the weights
so far, and moves them from what was weighed on the wrong way towards what is weighed on the true one. The
mean over all steps is kept. Run: python -m scripts.learn_column_weights [rounds]
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from zonakita.modules.document_intake.sources.ocr_text.phrases import (
    Phrases,
    Titles,
    field_texts,
    field_titles,
)
from zonakita.modules.document_intake.sources.ocr_text.weaving import Run, Weaver
from zonakita.modules.document_intake.sources.ocr_text.weighing import WEIGHTS, Weighing, learned_weights
from zonakita.modules.document_intake.tests.ocr_text.weaving_samples import Woven, woven_rb, woven_zi

GOLD = Path(__file__).parents[1] / "zonakita/modules/document_intake/tests/data/gold"
PLANS = ("zi-provinsi-jambi-2025.json", "zi-tanjung-jabung-barat-2025.json")
STEP = 0.02
FORGOTTEN = 0.4
"""This share of the phrases is left out while learning: a new plan has sentences that nobody knows."""


def main() -> None:
    """Learn for some rounds and print how many runs come out right in each."""
    weights = dict(learned_weights())
    total = dict(weights)
    steps = 1
    for turn in range(int(sys.argv[1]) if len(sys.argv) > 1 else 5):
        right = told = 0
        for number, woven in enumerate(_samples(turn)):
            weighing = _weighing(woven, weights, seed=97 * turn + number)
            found = Weaver(weighing).unweave(woven.lines)
            told += sum(len(runs) for runs in woven.truth)
            right += sum(_alike(one, two) for one, two in zip(found, woven.truth, strict=True))
            if found != woven.truth:
                _move(
                    weights,
                    _noted(weighing, woven, woven.truth),
                    _noted(weighing, woven, found),
                    len(woven.lines),
                )
            for name in weights:
                total[name] += weights[name]
            steps += 1
        print(f"round {turn + 1}: {right / told:.3f} of {told} runs right", flush=True)
    mean = {name: round(total[name] / steps, 3) for name in weights}
    WEIGHTS.write_text(json.dumps(mean, indent=1) + "\n", encoding="utf-8")


def _alike(one: tuple[Run, ...], two: tuple[Run, ...]) -> int:
    return len({(run.column, run.text) for run in one} & {(run.column, run.text) for run in two})


def _samples(turn: int) -> list[Woven]:
    samples = [
        woven for number, name in enumerate(PLANS) for woven in woven_zi(GOLD / name, 10 * turn + number)
    ]
    samples += [woven_rb(GOLD / name, 10 * turn + number + 5) for number, name in enumerate(PLANS)]
    return samples


def _weighing(woven: Woven, weights: dict[str, float], seed: int) -> Weighing:
    texts = [*field_texts(""), *field_titles()]
    known = [text for number, text in enumerate(texts) if hash((seed, number)) % 100 >= 100 * FORGOTTEN]
    titles = [
        title for number, title in enumerate(field_titles()) if hash((number, seed)) % 100 >= 100 * FORGOTTEN
    ]
    has_marks = sum(any(token.is_list_mark for token in line.tokens) for line in woven.lines)
    return Weighing(
        woven.columns,
        Phrases(known),
        list(woven.widths),
        has_marks >= 0.1 * len(woven.lines),
        weights,
        Titles(titles),
    )


def _noted(weighing: Weighing, woven: Woven, runs: list[tuple[Run, ...]]) -> Counter[str]:
    weighing.notes = Counter()
    Weaver(weighing).score(woven.lines, runs)
    notes, weighing.notes = weighing.notes, None
    return notes


def _move(weights: dict[str, float], true: Counter[str], wrong: Counter[str], lines: int) -> None:
    for name in weights:
        difference = (true[name] - wrong[name]) / max(1.0, lines**0.5)
        weights[name] += STEP * max(-5.0, min(5.0, difference))


if __name__ == "__main__":
    main()

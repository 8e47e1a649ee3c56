"""Measures a proposal against a transcription with the project's own scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from zonakita.modules.document_intake.decrees.as_json import proposal_as_json
from zonakita.modules.document_intake.decrees.proposal import DecreeProposal

DATA = Path(__file__).parents[1] / "data"
GOLD = DATA / "gold"
SAMPLES = DATA / "samples"
SEEDS = DATA / "seeds"
SCORER = Path(__file__).parents[5] / "bench" / "score_decree.py"


def scores_of(proposal: DecreeProposal, gold_name: str, scratch: Path) -> dict[str, float]:
    """Give rows_recall, rows_precision, placed, cells and months, each 0..1."""
    read = scratch / "read.json"
    read.write_text(json.dumps(proposal_as_json(proposal), default=str), encoding="utf-8")
    told = subprocess.run(  # noqa: S603
        [sys.executable, str(SCORER), str(read), str(GOLD / gold_name)],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name: value or 0.0 for name, value in json.loads(told.stdout).items()}

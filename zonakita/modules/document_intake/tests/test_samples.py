"""The sample decrees come back as they were transcribed: text, PDF, DOCX and XLSX, without one slip."""

from __future__ import annotations

from pathlib import Path

import pytest

from zonakita.modules.document_intake.decrees.reading import read_decree
from zonakita.modules.document_intake.tests.scans.scoring import SAMPLES, SEEDS, scores_of

_JAMBI = "zi-provinsi-jambi-2025.json"
_TANJUNG_JABUNG = "zi-tanjung-jabung-barat-2025.json"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "gold"),
    [
        (SEEDS / "zi-provinsi-jambi-2025.txt", _JAMBI),
        (SEEDS / "zi-tanjung-jabung-barat-2025.txt", _TANJUNG_JABUNG),
        (SAMPLES / "zi-provinsi-jambi-2025.pdf", _JAMBI),
        (SAMPLES / "zi-tanjung-jabung-barat-2025.docx", _TANJUNG_JABUNG),
        (SAMPLES / "zi-tanjung-jabung-barat-2025.xlsx", _TANJUNG_JABUNG),
        (SAMPLES / "rb-provinsi-jambi-2026.pdf", "rb-provinsi-jambi-2026-months.json"),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else "",
)
def test_it_reads_a_sample_decree_exactly(file: Path, gold: str, tmp_path: Path) -> None:
    scores = scores_of(read_decree(file), gold, tmp_path)
    wanted = ("rows_recall", "rows_precision", "placed", "months")
    assert [scores[name] for name in wanted] == [1.0] * len(wanted)
    assert scores["cells"] >= 0.999

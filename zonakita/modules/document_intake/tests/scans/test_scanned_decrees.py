"""Scans of whole decrees reach the figures that the project promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from zonakita.modules.document_intake.decrees.reading import read_decree
from zonakita.modules.document_intake.tests.scans.degrading import Damage, damaged_pages, scanned_pdf
from zonakita.modules.document_intake.tests.scans.scoring import SAMPLES, scores_of

pytestmark = [pytest.mark.slow, pytest.mark.needs_tesseract]

PROMISED = {"rows_recall": 0.97, "rows_precision": 0.97, "placed": 0.97, "cells": 0.96, "months": 0.97}
RB, RB_GOLD = SAMPLES / "rb-provinsi-jambi-2026.pdf", "rb-provinsi-jambi-2026-months.json"
ZI, ZI_GOLD = SAMPLES / "zi-provinsi-jambi-2025.pdf", "zi-provinsi-jambi-2025.json"


def _missed(scores: dict[str, float]) -> dict[str, float]:
    return {name: scores[name] for name, least in PROMISED.items() if scores[name] < least}


def test_it_reads_the_scanned_sample(tmp_path: Path) -> None:
    proposal = read_decree(SAMPLES / "zi-provinsi-jambi-2025-scan.pdf")

    assert proposal.source_format == "scan"
    assert not _missed(scores_of(proposal, ZI_GOLD, tmp_path))


@pytest.mark.parametrize(
    ("source", "gold", "damage"),
    [
        pytest.param(
            RB,
            RB_GOLD,
            Damage(dpi=200, skew_degrees=2, noise=8, jpeg_quality=75, paper=235),
            id="months-200dpi-skewed",
        ),
        pytest.param(
            RB,
            RB_GOLD,
            Damage(dpi=300, skew_degrees=-3, noise=12, jpeg_quality=60, paper=215, quarter_turns=1),
            id="months-noisy-on-its-side",
        ),
        pytest.param(
            ZI,
            ZI_GOLD,
            Damage(
                dpi=150, skew_degrees=1.3, noise=8, jpeg_quality=70, paper=225, quarter_turns=2, grey=True
            ),
            id="150dpi-grey-upside-down",
        ),
    ],
)
def test_it_reads_bad_scans(source: Path, gold: str, damage: Damage, tmp_path: Path) -> None:
    scan = scanned_pdf(source, tmp_path / "scan.pdf", damage)

    assert not _missed(scores_of(read_decree(scan), gold, tmp_path))


def test_it_reads_photos_of_pages(tmp_path: Path) -> None:
    damage = Damage(dpi=230, skew_degrees=-2, noise=6, jpeg_quality=80, shadow=0.4, lean=0.025, photo=True)
    photos = damaged_pages(RB, damage)
    photos[0].save(tmp_path / "photos.tiff", save_all=True, append_images=photos[1:], compression="jpeg")

    proposal = read_decree(tmp_path / "photos.tiff")

    assert proposal.source_format == "image"
    assert not _missed(scores_of(proposal, RB_GOLD, tmp_path))


def test_it_tells_where_each_cell_stands(tmp_path: Path) -> None:
    scan = scanned_pdf(ZI, tmp_path / "scan.pdf", Damage(dpi=200, skew_degrees=1), [1, 2])

    row = read_decree(scan).areas[0].components[0].rows[0]

    assert row.indicator.place is not None
    assert row.action.place is not None
    assert row.indicator.place.page == 2
    assert row.indicator.place.right <= row.action.place.left + 0.01
    assert 0.15 < row.indicator.place.top < row.indicator.place.bottom < 0.35

"""Pages come upright and level, whichever way they were put on the scanner."""

from __future__ import annotations

import numpy as np
import pypdfium2
import pytest
from numpy.typing import NDArray

from zonakita.modules.document_intake.sources.scan.upright import make_upright
from zonakita.modules.document_intake.tests.scans.degrading import Damage, Pixels, damage_page
from zonakita.modules.document_intake.tests.scans.scoring import SAMPLES


@pytest.fixture(scope="module")
def page() -> Pixels:
    document = pypdfium2.PdfDocument(SAMPLES / "zi-provinsi-jambi-2025.pdf")
    pixels = np.asarray(document[1].render(scale=130 / 72).to_pil().convert("RGB"))
    document.close()
    return pixels


def _ink_rows(pixels: Pixels) -> NDArray[np.float64]:
    return np.asarray((pixels.min(axis=2) < 128).mean(axis=1), dtype=np.float64)


@pytest.mark.slow
@pytest.mark.parametrize("quarter_turns", [0, 1, 2, 3])
@pytest.mark.parametrize("skew_degrees", [-2.5, 1.0])
def test_it_turns_the_page_upright(page: Pixels, quarter_turns: int, skew_degrees: float) -> None:
    damaged = damage_page(page, Damage(quarter_turns=quarter_turns, skew_degrees=skew_degrees, noise=4))

    upright = make_upright(damaged).colour

    assert upright.shape == page.shape
    likeness = np.corrcoef(_ink_rows(upright), _ink_rows(page))[0, 1]
    assert likeness > 0.8


@pytest.mark.slow
def test_it_cuts_the_sheet_out_of_a_photo_and_evens_the_light(page: Pixels) -> None:
    photo = damage_page(page, Damage(photo=True, shadow=0.4, lean=0.03, skew_degrees=2))

    upright = make_upright(photo, photo=True)

    edge = np.concatenate([upright.grey[5:15].ravel(), upright.grey[-15:-5].ravel()])
    assert np.median(edge) > 230
    assert np.median(upright.grey) > 240


def test_it_leaves_a_blank_page_as_it_is() -> None:
    blank = np.full((600, 800, 3), 250, np.uint8)

    assert make_upright(blank).colour.shape == blank.shape

"""Every colour that a unit may choose has to stay legible."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonakita.surfaces.staff_site import accents
from zonakita.surfaces.staff_site.accents import AA_TEXT, accent_from, contrast

BASE_CSS = Path(accents.__file__).parent / "static" / "zonakita" / "css" / "base.css"


def test_it_knows_the_ends_of_the_scale() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@given(st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}"))
def test_it_makes_any_colour_legible(colour: str) -> None:
    accent = accent_from(colour)
    assert contrast(accent.fill_light, accents.WHITE) >= AA_TEXT
    assert contrast(accent.fill_dark, accents.WHITE) >= AA_TEXT
    assert contrast(accent.ink_light, accents.LIGHT_PAGE) >= AA_TEXT
    assert contrast(accent.ink_dark, accents.DARK_SURFACE) >= AA_TEXT


def test_it_leaves_a_legible_colour_alone() -> None:
    assert accent_from("#7A1F1F").fill_light == "#7a1f1f"


def _token(name: str) -> tuple[str, str]:
    found = re.search(rf"--zk-{name}: light-dark\((#\w+), (#\w+)\);", BASE_CSS.read_text(encoding="utf-8"))
    assert found, name
    return found[1], found[2]


@pytest.mark.parametrize("word", ["ink", "ink-soft", "accent-ink", "success", "warning", "danger", "info"])
@pytest.mark.parametrize("ground", ["page", "surface", "sunken"])
def test_it_keeps_words_legible_on_every_ground(word: str, ground: str) -> None:
    for written, under in zip(_token(word), _token(ground), strict=True):
        assert contrast(written, under) >= AA_TEXT


def test_it_computes_for_the_grounds_that_the_pages_have() -> None:
    assert _token("page")[0] == accents.LIGHT_PAGE
    assert _token("surface")[1] == accents.DARK_SURFACE

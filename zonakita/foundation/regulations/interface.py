"""The names of the regulation library that modules and surfaces use."""

from __future__ import annotations

from zonakita.foundation.regulations.actions import add_regulation, edit_regulation, load_regulations
from zonakita.foundation.regulations.instruments import (
    Area,
    Instrument,
    Question,
    SubArea,
    load_instrument,
)
from zonakita.foundation.regulations.keys import normalise_key
from zonakita.foundation.regulations.library import Regulation, RegulationLibrary, load_library
from zonakita.foundation.regulations.queries import library, regulations

__all__ = [
    "Area",
    "Instrument",
    "Question",
    "Regulation",
    "RegulationLibrary",
    "SubArea",
    "add_regulation",
    "edit_regulation",
    "library",
    "load_instrument",
    "load_library",
    "load_regulations",
    "normalise_key",
    "regulations",
]

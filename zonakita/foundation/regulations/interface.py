"""The names of the regulation library that modules and surfaces use."""

from __future__ import annotations

from zonakita.foundation.regulations.actions import (
    add_regulation,
    edit_regulation,
    is_built_in,
    load_regulations,
    verify_regulation,
)
from zonakita.foundation.regulations.instruments import (
    Area,
    Instrument,
    Question,
    SubArea,
    load_instrument,
)
from zonakita.foundation.regulations.keys import normalise_key
from zonakita.foundation.regulations.library import (
    ForceState,
    Regulation,
    RegulationLibrary,
    load_library,
)
from zonakita.foundation.regulations.policies import may_edit
from zonakita.foundation.regulations.queries import (
    Catalogue,
    Entry,
    catalogue,
    facts_of,
    library,
    library_stamp,
    regulation_for,
)

__all__ = [
    "Area",
    "Catalogue",
    "Entry",
    "ForceState",
    "Instrument",
    "Question",
    "Regulation",
    "RegulationLibrary",
    "SubArea",
    "add_regulation",
    "catalogue",
    "edit_regulation",
    "facts_of",
    "is_built_in",
    "library",
    "library_stamp",
    "load_instrument",
    "load_library",
    "load_regulations",
    "may_edit",
    "normalise_key",
    "regulation_for",
    "verify_regulation",
]

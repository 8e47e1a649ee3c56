"""The checker's vocabularies, kept as data."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent / "data"


@lru_cache(maxsize=8)
def load(name: str) -> Any:
    """The content of one YAML file of the checker."""
    return yaml.safe_load((_FOLDER / f"{name}.yaml").read_text("utf-8"))

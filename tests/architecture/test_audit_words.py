"""Everything that is recorded can be read by a person."""

from __future__ import annotations

import ast
from pathlib import Path

from zonakita.surfaces.staff_site.audit_words import WORDS

ROOT = Path(__file__).resolve().parents[2] / "zonakita"


def recorded_codes() -> set[str]:
    """The code in every `audit.record("…")`."""
    codes = set()
    for path in ROOT.rglob("*.py"):
        if "tests" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            first = node.args[0] if node.args else None
            if node.func.attr == "record" and isinstance(first, ast.Constant):
                codes.add(str(first.value))
    return codes


def test_every_recorded_code_has_words() -> None:
    codes = recorded_codes()
    assert "people.signed_in" in codes
    assert codes - set(WORDS) == set(), "say in surfaces/staff_site/audit_words.py what these mean"

"""What import-linter cannot say: entry points of surfaces and foundation keep away from writing tables."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "zonakita"
WRITES = {"save", "delete", "create", "bulk_create", "bulk_update", "update_or_create", "get_or_create"}


def entry_points() -> list[Path]:
    """Views, APIs and tasks, in a file or in a folder of that name."""
    kinds = {"views", "api", "tasks"}
    return [
        path
        for path in sorted(ROOT.rglob("*.py"))
        if "tests" not in path.parts and (path.stem in kinds or kinds & set(path.parent.parts[-1:]))
    ]


@pytest.mark.parametrize("path", entry_points(), ids=lambda path: str(path.relative_to(ROOT)))
def test_an_entry_point_writes_through_actions(path: Path) -> None:
    """A call like `Plan.objects.create()` or `plan.save()` in a view leaves permission and record behind."""
    calls = [
        f"line {node.lineno}: {node.func.attr}()"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES
    ]
    assert calls == []


def test_it_sees_the_entry_points() -> None:
    names = {str(path.relative_to(ROOT)) for path in entry_points()}
    assert "surfaces/staff_site/views/home.py" in names


def test_foundation_and_surfaces_have_no_receivers() -> None:
    """What happens is written where it happens; no signal, no `save()` with side effects elsewhere."""
    found = [
        str(path.relative_to(ROOT))
        for path in ROOT.rglob("*.py")
        if "tests" not in path.parts and "django.dispatch" in path.read_text(encoding="utf-8")
    ]
    assert found == []

"""Every rule taken from a regulation says which one, and the regulation is in the library."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2] / "zonakita"
LIBRARY = ROOT / "foundation" / "regulations" / "data" / "regulations.yaml"
STANDARDS = {"WCAG 2.2"}
"""What is cited beside regulations."""
CITATION = re.compile(r"\bSource: ((?:[^,;.\n(]|\.(?=\d))+)")


def citations(tree: ast.Module) -> Iterator[str]:
    """What the docstrings of a module cite, without article."""
    kinds = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    for node in ast.walk(tree):
        if isinstance(node, kinds):
            yield from (found.strip() for found in CITATION.findall(ast.get_docstring(node) or ""))


def test_every_citation_is_in_the_library() -> None:
    known = {row["key"] for row in yaml.safe_load(LIBRARY.read_text(encoding="utf-8"))} | STANDARDS
    unknown = [
        f"{path.relative_to(ROOT)}: {cited}"
        for path in sorted(ROOT.rglob("*.py"))
        if "tests" not in path.parts
        for cited in citations(ast.parse(path.read_text(encoding="utf-8")))
        if cited not in known
    ]
    assert unknown == [], "write the key of foundation/regulations, then a comma and the article"


def test_it_reads_a_citation_up_to_the_article() -> None:
    source = '"""Count.\n\n    Source: PermenPANRB 90/2021, Lampiran III butir A.I; later words.\n    """'
    assert list(citations(ast.parse(source))) == ["PermenPANRB 90/2021"]

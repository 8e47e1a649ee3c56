"""The list of rules: complete, unique, documented, with sources that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from zonakita.foundation.regulations.library import load_library
from zonakita.modules.document_intake.checker.data_files import load
from zonakita.modules.document_intake.checker.registry import RULES
from zonakita.modules.document_intake.checker.rule import Rule

PAGE = Path(__file__).parents[5] / "docs" / "reference" / "plan-checker.md"


def test_every_code_stands_once() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes)) == 25


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_can_be_shown_to_people(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", rule.code)
    assert rule.title
    assert not rule.title.endswith(".")
    assert rule.why.endswith(".")
    assert rule.check.__doc__


def test_the_reference_page_lists_exactly_these_rules() -> None:
    rows = re.findall(
        r"^\| `([a-z-]+)` \| (\w+) \| (.+?) \| (.+?) \| (.+?) \|$", PAGE.read_text("utf-8"), re.MULTILINE
    )
    assert rows == [(rule.code, rule.severity, rule.title, rule.why, rule.source) for rule in RULES]


@pytest.mark.parametrize(
    "source",
    sorted({rule.source for rule in RULES} | {term["source"] for term in load("terms")}),
)
def test_every_cited_regulation_is_in_the_library(source: str) -> None:
    cited = re.match(r"[A-Z][\w ]*? \d+/\d{4}", source)
    if cited:
        assert load_library().find(cited[0]) is not None
    else:
        assert source in {"Tata naskah dinas", "Praktik perencanaan"}

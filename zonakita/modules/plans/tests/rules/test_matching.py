"""Which matches are worth a person's look."""

from __future__ import annotations

from zonakita.modules.plans.rules.matching import Match, likely_matches


def test_it_shows_the_best_and_those_close_behind() -> None:
    ranked = tuple(
        Match(code, None, score) for code, score in (("A", 0.9), ("B", 0.7), ("C", 0.4), ("D", 0.35))
    )
    assert [match.sub_area_code for match in likely_matches(ranked)] == ["A", "B"]


def test_it_shows_nothing_where_nothing_is_likely() -> None:
    assert likely_matches((Match("A", None, 0.2),)) == ()
    assert likely_matches(()) == ()

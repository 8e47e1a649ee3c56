"""Which sub-area and question of the LKE an item answers: the likely ones, for a person to confirm."""

from __future__ import annotations

from zonakita.kernel.instrument_matching import LIKELY_SCORE, InstrumentLike, Match, match_item

__all__ = ["LIKELY_SCORE", "InstrumentLike", "Match", "likely_matches", "match_item"]


def likely_matches(ranked: tuple[Match, ...], *, limit: int = 3) -> tuple[Match, ...]:
    """The best matches worth showing: likely by themselves and not far behind the first."""
    best = ranked[0].score if ranked else 0.0
    return tuple(match for match in ranked[:limit] if match.score >= max(LIKELY_SCORE, best * 0.7))

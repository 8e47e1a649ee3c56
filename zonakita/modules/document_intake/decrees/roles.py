"""Which role each column plays: headings by meaning, the cells as a second witness, one role for one
column.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zonakita.modules.document_intake.decrees.columns import Column
from zonakita.modules.document_intake.decrees.lines import Line
from zonakita.modules.document_intake.decrees.months import is_time_like
from zonakita.modules.document_intake.decrees.proposal import ColumnQuestion
from zonakita.modules.document_intake.decrees.vocabulary import heading_scores, vocabulary

MAPPABLE = (
    "number",
    "area",
    "component",
    "indicator",
    "action",
    "evidence",
    "target",
    "person_in_charge",
    "note",
    "extra",
)
_ALIASES = {"sub": "action", "activity": "component", "ignore": "extra", "priority": "extra"}
_ORDER = ("number", "area", "component")
_LEAVES = frozenset({"indicator", "action", "evidence", "target"})
_BEAM = 300
_UNCLEAR = 0.6
_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class ColumnRoles:
    """The role of each text column by its index, how sure it is (0..1), and what has to be asked."""

    roles: dict[int, str]
    trust: dict[int, float]
    questions: tuple[ColumnQuestion, ...]

    def column(self, role: str) -> int | None:
        """The column with this role, None where the table has none."""
        return next((index for index, own in self.roles.items() if own == role), None)

    def extras(self) -> tuple[int, ...]:
        """The columns that no role of a plan row fits."""
        return tuple(index for index, own in self.roles.items() if own == "extra")


@dataclass(frozen=True, slots=True)
class _Content:
    """What the cells of a column are like; shares are 0..1."""

    filled_share: float
    time_share: float
    sign_shares: dict[str, float]
    samples: tuple[str, ...]
    mean_length: float


def assign_roles(
    columns: Sequence[Column],
    lines: Sequence[Line],
    mapping: Mapping[str, str] | None = None,
    *,
    has_area_above: bool = False,
) -> ColumnRoles:
    """Give every text column the role that fits heading, content and order best.

    `mapping` holds a person's answers; `has_area_above` says that the area stands as a heading above the
    table.
    """
    area_elsewhere = has_area_above or any(line.wide is not None for line in lines)
    text_columns = [column for column in columns if not column.months]
    rows = [line for line in lines if line.wide is None]
    content = {column.index: _content_of(column.index, rows) for column in text_columns}
    text_columns = [c for c in text_columns if c.path or content[c.index].filled_share > 0]
    has_months = len(text_columns) < len([c for c in columns if c.path])
    options = [_options(column, content[column.index], has_months, mapping or {}) for column in text_columns]
    if area_elsewhere:
        options = [[(r, v - 0.45 if r == "area" and v < 2 else v) for r, v in choices] for choices in options]
    chosen = _best_assignment(options)
    roles = {column.index: role for column, role in zip(text_columns, chosen, strict=True)}
    trust = {
        column.index: min(1.0, dict(option).get(role, 0.0))
        for column, option, role in zip(text_columns, options, chosen, strict=True)
    }
    _promote_leaf(roles)
    questions = tuple(
        ColumnQuestion(column.fingerprint, column.heading, content[column.index].samples, roles[column.index])
        for column in text_columns
        if column.fingerprint not in (mapping or {}) and _is_unclear(column, roles[column.index], content)
    )
    return ColumnRoles(roles, trust, questions)


def _content_of(column: int, lines: Sequence[Line]) -> _Content:
    texts = [text for text in (line.text(column) for line in lines) if text]
    count = len(texts) or 1
    shares: dict[str, float] = {}
    for role in vocabulary().roles:
        for sign, weight in role.signs:
            hits = sum(bool(sign.search(text)) for text in texts)
            shares[role.key] = shares.get(role.key, 0.0) + weight * hits / count
    return _Content(
        len(texts) / (len(lines) or 1),
        sum(is_time_like(text) for text in texts) / count,
        shares,
        tuple(dict.fromkeys(text[:80] for text in texts))[:_SAMPLES],
        sum(map(len, texts)) / count,
    )


def _options(
    column: Column, content: _Content, has_months: bool, mapping: Mapping[str, str]
) -> list[tuple[str, float]]:
    answer = mapping.get(column.fingerprint)
    if answer:
        return [(_ALIASES.get(answer, answer), 3.0)]
    scores = _heading_votes(column)
    options = [("extra", max(scores.get("extra", 0.0), 0.3))]
    for role in MAPPABLE[:-1]:
        score = scores.get(role, 0.0)
        said = score
        score += content.sign_shares.get(role, 0.0) * (0.5 if said else 1.0)
        score += _fit(role, content, has_months)
        if score >= 0.4 and (said or not column.path or score >= 0.8):
            options.append((role, score))
    return options


def _heading_votes(column: Column) -> dict[str, float]:
    """The lowest heading counts most, a group heading above it a little less."""
    votes: dict[str, float] = {}
    for depth, part in enumerate(reversed(column.path)):
        for role, score in heading_scores(part).items():
            votes[role] = max(votes.get(role, 0.0), score * (1.0, 0.7, 0.5)[min(depth, 2)])
    for role, score in heading_scores(" ".join(column.path)).items():
        votes[role] = max(votes.get(role, 0.0), score)
    return votes


def _fit(role: str, content: _Content, has_months: bool) -> float:
    """What the content adds to or takes from a role."""
    if not content.samples:
        return -0.1 if role in _LEAVES else 0.0
    if role == "target":
        return (
            0.45 * content.time_share if content.time_share >= 0.5 else -0.35 - (0.2 if has_months else 0.0)
        )
    if content.time_share >= 0.6:
        return -0.5
    if role in ("area", "component"):
        return 0.15 if content.filled_share < 0.8 else -0.05
    if role == "number":
        return -0.8 if content.mean_length > 6 else 0.1
    if role in ("action", "indicator"):
        return (0.1 if content.filled_share >= 0.8 else -0.1) - (0.4 if content.mean_length < 5 else 0.0)
    return 0.0


def _best_assignment(options: list[list[tuple[str, float]]]) -> list[str]:
    """A beam search over the columns: every role once, `extra` as often as needed, with a plan's usual
    order.
    """
    beam: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for choices in options:
        grown = [
            (score + value - 0.3 * (role == "extra"), (*taken, role))
            for score, taken in beam
            for role, value in choices
            if role == "extra" or role not in taken
        ]
        grown.sort(key=lambda item: -item[0])
        beam = grown[:_BEAM]
    best = max(beam, key=lambda item: item[0] + _order_bonus(item[1]))
    return list(best[1])


def _order_bonus(roles: tuple[str, ...]) -> float:
    bonus = 0.0
    present = [role for role in roles if role in _ORDER]
    if present != sorted(present, key=_ORDER.index):
        bonus -= 0.3
    if "component" in roles and any(
        roles.index(leaf) < roles.index("component") for leaf in _LEAVES & set(roles)
    ):
        bonus -= 0.25
    if "area" in roles and any(roles.index(leaf) < roles.index("area") for leaf in _LEAVES & set(roles)):
        bonus -= 0.25
    if "action" not in roles:
        bonus -= 0.5
    if "action" not in roles and "indicator" not in roles:
        bonus -= 1.0
    return bonus


def _promote_leaf(roles: dict[int, str]) -> None:
    """A table without action and indicator still has one column that says what is done."""
    if "action" in roles.values() or "indicator" in roles.values():
        return
    for role in ("component", "area"):
        for index, own in roles.items():
            if own == role:
                roles[index] = "action"
                return


def _is_unclear(column: Column, role: str, content: Mapping[int, _Content]) -> bool:
    own = content[column.index]
    if not own.samples:
        return False
    said = _heading_votes(column)
    if role == "extra":
        return max(said.values(), default=0.0) < _UNCLEAR
    return said.get(role, 0.0) < 0.5 and not (role == "number" and re.fullmatch(r"\W*", column.heading))

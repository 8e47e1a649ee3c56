"""Rows cut by a page break, joined again by weighing what speaks for one row and what for two."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from zonakita.kernel.target_times import parse_target_time
from zonakita.modules.document_intake.decrees.cell_text import LIST_MARK, join_pair
from zonakita.modules.document_intake.decrees.lines import Line, Piece
from zonakita.modules.document_intake.decrees.roles import ColumnRoles

_JOIN_FROM = 1.5
_ROWS_FOR_A_HABIT = 6
_NEW_PARENT = 3.0
_MOSTLY = 0.8
_TEXT_ROLES = ("indicator", "action", "evidence", "person_in_charge", "note")
_OPEN_END = re.compile(
    r"(?:[,(/&\u2013-]|(?:^|\s)\(?(?:\d{1,2}|[a-z])[.)]|\b(?:dan|atau|yang|di|ke|dari|dengan|pada|untuk|oleh|dalam|terhadap|atas|tentang|serta|telah|sudah"
    r"|akan|melalui|sebagai|secara|bagi|antara|kepada|s\.?d\.?|dan/atau|per|setiap|hasil|tim|seluruh))$",
    re.IGNORECASE,
)
_CLOSED_END = re.compile(r"[.;!?)]$")
_LIST_MARKS = re.compile(r"(?:^|\s)\(?(\d{1,2}|[a-z])[.)]\s")


@dataclass(frozen=True, slots=True)
class _Habits:
    """How often each text column has text, and how often its text is one lettered item ("a. ..."), 0..1.

    `numbered_titles` is the share of component titles that stand beside a number.
    """

    shares: dict[int, float]
    lettered: dict[int, float]
    numbered_titles: float

    @classmethod
    def of(cls, lines: Sequence[Line], roles: ColumnRoles) -> _Habits:
        rows = [line for line in lines if line.wide is None]
        texts = {column: [text for line in rows if (text := line.text(column))] for column in roles.roles}
        title, number = roles.column("component"), roles.column("number")
        titled = [line for line in rows if line.text(title)]
        return cls(
            {column: len(own) / (len(rows) or 1) for column, own in texts.items()},
            {
                column: sum(map(_is_one_item, own)) / max(len(own), _ROWS_FOR_A_HABIT)
                for column, own in texts.items()
            },
            sum(bool(line.text(number)) for line in titled) / (len(titled) or 1),
        )


def join_cut_rows(lines: Sequence[Line], roles: ColumnRoles, words: Collection[str] = ()) -> list[Line]:
    """The lines with every row whole that a page break had cut."""
    habits = _Habits.of(lines, roles)
    joined: list[Line] = []
    for line in lines:
        if joined and line.opens_part and _continues(joined[-1], line, roles, habits):
            joined[-1] = _merge(joined[-1], line, words)
        else:
            joined.append(line)
    return joined


def _continues(before: Line, after: Line, roles: ColumnRoles, habits: _Habits) -> bool:
    if before.wide is not None or after.wide is not None:
        return _continues_wide(before, after)
    if after.text(roles.column("number")) or not any(after.text(column) for column in roles.roles):
        return False
    score = _time_evidence(before, after, roles, habits) + _parent_evidence(before, after, roles, habits)
    score += sum(
        _text_evidence(before, after, column, role, habits)
        for column, role in roles.roles.items()
        if role in _TEXT_ROLES
    )
    return score >= _JOIN_FROM


def _continues_wide(before: Line, after: Line) -> bool:
    """An area title cut by the page break: a second wide cell in lower case and without a number."""
    if before.wide is None or after.wide is None or after.pieces:
        return False
    return after.wide.text[:1].islower()


def _parent_evidence(before: Line, after: Line, roles: ColumnRoles, habits: _Habits) -> float:
    """A new area or component opens a new row, most surely where titles come without numbers.

    The rest of a cut title ("Pola Mutasi" | "Internal") says nothing either way, nor does a title without
    its number
    where the titles of this plan are numbered.
    """
    score = 0.0
    for role in ("area", "component"):
        column = roles.column(role)
        text = after.text(column)
        if not text or _is_rest_of(before.text(column), text):
            continue
        score -= 0.0 if before.text(column) and habits.numbered_titles >= _MOSTLY else _NEW_PARENT
    return score


def _is_rest_of(before: str, after: str) -> bool:
    return bool(before) and (after[:1].islower() or bool(_OPEN_END.search(before)))


def _time_evidence(before: Line, after: Line, roles: ColumnRoles, habits: _Habits) -> float:
    column = roles.column("target")
    score = 0.0
    if column is not None:
        score += _target_evidence(before.text(column), after.text(column), habits.shares[column])
    if before.marks or after.marks:
        if before.marks == after.marks:
            score += 1.0
        elif not after.marks or not before.marks:
            score += 1.5
        else:
            score -= 2.0
    return score


def _target_evidence(before: str, after: str, rate: float) -> float:
    if not after:
        return 2.0 * rate if before else 0.5
    if not before:
        return -1.0
    if (
        _OPEN_END.search(before)
        or after[:1].islower()
        or re.fullmatch(r"(?:tahun\s*)?(?:19|20)\d\d\.?", after)
    ):
        return 1.0
    if not parse_target_time(after).is_understood:
        return 0.0
    return -2.5


def _text_evidence(before_line: Line, after_line: Line, column: int, role: str, habits: _Habits) -> float:
    before, after = before_line.text(column), after_line.text(column)
    rate = habits.shares[column]
    if not after:
        return 0.9 * rate if before and role in ("indicator", "action", "evidence") else 0.0
    if not before:
        return -1.0 * rate
    if LIST_MARK.match(after):
        return _list_evidence(before, after, habits.lettered[column])
    score = 0.0
    if after[:1].islower():
        score += 1.5
    elif after[:1].isupper() and _CLOSED_END.search(before) and not _OPEN_END.search(before):
        score -= 0.75
    elif after[:1].isupper() and not _OPEN_END.search(before):
        score -= 0.75 if role == "person_in_charge" else 0.25
    if _OPEN_END.search(before) or before.count("(") > before.count(")"):
        score += 1.5
    return score


def _list_evidence(before: str, after: str, lettered: float) -> float:
    """A list inside a cell goes on; rows that are lettered themselves ("a." then "b.") do not."""
    if lettered >= 0.4:
        return -2.0
    marks, wanted = _LIST_MARKS.findall(before), _LIST_MARKS.findall(after)
    if wanted and wanted[0] in ("1", "a"):
        return -2.0
    if marks and wanted and _follows(marks[-1], wanted[0]):
        return 2.0
    return 1.0 if len(marks) >= 2 else -0.5


def _is_one_item(text: str) -> bool:
    return LIST_MARK.match(text) is not None and len(_LIST_MARKS.findall(text)) == 1


def _follows(first: str, second: str) -> bool:
    if first.isdigit() and second.isdigit():
        return int(second) == int(first) + 1
    return len(first) == len(second) == 1 and ord(second) == ord(first) + 1


def _merge(before: Line, after: Line, words: Collection[str]) -> Line:
    pieces = dict(before.pieces)
    for column, piece in after.pieces.items():
        if piece.is_carried:
            continue
        own = pieces.get(column)
        if own is None or own.is_carried:
            pieces[column] = piece
        else:
            pieces[column] = _joined(own, piece, words)
    wide = before.wide
    if wide is not None and after.wide is not None:
        wide = _joined(wide, after.wide, words)
    return replace(before, pieces=pieces, wide=wide, marks=before.marks | after.marks)


def _joined(before: Piece, after: Piece, words: Collection[str]) -> Piece:
    return replace(
        before,
        text=join_pair(before.text, after.text, words),
        confidence=min(before.confidence, after.confidence),
    )

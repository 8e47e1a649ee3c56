"""A finding of the plan checker: advice with its reason, never a barrier to an import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from zonakita.modules.document_intake.sources.document import Place

Severity = Literal["error", "warning", "hint"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One slip found by rule.

    `code` as in docs/reference/plan-checker.md; `where` names the row for people ("V.4, baris 2") or
    "keputusan"; `path` is (area index, component index, row index) or shorter, () for the whole decree;
    `text` the words concerned; `message` and `why` are Indonesian sentences; `source` a regulation id with
    article, or the practice it rests on.
    """

    code: str
    severity: Severity
    where: str
    path: tuple[int, ...]
    text: str
    message: str
    why: str
    source: str
    place: Place | None = None

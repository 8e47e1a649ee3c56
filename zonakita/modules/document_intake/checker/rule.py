"""What a rule of the plan checker is, and how it reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from zonakita.kernel.text import shorten
from zonakita.modules.document_intake.checker.context import CheckContext, RowAt
from zonakita.modules.document_intake.checker.finding import Finding, Severity
from zonakita.modules.document_intake.sources.document import Place

Check = Callable[[CheckContext, "Rule"], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `title` and `why` are Indonesian, `source` is a regulation or the practice behind it."""

    code: str
    severity: Severity
    title: str
    why: str
    source: str
    check: Check

    def at_row(
        self, row: RowAt, message: str, *, text: str, severity: Severity | None = None, source: str = ""
    ) -> Finding:
        """A finding beside a row."""
        return Finding(
            code=self.code,
            severity=severity or self.severity,
            where=row.where,
            path=row.path,
            text=shorten(text, 300),
            message=message,
            why=self.why,
            source=source or self.source,
            place=row.place,
        )

    def at_decree(
        self,
        where: str,
        message: str,
        *,
        text: str,
        severity: Severity | None = None,
        path: tuple[int, ...] = (),
        place: Place | None = None,
        source: str = "",
    ) -> Finding:
        """A finding about the decree, an area or a component."""
        return Finding(
            code=self.code,
            severity=severity or self.severity,
            where=where,
            path=path,
            text=shorten(text, 300),
            message=message,
            why=self.why,
            source=source or self.source,
            place=place,
        )

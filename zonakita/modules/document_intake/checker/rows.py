"""Rules that compare the cells of rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache

from zonakita.kernel.text import normalise, shorten
from zonakita.modules.document_intake.checker.context import CheckContext, RowAt, listed
from zonakita.modules.document_intake.checker.data_files import load
from zonakita.modules.document_intake.checker.finding import Finding
from zonakita.modules.document_intake.checker.rule import Rule

_PLAIN_VERB = re.compile(
    r"^(?:melakukan|melaksanakan|menyusun|membuat|pelaksanaan|penyusunan|pembuatan|menyelenggarakan) "
)


def same_action(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """One action for several indicators."""
    for rows in _repeated(context, lambda row: _PLAIN_VERB.sub("", normalise(row.action)), least_words=1):
        others = listed([row.where for row in rows[1:]])
        message = (
            f"Langkah aksi “{shorten(rows[0].action, 90)}” dipakai untuk {len(rows)} indikator"
            f" (juga {others}). Tuliskan langkah yang khas untuk tiap indikator."
        )
        yield rule.at_row(rows[0], message, text=rows[0].action)


def same_evidence(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """One piece of evidence for several indicators."""
    for rows in _repeated(context, lambda row: normalise(row.evidence), least_words=2):
        others = listed([row.where for row in rows[1:]])
        message = (
            f"Bukti “{shorten(rows[0].evidence, 90)}” diminta untuk {len(rows)} indikator (juga {others})."
            " Pastikan satu bukti memang membuktikan semuanya, atau sebutkan bukti yang khas."
        )
        yield rule.at_row(rows[0], message, text=rows[0].evidence)


def evidence_mismatch(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """An action that cannot bring about what the indicator asks for."""
    if not context.is_zi:
        return
    for row in context.rows:
        indicator, action, evidence = (normalise(text) for text in (row.indicator, row.action, row.evidence))
        if not indicator or not action:
            continue
        for kind, asks, produced_by, proved_by, advice in _kinds():
            if not asks.search(indicator):
                continue
            if not produced_by.search(action) and not proved_by.search(evidence):
                message = (
                    f"Indikator ini meminta {kind}, tetapi langkah “{shorten(row.action, 90)}” tidak"
                    f" menghasilkannya. Tambahkan langkah berupa {advice}."
                )
                yield rule.at_row(row, message, text=row.indicator)
            break


def _repeated(
    context: CheckContext, key_of: Callable[[RowAt], str], *, least_words: int
) -> Iterator[list[RowAt]]:
    """Rows with the same key and at least two different indicators."""
    groups: dict[str, list[RowAt]] = defaultdict(list)
    for row in context.rows:
        key = key_of(row)
        if len(key.split()) >= least_words:
            groups[key].append(row)
    for rows in groups.values():
        if len({normalise(row.indicator) for row in rows if row.indicator}) > 1:
            yield rows


Kind = tuple[str, re.Pattern[str], re.Pattern[str], re.Pattern[str], str]


@lru_cache(maxsize=1)
def _kinds() -> tuple[Kind, ...]:
    return tuple(
        (
            entry["kind"],
            re.compile(entry["indicator"]),
            re.compile(entry["produced_by"]),
            re.compile(entry["proved_by"]),
            entry["advice"],
        )
        for entry in load("kinds")
    )

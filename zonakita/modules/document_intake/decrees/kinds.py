"""Whether a plan builds a Zona Integritas or carries out Reformasi Birokrasi, decided from titles and
columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from zonakita.modules.document_intake.decrees.cell_text import plain
from zonakita.modules.document_intake.decrees.proposal import PlanKind

_MINISTRY = re.compile(r"(pendayagunaan )?aparatur negara dan reformasi birokrasi")
_ZI = re.compile(r"zona integritas|wilayah bebas (dari )?korupsi|\bwbk\b|\bwbbm\b|\bzi\b")
_RB = re.compile(r"reformasi birokrasi|\brb\b")


def decide_kind(titles: Sequence[str], headings: Sequence[str], has_month_columns: bool) -> PlanKind:
    """The kind of plan; `titles` from the most telling (above the table) to the least (of the decree)."""
    score = sum(weight * _title_vote(title) for weight, title in zip((3.0, 2.0, 2.0), titles, strict=False))
    columns = {plain(heading) for heading in headings}
    for heading in columns:
        if heading in ("komponen", "langkah aksi", "bukti fisik", "data dukung", "eviden"):
            score += 0.5
        if heading in ("sub kegiatan", "area perubahan"):
            score -= 0.5
    if has_month_columns:
        score -= 0.5
    return "ZI" if score >= 0 else "RB"


def _title_vote(title: str) -> int:
    text = _MINISTRY.sub(" ", plain(title))
    if _ZI.search(text):
        return 1
    return -1 if _RB.search(text) else 0

"""Rules about the head of the decree and its annex."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zonakita.kernel.text import collapse, likeness, normalise
from zonakita.modules.document_intake.checker.context import CheckContext, RowAt
from zonakita.modules.document_intake.checker.finding import Finding
from zonakita.modules.document_intake.checker.rule import Rule

_REGION = (
    r"(?P<level>Provinsi|Kabupaten|Kab\.?|Kota)\s+(?P<name>(?!Kota\b)[A-Z][\w']*(?:[ \t]+[A-Z][\w']*){0,3})"
)
_REGION_AT_END = re.compile(rf"\b{_REGION}\s*$", re.IGNORECASE)
_TOGETHER = re.compile(
    r"\b(?:dengan|kepada|dari|ke|oleh|bersama|antara|menghadiri|mengikuti|undangan)\s+$", re.IGNORECASE
)
_YEAR = re.compile(r"\bTAHUN\s+((?:19|20)\d\d)\b(?!\s*[-\u2013/]\s*(?:19|20)\d\d)", re.IGNORECASE)
_NUMBER_AND_YEAR = re.compile(r"\bNOMOR\b[^\n]{0,60}?\bTAHUN\s+(?:19|20)\d\d", re.IGNORECASE)
_SAME_NAME = 0.85
_SHORT_NAMES = {"komisi pemilihan umum": ("KPU", "Komisi Pemilihan Umum")}


def wrong_institution(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """The annex or a row names another institution of the same kind than the decree."""
    head = context.proposal.head
    own = _REGION_AT_END.search(collapse(head.institution))
    annex = collapse(head.annex_institution)
    if annex and head.institution and likeness(annex, head.institution) < _SAME_NAME:
        message = (
            f"Lampiran menyebut “{annex}”, padahal keputusan ini dari “{collapse(head.institution)}”."
            " Perbaiki kepala lampiran."
        )
        yield rule.at_decree("lampiran", message, text=annex)
    if own is None:
        return
    kind = collapse(head.institution)[: own.start()].strip()
    pattern = _mention_of(kind)
    for label, text in (("judul lampiran", head.annex_title), ("judul tabel", head.table_title)):
        other = _foreign(pattern, text, own)
        if other:
            message = f"Judul menyebut “{other}”, padahal keputusan ini dari “{collapse(head.institution)}”."
            yield rule.at_decree(label, f"{message} Perbaiki judulnya.", text=text)
    for row in context.rows:
        other = next((found for text in _texts(row) if (found := _foreign(pattern, text, own))), "")
        if other:
            message = (
                f"Baris ini menyebut “{other}”, padahal keputusan ini dari “{collapse(head.institution)}”."
                " Periksa apakah nama itu tertinggal dari dokumen lain."
            )
            yield rule.at_row(row, message, text=other)


def wrong_year_title(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """The years in the titles of decree, annex and table differ."""
    head = context.proposal.head
    titles = {
        "judul keputusan": head.title,
        "judul lampiran": head.annex_title,
        "judul tabel": head.table_title,
    }
    years = {label: found for label, text in titles.items() if (found := _years(text))}
    plan_year = context.proposal.plan_year
    base = years.get("judul keputusan") or ({plan_year} if plan_year else set())
    for label, found in years.items():
        if label != "judul keputusan" and base and not found & base:
            message = (
                f"Tahun dalam {label} ({_joined(found)}) berbeda dari tahun rencana ({_joined(base)})."
                " Samakan tahunnya."
            )
            yield rule.at_decree(label, message, text=titles[label])


def _mention_of(kind: str) -> re.Pattern[str]:
    names = _SHORT_NAMES.get(normalise(kind), (kind,))
    alternatives = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names if name) or r"(?!)"
    return re.compile(rf"\b(?i:{alternatives})\s+(?i:(?=Prov|Kab|Kota)){_capital_free(_REGION)}")


def _capital_free(pattern: str) -> str:
    """The level in any case, the name with its capitals (so that it ends where the name ends)."""
    return pattern.replace(
        "(?P<level>Provinsi|Kabupaten|Kab\\.?|Kota)", "(?P<level>(?i:Provinsi|Kabupaten|Kab\\.?|Kota))"
    )


def _foreign(pattern: re.Pattern[str], text: str, own: re.Match[str]) -> str:
    """The first institution in a text that is not the decree's own and is not named as a partner."""
    plain = collapse(text)
    for match in pattern.finditer(plain):
        if _TOGETHER.search(plain[: match.start()]):
            continue
        if not _is_same_region(match["level"], match["name"], own):
            return match[0]
    return ""


def _is_same_region(level: str, name: str, own: re.Match[str]) -> bool:
    same_level = normalise(level)[:3] == normalise(own["level"])[:3]
    ours, theirs = normalise(own["name"]), normalise(name)
    starts_alike = theirs.startswith(ours) or likeness(ours, theirs[: len(ours)]) >= _SAME_NAME
    return same_level and starts_alike


def _texts(row: RowAt) -> tuple[str, ...]:
    return (row.indicator, row.action, row.evidence, collapse(row.component.title), collapse(row.area.title))


def _years(title: str) -> set[int]:
    return {int(year) for year in _YEAR.findall(_NUMBER_AND_YEAR.sub(" ", title))}


def _joined(years: set[int]) -> str:
    return ", ".join(str(year) for year in sorted(years))

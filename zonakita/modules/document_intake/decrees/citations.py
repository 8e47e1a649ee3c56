"""Regulations cited in a text: type, number, year, title, gazette numbers, and what amends what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from zonakita.foundation.regulations.keys import TYPES, normalise_key, type_key
from zonakita.modules.document_intake.decrees.proposal import Citation

_TYPES = (
    r"Undang-\s?Undang|Peraturan|Keputusan|Instruksi|Surat\s+Edaran|Surat\s+Keputusan|Berita\s+Acara|Qanun"
    r"|Per(?:men|pres|ka|ki|da|ma|gub|bup|wal|bawaslu|ppu|pu)\s?(?:PAN\s?-?\s?RB|[A-Z]{2,8})?|Kep(?:men|pres)\s?(?:PAN\s?-?\s?RB|[A-Z]{2,8})?"
    r"|PKPU|UU|PP|PMK|SE\s+\w+|Inpres"
)
_STOP = r"\b(?:tentang|Nomor|No\.|Tahun|sebagaimana|Menimbang|Mengingat)\b"
_CITED = re.compile(
    rf"\b(?P<type>(?:{_TYPES})(?:(?!{_STOP})[^;()\d])*?)\s*(?:\bNomor\b|\bNo\b\.?)\s*:?\s*"
    r"(?P<number>\d[\w./-]*\w|\w?\d+)(?:\s+Tahun\s+(?P<year>(?:19|20)\d\d))?",
    re.IGNORECASE,
)
# Of known types alone: "Peraturan Presiden Republik Indonesia 81 Tahun 2010".
_TYPE_NAMES = sorted((names[0] for names in TYPES.values()), key=len, reverse=True)
_CITED_WITHOUT_NOMOR = re.compile(
    r"\b(?P<type>" + "|".join(name.replace(" ", r"[\s-]+") for name in _TYPE_NAMES) + r")"
    r"(?:\s+Republik\s+Indonesia)?\s+(?P<number>\d{1,4})\s+Tahun\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_GAZETTE = re.compile(
    r"(?<!Tambahan )(?:Lembaran|Berita)\s+Negara(?:\s+Republik\s+Indonesia)?"
    r"\s*Tahun\s+(\d{4})\s*,?\s*Nomor\s*:?\s*(\w+)",
    re.IGNORECASE,
)
_SUPPLEMENT = re.compile(
    r"Tambahan\s+(?:Lembaran|Berita)\s+Negara(?:\s+Republik\s+Indonesia)?\s*(?:Tahun\s+\d{4}\s*)?Nomor\s*:?\s*(\w+)",
    re.IGNORECASE,
)
_AMENDED = re.compile(r"\b(?:diubah|dirubah|diganti|dicabut)\b", re.IGNORECASE)
_TITLE = re.compile(
    r"^\s*,?\s*tentang\s+(.*?)(?=\s*(?:\(|;|\.\s"
    r"|,\s+(?:saat|hal|maka|sehingga|perlu|yang|dan\s+berdasarkan|tanggal)\b"
    r"|,?\s*sebagaimana"
    r"|,?\s*(?:yang\s+)?(?:telah\s+)?(?:beberapa kali\s+)?(?:terakhir|diubah)\b)|$)",
    re.I | re.S,
)
_AMENDING = re.compile(r"\bPerubahan\b(?:\s+\w+){0,4}\s*$", re.IGNORECASE)
_NEXT_ITEM = re.compile(r";|\.\s*\n|\n\s*(?:-\s*)?(?:\d{1,2}|[a-z])[.)]\s", re.IGNORECASE)
_LONGEST_TITLE = 420


@dataclass(slots=True)
class _Found:
    citation: Citation
    start: int
    end: int
    inside_title: list[str] = field(default_factory=list)


def citations_in(text: str, where: str) -> tuple[Citation, ...]:
    """Every regulation cited in one section; one that only stands in another's title is told by `amends`."""
    found: list[_Found] = []
    matches = chain(_CITED.finditer(text), _CITED_WITHOUT_NOMOR.finditer(text))
    for match in sorted(matches, key=lambda match: match.start()):
        _take(match, text, where, found)
    cited = [_completed(item, text, _end_of(item, found, text)) for item in found]
    return tuple(_unique(cited))


def _take(match: re.Match[str], text: str, where: str, found: list[_Found]) -> None:
    key = _key_of(match)
    between = text[found[-1].end : match.start()] if found else ""
    plain_between = re.sub(r"\([^()\n]*\)?", " ", between)
    is_new = not found or bool(_NEXT_ITEM.search(plain_between)) or bool(_AMENDED.search(plain_between))
    if not is_new and re.match(r"\s*tentang\b", plain_between, re.IGNORECASE):
        if _AMENDING.search(plain_between):
            own = found[-1].citation
            found[-1].citation = replace(own, amends=_with(own.amends, key))
        found[-1].inside_title.append(key)
        return
    if not is_new and found[-1].inside_title:
        return
    citation = Citation(key, _type_of(match), match["number"], _year_of(match), where=where)
    if found and _AMENDED.search(plain_between) and not _NEXT_ITEM.search(plain_between):
        base = _base_of(found)
        base.citation = replace(base.citation, amended_by=_with(base.citation.amended_by, key))
        citation = replace(citation, amends=(base.citation.key,))
    found.append(_Found(citation, match.start(), match.end()))


def _with(keys: tuple[str, ...], key: str) -> tuple[str, ...]:
    return keys if key in keys else (*keys, key)


def _base_of(found: list[_Found]) -> _Found:
    """The regulation that a chain "diubah dengan ..., terakhir diubah dengan ..." belongs to."""
    for item in reversed(found):
        if not item.citation.amends:
            return item
    return found[-1]


def _end_of(item: _Found, found: list[_Found], text: str) -> int:
    later = [other.start for other in found if other.start > item.start]
    end = min(later, default=len(text))
    stop = _NEXT_ITEM.search(re.sub(r"\([^)]*\)", lambda hit: " " * len(hit.group()), text[item.end : end]))
    return item.end + stop.start() if stop else end


def _completed(item: _Found, text: str, end: int) -> Citation:
    rest = text[item.end : end]
    title = _TITLE.match(rest)
    gazette, supplement = _GAZETTE.search(rest), _SUPPLEMENT.search(rest)
    return replace(
        item.citation,
        title=" ".join(title.group(1).split())[:_LONGEST_TITLE].strip(" ,.") if title else "",
        text=" ".join(text[item.start : end].split()).strip(" ,"),
        state_gazette=f"{gazette.group(1)}/{gazette.group(2)}" if gazette else None,
        supplement=supplement.group(1) if supplement else None,
    )


def _key_of(match: re.Match[str]) -> str:
    kind = _type_of(match)
    year = match["year"]
    if "/" in match["number"]:
        return f"{kind} {match['number']}"
    return normalise_key(f"{kind} {match['number']}/{year}" if year else f"{kind} {match['number']}")


def _type_of(match: re.Match[str]) -> str:
    return type_key(re.sub(r"-\s+", "-", " ".join(match["type"].split())).strip(" ,:"))


def _year_of(match: re.Match[str]) -> int | None:
    if match["year"]:
        return int(match["year"])
    tail = re.search(r"/((?:19|20)\d\d)$", match["number"])
    return int(tail.group(1)) if tail else None


def _unique(citations: list[Citation]) -> Iterator[Citation]:
    """One citation per key and section; a later mention adds what the first did not tell."""
    by_key: dict[str, Citation] = {}
    for one in citations:
        known = by_key.get(one.key)
        if known is None:
            by_key[one.key] = one
            continue
        by_key[one.key] = replace(
            known,
            title=known.title or one.title,
            state_gazette=known.state_gazette or one.state_gazette,
            supplement=known.supplement or one.supplement,
            amends=tuple(dict.fromkeys((*known.amends, *one.amends))),
            amended_by=tuple(dict.fromkeys((*known.amended_by, *one.amended_by))),
        )
    yield from by_key.values()

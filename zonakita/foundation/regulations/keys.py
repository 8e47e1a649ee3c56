"""Regulation keys: one way to write "Undang-Undang Nomor 28 Tahun 1999" as `UU 28/1999`."""

from __future__ import annotations

import re
from functools import lru_cache

from zonakita.kernel.text import collapse

# Compared in lower case, without punctuation and "republik indonesia"; the first spelling is the full name.
TYPES: dict[str, tuple[str, ...]] = {
    "UU": ("undang undang", "uu"),
    "Perppu": ("peraturan pemerintah pengganti undang undang", "perppu", "perpu"),
    "PP": ("peraturan pemerintah", "pp"),
    "Perpres": ("peraturan presiden", "perpres"),
    "Keppres": ("keputusan presiden", "keppres"),
    "Inpres": ("instruksi presiden", "inpres"),
    "PermenPANRB": (
        "peraturan menteri pendayagunaan aparatur negara dan reformasi birokrasi",
        "peraturan menteri panrb",
        "peraturan menteri pan rb",
        "peraturan menpanrb",
        "peraturan menpan rb",
        "permenpanrb",
        "permenpan rb",
        "permen panrb",
        "permen pan rb",
        "permenpan",
    ),
    "KepmenPANRB": (
        "keputusan menteri pendayagunaan aparatur negara dan reformasi birokrasi",
        "keputusan menteri panrb",
        "keputusan menteri pan rb",
        "kepmenpanrb",
        "kepmenpan rb",
        "kepmen panrb",
    ),
    "SE MenPANRB": (
        "surat edaran menteri pendayagunaan aparatur negara dan reformasi birokrasi",
        "surat edaran menteri panrb",
        "surat edaran menteri pan rb",
        "se menpanrb",
        "se menpan rb",
    ),
    "PKPU": ("peraturan komisi pemilihan umum", "peraturan kpu", "pkpu"),
    "Keputusan KPU": ("keputusan komisi pemilihan umum", "keputusan kpu"),
    "SE KPU": ("surat edaran komisi pemilihan umum", "surat edaran kpu", "se kpu"),
    "Perki KI": (
        "peraturan komisi informasi pusat",
        "peraturan komisi informasi",
        "perki ki",
        "perki",
    ),
    "Peraturan KPK": ("peraturan komisi pemberantasan korupsi", "peraturan kpk", "perkpk"),
    "Peraturan DKPP": (
        "peraturan dewan kehormatan penyelenggara pemilihan umum",
        "peraturan dewan kehormatan penyelenggaraan pemilihan umum",
        "peraturan dkpp",
    ),
    "Perbawaslu": ("peraturan badan pengawas pemilihan umum", "peraturan bawaslu", "perbawaslu"),
    "Peraturan BKN": ("peraturan badan kepegawaian negara", "peraturan bkn", "perka bkn"),
    "Permendagri": ("peraturan menteri dalam negeri", "permendagri"),
    "PMK": ("peraturan menteri keuangan", "permenkeu", "pmk"),
    "Perda": ("peraturan daerah", "perda"),
}
_BY_SPELLING = {spelling: key for key, spellings in TYPES.items() for spelling in spellings}
_NUMBER_AND_YEAR = re.compile(
    r"^(?P<type>.*?)[\s,]*(?:\b(?:nomor|no)\b\s*[.:]?)?\s*(?P<number>[0-9][\w.\-]*)\s*(?:/|\btahun\b|\bthn\b)\s*(?P<year>(?:19|20)\d\d)$",
    re.IGNORECASE,
)
_LONG_NUMBER = re.compile(
    r"^(?P<type>.*?)\s*(?:\b(?:nomor|no)\b\s*[.:]?)?\s*(?P<number>\d+/\S+)$", re.IGNORECASE
)


@lru_cache(maxsize=1024)
def normalise_key(text: str) -> str:
    """A regulation's key from any common way to write it; other text comes back with single spaces."""
    text = re.sub(r"\s*/\s*", "/", collapse(text)).strip(" .,;")
    short = _NUMBER_AND_YEAR.match(text)
    if short:
        return f"{type_key(short['type'])} {short['number']}/{short['year']}"
    long = _LONG_NUMBER.match(text)
    return f"{type_key(long['type'])} {long['number']}" if long else text


def type_key(text: str) -> str:
    """The short form of a regulation type ("Undang-Undang" as "UU"); an unknown type stays as written."""
    plain = re.sub(r"[^a-z]+", " ", text.lower()).replace("republik indonesia", " ")
    plain = re.sub(r"\b(?:nomor|no|ri)\b", " ", plain)
    return _BY_SPELLING.get(" ".join(plain.split()), collapse(text).strip())


def key_parts(key: str) -> tuple[str, str, int | None]:
    """Type, number and year of a key; a long decision number has the year of its last part."""
    key_type, _, number = normalise_key(key).rpartition(" ")
    head, _, tail = number.rpartition("/")
    year = int(tail) if re.fullmatch(r"(?:19|20)\d\d", tail) else None
    return key_type, head if head and year else number, year

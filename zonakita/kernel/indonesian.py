"""Indonesian words made comparable: light stemming and the synonyms of plans and instruments."""

from __future__ import annotations

import re
from functools import lru_cache

from zonakita.kernel.text import normalise

# Phrases first, then words; what stands on the right is compared instead.
_PHRASES = (
    (r"\bwhistle ?blow\w*(?: system)?\b|\bwbs\b", "whistleblowing"),
    (r"\btindak ?lanjut\w*|\b(?:di|me)\w*tindak ?lanjut\w*", "tindaklanjut"),
    (r"\bmonev\b|\bmonitoring\b|\bpemantauan\b|\bmemantau\b|\bdipantau\b", "pantau"),
    (r"\bteknologi informasi\b|\bti\b|\bit\b", "teknologi informasi"),
    (
        r"\btraining needs? analys[ie]s\b|\btna\b|\banalisa kebutuhan (?:diklat|pelatihan)\b",
        "training need analysis",
    ),
    (r"\bpublic campaign\b|\bkampanye publik\b", "kampanye publik"),
    (r"\brole model\b|\bteladan\w*|\bketeladanan\b", "teladan"),
    (r"\bagents? of change\b|\bagen perubahan\b", "agenperubahan"),
    (r"\bketerbukaan informasi(?: publik)?\b|\binformasi publik\b|\bkip\b|\bppid\b", "informasipublik"),
    (r"\bpengaduan masyarakat\b|\bdumas\b", "aduan masyarakat"),
    (r"\bbenturan kepentingan\w*|\bkonflik kepentingan\b", "benturankepentingan"),
    (r"\bstandar pelayanan\b|\bstandar layanan\b", "standarpelayanan"),
    (r"\bsistem pengendalian intern\w*(?: pemerintah)?\b|\bpengendalian intern\w*|\bspip?\b", "spip"),
    (r"\bsistem pemerintahan berbasis elektronik\b|\be office\b", "spbe"),
    (r"\bsumber daya manusia\b|\bkepegawaian\b", "sdm"),
    (r"\bsurve[iy]\b|\bskm\b|\bikm\b", "survei"),
    (r"\blakip\b|\blkjip\b|\blaporan kinerja\b|\bpelaporan kinerja\b", "laporan kinerja"),
    (r"\bindikator kinerja utama\b", "iku"),
    (r"\btata laksana\b", "tatalaksana"),
    (r"\bprosedur operasional(?: tetap)?\b|\bstandar operasional prosedur\b", "sop"),
    (r"\bzona integritas\b|\bzi\b", "zonaintegritas"),
    (r"\bwbk\b|\bwbbm\b|\bwbk wbbm\b", ""),
)
_PATTERNS = tuple((re.compile(pattern), word) for pattern, word in _PHRASES)
_SYNONYMS = {
    "resiko": "risiko",
    "rotasi": "mutasi",
    "diklat": "pelatihan",
    "bimtek": "pelatihan",
    "asesmen": "asesmen",
    "assesment": "asesmen",
    "assessment": "asesmen",
    "reward": "penghargaan",
    "punishment": "sanksi",
    "maklum": "maklumat",
    "dimaklumkan": "maklumat",
    "dimaklumatkan": "maklumat",
    "reviu": "reviu",
    "review": "reviu",
    "presensi": "absensi",
    "individual": "individu",
    "implementasi": "terap",
    "diimplementasikan": "terap",
    "internalisasi": "sosialisasi",
    "diinternalisasikan": "sosialisasi",
    "mensosialisasikan": "sosialisasi",
    "disosialisasikan": "sosialisasi",
    "berkala": "berkala",
    "periodik": "berkala",
    "laman": "website",
}
_STOP_WORDS = frozenset(
    [
        *(
            "dan",
            "di",
            "ke",
            "dari",
            "yang",
            "untuk",
            "pada",
            "dengan",
            "atau",
            "dalam",
            "atas",
            "oleh",
            "para",
        ),
        *(
            "telah",
            "sudah",
            "adalah",
            "terdapat",
            "ada",
            "terhadap",
            "bagi",
            "secara",
            "seluruh",
            "terkait",
            "kpu",
        ),
        *(
            "sesuai",
            "serta",
            "melalui",
            "sebagai",
            "tahun",
            "lain",
            "lainnya",
            "dll",
            "unit",
            "kerja",
            "provinsi",
        ),
        *(
            "kabupaten",
            "kota",
            "lingkungan",
            "sekretariat",
            "dilakukan",
            "melakukan",
            "membuat",
            "melaksanakan",
        ),
        *("menyusun", "disusun", "penyusunan", "i", "ii", "iii", "iv", "v", "vi"),
    ]
)
_PREFIXES = (
    "memper",
    "diper",
    "meng",
    "meny",
    "peng",
    "peny",
    "mem",
    "men",
    "pem",
    "pen",
    "ber",
    "ter",
    "per",
)
_SHORT_PREFIXES = ("me", "di", "pe", "ke", "se")
_SUFFIXES = ("kannya", "annya", "nya", "kan", "an", "i")


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word without its common affixes; rough, but "ditetapkan" and "penetapan" become one."""
    if word in _SYNONYMS:
        return _SYNONYMS[word]
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            word = word[: -len(suffix)]
            break
    for prefix in (*_PREFIXES, *_SHORT_PREFIXES):
        if word.startswith(prefix) and len(word) - len(prefix) >= 4:
            rest = word[len(prefix) :]
            return (
                rest[1:]
                if prefix in ("di", "ter", "ke", "se") and rest[0] in "tpks" and len(rest) > 4
                else rest
            )
    return word[1:] if word[:1] in "tpks" and len(word) > 4 else word


@lru_cache(maxsize=8192)
def key_words(text: str) -> tuple[str, ...]:
    """The stems of a text that carry meaning, synonyms made one, in their order."""
    plain = normalise(text)
    for pattern, word in _PATTERNS:
        plain = pattern.sub(word, plain)
    return tuple(stem(word) for word in plain.split() if word not in _STOP_WORDS and not word.isdigit())

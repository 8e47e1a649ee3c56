"""The nouns with which a piece of evidence begins."""

from __future__ import annotations

import re

from zonakita.kernel.text import normalise

# A document or record that can be filed by itself.
DOCUMENTS = frozenset(
    [
        *("absensi", "abk", "analisa", "analisis", "anjab", "bagan", "bahan", "banner", "berita", "brosur"),
        *("buku", "bukti", "daftar", "dasbor", "data", "dokumen", "dokumentasi", "foto", "form", "formulir"),
        *("gambar", "grafis", "hasil", "iku", "infografis", "kartu", "kebijakan", "keputusan", "kerangka"),
        *("kuesioner", "lakip", "lampiran", "laporan", "leaflet", "lembar", "link", "lkjip", "logbook"),
        *("maklumat", "manual", "materi", "matrik", "matriks", "memo", "mou", "nota", "notula", "notulen"),
        *(
            "notulensi",
            "pakta",
            "pedoman",
            "pengumuman",
            "perjanjian",
            "penetapan",
            "peta",
            "piagam",
            "pk",
            "poster",
        ),
        *("prosedur", "prosentase", "persentase", "rekap", "rekapitulasi", "rencana", "renja", "renstra"),
        *("rka", "rkt", "risalah", "rtp", "screenshoot", "screenshot", "sertifikat", "sk", "skp", "sop"),
        *("sosialisasi", "spanduk", "spt", "standar", "surat", "tabel", "tangkapan", "undangan", "usulan"),
        *(
            "video",
            "register",
            "piala",
            "nominatif",
            "kak",
            "tor",
            "sprint",
            "disposisi",
            "kwitansi",
            "ebanner",
        ),
    ]
)
# A channel that is shown rather than filed; after a preposition it belongs to the words before it.
CHANNELS = frozenset(
    ["website", "web", "laman", "halaman", "media", "sosial", "aplikasi", "portal", "helpdesk"]
)
# Records so common that people write them one after the other without a comma.
COMMON_RECORDS = ("daftar hadir", "undangan", "notulensi", "notulen", "notula", "foto kegiatan")
_PREPOSITION = re.compile(r"\b(?:melalui|dari|pada|di|dalam|ke|oleh|via|lewat)\b", re.IGNORECASE)
_FIRST = re.compile(r"(?:e-|draft?\s+)?([a-z]+)", re.IGNORECASE)


def looks_like_document(piece: str) -> bool:
    """Whether a phrase begins with the name of a document."""
    return _first_word(piece) in DOCUMENTS


def looks_like_channel(piece: str) -> bool:
    """Whether a phrase begins with the name of a channel."""
    return _first_word(piece) in CHANNELS


def has_preposition(piece: str) -> bool:
    """Whether a phrase says where or through what."""
    return bool(_PREPOSITION.search(piece))


def _first_word(piece: str) -> str:
    match = _FIRST.match(piece.strip())
    return normalise(match[1]) if match else ""

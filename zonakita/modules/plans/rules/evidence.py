"""The evidence cell of a plan as the single things that it asks for."""

from __future__ import annotations

import re

from zonakita.kernel.text import collapse, strip_tags
from zonakita.modules.plans.rules.document_words import (
    COMMON_RECORDS,
    has_preposition,
    looks_like_channel,
    looks_like_document,
)

_NUMBERED = re.compile(r"(?:^|(?<=[\s;,.]))\(?(?:\d{1,2}|[a-h])\s?[).]\s*(?=[A-Za-z])")
_BULLET = re.compile(r"(?:^|\n)\s*[-\u2022\u2013\u00b7*]\s+|\s[\u2022\u00b7]\s")
_LEAD_IN = re.compile(
    r"^[^;:,]{0,40}\b(?:berupa|meliputi|antara lain|yaitu|terdiri (?:dari|atas))\s*[;:]?\s*", re.IGNORECASE
)
_JOINT = re.compile(r"\s+(?:dan|serta|&)\s+", re.IGNORECASE)
_LEADING_JOINT = re.compile(r"^(?:dan|serta|&)\s+", re.IGNORECASE)
_CONTINUES = re.compile(r"^(?:[IVX]+|\d[\d.\-]*)\b")
_ABBREVIATION = re.compile(r"^[A-Z]{2,}\b")
_SHORT_PIECE_WORDS = 3


def split_evidence(text: str) -> tuple[str, ...]:
    """Each document that the cell names, in its order, without list marks and closing punctuation.

    Commas and "dan" part documents only where what follows can stand alone: "SKP Eselon II, III dan IV" and
    "bukti pelaksanaan dan tindak lanjut" stay whole.
    """
    pieces: list[str] = []
    for entry in _entries(strip_tags(text)):
        for clause in _outside_brackets(_LEAD_IN.sub("", collapse(entry)), ";"):
            for piece in _by_commas(clause):
                pieces.extend(_by_joints(piece))
    cleaned = (_clean(piece) for piece in pieces)
    return tuple(piece for piece in cleaned if re.search(r"\w", piece))


def _entries(text: str) -> list[str]:
    """The entries of a numbered or bulleted list; a text without one is a single entry."""
    if len(_NUMBERED.findall(text)) > 1 or _NUMBERED.match(text.strip()):
        return _NUMBERED.split(text)
    return _BULLET.split(text)


def _by_commas(clause: str) -> list[str]:
    pieces: list[str] = []
    for raw in _outside_brackets(clause, ","):
        piece = _LEADING_JOINT.sub("", raw.strip())
        if pieces and not _stands_alone(piece):
            pieces[-1] = f"{pieces[-1]}, {raw.strip()}"
        else:
            pieces.append(piece)
    return pieces


def _stands_alone(piece: str) -> bool:
    if _CONTINUES.match(piece):
        return False
    is_brief = len(piece.split()) <= _SHORT_PIECE_WORDS or _ABBREVIATION.match(piece) is not None
    return is_brief or looks_like_document(piece) or looks_like_channel(piece)


def _by_joints(piece: str) -> list[str]:
    """Part at "dan" where a document stands on both sides."""
    parts: list[str] = []
    position = 0
    for joint in _JOINT.finditer(piece):
        left, right = piece[position : joint.start()], piece[joint.end() :]
        if _parts_documents(left, right):
            parts.append(left)
            position = joint.end()
    parts.append(piece[position:])
    return [record for part in parts for record in _by_common_records(part)]


def _parts_documents(left: str, right: str) -> bool:
    if left.count("(") > left.count(")"):
        return False
    if looks_like_channel(right):
        return not has_preposition(left) and (looks_like_document(left) or looks_like_channel(left))
    return looks_like_document(right) and (looks_like_document(left) or looks_like_channel(left))


def _by_common_records(part: str) -> list[str]:
    """Part "Daftar hadir notulen dokumen terkait", records written without any comma."""
    for record in COMMON_RECORDS:
        rest = part[len(record) :].strip()
        if part.lower().startswith(record + " ") and looks_like_document(rest):
            return [part[: len(record)], *_by_common_records(rest)]
    return [part]


def _outside_brackets(text: str, mark: str) -> list[str]:
    """Split at a mark outside brackets; an open bracket that is never closed protects nothing."""
    depth, start = 0, 0
    parts: list[str] = []
    for place, letter in enumerate(text):
        if letter in "([" and (")" in text[place:] or "]" in text[place:]):
            depth += 1
        elif letter in ")]":
            depth = max(0, depth - 1)
        elif letter == mark and depth == 0:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]


def _clean(piece: str) -> str:
    return _LEADING_JOINT.sub("", piece.strip(" \t\n.,;:"))

"""The heading of a table in running text: which columns there are, and of what kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

Kind = Literal["number", "group", "text", "time"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table; `group` cells are merged over several rows, `time` cells hold months."""

    heading: str
    kind: Kind


HEADINGS: tuple[tuple[str, Kind], ...] = (
    ("NO", "number"),
    ("AREA PERUBAHAN", "group"),
    ("KOMPONEN", "group"),
    ("PROGRAM", "group"),
    ("SUB KEGIATAN", "text"),
    ("KEGIATAN", "group"),
    ("INDIKATOR KEBERHASILAN", "text"),
    ("INDIKATOR", "text"),
    ("LANGKAH AKSI", "text"),
    ("RENCANA AKSI", "text"),
    ("BUKTI FISIK", "text"),
    ("DATA DUKUNG", "text"),
    ("OUTPUT", "text"),
    ("PENANGGUNG JAWAB", "text"),
    ("TARGET WAKTU", "time"),
    ("WAKTU PELAKSANAAN", "time"),
)
SPLIT_HEADINGS = {"AREA": "AREA PERUBAHAN", "PERUBAHAN": "AREA PERUBAHAN"}
IGNORED = ("PELAKSANAAN (BULAN)", "KET", "PELAKSANAAN")
LEAST_HEADINGS = 3
HEADING_REACH = 45
"""A heading that was read word by word spreads over so many lines."""

_WORD = re.compile(r"[A-Za-z.()]+")


def columns_in(line: str) -> list[Column]:
    """Give the columns that this line names, in their order; [] where it is no heading of a table."""
    text = " ".join(_WORD.findall(line)).upper()
    letters = re.sub(r"[^A-Za-z]", "", line)
    if not letters or sum(letter.isupper() for letter in letters) < 0.6 * len(letters):
        return []
    found: list[tuple[int, Column]] = []
    for heading, kind in HEADINGS:
        place = re.search(rf"(?<![A-Z]){re.escape(heading)}(?![A-Z])", text)
        if place:
            found.append((place.start(), Column(heading, kind)))
            text = text[: place.start()] + "~" * len(heading) + text[place.end() :]
    return [column for _, column in sorted(found, key=lambda pair: pair[0])]


def with_group_named_apart(columns: list[Column], neighbours: str) -> list[Column]:
    """Add the group column whose heading stands on the lines above and below the others."""
    if any(column.heading == "AREA PERUBAHAN" for column in columns):
        return columns
    if not re.search(r"\bAREA\b", neighbours) or not re.search(r"\bPERUBAHAN\b", neighbours):
        return columns
    place = 1 if columns and columns[0].kind == "number" else 0
    return [*columns[:place], Column("AREA PERUBAHAN", "group"), *columns[place:]]


def is_heading_line(line: str, columns: list[Column]) -> bool:
    """Say whether a line only repeats (a part of) the heading, or numbers its columns."""
    text = re.sub(r"[^A-Z0-9 ]", " ", line.upper()).split()
    if not text:
        return False
    if all(word.isdigit() for word in text):
        numbers = [int(word) for word in text]
        is_run = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        return is_run and len(numbers) >= 3
    words = {word for column in columns for word in column.heading.split()}
    words |= {word for heading in IGNORED for word in re.findall("[A-Z]+", heading)}
    months = {"JAN", "FEB", "MARET", "MAR", "APRIL", "APR", "MEI", "JUNI", "JUN", "JULI", "JUL", "AGT", "AGS"}
    months |= {"SEPT", "SEP", "OKT", "NOV", "DES"}
    if sum(word in months for word in text) >= 6:
        return True
    is_loud = line.upper() == line
    known = sum(word in words or max(fuzz.ratio(word, other) for other in words) >= 88 for word in text)
    return is_loud and known >= 0.75 * len(text)

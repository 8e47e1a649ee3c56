"""Place and date of a decree: "Ditetapkan di Jambi, pada tanggal 2 Januari 2025"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from zonakita.modules.document_intake.decrees.months import month_of_heading

_PLACE = re.compile(r"\b(?:di)?tetapkan\s+di\s*:?\s*(?P<place>[A-Z][^,\n\d]*)", re.IGNORECASE)
_DATE = re.compile(
    r"(?P<day>\d{1,2})\s*[-/. ]?\s*(?P<month>[A-Za-z]{3,10})\s*[-/. ]?\s*(?P<year>(?:19|20)\d\d)"
)
_NUMERIC = re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>(?:19|20)\d\d)")
_PLACE_AND_DATE = re.compile(
    r"^(?P<place>[A-Z][A-Za-z .'-]{2,30}),\s*(?:tanggal\s+)?\d{1,2}\s", re.IGNORECASE
)
_LOOK_AHEAD = 3


def read_date(lines: Sequence[str]) -> tuple[str, date | None]:
    """The place and the day of "Ditetapkan di ... pada tanggal ...", else of "Jambi, 2 Januari 2025"."""
    for index, line in enumerate(lines):
        place = _PLACE.search(line)
        if not place:
            continue
        name = re.split(r"\s+(?:pada\s+)?tanggal\b", place["place"], flags=re.IGNORECASE)[0].strip(" .:,")
        for later in lines[index : index + _LOOK_AHEAD]:
            day = _day(later)
            if day:
                return name, day
        return name, None
    at = place_and_date_line(lines)
    if at is None:
        return "", None
    return lines[at].partition(",")[0].strip(), _day(lines[at])


def place_and_date_line(lines: Sequence[str]) -> int | None:
    """The first line that is nothing but a place and a day: "Jambi, 2 Januari 2025"."""
    return next(
        (
            index
            for index, line in enumerate(lines)
            if len(line) < 60 and _PLACE_AND_DATE.match(line) and _day(line)
        ),
        None,
    )


def _day(text: str) -> date | None:
    match = _DATE.search(text)
    month = month_of_heading(match["month"]) if match else None
    if match is None or month is None:
        match = _NUMERIC.search(text)
        month = int(match["month"]) if match else None
    if match is None or month is None:
        return None
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None

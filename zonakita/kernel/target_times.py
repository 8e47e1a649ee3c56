"""Indonesian target times ("Juli- Agustus 2025", "setiap triwulan") as months.

A named period stands for the month in which it ends, because that is when its result is due: "TW II" is June,
"semester I" is June, "setiap triwulan" is March, June, September and December. Named months are taken as they
are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from zonakita.kernel import target_time_tokens as tokens
from zonakita.kernel.months import format_months, months_between

__all__ = ["TargetTime", "format_months", "parse_target_time"]

_AS_NEEDED = re.compile(
    r"sesuai\s+(?:dengan\s+)?(?:kebutuhan|jadwal|kondisi|permintaan|keperluan)|ins[ie]dent|sewaktu|situasional"
    r"|jika\s+(?:ada|diperlukan|terdapat)|apabila|bila\s+(?:ada|diperlukan|terdapat)|menyesuaikan|tentatif"
)


@dataclass(frozen=True, slots=True)
class TargetTime:
    """When something is due.

    `months` are 1..12, sorted and unique, empty where the text names no time; `year` is the first year named,
    else the default; `week` 1..5 of the month. `slips` say how the text had to be taken: range-without-dash,
    list-without-comma, across-year-end, several-years, month-corrected, open-range, year-only, as-needed,
    not-understood.
    """

    text: str
    months: tuple[int, ...]
    year: int | None
    week: int | None
    slips: tuple[str, ...]

    @property
    def is_understood(self) -> bool:
        """Whether at least one month is known."""
        return bool(self.months)


def parse_target_time(text: str, *, default_year: int | None = None) -> TargetTime:
    """Read a target time as people write it; never raises, see `is_understood`."""
    rest = tokens.clean(text)
    as_needed = bool(_AS_NEEDED.search(rest))
    rest, weeks = tokens.take_weeks(rest)
    rest = tokens.write_out_periods(rest)
    rest, recurring = tokens.take_frequency(rest)
    marks, corrected = tokens.tokenise(rest)
    years = [mark.value for mark in marks if mark.kind == "year"]
    named, slips = _named_months(marks)
    if not named and not recurring:
        named = _numbered_months(marks)
    months = _combine(named, recurring, is_range="range" in slips)
    slips = [slip for slip in slips if slip != "range"]
    if corrected:
        slips.append("month-corrected")
    if len(set(years)) > 1:
        slips.append("several-years")
    if not months:
        months, missing = _without_months(
            text, years, as_needed=as_needed, is_bare=tokens.is_bare_year(marks)
        )
        slips.extend(missing)
    return TargetTime(
        text=text,
        months=tuple(sorted(set(months))),
        year=years[0] if years else default_year,
        week=weeks[0] if len(weeks) == 1 else None,
        slips=tuple(dict.fromkeys(slips)),
    )


def _combine(named: list[int], recurring: tuple[int, ...], *, is_range: bool) -> list[int]:
    """Named months win; "setiap triwulan Januari-Desember" is the quarters within the range."""
    if not named:
        return list(recurring)
    within = [month for month in recurring if month in named]
    return within if is_range and within else named


def _without_months(
    text: str, years: list[int], *, as_needed: bool, is_bare: bool
) -> tuple[list[int], list[str]]:
    if as_needed:
        return [], ["as-needed"]
    if years and is_bare:
        return [12], ["year-only"]
    return [], ["not-understood"] if text.strip(" -\u2013\u2014.") else []


def _named_months(marks: list[tokens.Mark]) -> tuple[list[int], list[str]]:
    """Months named by word or date, with how they are joined; the slip "range" is internal."""
    named = [place for place, mark in enumerate(marks) if mark.kind == "month"]
    months: list[int] = []
    slips: list[str] = []
    for number, place in enumerate(named):
        before = marks[named[number - 1] + 1 : place] if number else marks[:place]
        joint = _joint([mark.kind for mark in before]) if number else "start"
        if joint == "nothing" and len(named) == 2 and marks[named[0]].value < marks[place].value:
            joint = "range"
            slips.append("range-without-dash")
        elif joint == "nothing":
            slips.append("list-without-comma")
        if joint == "range":
            first, last = marks[named[number - 1]].value, marks[place].value
            months.extend(months_between(first, last))
            slips.extend(["range", "across-year-end"] if last < first else ["range"])
        months.append(marks[place].value)
    if months and _is_open(marks):
        step = months[-1] - months[-2] if len(months) > 1 and months[-1] > months[-2] else 1
        months.extend(range(months[-1] + step, 13, step))
        slips.append("open-range")
    return months, slips


def _joint(kinds: list[str]) -> str:
    if "range" in kinds:
        return "range"
    return "list" if "separator" in kinds or "word" in kinds else "nothing"


def _is_open(marks: list[tokens.Mark]) -> bool:
    """Whether "mulai Maret" or "Maret dst." names a beginning without an end."""
    kinds = {mark.kind for mark in marks}
    return "since" in kinds and "range" not in kinds


def _numbered_months(marks: list[tokens.Mark]) -> list[int]:
    """Codes and numbers ("3,6,9,12", "01-12"), only where nothing else is written."""
    if any(mark.kind == "word" for mark in marks):
        return []
    months: list[int] = []
    is_range = False
    for mark in marks:
        if mark.kind == "range":
            is_range = bool(months)
        elif mark.kind == "number":
            if not 1 <= mark.value <= 12:
                return []
            months.extend(months_between(months[-1], mark.value) if is_range else [mark.value])
            is_range = False
    return months

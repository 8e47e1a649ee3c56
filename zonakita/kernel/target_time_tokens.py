"""The small grammar of target times: periods, frequencies, weeks, months, years, separators."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from zonakita.kernel.months import (
    ALL_MONTHS,
    MONTH_NAMES,
    find_month,
    is_full_month_name,
    split_joined_months,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One token; `kind` is month, year, number, range, separator, since, filler or word."""

    kind: str
    value: int = 0
    text: str = ""


_ORDINAL_WORDS = {
    "pertama": 1,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "keempat": 4,
}
_ORDINAL_WORDS |= {
    "kesatu": 1,
    "kedua": 2,
    "ketiga": 3,
    "kelima": 5,
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
}
_ORDINAL = (
    r"(?<!\d)(?:ke\s*[-.]?\s*)?(?:[1-5](?![\d/])|iii|ii|iv|i|v"
    r"|pertama|dua|tiga|empat|lima|ke(?:satu|dua|tiga|empat|lima))\b"
)
_RANGE = r"(?:-+|s\s*[./]\s*d\b\.?|sd\b|sampai(?:\s+(?:dengan|dgn))?\b|hingga\b)"
_LIST = r"(?:,|;|/|&|\+|\bdan\b|\bserta\b)"
_QUARTER = r"(?:tri\s?wulan(?:an)?|twl?|[kq]uartal|quarter|q)"
_SEMESTER = r"(?:semester(?:an)?|smstr?|smt|sem)"
_THIRD = r"(?:catur\s?wulan|cawu)"
_WEEK = r"(?:minggu|pekan|mgg|week)"
_YEAR_GAP = r"(?:\s*(?:tahun\s*)?20\d\d)?"
_EACH = r"(?:per|se?tiap(?:\s+tiap)?|tiap)"
_COUNT = r"(?P<count>\d{1,2}|satu|dua|tiga|empat|enam)"
_OTHER_COUNT = _COUNT.replace("count", "other")
_COUNTS = {"satu": 1, "dua": 2, "tiga": 3, "empat": 4, "enam": 6}


def _numbered(period: str) -> re.Pattern[str]:
    joined = rf"{_YEAR_GAP}\s*(?:{_RANGE}|{_LIST})(?:\s*{_LIST})*\s*(?:{period}[\s.\-]*)?"
    return re.compile(rf"\b{period}[\s.\-]*(?P<list>{_ORDINAL}(?:{joined}{_ORDINAL})*)")


_NUMBERED_PERIODS = ((_numbered(_QUARTER), 3), (_numbered(_SEMESTER), 6), (_numbered(_THIRD), 4))
_NUMBERED_WEEKS = re.compile(
    rf"\b{_WEEK}[\s.\-]*(?P<list>{_ORDINAL}(?:\s*(?:{_RANGE}|{_LIST})\s*(?:{_WEEK}[\s.\-]*)?{_ORDINAL})*)|\bm(?P<short>[1-5])\b"
)
_PART = re.compile(rf"(?P<range>{_RANGE})|(?P<ordinal>{_ORDINAL})")

_EVERY_MONTH = re.compile(
    rf"\b{_EACH}\s+(?:(?:awal|akhir|tanggal\s+\d+)\s+)*(?:bulan|bln|minggu|pekan|hari|saat|waktu)(?:nya)?\b"
    r"|\b(?:bulanan|mingguan|harian)\b|\bsepanjang\s+(?:tahun|waktu)\b|\bterus\s*-?\s*menerus\b"
    r"|\b(?:secara\s+)?berkelanjutan\b|\bkontinu\b|\b(?:selama\s+)?(?:1|satu|se)\s*tahun(?:\s+penuh)?\b|\b12\s+bulan\b"
)
_EVERY_FEW_MONTHS = re.compile(
    rf"\b{_EACH}\s+{_COUNT}\s+bulan(?:\s+sekali)?\b|{_OTHER_COUNT}\s*(?:bulan\s+sekali|bulanan)\b"
)
_TIMES_A_YEAR = re.compile(
    rf"\b{_COUNT}\s*(?:\(\w+\)\s*)?(?:x|kali)\s*(?:dalam|per|/)?\s*(?:setahun|(?:1|satu)\s+tahun|tahun)\b"
)
_PERIODIC = (
    (re.compile(rf"\b(?:{_EACH}\s+)?{_QUARTER}\b"), 3),
    (re.compile(rf"\b(?:{_EACH}\s+)?{_SEMESTER}\b"), 6),
    (re.compile(rf"\b(?:{_EACH}\s+)?{_THIRD}(?:an)?\b"), 4),
    (re.compile(rf"\b{_EACH}\s+(?:akhir\s+)?tahun\b|\btahunan\b|\bakhir\s+tahun\b"), 12),
)
_YEAR_PARTS = ((re.compile(r"\bawal\s+tahun\b"), 1), (re.compile(r"\b(?:per)?tengah(?:an)?\s+tahun\b"), 6))

_TOKEN = re.compile(
    r"(?P<iso>(?<!\d)(?P<iso_year>20\d\d)[-/.](?P<iso_month>0?[1-9]|1[0-2])(?:[-/.]\d{1,2})?(?!\d))"
    r"|(?P<date>(?<!\d)\d{1,2}[-/.](?P<date_month>0?[1-9]|1[0-2])[-/.](?P<date_year>20\d\d)(?!\d))"
    r"|(?P<dated>(?<!\d)(?P<dated_month>0?[1-9]|1[0-2])\s?[-/]\s?(?P<dated_year>20\d\d)(?!\d))"
    r"|(?P<code>\bb[\s.]*(?P<code_month>0?[1-9]|1[0-2])\b)"
    r"|(?P<short_year>(?P<short_name>[a-z]{3,9})\s?[-'\u2019]\s?(?P<short_digits>[23]\d)(?![\d\w])(?!\s*[a-z]{3}))"
    rf"|(?P<range>{_RANGE})|(?P<list>{_LIST}|\batau\b)|(?P<word>[a-z0-9|]*[a-z][a-z0-9|]*)|(?P<number>\d+)"
)
_FILLERS = frozenset(
    re.findall(
        r"\w+",
        "bulan bln tahun thn th ta t a tanggal tgl pada di ke paling lambat selambat lambatnya"
        " nya target waktu akhir awal pertengahan sebelum setelah minggu pekan setiap tiap per dari antara"
        " dengan b rutin masing berjalan",
    )
)
_SINCE = frozenset({"mulai", "sejak", "dimulai", "dst", "seterusnya"})


def clean(text: str) -> str:
    """Lower case, one kind of dash, no markup, no dash after "per" and the like."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = re.sub(r"<[^>]*>", " ", text)
    text = re.sub("[\u2010-\u2015\u2212~→]", "-", text)
    text = re.sub(r"\b(per|setiap|tiap)\s*-\s*(?=[a-z])", r"\1 ", text)
    text = re.sub(r"\bselambat\s*-\s*lambatnya\b", " ", text)
    text = re.sub(rf"{_RANGE}\s*\.?\s*selesai\b", " dst ", text)
    text = re.sub(r"\b2o(?=\d\d\b)", "20", text)
    text = re.sub(r"\b([a-z]{2,})-?\s+([a-z]{2,})\b", _rejoin_month, text)
    text = re.sub(r"\b([a-z]{2,})-([a-z]{2,})\b", _rejoin_month, text)
    return re.sub(r"\s+", " ", text).strip()


def take_weeks(text: str) -> tuple[str, list[int]]:
    """Remove "minggu ke-2" and the like; the weeks named, in order."""
    weeks: list[int] = []

    def note(match: re.Match[str]) -> str:
        weeks.extend([int(match["short"])] if match["short"] else _ordinals(match["list"]))
        return " "

    return _NUMBERED_WEEKS.sub(note, text), list(dict.fromkeys(weeks))


def write_out_periods(text: str) -> str:
    """Numbered periods as the names of the months that end them: "tw i dan iii" as "maret, september"."""
    for pattern, length in _NUMBERED_PERIODS:

        def months(match: re.Match[str], length: int = length) -> str:
            ends = [number * length for number in _ordinals(match["list"]) if number * length <= 12]
            names = ", ".join(MONTH_NAMES[end - 1].lower() for end in ends)
            return " ".join([" ,", names, *re.findall(r"20\d\d", match["list"]), ", "])

        text = pattern.sub(months, text)
    return text


def take_frequency(text: str) -> tuple[str, tuple[int, ...]]:
    """Remove a frequency or part of a year; the months in which it falls due, empty where none is named."""
    step, pattern = _counted_step(text)
    if step and pattern:
        return pattern.sub(" ", text), ALL_MONTHS[step - 1 :: step]
    for period, step in _PERIODIC:
        if period.search(text):
            return period.sub(" ", text), ALL_MONTHS[step - 1 :: step]
    if _EVERY_MONTH.search(text):
        return _EVERY_MONTH.sub(" ", text), ALL_MONTHS
    parts = tuple(month for pattern, month in _YEAR_PARTS if pattern.search(text))
    for part, _ in _YEAR_PARTS:
        text = part.sub(" ", text)
    return text, parts


def _counted_step(text: str) -> tuple[int, re.Pattern[str] | None]:
    """Months between two due months of "4 kali setahun" or "setiap 3 bulan"; 0 where neither is said."""
    for pattern in (_TIMES_A_YEAR, _EVERY_FEW_MONTHS):
        match = pattern.search(text)
        groups = match.groupdict() if match else {}
        count = _count(groups.get("count") or groups.get("other") or "")
        if count and 12 % count == 0:
            return (12 // count if pattern is _TIMES_A_YEAR else count), pattern
    return 0, None


def tokenise(text: str) -> tuple[list[Mark], bool]:
    """The marks of a cleaned text, and whether a month's spelling was corrected."""
    marks: list[Mark] = []
    corrected = False
    position = 0
    while match := _TOKEN.search(text, position):
        kind = match.lastgroup or ""
        position = match.end()
        if match["short_year"] and find_month(match["short_name"]) is None:
            position = match.start() + len(match["short_name"])
            marks.extend(_word_marks(match["short_name"])[0])
        elif match["word"]:
            found, was_corrected = _word_marks(match["word"])
            marks.extend(found)
            corrected = corrected or was_corrected
        else:
            marks.extend(_plain_marks(match, kind))
    return marks, corrected


def is_bare_year(marks: list[Mark]) -> bool:
    """Whether the text says a year and nothing else of weight."""
    return all(mark.kind in {"year", "filler", "separator", "range"} for mark in marks)


def _plain_marks(match: re.Match[str], kind: str) -> list[Mark]:
    if match["short_year"]:
        month = find_month(match["short_name"])
        return [Mark("month", month[0] if month else 0), Mark("year", 2000 + int(match["short_digits"]))]
    for name in ("iso", "date", "dated"):
        if match[name]:
            return [Mark("month", int(match[f"{name}_month"])), Mark("year", int(match[f"{name}_year"]))]
    if match["code"]:
        return [Mark("month", int(match["code_month"]))]
    if match["number"]:
        value = int(match["number"])
        return [Mark("year" if 1990 <= value <= 2099 else "number", value)]
    return [Mark("range" if match["range"] else "separator", text=kind)]


def _word_marks(word: str) -> tuple[list[Mark], bool]:
    """A word as months where it names some, also glued to a number ("juli2025")."""
    if word in _FILLERS:
        return [Mark("filler", text=word)], False
    if word in _SINCE:
        return [Mark("since", text=word)], False
    month = find_month(word)
    if month:
        return [Mark("month", month[0])], month[1]
    parts = split_joined_months(word)
    if len(parts) == 1:
        parts = re.findall(r"[a-z]+|\d+", word)
    if len(parts) == 1:
        return [Mark("word", text=word)], False
    marks: list[Mark] = []
    for part in parts:
        if part.isdigit():
            marks.append(Mark("year" if 1990 <= int(part) <= 2099 else "number", int(part)))
        else:
            marks.extend(_word_marks(part)[0])
    return marks, False


def _ordinals(text: str) -> list[int]:
    """ "i dan iii" as 1, 3; "1-4" as 1, 2, 3, 4."""
    found: list[int] = []
    is_range = False
    for part in _PART.finditer(re.sub(r"ke\s*[-.]?\s*(?=[\diva-z])", "", text)):
        if part["range"]:
            is_range = bool(found)
            continue
        value = _ordinal(part["ordinal"])
        found.extend(range(found[-1] + 1, value + 1) if is_range else [value])
        is_range = False
    return found


def _ordinal(text: str) -> int:
    text = text.strip()
    return int(text) if text.isdigit() else _ORDINAL_WORDS.get(text, 1)


def _count(text: str) -> int:
    return int(text) if text.isdigit() else _COUNTS.get(text, 0)


def _rejoin_month(match: re.Match[str]) -> str:
    """ "sep- tember" as one word; two words that are months each stay two."""
    first, second = match[1], match[2]
    both = find_month(first) is not None and find_month(second) is not None
    return first + second if is_full_month_name(first + second) and not both else match[0]

"""Numbers of areas and components as printed: roman, arabic, letters."""

from __future__ import annotations

import re

_LEADING = re.compile(
    r"^(?:"
    r"(?P<roman>[IVXL]{1,6})(?:\s*[.):]\s*|\s+(?=[A-Z]))"
    r"|(?P<dotted>\d{1,2}(?:\.\d{1,2})*|[A-Z]|[a-z])\s*[.)]\s+"
    r"|(?P<spaced>\d{1,2})\s*(?::|\s)\s*(?=[A-Z]))",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"^(?:area|pilar|pokja|program|bidang)(?:\s+(?:perubahan|pengungkit|penguatan|pembangunan))?\s+(?:ke\W*)?"
    r"(?P<number>\d{1,2}(?=\W)|[IVXL]{1,5}(?=\W)|[A-Z](?=\s*[.):\u2013\u2014-]))\s*[.):\u2013\u2014-]*\s*(?=[^\W\d])",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"^(?=[IVXL])(XL|X{0,3})(IX|IV|V?I{0,3})$")


def bare(number: str) -> str:
    """A printed number without brackets and full stop."""
    return number.strip().strip("().:").strip()


def style(number: str, previous: str = "") -> str:
    """roman, digit, upper, lower or empty; "I" after "H" is a letter."""
    number = bare(number)
    if not number:
        return ""
    if re.fullmatch(r"\d+(\.\d+)*", number):
        return "digit"
    if (
        len(number) == 1
        and len(previous) == 1
        and ord(number) == ord(previous) + 1
        and previous not in "IVXL"
    ):
        return "upper" if number.isupper() else "lower"
    if _ROMAN.match(number):
        return "roman"
    if len(number) == 1 and number.isalpha():
        return "upper" if number.isupper() else "lower"
    return ""


def split_leading(text: str) -> tuple[str, str]:
    """A title's own number and the title: `A. Manajemen Perubahan` -> (`A`, `Manajemen Perubahan`)."""
    labelled = _LABELLED.match(text)
    if labelled:
        return labelled["number"], text[labelled.end() :].strip()
    match = _LEADING.match(text)
    if not match:
        return "", text
    roman = match.group("roman")
    if roman and (roman != roman.upper() or not _ROMAN.match(roman)):
        return "", text
    number = roman or match.group("dotted") or match.group("spaced")
    return number, text[match.end() :].strip()

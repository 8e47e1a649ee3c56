"""CSV that spreadsheets open."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from zonakita.foundation.exports.interface import to_csv


def _read(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_it_guards_text_that_a_spreadsheet_would_run(text: str) -> None:
    assert _read(to_csv(["a"], [[text]]))[1][0].startswith("'")


def test_it_guards_headings_too_and_leaves_numbers_and_plain_text() -> None:
    content = to_csv(["=a", "b"], [[-5, 'satu; "dua", tiga\nempat'], [None, "x\x00y"]])

    assert content.startswith(b"\xef\xbb\xbf")
    assert _read(content) == [["'=a", "b"], ["-5", 'satu; "dua", tiga\nempat'], ["", "xy"]]

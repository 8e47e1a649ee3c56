"""Reads a page as a browser with our content security policy would, and tells what it would refuse."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

DATA_BLOCKS = {"application/json", "application/ld+json"}


class MarkupReader(HTMLParser):
    """Collects what a strict page may not contain."""

    def __init__(self) -> None:
        """Start with an empty list of complaints."""
        super().__init__()
        self.complaints: list[str] = []
        self.ids: list[str] = []
        self.headings = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        values = dict(attrs)
        here = f"<{tag}> in line {self.getpos()[0]}"
        if tag == "style":
            self.complaints.append(f"{here}: inline stylesheet")
        if tag == "script" and "src" not in values and values.get("type") not in DATA_BLOCKS:
            self.complaints.append(f"{here}: inline script")
        for name, value in attrs:
            if name == "style" or (name.startswith("on") and name != "once"):
                self.complaints.append(f"{here}: inline {name}")
            if name in {"src", "href", "action"} and (value or "").startswith(
                ("http:", "https:", "//", "javascript:")
            ):
                self.complaints.append(f"{here}: {name} leads outside")
        if "id" in values:
            self.ids.append(values["id"] or "")
        self.headings += tag == "h1"


def complaints_about(html: str) -> list[str]:
    """Return what is wrong with a page, one line each."""
    reader = MarkupReader()
    reader.feed(html)
    double = sorted({name for name in reader.ids if reader.ids.count(name) > 1})
    lines = reader.complaints + [f"id {name!r} occurs twice" for name in double]
    if reader.headings != 1:
        lines.append(f"{reader.headings} h1 headings instead of one")
    if "<html lang=" not in html:
        lines.append("no language")
    return lines


def assert_clean_markup(response: Any) -> None:
    """Fail when a page carries inline style or script, double ids, or not exactly one h1."""
    found = complaints_about(response.content.decode())
    assert not found, "\n".join(found)

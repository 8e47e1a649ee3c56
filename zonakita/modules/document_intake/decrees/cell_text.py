"""The words of a cell: marks removed, wrapped lines joined, words cut at a line or page end made whole."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable

_TAG = re.compile(r"</?(?:i|b|u|em|strong|sup|sub|span|p|font)\b[^>]*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*])", re.DOTALL)
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\u00a0": " "}
    # Bullets and ticks of the fonts Symbol and Wingdings.
    | {
        "\uf0b7": "•",
        "\uf0a7": "▪",
        "\uf06c": "●",
        "\uf06e": "▪",
        "\uf0d8": "➢",
        "\uf0e8": "➢",
        "\uf076": "•",
    }
    | {"\uf0fc": "✓", "\uf0fe": "✓", "\uf0fb": "x", "\uf02d": "-"}
)
_BULLETS = "•▪●◦‣∙·➢➤✓"
LIST_MARK = re.compile(rf"(?:\(?(\d{{1,2}}|[a-z])[.)]|([{_BULLETS}\u2013-]))\s+(?=\S)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CUT_WORD = re.compile(r"([^\W\d_]+)-$")
_WORD_START = re.compile(r"^([^\W\d_]+)")


def strip_marks(text: str) -> str:
    """The text without markup (`<i>`, `**`), invisible characters and ligatures; `<br>` becomes a line
    break.
    """
    text = _TAG.sub("", _BREAK.sub("\n", text)).translate(_LIGATURES)
    text = html.unescape(_INVISIBLE.sub("", text))
    return _EMPHASIS.sub(r"\2", text)


def clean(text: str, words: Collection[str] = ()) -> str:
    """One cell's text on one line, except that each item of a list starts a new line."""
    return join_lines(strip_marks(text).splitlines(), words)


def join_lines(lines: Iterable[str], words: Collection[str] = ()) -> str:
    """Wrapped lines as running text; `words` are those of the whole document, which decide how cut words
    join.
    """
    joined = ""
    for line in lines:
        line = " ".join(line.split())
        if not line:
            continue
        joined = join_pair(joined, line, words) if joined else line
    return joined


def join_pair(before: str, after: str, words: Collection[str] = ()) -> str:
    """Two pieces of one text, the second of which may begin in the middle of a word."""
    if not before or not after:
        return before or after
    if LIST_MARK.match(after):
        return f"{before}\n{after}"
    cut, rest = _CUT_WORD.search(before), _WORD_START.match(after)
    if cut and rest:
        return _join_cut_word(before, cut.group(1), after, rest.group(1), words)
    if before.endswith("/") or (before.endswith("-") and after[:1].isdigit() and before[-2:-1].isdigit()):
        return before + after
    return f"{before} {after}"


def _join_cut_word(before: str, left: str, after: str, right: str, words: Collection[str]) -> str:
    whole, hyphened = (left + right).lower(), f"{left}-{right}".lower()
    if right[:1].isupper() or hyphened in words or left.lower() == right.lower():
        return before + after
    if whole in words or not (left.lower() in words and right.lower() in words):
        return before[:-1] + after if not _is_prefix_with_hyphen(left) else before + after
    return before + after


def _is_prefix_with_hyphen(left: str) -> bool:
    return len(left) == 1 or left.lower() in {"non", "e", "anti", "pra", "pasca", "multi", "sub"}


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """All words that stand inside lines, for `join_lines`: a word at a line's edge may itself be cut."""
    found: set[str] = set()
    for text in texts:
        for line in strip_marks(text).splitlines():
            stripped = line.strip()
            if stripped.endswith("-"):
                stripped = stripped.rpartition(" ")[0]
            found.update(word.lower() for word in _WORD.findall(stripped))
    return frozenset(found)


def plain(text: str) -> str:
    """Letters and digits in lower case with single spaces, for comparing."""
    return " ".join(re.findall(r"[^\W_]+", strip_marks(text).lower()))

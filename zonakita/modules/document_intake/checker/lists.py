"""Rules about lists and pairs of signs: numbering, brackets, quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zonakita.kernel.text import collapse, roman_to_int, strip_tags
from zonakita.modules.document_intake.checker.context import CELL_NAMES, CheckContext, RowAt, component_label
from zonakita.modules.document_intake.checker.finding import Finding
from zonakita.modules.document_intake.checker.rule import Rule

_MARK = re.compile(r"(?:^|(?<=[\s;,.]))\(?(?P<mark>\d{1,2}|[a-z])(?P<sign>[).])(?=\s|$|[A-Z])")
_ROW_MARK = re.compile(r"^\s*\(?(?P<mark>\d{1,2}|[a-z])[).]\s+", re.IGNORECASE)
_BULLETS = re.compile(
    r"(?:^|\n)\s*[-\u2022\u2013\u00b7*]\s+|(?<=[;.])\s+[-\u2022]\s+(?=[A-Z])|\s[\u2022\u00b7]\s"
)
_INLINE_BULLETS = re.compile(r"(?:^|\s+)[-\u2022]\s+(?=[A-Z])")
_EMPTY_LAST = re.compile(
    r"(?:^|\n)[ \t]*(?:[-\u2022][ \t]+)?(?P<mark>\d{1,2}|[a-z])[.)][ \t]*(?=\n\s*\n|\s*$)"
)
_LIST_SIGN = re.compile(r"(?:^|[\s;,.])(?:\d{1,2}|[a-z]|[ivx]{1,4})$", re.IGNORECASE)
_FARTHEST_CLOSE = 600


@dataclass(frozen=True, slots=True)
class _Item:
    mark: str
    text: str

    @property
    def number(self) -> int:
        """Its place as its mark says: "c" is 3."""
        return int(self.mark) if self.mark.isdigit() else ord(self.mark.lower()) - ord("a") + 1


def list_items(text: str) -> list[str]:
    """The entries of a numbered or bulleted list, without their marks; an empty list where there is none."""
    numbered = [item.text for item in _numbered(text)]
    if numbered:
        return [item for item in numbered if item]
    plain = strip_tags(text).strip()
    bullets = _INLINE_BULLETS if _INLINE_BULLETS.match(plain) else _BULLETS
    parts = [collapse(part) for part in bullets.split(plain)]
    parts = [part for part in parts if part]
    return parts if len(parts) > 1 else []


def empty_item(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """A list item without text, a gap in a numbering, a list that does not start at its beginning."""
    for row in context.rows:
        for name, cell in row.cells():
            problem = _list_problem(cell.text)
            if problem:
                yield rule.at_row(
                    row, f"{problem} dalam {CELL_NAMES[name]}. Lengkapi atau rapikan.", text=cell.text
                )
    for rows in context.components:
        yield from _row_numbering(rows, rule)
    yield from _component_numbering(context, rule)
    yield from _empty_in_body(context, rule)


def unbalanced(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """A bracket or quotation mark that is opened or closed alone."""
    for row in context.rows:
        for name, cell in row.cells():
            sign = _unpaired(strip_tags(cell.text))
            if sign:
                message = f"Tanda “{sign}” dalam {CELL_NAMES[name]} tidak berpasangan. Lengkapi tandanya."
                yield rule.at_row(row, message, text=cell.text)
    body = strip_tags(context.proposal.body_text)
    for start in _unclosed_brackets(body):
        shown = collapse(body[max(0, start - 40) : start + 140])
        message = "Tanda kurung dibuka tetapi tidak ditutup. Lengkapi tandanya."
        yield rule.at_decree("uraian keputusan", message, text=shown)
    for start in _unclosed_quotes(body):
        shown = collapse(body[max(0, start - 20) : start + 80])
        message = "Tanda kutip dibuka lagi sebelum yang sebelumnya ditutup. Lengkapi tandanya."
        yield rule.at_decree("uraian keputusan", message, text=shown)


def _numbered(text: str) -> list[_Item]:
    text = strip_tags(text)
    marks = list(_MARK.finditer(text))
    signs = {mark["sign"] for mark in marks}
    kinds = {mark["mark"].isdigit() for mark in marks}
    if len(signs) != 1 or len(kinds) != 1 or (len(marks) < 2 and not _MARK.match(text.strip())):
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    items = [
        _Item(mark["mark"], collapse(text[mark.end() : end]).strip(" ;,."))
        for mark, end in zip(marks, ends, strict=True)
    ]
    numbers = [item.number for item in items]
    return items if numbers == sorted(numbers) else []


def _list_problem(text: str) -> str:
    items = _numbered(text)
    for item in items:
        if not item.text:
            return f"Butir “{item.mark}” tidak berisi teks"
    if len(items) < 2:
        return ""
    return _numbering_problem([item.number for item in items], [item.mark for item in items])


def _numbering_problem(numbers: list[int], marks: list[str]) -> str:
    if numbers[0] != 1:
        return f"Daftar dimulai dari “{marks[0]}”"
    for before, after, mark_before, mark in zip(numbers, numbers[1:], marks, marks[1:], strict=False):
        if after > before + 1:
            return f"Penomoran melompat dari “{mark_before}” ke “{mark}”"
    return ""


def _row_numbering(rows: tuple[RowAt, ...], rule: Rule) -> Iterator[Finding]:
    """The letters before the actions of a component's rows."""
    marked = [(row, match["mark"].lower()) for row in rows if (match := _ROW_MARK.match(row.row.action.text))]
    if not marked or len(marked) < len(rows):
        return
    items = [_Item(mark, "") for _, mark in marked]
    if len({item.mark.isdigit() for item in items}) > 1:
        return
    problem = _numbering_problem([item.number for item in items], [item.mark for item in items])
    if problem:
        where = rows[0].where.rsplit(",", 1)[0]
        message = f"{problem} pada kegiatan “{collapse(rows[0].component.title)}”. Rapikan penomorannya."
        yield rule.at_row(rows[0], message, text=f"{where}: {rows[0].action}")


def _component_numbering(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """Gaps between the numbers of components in an area."""
    for place, area in enumerate(context.proposal.areas):
        numbers = [component.number.strip(" .)") for component in area.components]
        values = [int(number) if number.isdigit() else roman_to_int(number) for number in numbers]
        if not values or any(value is None for value in values):
            continue
        problem = _numbering_problem([value or 0 for value in values], numbers)
        if problem:
            where = component_label(area, area.components[0])
            message = f"{problem} pada area “{collapse(area.title)}”. Rapikan penomorannya."
            yield rule.at_decree(where, message, text=", ".join(numbers), path=(place,), place=area.place)


def _empty_in_body(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """A lone mark before a blank line in the text; several in a row are columns that a scan has parted."""
    marks = list(_EMPTY_LAST.finditer(context.proposal.body_text))
    lines = [line for line in context.proposal.body_text.splitlines() if line.strip()]
    if len(marks) > 1 or not marks or len(lines) < 2:
        return
    message = f"Butir “{marks[0]['mark']}” tidak berisi teks. Lengkapi atau hapus."
    start = marks[0].start()
    shown = collapse(context.proposal.body_text[max(0, start - 80) : start + 20])
    yield rule.at_decree("uraian keputusan", message, text=shown)


def _unpaired(text: str) -> str:
    """The first kind of sign that stands alone; the ")" of a list mark ("1)") needs no partner."""
    depth = 0
    for place, letter in enumerate(text):
        if letter == "(":
            depth += 1
        elif letter == ")" and depth:
            depth -= 1
        elif letter == ")" and not _LIST_SIGN.search(text[:place]):
            return ")"
    if depth:
        return "("
    for opening, closing in (("[", "]"), ("“", "”")):
        if text.count(opening) != text.count(closing):
            return opening if text.count(opening) > text.count(closing) else closing
    return '"' if text.count('"') % 2 else ""


def _unclosed_brackets(text: str) -> list[int]:
    """Brackets that meet another opening bracket, or the end of reach, before they are closed."""
    unclosed: list[int] = []
    for match in re.finditer(r"\(", text):
        rest = text[match.end() : match.end() + _FARTHEST_CLOSE]
        depth = 1
        for letter in rest:
            depth += {"(": 1, ")": -1}.get(letter, 0)
            if depth == 0 or depth > 2:
                break
        if depth > 0:
            unclosed.append(match.start())
    return unclosed


def _unclosed_quotes(text: str) -> list[int]:
    unclosed: list[int] = []
    opened: int | None = None
    for match in re.finditer("[“”]", text):
        if match[0] == "”":
            opened = None
            continue
        if opened is not None and match.start() - opened < _FARTHEST_CLOSE:
            unclosed.append(opened)
        opened = match.start()
    return unclosed

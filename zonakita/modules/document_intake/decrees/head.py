"""The head of a decree: who decided what, when and on which legal basis."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from zonakita.modules.document_intake.decrees.cell_text import plain, strip_marks
from zonakita.modules.document_intake.decrees.citations import citations_in
from zonakita.modules.document_intake.decrees.head_dates import read_date
from zonakita.modules.document_intake.decrees.proposal import Citation, DecreeHead
from zonakita.modules.document_intake.decrees.signatures import read_signature
from zonakita.modules.document_intake.sources.document import Paragraph

_BULLET = re.compile(r"^\s*(?:[-*•]\s+|#+\s*)")
_DECREE = re.compile(
    r"^(?:(?:LAMPIRAN|SALINAN)\b[\s:IVX\d]*)?(?:SURAT\s+)?(?:KEPUTUSAN|PERATURAN)(?:\s+(?=[A-Z])(.*))?$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\W*NOMOR\b\s*[.:]?\s*(\S.*)$", re.IGNORECASE)
_YEAR = re.compile(r"(?:\bTAHUN\s+|/)((?:19|20)\d\d)\b", re.IGNORECASE)
_TENTANG = re.compile(r"^\W*TENTANG\b\s*:?\s*(.*)$", re.IGNORECASE)
_ANNEX = re.compile(r"^\W*LAMPIRAN\b", re.IGNORECASE)
_OFFICES = (
    r"KETUA|KEPALA|DIREKTUR(?:\s+(?:UTAMA|JENDERAL))?|REKTOR|DEKAN|SEKRETARIS(?:\s+(?:JENDERAL|DAERAH))?|INSPEKTUR"
    r"|PANITERA|KOMANDAN|KAPOLRES|PEMIMPIN"
)
_OFFICE = re.compile(rf"^(?:{_OFFICES})\s+", re.IGNORECASE)
_OFFICE_LINE = re.compile(rf"^(?:{_OFFICES}|BUPATI|WALI\s?KOTA|GUBERNUR|CAMAT|MENTERI|LURAH)\b.*,?$")
_END_OF_TITLE = re.compile(
    r"^\W*(?:DENGAN RAHMAT|Menimbang|Mengingat|MEMUTUSKAN|ATAS RAHMAT|BISMILLAH|Ditetapkan)", re.IGNORECASE
)
_SECTION = re.compile(
    r"^\W*(?P<name>Menimbang|Mengingat|Memperhatikan|M\s?E\s?M\s?U\s?T\s?U\s?S\s?K\s?A\s?N|Menetapkan)\b",
    re.IGNORECASE,
)
_LEGAL_BASIS = re.compile(r"^\W*(?:(?:\d{1,2}|[IVX]+|[A-Z])\s*[.)]\s*)?DASAR\s+HUKUM\b", re.IGNORECASE)
_NUMBERED_HEADING = re.compile(r"^\W*(?:\d{1,2}|[IVX]+|[A-Z])\s*[.)]\s*(?P<title>[A-Z][A-Z /,()&-]{5,})")
_TABLE_TITLE = re.compile(r"^(?:MATRIKS?\s+)?(?:RENCANA|PROGRAM|MATRIKS?|JADWAL|AGENDA|TARGET)\b")
_LEVELS = (
    ("province", r"\bPROV(?:INSI)?\b|^GUBERNUR\b"),
    ("regency", r"\bKAB(?:UPATEN)?\b|^BUPATI\b"),
    ("city", r"\bKOTA\b|^WALI\s?KOTA\b"),
    (
        "national",
        r"\bREPUBLIK INDONESIA\b|\bKEMENTERIAN\b|\bRI\b|\bSEKRETARIAT JENDERAL\b|\bBADAN NASIONAL\b",
    ),
)


def read_head(paragraphs: Sequence[Paragraph], table_titles: Sequence[str] = ()) -> DecreeHead:
    """What the text outside the plan tables tells; `table_titles` stood inside a table, above its heading."""
    lines = [line for paragraph in paragraphs for line in _lines(paragraph.text)]
    annex_at = next((i for i, line in enumerate(lines) if _ANNEX.match(line) and i > 5), len(lines))
    head = _first_page(lines[:annex_at])
    annex = _first_page(lines[annex_at : annex_at + 40]) if annex_at < len(lines) else DecreeHead()
    place, day = read_date(lines)
    signatory, role = read_signature(lines)
    table_title = _table_title(lines, table_titles)
    institution = head.institution or annex.institution or _letterhead(lines)
    return replace(
        head,
        institution=institution,
        level=_level(institution),
        number=head.number or annex.number,
        year=head.year or annex.year or (day.year if day else None),
        title=head.title or annex.title or table_title,
        place=place,
        date=day,
        signatory=signatory,
        signatory_role=role,
        annex_institution=annex.institution,
        annex_title=annex.title,
        table_title=table_title,
        legal_basis=tuple(c for c in _legal_basis(lines) if not _is_itself(c, head)),
    )


def _lines(text: str) -> list[str]:
    cleaned = (_BULLET.sub("", line).replace("**", "").strip() for line in strip_marks(text).splitlines())
    return [line for line in cleaned if line]


def _first_page(lines: Sequence[str]) -> DecreeHead:
    """Institution, number and title from "KEPUTUSAN ... NOMOR ... TENTANG ..."."""
    start = next((i for i, line in enumerate(lines) if _is_decree_line(lines, i, line)), None)
    if start is None:
        return DecreeHead()
    number_at = next(i for i in range(start, start + 6) if _NUMBER.match(lines[i]))
    first = _DECREE.match(lines[start])
    name = " ".join([(first.group(1) or "") if first else "", *lines[start + 1 : number_at]])
    number = _NUMBER.match(lines[number_at])
    text = number.group(1).strip() if number else ""
    year = _YEAR.findall(text)
    return DecreeHead(
        institution=" ".join(_OFFICE.sub("", name.strip()).split()),
        number=re.sub(r"\s*TAHUN\s+\d{4}.*$", "", text, flags=re.IGNORECASE).strip(" .,"),
        year=int(year[-1]) if year else None,
        title=_title_after(lines, number_at + 1, office=name),
    )


def _is_decree_line(lines: Sequence[str], index: int, line: str) -> bool:
    if not _DECREE.match(line) or not line.isupper():
        return False
    return any(_NUMBER.match(later) for later in lines[index + 1 : index + 6])


def _title_after(lines: Sequence[str], start: int, *, office: str) -> str:
    for index in range(start, min(start + 4, len(lines))):
        match = _TENTANG.match(lines[index])
        if not match:
            continue
        title = [match.group(1)] if match.group(1) else []
        for line in lines[index + 1 : index + 14]:
            if _ends_title(line, title) or plain(line) == plain(office):
                break
            title.append(line)
        return " ".join(" ".join(title).split()).strip(" .,")
    return ""


def _ends_title(line: str, title: Sequence[str]) -> bool:
    if _END_OF_TITLE.match(line) or (title and _OFFICE_LINE.match(line) and line.endswith(",")):
        return True
    if title and title[-1].endswith("."):
        return True
    return bool(title) and (
        _TABLE_TITLE.match(line) is not None or (line.upper() != line and title[-1].isupper())
    )


def _table_title(lines: Sequence[str], table_titles: Sequence[str]) -> str:
    """The last title in capitals above the table, with the lines that continue it."""
    for title in reversed(table_titles):
        if len(title) > 12:
            return title
    last = next((i for i in range(len(lines) - 1, -1, -1) if _TABLE_TITLE.match(lines[i])), None)
    if last is None:
        return ""
    parts = [lines[last]]
    for line in lines[last + 1 : last + 6]:
        if not line.isupper() or _ANNEX.match(line) or _NUMBER.match(line) or _OFFICE_LINE.match(line):
            break
        parts.append(line)
    return " ".join(" ".join(parts).split())


def _letterhead(lines: Sequence[str]) -> str:
    """The institution in capitals at the top where no "KEPUTUSAN ..." tells it."""
    name: list[str] = []
    for line in lines[:8]:
        if line.isupper() and not _DECREE.match(line) and not _TABLE_TITLE.match(line) and line != "SALINAN":
            name.append(line)
        elif name:
            break
    return " ".join(name)


def _level(institution: str) -> str:
    return next((level for level, sign in _LEVELS if re.search(sign, institution.upper())), "other")


def _is_itself(citation: Citation, head: DecreeHead) -> bool:
    """The decree naming itself, for example in its annex."""
    return citation.where == "body" and (citation.number, citation.year) == (head.number, head.year)


def _legal_basis(lines: Sequence[str]) -> tuple[Citation, ...]:
    sections: dict[str, list[str]] = {"body": []}
    current = "body"
    for line in lines:
        current = _section_at(line, current)
        sections.setdefault(current, []).append(line)
    found: list[Citation] = []
    for where in ("menimbang", "mengingat", "dasar_hukum", "body"):
        text = "\n".join(sections.get(where, ()))
        found.extend(citations_in(_unwrapped(text), where))
    return tuple(found)


def _section_at(line: str, current: str) -> str:
    section = _SECTION.match(line)
    if section:
        name = section.group("name").lower().replace(" ", "")
        return (
            name
            if name in ("menimbang", "mengingat")
            else ("mengingat" if name == "memperhatikan" else "body")
        )
    if _LEGAL_BASIS.match(line):
        return "dasar_hukum"
    if current == "dasar_hukum" and _NUMBERED_HEADING.match(line):
        return "body"
    return current


def _unwrapped(text: str) -> str:
    """Lines of one sentence joined, so that a citation is not cut by a line end."""
    text = re.sub(r"-\n(?=\w)", "-", text)
    return re.sub(r"(?<![;:.])\n(?!\s*(?:\d{1,2}|[a-z])[.)]\s)", " ", text)

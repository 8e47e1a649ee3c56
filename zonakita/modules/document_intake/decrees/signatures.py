"""Who signed: the office above the signature and the name below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from zonakita.modules.document_intake.decrees.head_dates import place_and_date_line

_SET = re.compile(r"\bditetapkan\s+di\b", re.IGNORECASE)
_DAY = re.compile(r"\btanggal\b|\b(?:19|20)\d\d\b", re.IGNORECASE)
_SIGNED = re.compile(
    r"^\W*(?:ttd|tt[de]|dto|cap|stempel|tanda tangan|\$\{?ttd|ditandatangani)\b.*$", re.IGNORECASE
)
_COPY = re.compile(
    r"^\W*(?:salinan|lampiran|tembusan|disalin|untuk salinan|sesuai dengan asli)", re.IGNORECASE
)
_NOT_A_NAME = re.compile(
    r"\b(?:SEKRETARI\w*|KOMISI|PROVINSI|KABUPATEN|KOTA|KEPALA|KETUA|BAGIAN|SUB|PENGADILAN|DINAS|UNIVERSITAS|FAKULTAS"
    r"|UMUM|REPUBLIK|KEMENTERIAN|BADAN|HUKUM|REKTOR|DEKAN|DIREKTUR|RENCANA|NIP|TAHUN|TENTANG|NOMOR|KEPUTUSAN)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"^(?:(?:dr|drg|drh|apt|ns)\.\s*)*(?:[A-Z][\w'\u2019.-]*,?\s*){1,7}$")
_NAME_AFTER_LABEL = re.compile(r"^\W*(?:ttd\.?|ttd)\W+(?P<name>[A-Z][A-Z .,'-]{4,})$")
_NUMBER_OF_PERSON = re.compile(r"\b(?:NIP|NRP)\b")
_SEEN = re.compile(r"^\W*(?:mengetahui|menyetujui|mengesahkan)\W*$", re.IGNORECASE)
_MOST_LINES = 14


def read_signature(lines: Sequence[str]) -> tuple[str, str]:
    """Name and office, each empty where not found."""
    start = next((index for index, line in enumerate(lines) if _SET.search(line)), None)
    if start is None:
        start = place_and_date_line(lines)
    if start is None:
        return "", ""
    index = start + 1
    if index < len(lines) and _DAY.search(lines[index]):
        index += 1
    role: list[str] = []
    block = list(lines[index : index + _MOST_LINES])
    while block and _belongs_to_role(block[0], role):
        role.append(block.pop(0))
    return _name_in(block), " ".join(" ".join(role).split()).strip(" ,")


def _belongs_to_role(line: str, role: Sequence[str]) -> bool:
    if _SIGNED.match(line) or _COPY.match(line) or len(role) >= 4:
        return False
    if role and role[-1].rstrip().endswith(","):
        return False
    return bool(_NOT_A_NAME.search(line)) or line.rstrip().endswith(",")


def _name_in(block: Sequence[str]) -> str:
    names = []
    for line in block:
        labelled = _NAME_AFTER_LABEL.match(line)
        if labelled:
            return labelled["name"].strip()
        if _SIGNED.match(line) or _COPY.match(line) or _NOT_A_NAME.search(line) or line.endswith(","):
            continue
        if _NAME.match(line) and len(line.split()) <= 8 and len(line) > 3:
            names.append(line.strip())
    capitals = [name for name in names if _is_in_capitals(name)]
    return (capitals or names or [""])[0]


def _is_in_capitals(name: str) -> bool:
    """Whether the name without its academic titles is written in capitals: "dr. TOKOH CONTOH, M.Kes"."""
    words = [word for word in name.partition(",")[0].split() if not word.endswith(".")]
    return bool(words) and all(word.upper() == word for word in words)


def stands_side_by_side(cells: Iterable[str]) -> bool:
    """Whether these cells are blocks of signatures that have to be read one after the other, not line by
    line.
    """
    texts = [text.strip() for text in cells]
    if any(text.startswith(":") for text in texts):  # "Ditetapkan di | : | Jambi" is one line.
        return False
    return any(_SET.search(text) or _COPY.match(text) or _NUMBER_OF_PERSON.search(text) for text in texts)


def has_signature(cells: Iterable[str]) -> bool:
    """Whether one of these cells can only belong to a block of signatures, not to a row of a plan."""
    return any(
        _SET.search(text) or _NUMBER_OF_PERSON.match(text.strip()) or _SEEN.match(text) for text in cells
    )

"""Who signed: the office above the signature and the name below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
_NAME = re.compile(r"^(?:[A-Z][\w'\u2019.-]*,?\s*){1,7}$")
_NAME_AFTER_LABEL = re.compile(r"^\W*(?:ttd\.?|ttd)\W+(?P<name>[A-Z][A-Z .,'-]{4,})$")
_MOST_LINES = 14


def read_signature(lines: Sequence[str]) -> tuple[str, str]:
    """Name and office, each empty where not found."""
    start = next((index for index, line in enumerate(lines) if _SET.search(line)), None)
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
    capitals = [name for name in names if name.upper() == name]
    return (capitals or names or [""])[0]

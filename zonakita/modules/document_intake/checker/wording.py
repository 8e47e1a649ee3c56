"""Rules about words and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from zonakita.kernel.text import collapse, normalise, shorten, strip_tags
from zonakita.modules.document_intake.checker.context import CELL_NAMES, CheckContext, RowAt, listed
from zonakita.modules.document_intake.checker.data_files import load
from zonakita.modules.document_intake.checker.finding import Finding
from zonakita.modules.document_intake.checker.lists import list_items
from zonakita.modules.document_intake.checker.rule import Rule

_REPEATED = re.compile(r"\b((?:[^\W\d_]{2,}\s+){0,3}[^\W\d_]{3,})(?:[ \t]+\1)+\b", re.IGNORECASE)
_REDUPLICATED = frozenset(
    [
        *(
            "masing",
            "rata",
            "sama",
            "lain",
            "undang",
            "langkah",
            "tiap",
            "hal",
            "lebih",
            "kira",
            "sungguh",
            "anak",
        ),
        *("lama", "kadang", "bagian", "pihak", "upaya", "nilai", "program", "dokumen", "piagam", "kegiatan"),
    ]
)
_MOST_IN_BODY = 5
_LABEL_VERB = re.compile(r"^me(?:m|n|ng|ny)?[a-z]{4,}(?:kan|i)$")
_PROOF = re.compile(
    r"\b(?:dibuktikan|terbukti|bukti(?:nya)?|ditunjukkan|menunjukkan|senantiasa|berhasil|capaian)\b",
    re.IGNORECASE,
)
_MISCONDUCT = re.compile(
    r"\b(?:melakukan|terjadi|terdapat|ada(?:nya)?|menerima|terlibat)\s+(?:\w+\s+){0,2}?"
    r"(?:pelanggaran|korupsi|pungutan liar|pungli|gratifikasi|suap|penyimpangan|penyalahgunaan)",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:tidak|tak|tanpa|nihil|nol|belum|bebas|bukan|mencegah|pencegahan|menolak|menghindari|mengurangi|menurun\w*"
    r"|pengendalian|jika|apabila|dugaan|pelaporan|melaporkan)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.;]+")


def duplicate_text(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """A phrase, a list item or a whole row that stands twice."""
    for row in context.rows:
        for name, cell in row.cells():
            repeated = _repeated_phrase(cell.text) or _repeated_item(cell.text)
            if repeated:
                where = CELL_NAMES[name]
                message = f"“{shorten(repeated, 90)}” tertulis dua kali dalam {where}. Hapus salah satunya."
                yield rule.at_row(row, message, text=cell.text)
    yield from _repeated_rows(context, rule)
    yield from _repeated_in_body(context, rule)


def outdated_term(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """A superseded or misspelt term, once for each term with all its places."""
    for term in _terms():
        rows = [row for row in context.rows if term.pattern.search(_all_text(row))]
        in_body = term.pattern.search(context.proposal.body_text)
        if not rows and not in_body:
            continue
        places = [row.where for row in rows] + (["uraian keputusan"] if in_body else [])
        message = (
            f"Istilah “{term.name}” sudah tidak tepat: {term.why}. Ganti dengan {term.replacement}"
            f" ({listed(places)})."
        )
        if rows:
            yield rule.at_row(
                rows[0], message, text=_around(term.pattern, _all_text(rows[0])), source=term.source
            )
        else:
            shown = _around(term.pattern, context.proposal.body_text)
            yield rule.at_decree("uraian keputusan", message, text=shown, source=term.source)


def label_mixed(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """A component's name that ends in a verb, as when a word of its indicator slipped in."""
    for rows in context.components:
        row = rows[0]
        title = collapse(row.component.title)
        parts = title.split()
        if len(parts) > 1 and _LABEL_VERB.match(parts[-1]):
            message = (
                f"Nama komponen “{title}” berakhir dengan kata kerja “{parts[-1]}” yang tampaknya"
                " berasal dari kolom indikator. Pindahkan kata itu atau hapus."
            )
            where = row.where.rsplit(",", 1)[0]
            yield rule.at_decree(where, message, text=title, path=row.path[:2], place=row.component.place)


def contrary_sense(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """A sentence that proves good conduct by naming misconduct, with no "tidak" in it."""
    for paragraph in re.split(r"\n\s*\n(?=[A-Z0-9\-\u2022])", context.proposal.body_text):
        for match in _SENTENCE.finditer(collapse(paragraph)):
            sentence = match[0].strip()
            conduct = _MISCONDUCT.search(sentence)
            if conduct and _PROOF.search(sentence[: conduct.start()]) and not _NEGATION.search(sentence):
                message = (
                    f"Kalimat ini terbaca seolah-olah “{conduct[0]}” memang terjadi."
                    " Periksa apakah kata “tidak” hilang, lalu perbaiki kalimatnya."
                )
                clause = sentence[max(0, conduct.start() - 120) : conduct.end() + 60]
                yield rule.at_decree("uraian keputusan", message, text=clause)


def _repeated_phrase(text: str) -> str:
    for match in _REPEATED.finditer(strip_tags(text)):
        phrase = collapse(match[1]).lower()
        if phrase.split()[0] not in _REDUPLICATED:
            return collapse(match[0])
    return ""


def _repeated_in_body(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """Phrases that stand twice, letter by letter, in the running text; many are columns run together."""
    found = []
    for line in context.proposal.body_text.splitlines():
        repeated = _repeated_phrase(line)
        if repeated and _is_exact(repeated):
            found.append((line, repeated))
    if len(found) > _MOST_IN_BODY:
        return
    for line, repeated in found:
        message = f"“{repeated}” tertulis dua kali berurutan. Hapus salah satunya."
        yield rule.at_decree("uraian keputusan", message, text=line)


def _is_exact(repeated: str) -> bool:
    """Whether all its parts are written alike ("wilayah wilayah", not "maklumat Maklumat")."""
    parts = repeated.split()
    sizes = [size for size in range(1, len(parts) // 2 + 1) if len(parts) % size == 0]
    return any(parts == parts[:size] * (len(parts) // size) for size in sizes)


def _repeated_item(text: str) -> str:
    seen: set[str] = set()
    for item in list_items(text):
        plain = re.sub(r"^(?:telah|sudah) ", "", normalise(item))
        if plain in seen and len(plain.split()) > 1:
            return item
        seen.add(plain)
    return ""


def _repeated_rows(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """Rows of one component that say the same."""
    for rows in context.components:
        seen: dict[tuple[str, str], RowAt] = {}
        for row in rows:
            action = normalise(re.sub(r"^\s*(?:\(?(?:[a-z]|\d{1,2})[.)]|-)\s+", "", row.row.action.text))
            indicator = normalise(row.indicator)
            first = seen.setdefault((action, "" if not context.is_zi else indicator), row)
            if first is not row and len(action.split()) > 2:
                message = (
                    f"Baris ini sama dengan {first.where}: “{shorten(row.action, 90)}”."
                    " Hapus salah satunya atau bedakan isinya."
                )
                yield rule.at_row(row, message, text=row.action)


@dataclass(frozen=True, slots=True)
class _Term:
    pattern: re.Pattern[str]
    name: str
    replacement: str
    why: str
    source: str


@lru_cache(maxsize=1)
def _terms() -> tuple[_Term, ...]:
    return tuple(
        _Term(
            re.compile(entry["pattern"], re.IGNORECASE),
            entry["term"],
            entry["replacement"],
            entry["why"],
            entry["source"],
        )
        for entry in load("terms")
    )


def _all_text(row: RowAt) -> str:
    return " | ".join([collapse(row.component.title), *(collapse(cell.text) for _, cell in row.cells())])


def _around(pattern: re.Pattern[str], text: str, reach: int = 60) -> str:
    match = pattern.search(text)
    start, end = (match.start(), match.end()) if match else (0, 0)
    return collapse(text[max(0, start - reach) : end + reach])

"""Words, tones and rows for the pages of the regulation library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from zonakita.foundation.regulations import interface as regulations
from zonakita.foundation.regulations.interface import Entry, ForceState, Regulation

STATE_WORDS: dict[ForceState, Promise | str] = {
    ForceState.IN_FORCE: _("Berlaku"),
    ForceState.PERIOD_OVER: _("Periode berakhir"),
    ForceState.NOT_YET: _("Belum berlaku"),
    ForceState.REPEALED: _("Dicabut"),
    ForceState.ENDED: _("Tidak berlaku lagi"),
}
_STATE_TONES = {
    ForceState.IN_FORCE: "success",
    ForceState.PERIOD_OVER: "warning",
    ForceState.NOT_YET: "info",
    ForceState.REPEALED: "danger",
    ForceState.ENDED: "danger",
}
CHECKED_WORDS: dict[str, Promise | str] = {
    "text": _("Dibaca dari naskah resmi"),
    "decrees": _("Diambil dari keputusan"),
    "no": _("Belum diverifikasi"),
}
_CHECKED_TONES = {"text": "success", "decrees": "info", "no": "warning"}
_CHECKED_MEANING: dict[str, Promise | str] = {
    "text": _("Fakta di halaman ini dicocokkan dengan naskah resminya."),
    "decrees": _(
        "Fakta di halaman ini diambil dari keputusan yang mengutipnya, belum dicocokkan dengan naskah resmi."
    ),
    "no": _(
        "Fakta di halaman ini pengetahuan umum yang belum dicocokkan dengan naskah resmi. Temuan pemeriksa"
        " rencana yang bersandar padanya disertai peringatan."
    ),
}
_REPEALS_MEANING: dict[str, Promise | str] = {
    "text": _("Pencabutan yang tercatat dicocokkan dengan naskah resminya."),
    "decrees": _("Pencabutan yang tercatat diambil dari keputusan yang mengutipnya."),
    "no": _("Pencabutan yang tercatat belum dicocokkan; temuan yang bersandar padanya disertai peringatan."),
}


class Mark(NamedTuple):
    """A badge: its words and its tone."""

    words: str
    tone: str


def state_mark(state: ForceState) -> Mark:
    """How a regulation stands, as a badge."""
    return Mark(str(STATE_WORDS[state]), _STATE_TONES[state])


def checked_mark(checked: str) -> Mark:
    """How far facts were checked, as a badge."""
    return Mark(str(CHECKED_WORDS[checked]), _CHECKED_TONES[checked])


def meanings(facts: Regulation) -> list[str]:
    """What the check of a regulation means, sentence by sentence."""
    sentences = [str(_CHECKED_MEANING[facts.checked])]
    if facts.repeals:
        sentences.append(str(_REPEALS_MEANING[facts.repeals_checked or facts.checked]))
    return sentences


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list."""

    regulation_id: int
    facts: Regulation
    state: Mark
    checked: Mark
    changed_by: str
    since: str
    gazette: str


def rows(entries: Iterable[Entry], library: regulations.RegulationLibrary) -> list[Row]:
    """The lines of a page of the list."""
    return [
        Row(
            regulation_id=entry.regulation_id,
            facts=entry.facts,
            state=state_mark(entry.state),
            checked=checked_mark(entry.facts.checked),
            changed_by=", ".join(change.key for change in library.amended_by(entry.facts.key)),
            since=long_date(entry.facts.in_force_from),
            gazette=gazette_words(entry.facts),
        )
        for entry in entries
    ]


def long_date(day: date | None) -> str:
    """A day in words, empty where it is unknown."""
    return date_format(day, "j F Y") if day else ""


def gazette_words(facts: Regulation) -> str:
    """The gazette numbers as decrees shorten them: "LN 2023/141, TLN 6897"."""
    numbers = (("LN", facts.state_gazette), ("TLN", facts.supplement), ("BN", facts.official_gazette))
    return ", ".join(f"{name} {number}" for name, number in numbers if number)


def fact_pairs(facts: Regulation) -> list[tuple[str, str]]:
    """Labels and values of the facts of one regulation."""
    period = f"{facts.period[0]}-{facts.period[1]}" if facts.period else ""
    return [
        (_now("Jenis"), facts.type),
        (_now("Nomor dan tahun"), _number_words(facts)),
        (_now("Berlaku sejak"), long_date(facts.in_force_from)),
        (_now("Berlaku sampai"), long_date(facts.in_force_to)),
        (_now("Periode"), period),
        (_now("Lembaran Negara"), _numbered(facts.state_gazette)),
        (_now("Tambahan Lembaran Negara"), facts.supplement or ""),
        (_now("Berita Negara"), _numbered(facts.official_gazette)),
        (_now("Sumber"), facts.source),
        (_now("Catatan"), facts.note),
    ]


def _number_words(facts: Regulation) -> str:
    if facts.year is None:
        return facts.number
    return _now("Nomor %(number)s Tahun %(year)s") % {"number": facts.number, "year": facts.year}


def _numbered(gazette: str | None) -> str:
    year, _stroke, number = (gazette or "").partition("/")
    return _now("Tahun %(year)s Nomor %(number)s") % {"year": year, "number": number} if year else ""


def state_sentence(entry: Entry, library: regulations.RegulationLibrary) -> str:
    """What a reader has to know before citing it; empty where nothing stands against it."""
    facts = entry.facts
    if entry.state is ForceState.REPEALED and entry.repealed_by is not None:
        return _repeal_sentence(entry.repealed_by, library)
    if entry.state is ForceState.ENDED:
        return _now("Tidak berlaku lagi setelah %s.") % long_date(facts.in_force_to)
    if entry.state is ForceState.NOT_YET:
        return _now("Baru berlaku mulai %s.") % long_date(facts.starts_on())
    if entry.state is ForceState.PERIOD_OVER and facts.period:
        return _now("Periode rencana ini berakhir pada tahun %s.") % facts.period[1]
    return ""


def _repeal_sentence(repealing: Regulation, library: regulations.RegulationLibrary) -> str:
    words = {"key": repealing.key, "since": long_date(repealing.in_force_from)}
    if repealing.in_force_from:
        sentence = _now("Dicabut oleh %(key)s sejak %(since)s.") % words
    else:
        sentence = _now("Dicabut oleh %(key)s.") % words
    changes = library.amended_by(repealing.key)
    if changes:
        changed = {"key": repealing.key, "change": changes[-1].key}
        return f"{sentence} {_now('Rujuk %(key)s sebagaimana diubah dengan %(change)s.') % changed}"
    return f"{sentence} {_now('Rujuk %s.') % repealing.key}"


Column = tuple[Promise | str, Callable[[Entry, regulations.RegulationLibrary], object]]

_COLUMNS: Sequence[Column] = (
    (_("Peraturan"), lambda entry, library: entry.facts.key),
    (_("Judul"), lambda entry, library: entry.facts.title),
    (_("Keadaan hari ini"), lambda entry, library: state_mark(entry.state).words),
    (_("Berlaku sejak"), lambda entry, library: entry.facts.in_force_from),
    (_("Berlaku sampai"), lambda entry, library: entry.facts.in_force_to),
    (_("Periode: tahun pertama"), lambda entry, library: entry.facts.period and entry.facts.period[0]),
    (_("Periode: tahun terakhir"), lambda entry, library: entry.facts.period and entry.facts.period[1]),
    (_("Lembaran Negara"), lambda entry, library: entry.facts.state_gazette),
    (_("Tambahan Lembaran Negara"), lambda entry, library: entry.facts.supplement),
    (_("Berita Negara"), lambda entry, library: entry.facts.official_gazette),
    (_("Mengubah"), lambda entry, library: "; ".join(entry.facts.amends)),
    (_("Diubah dengan"), lambda entry, library: _keys(library.amended_by(entry.facts.key))),
    (_("Mencabut"), lambda entry, library: "; ".join(entry.facts.repeals)),
    (_("Dicabut oleh"), lambda entry, library: entry.repealed_by and entry.repealed_by.key),
    (_("Verifikasi"), lambda entry, library: checked_mark(entry.facts.checked).words),
    (
        _("Verifikasi pencabutan"),
        lambda entry, library: (
            checked_mark(entry.facts.repeals_checked or entry.facts.checked).words
            if entry.facts.repeals
            else ""
        ),
    ),
    (_("Sumber"), lambda entry, library: entry.facts.source),
    (_("Catatan"), lambda entry, library: entry.facts.note),
)


def csv_heading() -> list[str]:
    """The headings of the file."""
    return [str(heading) for heading, _value in _COLUMNS]


def csv_rows(entries: Iterable[Entry], library: regulations.RegulationLibrary) -> Iterator[list[object]]:
    """The lines of the file; days as 2026-12-31."""
    for entry in entries:
        yield [_plain(value(entry, library)) for _heading, value in _COLUMNS]


def _plain(value: object) -> object:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else value


def _keys(those: Iterable[Regulation]) -> str:
    return "; ".join(regulation.key for regulation in those)

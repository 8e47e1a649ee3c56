"""Rules about the regulations that a decree cites."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from zonakita.foundation.regulations.keys import normalise_key
from zonakita.foundation.regulations.library import Regulation, RegulationLibrary
from zonakita.kernel.text import collapse
from zonakita.modules.document_intake.checker.context import CheckContext
from zonakita.modules.document_intake.checker.finding import Finding, Severity
from zonakita.modules.document_intake.checker.rule import Rule
from zonakita.modules.document_intake.decrees.proposal import Citation
from zonakita.modules.document_intake.sources.document import Place

_WHERE = {
    "menimbang": "Menimbang",
    "mengingat": "Mengingat",
    "dasar_hukum": "Dasar Hukum",
    "body": "uraian keputusan",
}
_PARTS_OF_BODY = frozenset({"menimbang", "mengingat"})
_NUMBER = re.compile(
    r"\bNomor\s*:?\s*(?P<number>[^\s;,()]{1,30})\s+Tahun\s+(?P<year>\w{3,6})\b", re.IGNORECASE
)
_GOOD_NUMBER = re.compile(r"\d{1,4}[A-C]?|\d+(?:[./-][\w.-]+)+", re.IGNORECASE)
_UNVERIFIED = " Data pencabutan ini belum diverifikasi; periksa dahulu naskahnya."


def revoked_regulation(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """A cited regulation that was no longer in force on the decree's day."""
    on = context.judged_on
    if on is None:
        return
    for key, citations in _cited(context).items():
        repealing = context.library.repealed_by(key, on)
        if repealing is not None:
            yield _revoked(context, rule, key, citations, repealing)
        elif context.library.is_revoked_on(key, on):
            message = (
                f"{key} sudah tidak berlaku pada tanggal keputusan. Ganti dengan peraturan yang berlaku."
            )
            yield rule.at_decree(
                _places(citations), message, text=_text(key, citations), place=_place(citations)
            )


def expired_plan(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """A cited time-bound plan whose period is over."""
    on, plan_year = context.judged_on, context.plan_year
    for key, citations in _cited(context).items():
        regulation = context.library.find(key)
        if regulation is None or regulation.period is None or on is None:
            continue
        used_in = max(on.year, plan_year or 0)
        is_revoked = context.library.is_revoked_on(key, on)
        if regulation.period[1] < used_in and not is_revoked:
            message = (
                f"{key} ({regulation.title}) hanya mencakup {regulation.period[0]}-{regulation.period[1]},"
                f" sedangkan rencana ini untuk {used_in}. Rujuk rencana yang sedang berlaku."
            )
            yield rule.at_decree(
                _places(citations), message, text=_text(key, citations), place=_place(citations)
            )


def gazette_mismatch(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """Gazette numbers that differ from the library or from another place of the decree."""
    for key, citations in _cited(context, only_direct=True).items():
        regulation = context.library.find(key)
        for name, label in (
            ("state_gazette", "nomor Lembaran/Berita Negara"),
            ("supplement", "nomor Tambahan"),
        ):
            right = _known_number(regulation, name)
            for printed, places in _printed(citations, name).items():
                if right and printed != right:
                    yield _wrong_gazette(context, rule, key, name, label, printed, right, places)
            if not right and len(_printed(citations, name)) > 1:
                numbers = " dan ".join(_printed(citations, name))
                message = f"{key} dicantumkan dengan {label} yang berbeda: {numbers}. Samakan setelah dicek."
                yield rule.at_decree(_places(citations), message, text=numbers, place=_place(citations))


def bad_number(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """A number or year that cannot be one."""
    seen: set[str] = set()
    for match in _NUMBER.finditer(collapse(context.proposal.body_text)):
        number, year = match["number"].strip(".:"), match["year"]
        is_number = bool(_GOOD_NUMBER.fullmatch(number))
        is_year = bool(re.fullmatch(r"(?:19|20)\d\d", year))
        if (is_number and is_year) or match[0] in seen:
            continue
        seen.add(match[0])
        wrong = f"nomor “{number}”" if not is_number else f"tahun “{year}”"
        message = f"“{match[0]}” memuat {wrong} yang tidak mungkin benar. Perbaiki sesuai peraturan aslinya."
        yield rule.at_decree("uraian keputusan", message, text=match[0])


def body_annex_differ(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """One part rests on a repealed regulation where the other cites the one that replaced it."""
    body = {key for key, cited in _cited(context).items() if any(c.where in _PARTS_OF_BODY for c in cited)}
    annex = {key for key, cited in _cited(context).items() if any(c.where == "dasar_hukum" for c in cited)}
    for ours, theirs, here, there in (
        (body, annex, "Menimbang/Mengingat", "Dasar Hukum lampiran"),
        (annex, body, "Dasar Hukum lampiran", "Menimbang/Mengingat"),
    ):
        replaced: dict[str, list[str]] = defaultdict(list)
        for key in sorted(ours - theirs):
            repealing = context.library.repealed_by(key)
            if repealing and repealing.key in theirs - ours:
                replaced[repealing.key].append(key)
        for new, old in replaced.items():
            message = (
                f"{here} merujuk {' dan '.join(old)}, sedangkan {there} merujuk {new} yang menggantikannya."
                f" Gunakan {new} di kedua bagian."
            )
            yield rule.at_decree(f"{here}; {there}", message, text=f"{', '.join(old)} / {new}")


def _revoked(
    context: CheckContext, rule: Rule, key: str, citations: list[Citation], repealing: Regulation
) -> Finding:
    called_amended = any(key == normalise_key(c.key) and repealing.key in c.amended_by for c in citations)
    since = f" sejak {repealing.in_force_from:%d-%m-%Y}" if repealing.in_force_from else ""
    current = _current_form(context, repealing)
    message = f"{key} sudah dicabut oleh {repealing.key}{since}"
    message += ", bukan diubah seperti tertulis." if called_amended else "."
    message += f" Rujuk {current}."
    severity: Severity | None = None
    if not repealing.are_repeals_verified:
        message += _UNVERIFIED
        severity = "warning"
    text = _text(key, citations)
    return rule.at_decree(
        _places(citations),
        message,
        text=text,
        severity=severity,
        place=_place(citations),
        source=repealing.key,
    )


def _current_form(context: CheckContext, regulation: Regulation) -> str:
    """A regulation with its last amendment by the decree's day."""
    on = context.judged_on
    amendments = [
        change
        for change in context.library.amended_by(regulation.key)
        if on is None or change.starts_on() <= on
    ]
    if not amendments:
        return regulation.key
    return f"{regulation.key} sebagaimana diubah dengan {amendments[-1].key}"


def _wrong_gazette(
    context: CheckContext,
    rule: Rule,
    key: str,
    name: str,
    label: str,
    printed: str,
    right: str,
    places: list[Citation],
) -> Finding:
    owner = _owner_of(context.library, name, printed)
    message = f"{key} dicantumkan dengan {label} {printed}; menurut pustaka yang benar {right}."
    if owner and owner != key:
        message += f" Nomor {printed} adalah milik {owner}."
    message += " Perbaiki nomornya."
    regulation = context.library.find(key)
    severity: Severity | None = None
    if regulation is not None and regulation.checked == "no":
        message += " Data pustaka untuk peraturan ini belum diverifikasi."
        severity = "hint"
    return rule.at_decree(
        _places(places), message, text=_text(key, places), severity=severity, place=_place(places), source=key
    )


def _known_number(regulation: Regulation | None, name: str) -> str | None:
    if regulation is None:
        return None
    return regulation.gazette if name == "state_gazette" else regulation.supplement


def _printed(citations: list[Citation], name: str) -> dict[str, list[Citation]]:
    found: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        value: str | None = getattr(citation, name)
        if value:
            found[value].append(citation)
    return found


def _owner_of(library: RegulationLibrary, name: str, number: str) -> str:
    """The regulation to which a gazette number belongs, empty where none has it."""
    return next((item.key for item in library if _known_number(item, name) == number), "")


def _cited(context: CheckContext, *, only_direct: bool = False) -> dict[str, list[Citation]]:
    """The citations of each key, also of those only named in another's title or as its amendment."""
    found: dict[str, list[Citation]] = defaultdict(list)
    for citation in context.proposal.head.legal_basis:
        keys = [citation.key] if only_direct else [citation.key, *citation.amends, *citation.amended_by]
        for key in dict.fromkeys(normalise_key(key) for key in keys):
            found[key].append(citation)
    return found


def _places(citations: list[Citation]) -> str:
    names = dict.fromkeys(_WHERE.get(citation.where, citation.where) for citation in citations)
    return ", ".join(names)


def _place(citations: list[Citation]) -> Place | None:
    return next((citation.place for citation in citations if citation.place), None)


def _text(key: str, citations: list[Citation]) -> str:
    own = next((citation for citation in citations if normalise_key(citation.key) == key), citations[0])
    return collapse(own.text) or key

"""Rules about target times."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from zonakita.kernel.target_times import format_months, parse_target_time
from zonakita.kernel.text import normalise
from zonakita.modules.document_intake.checker.context import CheckContext, RowAt
from zonakita.modules.document_intake.checker.finding import Finding
from zonakita.modules.document_intake.checker.rule import Rule

_PERIODIC = re.compile(
    r"\b(?:berkala|periodik|rutin|(?:per|setiap|tiap) (?:bulan|triwulan|semester|tri wulan|3 bulan|6 bulan)"
    r"|triwulanan|bulanan|semesteran)\b"
)
_PERIOD_IS_NAME = re.compile(
    r"\b(?:kenaikan gaji|gaji|media|informasi) berkala\b|\binformasi publik berkala\b"
)
_SURVEY = re.compile(r"\b(?:survei|survey|skm)\b")
_SURVEY_RESULT = re.compile(
    r"\bhasil (?:survei|survey|skm)\b|\btindak ?lanjut|\bdiakses\b|\bmenayangkan\b|\breviu\b"
)
_OF_THE_PUBLIC = re.compile(r"\b(?:masyarakat|kepuasan|pelanggan|pengguna|skm)\b")
SURVEYS_A_YEAR = 4


def target_before_decree(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """A row whose last target was over before the decree was signed."""
    signed = context.decree_date
    if signed is None:
        return
    for row in context.rows:
        year = row.row.target_year or context.plan_year
        if not row.months or year is None or year != context.plan_year:
            continue
        if _last_day(row, year) < signed:
            shown = _target_text(row, year)
            message = (
                f"Target “{shown}” sudah lewat ketika keputusan ditetapkan pada {_date_text(signed)}."
                " Ubah target ke bulan sesudah penetapan, atau jelaskan bahwa langkah ini sudah dilaksanakan."
            )
            yield rule.at_row(row, message, text=shown)


def target_wrong_year(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """A row whose target is in another year than the plan."""
    for row in context.rows:
        year = row.row.target_year
        if year is not None and context.proposal.plan_year and year != context.proposal.plan_year:
            shown = _target_text(row, year)
            message = (
                f"Target “{shown}” menyebut tahun {year}, padahal rencana ini untuk tahun"
                f" {context.proposal.plan_year}. Perbaiki tahunnya."
            )
            yield rule.at_row(row, message, text=shown)


def range_without_dash(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """A target with two months and nothing between them."""
    for row in context.rows:
        parsed = parse_target_time(row.row.target.text)
        if "range-without-dash" in (*row.row.slips, *parsed.slips):
            message = (
                f"Target “{row.row.target.text.strip()}” menyebut dua bulan tanpa tanda penghubung dan dibaca"
                f" sebagai rentang {format_months(row.months or parsed.months)}."
                " Tulis “s.d.” untuk rentang atau “dan” untuk dua bulan terpisah."
            )
            yield rule.at_row(row, message, text=row.row.target.text)


def periodic_once(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """A row that promises something periodic and is due once."""
    for row in context.rows:
        if len(row.months) != 1:
            continue
        for text in (row.indicator, row.action, row.evidence):
            found = _PERIODIC.search(_PERIOD_IS_NAME.sub(" ", normalise(text)))
            if found:
                message = (
                    f"Baris ini menyebut “{found[0]}”, tetapi targetnya hanya {format_months(row.months)}."
                    " Tuliskan semua bulan pelaksanaannya, misalnya Maret, Juni, September, dan Desember."
                )
                yield rule.at_row(row, message, text=text)
                break


def survey_too_rare(context: CheckContext, rule: Rule) -> Iterator[Finding]:
    """Satisfaction surveys in fewer than four months of the year.

    Source: PermenPANRB 90/2021, Lampiran III butir A.I.6.iv.a
    """
    surveys = [row for row in context.rows if _asks_for_survey(row)]
    months = sorted({month for row in surveys for month in row.months})
    if surveys and months and len(months) < SURVEYS_A_YEAR:
        message = (
            f"Survei kepuasan masyarakat direncanakan {len(months)} kali setahun ({format_months(months)})."
            f" Rencanakan paling sedikit {SURVEYS_A_YEAR} kali, misalnya setiap triwulan."
        )
        yield rule.at_row(surveys[0], message, text=surveys[0].row.target.text or surveys[0].subject)


def _asks_for_survey(row: RowAt) -> bool:
    subject = normalise(row.subject)
    is_survey = _SURVEY.search(subject) and not _SURVEY_RESULT.search(subject)
    return bool(is_survey and _OF_THE_PUBLIC.search(normalise(f"{row.subject} {row.component.title}")))


def _last_day(row: RowAt, year: int) -> date:
    month = max(row.months)
    last = calendar.monthrange(year, month)[1]
    week = row.row.week
    return date(year, month, min(week * 7, last) if week and week < 5 else last)


def _target_text(row: RowAt, year: int) -> str:
    return row.row.target.text.strip() or f"{format_months(row.months)} {year}"


def _date_text(day: date) -> str:
    return f"{day.day} {format_months([day.month])} {day.year}"

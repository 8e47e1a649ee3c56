"""A proposal as a tree for the eye: what `zonakita read-decree` prints without `--json`."""

from __future__ import annotations

from collections.abc import Iterator

from zonakita.kernel.target_times import format_months
from zonakita.modules.document_intake.decrees.proposal import DecreeHead, DecreeProposal, PlanRow


def proposal_as_text(proposal: DecreeProposal) -> str:
    """Head, plan, questions and warnings, ready to print."""
    lines = [*_head(proposal.head), *_plan(proposal)]
    if proposal.questions:
        lines += ["", "Kolom yang perlu dijelaskan:"]
        lines += [f"  - {question.heading}: {'; '.join(question.samples)}" for question in proposal.questions]
    if proposal.warnings:
        lines += ["", "Peringatan:"]
        lines += [f"  - {warning}" for warning in proposal.warnings]
    return "\n".join(lines)


def _head(head: DecreeHead) -> Iterator[str]:
    day = head.date.isoformat() if head.date else ""
    number = f"Nomor {head.number}" if head.number else ""
    year = f"Tahun {head.year}" if head.year and str(head.year) not in head.number else ""
    values = (
        ("Lembaga", head.institution),
        ("Keputusan", " ".join(part for part in (number, year) if part)),
        ("Tentang", head.title),
        ("Ditetapkan", ", ".join(part for part in (head.place, day) if part)),
        ("Penanda tangan", ", ".join(part for part in (head.signatory, head.signatory_role) if part)),
        ("Dasar hukum", ", ".join(dict.fromkeys(citation.key for citation in head.legal_basis))),
    )
    for label, value in values:
        if value:
            yield f"{label:<15}: {value}"


def _plan(proposal: DecreeProposal) -> Iterator[str]:
    rows = sum(len(component.rows) for area in proposal.areas for component in area.components)
    kind = "Zona Integritas" if proposal.kind == "ZI" else "Reformasi Birokrasi"
    year = f" tahun {proposal.plan_year}" if proposal.plan_year else ""
    yield ""
    yield f"Rencana {kind}{year}: {len(proposal.areas)} area, {rows} baris"
    for area in proposal.areas:
        yield ""
        yield " ".join(part for part in (area.number, area.title or "(tanpa area)") if part)
        for component in area.components:
            title = " ".join(part for part in (component.number, component.title) if part)
            yield f"  {title or '(tanpa komponen)'}"
            for row in component.rows:
                yield from _row(row)


def _row(row: PlanRow) -> Iterator[str]:
    first = row.action.text or row.indicator.text
    months = format_months(row.months) if row.months else row.target.text or "tanpa waktu"
    yield f"    - {' '.join(first.split())} [{months}]"
    details = (
        ("indikator", row.indicator.text if row.action.text else ""),
        ("bukti", row.evidence.text),
        ("penanggung jawab", row.person_in_charge.text if row.person_in_charge else ""),
        ("keterangan", row.note.text if row.note else ""),
    )
    for label, text in details:
        if text:
            yield f"        {label}: {' '.join(text.split())}"

"""Writing the decree that a plan comes from."""

from __future__ import annotations

from zonakita.foundation.files.models import StoredFile
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.interface import Citation, DecreeProposal
from zonakita.modules.plans.models import Decree, DecreeCitation


def write_decree(
    proposal: DecreeProposal, *, unit: Unit, decree_file: StoredFile, intake_id: int | None, by: Person
) -> Decree:
    """Insert the head of the decree and the regulations it cites."""
    head = proposal.head
    decree = Decree.objects.create(
        unit=unit,
        stored_file=decree_file,
        sha256=decree_file.sha256,
        intake_id=intake_id,
        institution=head.institution[:300],
        level=head.level,
        number=head.number[:200],
        year=head.year,
        title=head.title,
        place=head.place[:200],
        date=head.date,
        signatory=head.signatory[:300],
        signatory_role=head.signatory_role[:300],
        annex_institution=head.annex_institution[:300],
        annex_title=head.annex_title,
        table_title=head.table_title,
        body_text=proposal.body_text,
        warnings=list(proposal.warnings),
        source_format=proposal.source_format,
        page_count=proposal.page_count,
        created_by=by,
    )
    DecreeCitation.objects.bulk_create(
        _citation(decree, order, citation) for order, citation in enumerate(head.legal_basis, start=1)
    )
    return decree


def _citation(decree: Decree, order: int, citation: Citation) -> DecreeCitation:
    return DecreeCitation(
        decree=decree,
        order=order,
        key=citation.key[:120],
        type=citation.type[:120],
        number=citation.number[:60],
        year=citation.year,
        title=citation.title,
        where=citation.where[:20],
        text=citation.text,
        state_gazette=(citation.state_gazette or "")[:60],
        supplement=(citation.supplement or "")[:60],
        amends=list(citation.amends),
        amended_by=list(citation.amended_by),
        page=citation.place.page if citation.place else None,
    )

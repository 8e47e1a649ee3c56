"""The review screen."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zonakita.modules.document_intake import policies, queries
from zonakita.modules.document_intake.forms.edits import forms_for
from zonakita.modules.document_intake.forms.head import CitationForm, HeadForm, citation_values, head_values
from zonakita.modules.document_intake.presenters.cells import Sizes
from zonakita.modules.document_intake.presenters.findings import finding_views
from zonakita.modules.document_intake.presenters.head import citation_rows, warnings_before_plan
from zonakita.modules.document_intake.presenters.intakes import steps_of, trail
from zonakita.modules.document_intake.presenters.page_pane import origin_lines, page_pane
from zonakita.modules.document_intake.presenters.parts import counts_of, tabs_of
from zonakita.modules.document_intake.presenters.rows import area_view
from zonakita.modules.document_intake.presenters.selection import (
    CONFIRM,
    FINDINGS,
    HEAD,
    Forms,
    Selection,
    next_doubt_url,
    parse_path,
    path_text,
    review_url,
)
from zonakita.modules.document_intake.queries import Review
from zonakita.modules.document_intake.rules.edits import EditNotPossible


@login_required
@require_GET
def review(request: HttpRequest, intake_id: int) -> HttpResponse:
    """The rows read beside the page, one area at a time."""
    intake = queries.intake_for(request.user, intake_id)
    if intake.proposal is None:
        return redirect("document_intake:intake", intake_id)
    found = queries.review_of(intake)
    selection = selection_from(request, found)
    may_review = policies.may_review(request.user, intake)
    try:
        opened = forms_for(selection.path, selection.mode if may_review else "", found.proposal)
    except EditNotPossible:
        opened = Forms()
    return review_page(request, found, selection, opened)


def selection_from(request: HttpRequest, found: Review) -> Selection:
    """What the address asks to see; the first area, or the head, where that is not there."""
    path = parse_path(request.GET.get("baris", ""))
    part = request.GET.get("bagian", "") or (str(path[0]) if path else "")
    is_area = part.isdecimal() and int(part) < len(found.proposal.areas)
    if not is_area and part not in {HEAD, FINDINGS, CONFIRM}:
        part = "0" if found.proposal.areas else HEAD
    return Selection(
        part=part,
        path=path,
        cell=request.GET.get("sel", ""),
        mode=request.GET.get("cara", ""),
        page=_number(request, "halaman") or 1,
        sheet=_number(request, "lembar"),
    )


def _number(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 7 else None


def review_page(
    request: HttpRequest,
    found: Review,
    selection: Selection,
    opened: Forms,
    *,
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    """The whole page, or only the panel for a request by htmx."""
    context = _context(request, found, selection, opened) | {"error": error}
    is_fragment = request.htmx and not request.htmx.history_restore_request  # type: ignore[attr-defined]
    template = "document_intake/_panel.html" if is_fragment else "document_intake/review.html"
    return render(request, template, context, status=status)


def _context(request: HttpRequest, found: Review, selection: Selection, opened: Forms) -> dict[str, Any]:
    intake, proposal = found.intake, found.proposal
    images = queries.page_images_of(intake)
    drawn = {number: (image.width_pixels, image.height_pixels) for number, image in images.items()}
    sizes = Sizes(drawn, proposal.page_sizes)
    steps, at = steps_of(intake)
    context: dict[str, Any] = {
        "intake": intake,
        "proposal": proposal,
        "review": found,
        "selection": selection,
        "counts": counts_of(found),
        "tabs": tabs_of(found, selection),
        "next_doubt_url": next_doubt_url(found, selection),
        "may_review": policies.may_review(request.user, intake),
        "default_verb": selection.saving_verb if opened.first else "",
        "confirm_part_url": review_url(intake.pk, bagian=CONFIRM),
        "may_confirm": policies.may_confirm(request.user, intake),
        "steps": steps,
        "at": at,
        "breadcrumb": trail(intake, page=_("Tinjau hasil baca")),
    }
    if selection.part == HEAD:
        return context | _head_context(found, selection, opened)
    if selection.part == FINDINGS:
        return context | {"findings": finding_views(found)}
    if selection.part == CONFIRM:
        return context | {"warnings": warnings_before_plan(found), "back_url": review_url(intake.pk)}
    context["area"] = area_view(found, selection, opened, sizes)
    context["pane"] = page_pane(found, selection, sizes)
    context["selected_path"] = path_text(selection.path)
    context["origin"] = origin_lines(found, selection)
    return context


def _head_context(found: Review, selection: Selection, opened: Forms) -> dict[str, Any]:
    citations = found.proposal.head.legal_basis
    head_form = (
        opened.first if isinstance(opened.first, HeadForm) else HeadForm(initial=head_values(found.proposal))
    )
    citation_form = opened.first if isinstance(opened.first, CitationForm) else None
    is_citation_open = selection.mode == "dasar"
    index = selection.path[0] if is_citation_open and selection.path else None
    if is_citation_open and citation_form is None:
        known = index is not None and index < len(citations)
        citation_form = CitationForm(
            initial=citation_values(citations[index]) if known and index is not None else {}
        )
    return {
        "head_form": head_form,
        "citations": citation_rows(found),
        "citation_form": citation_form,
        "head_url": review_url(found.intake.pk, bagian=HEAD),
        "add_citation_url": review_url(found.intake.pk, bagian=HEAD, cara="dasar"),
        "citation_index": index,
    }

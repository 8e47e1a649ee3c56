"""The file as it came and the pictures of its pages; both are shown only through their intake."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from zonakita.foundation.files import interface as files
from zonakita.modules.document_intake import queries
from zonakita.modules.document_intake.actions.page_images import draw_page
from zonakita.modules.document_intake.sources.errors import UnreadableFile


@login_required
@require_GET
def original(request: HttpRequest, intake_id: int) -> HttpResponseBase:
    """Download the file as it was handed in."""
    return files.attachment(queries.intake_for(request.user, intake_id).stored_file)


@login_required
@require_GET
def page_image(request: HttpRequest, intake_id: int, page_number: int) -> HttpResponseBase:
    """Show one page as a picture."""
    intake = queries.intake_for(request.user, intake_id)
    if not 1 <= page_number <= intake.page_count:
        raise Http404
    try:
        image = draw_page(intake=intake, page_number=page_number)
    except UnreadableFile as refusal:
        raise Http404(refusal.message) from refusal
    return files.attachment(image.stored_file, inline=True)

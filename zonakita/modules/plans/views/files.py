"""A plan as a file: the decree it came from, and exports in the decree's form."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from zonakita.foundation.files import interface as files
from zonakita.modules.plans import exports
from zonakita.modules.plans.policies import rights_of
from zonakita.modules.plans.queries.plans import plan_for
from zonakita.modules.plans.views.answers import actor_of, require


@login_required
@require_GET
def export(request: HttpRequest, plan_id: int, form: str) -> HttpResponse:
    """The plan as XLSX, DOCX or PDF."""
    actor = actor_of(request)
    plan = plan_for(actor, plan_id)
    require(rights_of(plan).may_export)
    if form not in exports.FORMS:
        raise Http404(exports.unknown_form_message())
    content, media_type, name = exports.plan_file(plan, form)
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(True, name) or ""
    return response


@login_required
@require_GET
def decree_file(request: HttpRequest, plan_id: int) -> FileResponse:
    """The decree as it was handed in."""
    plan = plan_for(actor_of(request), plan_id)
    return files.attachment(plan.decree.stored_file)

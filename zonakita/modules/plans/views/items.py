"""One row of a plan: its page and every change to it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import reswap, retarget

from zonakita.modules.plans.actions import PlanRefusal, edit_item, edit_requirements, unassign
from zonakita.modules.plans.forms import ItemForm, RequirementsForm
from zonakita.modules.plans.policies import rights_of
from zonakita.modules.plans.queries.items import assignment_for
from zonakita.modules.plans.queries.plans import item_for
from zonakita.modules.plans.views.answers import actor_of, back_to, is_fragment, refused, require
from zonakita.modules.plans.views.item_context import item_context


@login_required
@require_GET
def item_page(request: HttpRequest, item_id: int) -> HttpResponse:
    """All about one row."""
    actor = actor_of(request)
    return render(request, "plans/item.html", item_context(item_for(actor, item_id)))


@login_required
@require_http_methods(["GET", "POST"])
def item_edit(request: HttpRequest, item_id: int) -> HttpResponse:
    """Change the cells of a row; htmx gets the form, then the changed page, in place."""
    actor = actor_of(request)
    item = item_for(actor, item_id)
    require(rights_of(item).may_edit)
    form = ItemForm(request.POST or None, item=item)
    if request.method == "POST" and form.is_valid():
        try:
            edit_item(item=item, texts=form.texts(), by=actor)
        except PlanRefusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("Perubahan disimpan dan rencana diperiksa ulang."))
            return _changed(request, item_id)
    context = item_context(item) | {"form": form}
    template = "plans/_item_form.html" if is_fragment(request) else "plans/item_edit.html"
    return render(request, template, context)


@login_required
@require_http_methods(["GET", "POST"])
def requirements_edit(request: HttpRequest, item_id: int) -> HttpResponse:
    """Correct how the evidence cell was split."""
    actor = actor_of(request)
    item = item_for(actor, item_id)
    require(rights_of(item).may_edit)
    now = "\n".join(requirement.text for requirement in item.requirements.all())
    form = RequirementsForm(request.POST or None, initial={"requirements": now})
    if request.method == "POST" and form.is_valid():
        try:
            edit_requirements(item=item, texts=form.lines(), by=actor)
        except PlanRefusal as refusal:
            form.add_error("requirements", refusal.message)
        else:
            messages.success(request, _("Rincian bukti dukung disimpan."))
            return _changed(request, item_id)
    context = item_context(item) | {"requirements_form": form}
    template = "plans/_requirements_form.html" if is_fragment(request) else "plans/requirements_edit.html"
    return render(request, template, context)


@login_required
@require_POST
def unassign_one(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Take the item away from one person or team."""
    actor = actor_of(request)
    assignment = assignment_for(actor, assignment_id)
    item_id = assignment.item_id
    try:
        unassign(assignment=assignment, by=actor)
    except PlanRefusal as refusal:
        return refused(request, refusal, "plans:item", item_id)
    messages.success(request, _("Penugasan dicabut."))
    return back_to(request, "plans:item", item_id)


def _changed(request: HttpRequest, item_id: int) -> HttpResponse:
    """The row as it is now: htmx gets all of it, since findings, targets and history change too."""
    if not is_fragment(request):
        return redirect("plans:item", item_id)
    actor = actor_of(request)
    context = item_context(item_for(actor, item_id)) | {"oob": True}
    response = render(request, "plans/_item_body.html", context)
    return reswap(retarget(response, "#baris"), "outerHTML")

"""The regulation library: open to everyone signed in, kept by administrators of the institution."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from zonakita.foundation.audit import interface as audit
from zonakita.foundation.exports import interface as exports
from zonakita.foundation.people.models import Person
from zonakita.foundation.regulations import interface as regulations
from zonakita.foundation.regulations.interface import Catalogue, Entry
from zonakita.foundation.regulations.models import Regulation
from zonakita.surfaces.staff_site import regulation_words as words
from zonakita.surfaces.staff_site.audit_words import words_for
from zonakita.surfaces.staff_site.regulation_forms import (
    RegulationFilterForm,
    RegulationForm,
    VerificationForm,
)

PER_PAGE = 25
HISTORY_LENGTH = 20
_SORTINGS: dict[str, Callable[[Entry], Any]] = {
    "judul": lambda entry: entry.facts.title.casefold(),
    "berlaku": lambda entry: entry.facts.starts_on(),
}


def trail(*last: str) -> list[tuple[str, str | None]]:
    """The way to a page of the library."""
    pages: list[tuple[str, str | None]] = [
        (_("Beranda"), reverse("home")),
        (_("Peraturan"), reverse("regulations")),
        *((name, None) for name in last),
    ]
    return [*pages[:-1], (pages[-1][0], None)]


def tabs(request: HttpRequest) -> list[dict[str, Any]]:
    """The pages that show what plans are held against."""
    pages = (
        (_("Peraturan"), "regulations"),
        (_("Aturan pemeriksa"), "checker_rules"),
        (_("Instrumen LKE"), "instrument"),
    )
    return [
        {"label": label, "url": reverse(name), "is_current": request.path == reverse(name)}
        for label, name in pages
    ]


@login_required
@require_safe
def regulation_list(request: HttpRequest) -> HttpResponse:
    """List regulations, narrowed by words, type, state of today and verification."""
    catalogue = regulations.catalogue(timezone.localdate())
    form = RegulationFilterForm(request.GET, types=catalogue.types())
    page = Paginator(_found(request, catalogue, form), PER_PAGE).get_page(request.GET.get("halaman"))
    context = {
        "form": form,
        "page": page,
        "rows": words.rows(page, catalogue.library),
        "is_empty": not len(catalogue.library),
        "is_narrowed": any(request.GET.get(name) for name in form.fields),
        "query": request.GET.urlencode(),
        "may_edit": regulations.may_edit(cast(Person, request.user)),
        "tabs": tabs(request),
        "breadcrumb": trail(),
    }
    return render(request, "staff/regulations/list.html", context)


@login_required
@require_safe
def export_regulations(request: HttpRequest) -> HttpResponse:
    """Hand out what the list shows, all pages of it, as CSV."""
    catalogue = regulations.catalogue(timezone.localdate())
    form = RegulationFilterForm(request.GET, types=catalogue.types())
    lines = words.csv_rows(_found(request, catalogue, form), catalogue.library)
    response = HttpResponse(
        exports.to_csv(words.csv_heading(), lines), content_type=exports.MEDIA_TYPES["csv"]
    )
    response.headers["Content-Disposition"] = 'attachment; filename="pustaka-peraturan.csv"'
    return response


@login_required
@require_safe
def regulation_page(request: HttpRequest, regulation_id: int) -> HttpResponse:
    """Show one regulation with what it changes and what changed it."""
    regulation = regulations.regulation_for(regulation_id)
    catalogue = regulations.catalogue(timezone.localdate())
    facts = regulations.facts_of(regulation)
    entry = catalogue.entry(facts)
    may_edit = regulations.may_edit(cast(Person, request.user))
    context = {
        "regulation": regulation,
        "version": request.POST.get("versi", regulation.version),
        "facts": facts,
        "pairs": words.fact_pairs(facts),
        "state": words.state_mark(entry.state),
        "checked": words.checked_mark(facts.checked),
        "warning": words.state_sentence(entry, catalogue.library),
        "meanings": words.meanings(facts),
        "relations": _relations(facts, catalogue),
        "is_built_in": regulations.is_built_in(regulation),
        "may_edit": may_edit,
        "history": _history(regulation) if may_edit else [],
        "breadcrumb": trail(facts.key),
    }
    return render(request, "staff/regulations/page.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_regulation(request: HttpRequest) -> HttpResponse:
    """Enter a regulation."""
    _require_keeper(request)
    form = RegulationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            added = regulations.add_regulation(facts=form.facts(), by=cast(Person, request.user))
        except ValidationError as error:
            form.take_errors(error)
        else:
            messages.success(request, _("%s ditambahkan ke pustaka.") % added.key)
            return redirect("regulation", added.pk)
    context = {
        "form": form,
        "heading": _("Tambah peraturan"),
        "cancel_url": reverse("regulations"),
        "breadcrumb": trail(_("Tambah peraturan")),
    }
    return render(request, "staff/regulations/form.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_regulation(request: HttpRequest, regulation_id: int) -> HttpResponse:
    """Change the facts of a regulation."""
    _require_keeper(request)
    regulation = regulations.regulation_for(regulation_id)
    form = RegulationForm(request.POST or None, facts=regulations.facts_of(regulation))
    if request.method == "POST" and form.is_valid():
        try:
            regulations.edit_regulation(
                regulation=regulation,
                facts=form.facts(),
                seen=request.POST.get("versi"),
                by=cast(Person, request.user),
            )
        except ValidationError as error:
            form.take_errors(error)
        else:
            messages.success(request, _("Perubahan disimpan."))
            return redirect("regulation", regulation.pk)
    context = {
        "form": form,
        "version": request.POST.get("versi", regulation.version),
        "heading": _("Ubah %s") % regulation.key,
        "cancel_url": reverse("regulation", args=[regulation.pk]),
        "breadcrumb": trail(_("Ubah %s") % regulation.key),
    }
    return render(request, "staff/regulations/form.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def verify_regulation(request: HttpRequest, regulation_id: int) -> HttpResponse:
    """Note that a regulation was compared with its published text."""
    _require_keeper(request)
    regulation = regulations.regulation_for(regulation_id)
    facts = regulations.facts_of(regulation)
    form = VerificationForm(request.POST or None, facts=facts)
    if request.method == "POST" and form.is_valid():
        try:
            regulations.verify_regulation(
                regulation=regulation,
                source=form.cleaned_data["source"],
                with_repeals=form.cleaned_data.get("with_repeals", False),
                seen=request.POST.get("versi"),
                by=cast(Person, request.user),
            )
        except ValidationError as error:
            form.take_errors(error)
        else:
            messages.success(request, _("%s ditandai sudah dicocokkan dengan naskah resmi.") % facts.key)
            return redirect("regulation", regulation.pk)
    context = {
        "form": form,
        "facts": facts,
        "pairs": words.fact_pairs(facts),
        "cancel_url": reverse("regulation", args=[regulation.pk]),
        "breadcrumb": trail(_("Verifikasi %s") % facts.key),
    }
    return render(request, "staff/regulations/verify.html", context)


def _require_keeper(request: HttpRequest) -> None:
    if not regulations.may_edit(cast(Person, request.user)):
        raise PermissionDenied(_("Pustaka peraturan diubah oleh administrator instansi."))


def _found(request: HttpRequest, catalogue: Catalogue, form: RegulationFilterForm) -> list[Entry]:
    """What the person looks for, sorted as asked."""
    wanted = form.wanted()
    found = [entry for entry in catalogue.entries() if wanted.fits(entry)]
    asked = request.GET.get("urut", "")
    key = _SORTINGS.get(asked.removeprefix("-"))
    return sorted(found, key=key, reverse=asked.startswith("-")) if key else found


def _relations(facts: regulations.Regulation, catalogue: Catalogue) -> list[tuple[str, list[Any]]]:
    """Titles of the four relations, each with (number in the database, regulation)."""
    library = catalogue.library
    repealing = sorted(
        (one for one in library if facts.key in one.repeals), key=regulations.Regulation.starts_on
    )
    groups: list[tuple[str, Iterable[regulations.Regulation | None]]] = [
        (_("Mengubah"), map(library.find, facts.amends)),
        (_("Diubah dengan"), library.amended_by(facts.key)),
        (_("Mencabut"), map(library.find, facts.repeals)),
        (_("Dicabut oleh"), repealing),
    ]
    return [(title, [(catalogue.id_of(one.key), one) for one in those if one]) for title, those in groups]


def _history(regulation: Regulation) -> list[dict[str, Any]]:
    return [
        {"moment": event.occurred_at, "text": words_for(event.code), "person": event.actor_label}
        for event in audit.events_for_target(regulation)[:HISTORY_LENGTH]
    ]

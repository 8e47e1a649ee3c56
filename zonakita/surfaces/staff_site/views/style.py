"""The living style page: every component in every state, with data that stretches it."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zonakita.surfaces.staff_site.forms import SampleForm

LONG_WORD = "Pertanggungjawabanpelaksanaankegiatanpembangunanzonaintegritas"
BREADCRUMB_LINK = "#isi"
MOMENT = datetime(2025, 3, 14, 9, 5, tzinfo=ZoneInfo("Asia/Jakarta"))


@require_safe
def style_page(request: HttpRequest) -> HttpResponse:
    """Show the components; `?pesan=1` adds one toast of each kind."""
    if "pesan" in request.GET:
        messages.success(request, _("Rencana aksi disimpan."))
        messages.warning(request, _("Tiga baris belum memiliki penanggung jawab."))
        messages.error(request, _("Berkas tidak dapat dibaca. Unggah ulang berkas aslinya."))
    values: dict[str, Any] = {
        "breadcrumb": [(_("Beranda"), "/"), (_("Rencana aksi"), BREADCRUMB_LINK), (_("Gaya"), None)],
        "long_word": LONG_WORD,
        "tones": ("neutral", "primary", "success", "warning", "danger", "info"),
        "form": SampleForm(),
        "wrong_form": SampleForm({"title": "", "email": "bukan-surel", "area": ""}, prefix="salah"),
        "tabs": _tabs(),
        "steps": [_("Unggah"), _("Periksa hasil bacaan"), _("Tetapkan"), _("Bagikan")],
        "facts": _facts(),
        "timeline": _timeline(),
        "rows": _rows(),
        "page": Paginator(range(1, 256), 25).get_page(5),
        "csrf_token_value": request.META.get("CSRF_COOKIE", ""),
    }
    return render(request, "staff/style/page.html", values)


def _tabs() -> list[SimpleNamespace]:
    return [
        SimpleNamespace(label=_("Menurut area"), url="?", is_current=True, count=None, icon="layout-list"),
        SimpleNamespace(label=_("Menurut bulan"), url="?", is_current=False, count=12, icon="calendar"),
        SimpleNamespace(label=_("Temuan"), url="?", is_current=False, count=0, icon="alert-triangle"),
    ]


def _facts() -> list[tuple[str, str]]:
    return [
        (_("Nomor keputusan"), "12 Tahun 2025"),
        (_("Ditetapkan"), _("14 Maret 2025")),
        (_("Unit kerja"), "KPU Kabupaten Contoh"),
        (_("Penanggung jawab"), ""),
    ]


def _timeline() -> list[dict[str, Any]]:
    return [
        {
            "moment": MOMENT,
            "person": "Demo Operator",
            "text": _("menetapkan rencana aksi."),
            "icon": "check",
            "tone": "success",
        },
        {
            "moment": MOMENT,
            "person": "Demo Operator",
            "text": _("mengubah target baris 12."),
            "detail": _("Dari Maret menjadi Maret sampai Juni."),
            "icon": "edit",
        },
        {
            "moment": MOMENT,
            "text": _("Keputusan dibaca dari 8 halaman."),
            "icon": "file-text",
            "tone": "info",
        },
    ]


def _rows() -> list[dict[str, Any]]:
    return [
        {
            "number": 1,
            "action": _("Menyusun tim kerja pembangunan Zona Integritas"),
            "month": _("Januari"),
            "done": 4,
            "state": (_("Diterima"), "success"),
        },
        {
            "number": 2,
            "action": _("Melakukan sosialisasi kepada seluruh pegawai"),
            "month": _("Maret"),
            "done": 2,
            "state": (_("Terlambat"), "danger"),
        },
        {
            "number": 3,
            "action": LONG_WORD,
            "month": _("Desember"),
            "done": 0,
            "state": (_("Belum waktunya"), "neutral"),
        },
    ]

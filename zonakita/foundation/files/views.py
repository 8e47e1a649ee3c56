"""Handing stored files out so that a browser never runs anything in them."""

from __future__ import annotations

from django.http import FileResponse

from zonakita.foundation.files import rules
from zonakita.foundation.files.models import StoredFile
from zonakita.foundation.files.queries import open_stored

_ACTIVE_TYPES = frozenset({rules.HTML, rules.SVG, rules.XML, rules.MACRO})


def attachment(stored: StoredFile, *, inline: bool = False) -> FileResponse:
    """Answer with the content; the caller has checked that the person may have it.

    `inline` shows raster images in place; every other kind is a download all the same.
    """
    shown = inline and stored.media_type in rules.INLINE_TYPES
    response = FileResponse(
        open_stored(stored),
        as_attachment=not shown,
        filename=rules.safe_name(stored.original_name),
        content_type=rules.UNKNOWN if stored.media_type in _ACTIVE_TYPES else stored.media_type,
    )
    response["Content-Length"] = str(stored.size_bytes)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store" if not shown else "private, max-age=3600"
    return response

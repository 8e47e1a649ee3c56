"""Handing files out."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from django.core.signals import request_finished
from django.db import close_old_connections

from zonakita.foundation.files import interface as files

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _open_connection() -> Iterator[None]:
    """Closing an answer ends a request; here it must not end the test's transaction."""
    request_finished.disconnect(close_old_connections)
    yield
    request_finished.connect(close_old_connections)


PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)


def test_it_sends_a_download_that_runs_nothing() -> None:
    stored = files.store(io.BytesIO(b"%PDF-1.7\nisi"), name='Keputusan "é".pdf')

    response = files.attachment(stored)

    assert b"".join(response.streaming_content) == b"%PDF-1.7\nisi"  # type: ignore[arg-type]
    assert response["Content-Disposition"] == "attachment; filename*=utf-8''Keputusan%20%22%C3%A9%22.pdf"
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Content-Length"] == "12"
    response.close()


@pytest.mark.parametrize(
    ("content", "inline", "disposition", "media_type"),
    [
        (PNG, True, "inline", "image/png"),
        (PNG, False, "attachment", "image/png"),
        (b"%PDF-1.7", True, "attachment", "application/pdf"),
        (b"<html><script>", True, "attachment", "application/octet-stream"),
        (b"<svg onload=alert(1)>", True, "attachment", "application/octet-stream"),
    ],
)
def test_it_shows_only_raster_images_in_place(
    content: bytes, inline: bool, disposition: str, media_type: str
) -> None:
    stored = files.store(io.BytesIO(content), name="a.png", any_type=True)

    response = files.attachment(stored, inline=inline)

    assert response["Content-Disposition"].split(";")[0] == disposition
    assert response["Content-Type"] == media_type
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    response.close()

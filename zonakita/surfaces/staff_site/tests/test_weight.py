"""What a page costs on a slow line: everything at the first visit, the page alone afterwards."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from zonakita.foundation.people.models import Person

FIRST_VISIT_BYTES = 200_000
NEXT_PAGE_BYTES = 30_000
LINKED = re.compile(r'(?:href|src)="/static/([^"?]+)"')


def _compressed(content: bytes, name: str = "") -> int:
    """Gzip is the worst that a browser of today asks for; fonts are compressed already."""
    return len(content) if name.endswith(".woff2") else len(gzip.compress(content, 6))


def _assets(html: str) -> dict[str, int]:
    sizes = {}
    for name in sorted(set(LINKED.findall(html))):
        path = finders.find(name)
        assert path, f"{name} is linked but not served"
        sizes[name] = _compressed(Path(path).read_bytes(), name)
    return sizes


@pytest.mark.parametrize("path", ["/", "/akun/2fa/", "/gaya/"])
def test_it_stays_light(owner: Person, path: str) -> None:
    client = Client()
    client.force_login(owner)
    content = client.get(path).content
    assets = _assets(content.decode())
    assert len(assets) >= 7
    assert sum(assets.values()) + _compressed(content) < FIRST_VISIT_BYTES, assets
    assert _compressed(content) < NEXT_PAGE_BYTES

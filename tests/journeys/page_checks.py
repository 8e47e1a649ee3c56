"""What every journey may ask of a page: accessible, as wide as its window, pictured."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = {"desktop": (1280, 800), "phone": (390, 844)}


@lru_cache(maxsize=1)
def _axe() -> str:
    return (Path(settings.BASE_DIR) / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def accessibility_violations(page: Page) -> list[str]:
    """Run axe-core; one line per violation, with the elements it was found at."""
    page.evaluate(_axe())
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{violation['id']} ({violation['impact']}): {violation['help']}: "
        + "; ".join(f"{node['target']} {node['failureSummary']}" for node in violation["nodes"][:5])
        for violation in found["violations"]
    ]


def assert_accessible(page: Page) -> None:
    """Fail on any violation of WCAG 2.2 AA that axe-core sees, and when the page is wider than its window."""
    violations = accessibility_violations(page)
    assert not violations, "\n".join(violations)
    too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert too_wide <= 0, f"{page.url} is {too_wide} pixels wider than its window"


def screenshots(page: Page, name: str) -> list[Path]:
    """Picture a page at both widths, light and dark, in the folder ZONAKITA_SCREENSHOTS, if that is set."""
    folder = os.environ.get("ZONAKITA_SCREENSHOTS")
    if not folder:
        return []
    Path(folder).mkdir(parents=True, exist_ok=True)
    paths = []
    for device, (width, height) in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            paths.append(Path(folder) / f"{name}-{device}-{theme}.png")
            page.screenshot(path=paths[-1], full_page=True)
    return paths

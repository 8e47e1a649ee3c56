"""How a long reading tells a person how far it is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called as `progress(pages_done, pages_in_all)`; it may be called from the reading thread only."""

"""Reading a decree and drawing its pages without trusting the file."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path

from zonakita.modules.document_intake.decrees.encoding import proposal_from_dict
from zonakita.modules.document_intake.decrees.proposal import DecreeProposal
from zonakita.modules.document_intake.sandbox.limits import ReaderLimits
from zonakita.modules.document_intake.sandbox.process import run_child
from zonakita.modules.document_intake.sources.progress import Progress

DEFAULT_LIMITS = ReaderLimits()
PAGE_LIMITS = ReaderLimits(wall_seconds=60.0, cpu_seconds=60, memory_mb=2048)


def read_decree_safely(
    path: Path | str,
    *,
    column_mapping: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    limits: ReaderLimits = DEFAULT_LIMITS,
) -> DecreeProposal:
    """Read a decree in a child process with limits of time and memory.

    Raises: UnreadableFile with one clear sentence, also where the child had to be ended.
    """
    request = {
        "work": "read_decree",
        "path": str(Path(path).resolve()),
        "column_mapping": dict(column_mapping) if column_mapping else None,
    }
    answer = run_child(request, limits, progress)
    return proposal_from_dict(answer["proposal"])


def render_page_safely(
    path: Path | str, page_number: int, *, width_pixels: int, limits: ReaderLimits = PAGE_LIMITS
) -> bytes:
    """Draw one page as PNG in a child process, upright as it was read, so that places on it match.

    Raises: UnreadableFile.
    """
    request = {
        "work": "render_page",
        "path": str(Path(path).resolve()),
        "page_number": page_number,
        "width_pixels": width_pixels,
    }
    return base64.b64decode(run_child(request, limits)["picture"])


def read_lines_safely(path: Path | str, *, limits: ReaderLimits = PAGE_LIMITS) -> list[str]:
    """Give the paragraphs and table rows of a document as lines, for a format that has no pages to draw.

    Raises: UnreadableFile.
    """
    request = {"work": "read_lines", "path": str(Path(path).resolve())}
    lines: list[str] = run_child(request, limits)["lines"]
    return lines

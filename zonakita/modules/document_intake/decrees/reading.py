"""From a file to a proposal: the one entry that the command line, the worker and the sandbox call."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from zonakita.modules.document_intake.decrees.building import build_proposal
from zonakita.modules.document_intake.decrees.proposal import DecreeProposal
from zonakita.modules.document_intake.sources.progress import Progress
from zonakita.modules.document_intake.sources.reading import open_document


def read_decree(
    path: Path | str,
    *,
    column_mapping: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> DecreeProposal:
    """Read a decree of any supported format.

    `column_mapping` gives roles for column fingerprints; `progress` is called with pages done and pages in
    all.
    Raises: UnreadableFile with one clear sentence.
    """
    document = open_document(Path(path), progress=progress)
    return build_proposal(document, column_mapping=column_mapping)

"""The child process: limits itself, then does one piece of work.

Started as `python -m zonakita.modules.document_intake.sandbox.child PIPE`; the request comes as JSON on
standard input, the answer as lines of JSON on the pipe. No reader is imported before the limits stand.
"""

from __future__ import annotations

import base64
import json
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

from zonakita.kernel.wording import mark
from zonakita.modules.document_intake.sources.errors import UnreadableFile

OUT_OF_MEMORY = (
    "reader-memory",
    mark(
        "Berkas ini membutuhkan terlalu banyak memori untuk dibaca; "
        "unggah hanya keputusan beserta lampirannya."
    ),
)
CV_OUT_OF_MEMORY = -4
CPU_GRACE_SECONDS = 5


def main() -> int:
    """Do the work that standard input asks for."""
    request = json.load(sys.stdin)
    with os.fdopen(int(sys.argv[1]), "w", encoding="utf-8") as pipe:
        _limit_this_process(request["limits"])
        try:
            answer = _WORK[request["work"]](request, pipe)
        except UnreadableFile as error:
            answer = {"unreadable": [error.code, error.template], "values": error.values}
        except MemoryError:
            answer = {"unreadable": list(OUT_OF_MEMORY)}
        except Exception as error:
            if getattr(error, "code", None) != CV_OUT_OF_MEMORY:
                raise
            answer = {"unreadable": list(OUT_OF_MEMORY)}
        _send(pipe, answer)
    return 0


def _limit_this_process(limits: dict[str, Any]) -> None:
    megabyte = 1024 * 1024
    bounds = {
        resource.RLIMIT_AS: limits["memory_mb"] * megabyte,
        resource.RLIMIT_CPU: limits["cpu_seconds"],
        resource.RLIMIT_FSIZE: limits["written_mb"] * megabyte,
        resource.RLIMIT_CORE: 0,
    }
    for kind, bound in bounds.items():
        _, hard = resource.getrlimit(kind)
        lowest = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        # Past the soft limit of computing time the process is told so, past the hard one it is killed.
        highest = lowest + CPU_GRACE_SECONDS if kind == resource.RLIMIT_CPU else lowest
        resource.setrlimit(kind, (lowest, highest if hard == resource.RLIM_INFINITY else min(highest, hard)))


def _read_decree(request: dict[str, Any], pipe: TextIO) -> dict[str, Any]:
    from zonakita.modules.document_intake.decrees.encoding import proposal_to_dict
    from zonakita.modules.document_intake.decrees.reading import read_decree
    from zonakita.modules.document_intake.sources.guards import FileLimits, refuse_hostile

    path = Path(request["path"])
    refuse_hostile(path, FileLimits(**request["limits"]["file"]))
    proposal = read_decree(
        path,
        column_mapping=request["column_mapping"],
        progress=lambda done, total: _send(pipe, {"progress": [done, total]}),
    )
    return {"proposal": proposal_to_dict(proposal)}


def _render_page(request: dict[str, Any], pipe: TextIO) -> dict[str, Any]:
    from zonakita.modules.document_intake.sources.guards import FileLimits, refuse_hostile
    from zonakita.modules.document_intake.sources.page_images import render_page

    path = Path(request["path"])
    refuse_hostile(path, FileLimits(**request["limits"]["file"]))
    picture = render_page(path, request["page_number"], width_pixels=request["width_pixels"])
    return {"picture": base64.b64encode(picture).decode("ascii")}


def _read_lines(request: dict[str, Any], pipe: TextIO) -> dict[str, Any]:
    from zonakita.modules.document_intake.sources.guards import FileLimits, refuse_hostile
    from zonakita.modules.document_intake.sources.lines import lines_of
    from zonakita.modules.document_intake.sources.reading import open_document

    path = Path(request["path"])
    refuse_hostile(path, FileLimits(**request["limits"]["file"]))
    return {"lines": lines_of(open_document(path))}


def _send(pipe: TextIO, message: dict[str, Any]) -> None:
    pipe.write(json.dumps(message) + "\n")
    pipe.flush()


_WORK: dict[str, Callable[[dict[str, Any], TextIO], dict[str, Any]]] = {
    "read_decree": _read_decree,
    "render_page": _render_page,
    "read_lines": _read_lines,
}

if __name__ == "__main__":
    sys.exit(main())

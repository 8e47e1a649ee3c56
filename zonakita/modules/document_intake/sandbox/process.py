"""Starting the child, listening to it, and ending it with all that it started."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from typing import IO, Any

from zonakita.modules.document_intake.sandbox.limits import ReaderLimits
from zonakita.modules.document_intake.sources.errors import UnreadableFile
from zonakita.modules.document_intake.sources.progress import Progress

CHILD = "zonakita.modules.document_intake.sandbox.child"
logger = logging.getLogger(__name__)
KEPT_COMPLAINT = 4000
LISTEN_SECONDS = 1.0
MAX_ANSWER_BYTES = 256 * 1024 * 1024
KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "TMPDIR", "TESSDATA_PREFIX", "VIRTUAL_ENV", "SYSTEMROOT")


def run_child(
    request: dict[str, Any], limits: ReaderLimits, progress: Progress | None = None
) -> dict[str, Any]:
    """Do one piece of work in a child process and give its answer.

    Raises: UnreadableFile; `reader-timeout`, `reader-memory` or `reader-crashed` where the child was ended.
    """
    with tempfile.TemporaryFile() as complaints:
        answer, code = _run(request, limits, progress, complaints)
        if answer is None:
            complaints.seek(0)
            last_words = complaints.read()[-KEPT_COMPLAINT:].decode("utf-8", "replace")
            logger.error("reader ended with %s: %s", code, last_words)
            raise _ended_badly(code)
    if "unreadable" in answer:
        raise UnreadableFile(*answer["unreadable"], **answer.get("values", {}))
    return answer


def _run(
    request: dict[str, Any], limits: ReaderLimits, progress: Progress | None, complaints: IO[bytes]
) -> tuple[dict[str, Any] | None, int]:
    """Give the child's answer, None where it ended without one, and its exit code."""
    read_end, write_end = os.pipe()
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", CHILD, str(write_end)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=complaints,
        pass_fds=(write_end,),
        start_new_session=True,
        env=_environment(),
    ) as child:
        os.close(write_end)
        try:
            _ask(child, {**request, "limits": limits.to_dict()})
            answer = _listen(read_end, time.monotonic() + limits.wall_seconds, progress)
        finally:
            os.close(read_end)
            _end(child)
    return answer, child.returncode


def _environment() -> dict[str, str]:
    """Only what reading needs: no secrets of the server reach the process that opens a stranger's file."""
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OMP_THREAD_LIMIT"), "1")
    search = os.pathsep.join(path for path in sys.path if path)
    return {**kept, **threads, "PYTHONPATH": search, "PYTHONDONTWRITEBYTECODE": "1", "MALLOC_ARENA_MAX": "2"}


def _ask(child: subprocess.Popen[bytes], request: dict[str, Any]) -> None:
    if child.stdin is None:
        raise ValueError("the child was started without a pipe for its request")
    # Where the child is gone already, its exit code says why.
    with contextlib.suppress(BrokenPipeError):
        child.stdin.write(json.dumps(request).encode())
    with contextlib.suppress(BrokenPipeError):
        child.stdin.close()


def _listen(pipe: int, deadline: float, progress: Progress | None) -> dict[str, Any] | None:
    """Pass progress on until the answer comes; None where the child ended without one.

    Raises: UnreadableFile with `reader-timeout`.
    """
    for message in _messages(pipe, deadline):
        if "progress" not in message:
            return message
        if progress is not None:
            progress(*message["progress"])
    return None


def _messages(pipe: int, deadline: float) -> Iterator[dict[str, Any]]:
    buffer = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while True:
            if time.monotonic() >= deadline:
                raise _timeout()
            if not selector.select(LISTEN_SECONDS):
                continue
            part = os.read(pipe, 1 << 16)
            if not part:
                return
            buffer += part
            if len(buffer) > MAX_ANSWER_BYTES:
                raise _memory()
            while (end := buffer.find(b"\n")) >= 0:
                line = bytes(buffer[:end])
                del buffer[: end + 1]
                yield json.loads(line)


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the child and every process it started (Tesseract), whatever state they are in."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(timeout=0.5)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _ended_badly(code: int) -> UnreadableFile:
    if code == -signal.SIGXCPU:
        return _timeout()
    if code == -signal.SIGKILL:
        return _memory()
    return UnreadableFile(
        "reader-crashed",
        "Berkas ini membuat pembaca berhenti sehingga tidak dapat dibaca; "
        "simpan ulang berkas aslinya sebagai PDF, lalu unggah lagi.",
    )


def _timeout() -> UnreadableFile:
    return UnreadableFile(
        "reader-timeout",
        "Berkas ini terlalu lama dibaca sehingga dihentikan; unggah hanya keputusan beserta lampirannya.",
    )


def _memory() -> UnreadableFile:
    from zonakita.modules.document_intake.sandbox.child import OUT_OF_MEMORY

    return UnreadableFile(*OUT_OF_MEMORY)

"""Memory of reading a long scan, over the whole tree of processes."""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from bench.figures import Figure
from bench.reading import DATA

PAGES = 100


def measure() -> Iterator[Figure]:
    """Peak of the summed proportional memory while a scan of 100 pages is read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long-scan.pdf"
        path.write_bytes(_long_scan())
        command = [sys.executable, "-m", "zonakita.config.cli", "read-decree", str(path), "--json"]
        started = time.perf_counter()
        reader = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
        peak = 0
        while reader.poll() is None:
            peak = max(peak, sum(_proportional_kib(pid) for pid in _tree(reader.pid)))
            time.sleep(0.2)
        yield Figure(f"{PAGES}-page scan", time.perf_counter() - started, "seconds")
        yield Figure(f"{PAGES}-page scan: memory", peak / 1024, "MiB", 600)


def _long_scan() -> bytes:
    """The sample scan repeated to 100 pages."""
    with pypdfium2.PdfDocument(DATA / "samples/zi-provinsi-jambi-2025-scan.pdf") as source:
        target = pypdfium2.PdfDocument.new()
        while len(target) < PAGES:
            target.import_pages(source, list(range(min(len(source), PAGES - len(target)))))
        buffer = io.BytesIO()
        target.save(buffer)
        target.close()
    return buffer.getvalue()


def _tree(pid: int) -> list[int]:
    children: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children += [int(child) for child in task.read_text().split()]
        except OSError:
            continue
    return [pid, *(found for child in children for found in _tree(child))]


def _proportional_kib(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)

"""Reading scanned pages of a PDF and image files: several pages at once, little memory."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import cv2

from zonakita.modules.document_intake.sources.document import Block, PageInfo, Paragraph, Table
from zonakita.modules.document_intake.sources.errors import UnreadableFile
from zonakita.modules.document_intake.sources.progress import Progress
from zonakita.modules.document_intake.sources.scan import raster, tesseract
from zonakita.modules.document_intake.sources.scan.numbering import repair_numbers
from zonakita.modules.document_intake.sources.scan.page import read_page
from zonakita.modules.document_intake.sources.scan.raster import Pixels
from zonakita.modules.document_intake.sources.scan.upright import make_upright

MAX_WORKERS = 8
POOR_CONFIDENCE = 0.55

ScanReading = tuple[list[PageInfo], list[Block], list[str]]


@dataclass(frozen=True, slots=True)
class _PageReading:
    info: PageInfo
    blocks: list[Block]
    warnings: list[str]


def read_scan_pages(
    path: Path, page_numbers: Sequence[int], *, progress: Progress | None = None
) -> ScanReading:
    """Read pages of a PDF (numbers from 1) that have no good text of their own.

    Raises: UnreadableFile, for example where Tesseract is missing.
    """
    lock = threading.Lock()

    def load(number: int) -> Pixels:
        with lock:  # PDFium is not made for threads.
            return raster.render_pdf_page(path, number)

    return _read_pages(load, page_numbers, photo=False, progress=progress)


def read_images(path: Path, *, progress: Progress | None = None) -> ScanReading:
    """Read a photo or image file; a TIFF can have several pages.

    Raises: UnreadableFile.
    """
    numbers = range(1, raster.image_page_count(path) + 1)
    return _read_pages(
        lambda number: raster.load_image_page(path, number), numbers, photo=True, progress=progress
    )


def _read_pages(
    load: Callable[[int], Pixels], numbers: Sequence[int], *, photo: bool, progress: Progress | None
) -> ScanReading:
    tesseract.require()
    workers = max(1, min(MAX_WORKERS, len(os.sched_getaffinity(0)), len(numbers)))
    cv2.setNumThreads(1)  # One page per core; the time goes to the Tesseract processes.
    readings: list[_PageReading] = []
    with ThreadPoolExecutor(workers, thread_name_prefix="scan") as pool:
        for reading in pool.map(lambda number: _read_one(load, number, photo=photo), numbers):
            readings.append(reading)
            if progress is not None:
                progress(len(readings), len(numbers))
    blocks = _with_repaired_numbers([block for reading in readings for block in reading.blocks])
    if numbers and not blocks:
        raise UnreadableFile(
            "blank-pages",
            "Semua halaman berkas ini kosong; mohon pindai ulang sisi kertas yang berisi tulisan.",
        )
    warnings = [*tesseract.warnings(), *(text for reading in readings for text in reading.warnings)]
    return [reading.info for reading in readings], blocks, warnings


def _read_one(load: Callable[[int], Pixels], number: int, *, photo: bool) -> _PageReading:
    page = make_upright(load(number), photo=photo)
    blocks = read_page(page, number)
    info = PageInfo(number, float(page.width), float(page.height), "ocr" if blocks else "none")
    return _PageReading(info, blocks, _warnings(blocks, number))


def _warnings(blocks: list[Block], number: int) -> list[str]:
    if not blocks:
        return [f"Halaman {number} kosong."]
    confidences = [
        (len(text), confidence) for block in blocks for text, confidence in _texts(block) if text.strip()
    ]
    letters = sum(length for length, _ in confidences)
    if letters and sum(length * confidence for length, confidence in confidences) / letters < POOR_CONFIDENCE:
        return [
            f"Halaman {number} sulit dibaca; mohon periksa dengan teliti atau pindai ulang dengan 300 dpi."
        ]
    return []


def _texts(block: Block) -> list[tuple[str, float]]:
    if isinstance(block, Paragraph):
        return [(block.text, block.confidence)]
    return [(cell.text, cell.confidence) for cell in block.cells]


def _with_repaired_numbers(blocks: list[Block]) -> list[Block]:
    repaired = iter(repair_numbers([block for block in blocks if isinstance(block, Table)]))
    return [next(repaired) if isinstance(block, Table) else block for block in blocks]

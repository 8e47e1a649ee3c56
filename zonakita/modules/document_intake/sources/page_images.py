"""Pictures of pages for the review screen: upright as they were read, so that places on them match."""

from __future__ import annotations

import io
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
from PIL import Image

from zonakita.modules.document_intake.sources.errors import UnreadableFile
from zonakita.modules.document_intake.sources.scan import raster
from zonakita.modules.document_intake.sources.scan.raster import Pixels
from zonakita.modules.document_intake.sources.scan.upright import make_upright

MIN_WIDTH, MAX_WIDTH = 50, 4000
COLOURS = 48
"""A page of text needs few colours; this keeps its PNG small on a slow line."""


def render_page(path: Path, page_number: int, *, width_pixels: int) -> bytes:
    """Draw page `page_number` (from 1) of a PDF or image file as PNG.

    Raises: UnreadableFile with `no-such-page` or `no-page-images` (DOCX, XLSX and text have no pages).
    """
    width = min(MAX_WIDTH, max(MIN_WIDTH, width_pixels))
    with path.open("rb") as file:
        start = file.read(1024)
    if b"%PDF-" in start:
        return _as_png(_pdf_page(path, page_number, width))
    if start.startswith(b"PK") or not _is_image(start):
        raise UnreadableFile(
            "no-page-images",
            "Berkas ini tidak memiliki gambar halaman; buka berkas aslinya untuk melihatnya.",
        )
    _require_page(page_number, raster.image_page_count(path))
    page = make_upright(raster.load_image_page(path, page_number), photo=True)
    return _as_png(_with_width(page.colour, width))


def _pdf_page(path: Path, number: int, width: int) -> Pixels:
    from zonakita.modules.document_intake.sources.pdf.reader import is_scanned_page

    document = pypdfium2.PdfDocument(path)
    try:
        _require_page(number, len(document))
        points = document[number - 1].get_size()[0]
    finally:
        document.close()
    if is_scanned_page(path, number):
        return _with_width(make_upright(raster.render_pdf_page(path, number)).colour, width)
    return _with_width(raster.render_pdf_page(path, number, dpi=72 * width / max(points, 1)), width)


def _require_page(number: int, count: int) -> None:
    if not 1 <= number <= count:
        raise UnreadableFile(
            "no-such-page", "Berkas ini hanya berisi %(count)s halaman; pilih halaman lain.", count=count
        )


def _is_image(start: bytes) -> bool:
    return start.startswith((b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"RIFF", b"BM"))


def _with_width(pixels: Pixels, width: int) -> Pixels:
    height = max(1, round(pixels.shape[0] * width / pixels.shape[1]))
    if pixels.shape[1] == width:
        return pixels
    way = cv2.INTER_AREA if width < pixels.shape[1] else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(pixels, (width, height), interpolation=way), dtype=np.uint8)


def _as_png(pixels: Pixels) -> bytes:
    picture = Image.fromarray(pixels).quantize(COLOURS, dither=Image.Dither.NONE)
    packed = io.BytesIO()
    picture.save(packed, format="PNG", optimize=True)
    return packed.getvalue()

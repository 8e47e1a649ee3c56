"""Page images of scanned PDF files and of image files, one page at a time."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from zonakita.modules.document_intake.sources.errors import UnreadableFile

Pixels = NDArray[np.uint8]

READING_DPI = 300
MAX_PIXELS = 16_000_000
"""A page is read at no more than this; an A4 page at 300 dpi has 8.7 million pixels."""
MAX_IMAGE_PIXELS = 120_000_000
"""An image that unpacks to more than this is refused before it is unpacked."""
MIN_LONG_SIDE = 700
"""Below this a page of text cannot be read: capital letters are under 8 pixels high."""


def pdf_page_size(path: Path, number: int) -> tuple[float, float]:
    """Give width and height in points of page `number` (from 1), as shown."""
    with _open_pdf(path) as document:
        width, height = document[number - 1].get_size()
    return float(width), float(height)


def render_pdf_page(path: Path, number: int, dpi: float = READING_DPI) -> Pixels:
    """Render page `number` (from 1) as RGB pixels."""
    with _open_pdf(path) as document:
        page = document[number - 1]
        width, height = page.get_size()
        if width <= 0 or height <= 0:
            raise UnreadableFile(
                "page-broken",
                "Halaman %(number)s rusak sehingga tidak dapat dibaca; mohon pindai ulang halaman itu.",
                number=number,
            )
        scale = min(dpi / 72, (MAX_PIXELS / (width * height)) ** 0.5)
        bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
        pixels = np.array(bitmap.to_numpy()[:, :, :3], dtype=np.uint8, copy=True)
        bitmap.close()
        page.close()
    return pixels


@contextmanager
def _open_pdf(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(
            "pdf-broken",
            "Berkas PDF ini rusak atau terpotong; mohon unggah ulang berkas aslinya.",
        ) from error
    try:
        yield document
    finally:
        document.close()


def image_page_count(path: Path) -> int:
    """Count the pages of an image file; only TIFF can have more than one."""
    with _open_image(path) as image:
        return int(getattr(image, "n_frames", 1)) if image.format in ("TIFF", "MPO") else 1


def load_image_page(path: Path, number: int) -> Pixels:
    """Give page `number` (from 1) of an image file as RGB pixels, turned as the camera says.

    Raises: UnreadableFile with code `image-too-large`, `image-too-small` or `image-broken`.
    """
    with _open_image(path) as image:
        try:
            if number > 1:
                image.seek(number - 1)
            _refuse_bad_size(image.width, image.height)
            image.draft("RGB", (4000, 4000))
            upright = ImageOps.exif_transpose(image)
            pixels = np.asarray(_on_white(upright), dtype=np.uint8)
        except (OSError, EOFError, SyntaxError, ValueError) as error:
            raise _broken_image() from error
    return _fit_reading_size(pixels)


@contextmanager
def _open_image(path: Path) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            image = Image.open(path, formats=("PNG", "JPEG", "TIFF", "WEBP", "MPO"))
        except Image.DecompressionBombError as error:
            raise _too_large() from error
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
            raise _broken_image() from error
        with image:
            yield image


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        rgba = image.convert("RGBA")
        paper = Image.new("RGBA", rgba.size, "white")
        return Image.alpha_composite(paper, rgba).convert("RGB")
    if image.mode.startswith("I;16") or image.mode == "I":
        image = image.point(lambda value: value / 256).convert("L")
    return image.convert("RGB")


def _refuse_bad_size(width: int, height: int) -> None:
    if width * height > MAX_IMAGE_PIXELS:
        raise _too_large()
    if max(width, height) < MIN_LONG_SIDE:
        raise UnreadableFile(
            "image-too-small",
            "Gambar ini terlalu kecil untuk dibaca (%(width)s x %(height)s piksel); "
            "mohon pindai ulang dengan 300 dpi atau foto ulang dari dekat.",
            width=width,
            height=height,
        )


def _fit_reading_size(pixels: Pixels) -> Pixels:
    """Bring photos to the size at which letters of an A4 page are read best."""
    height, width = pixels.shape[:2]
    long_side = max(width, height)
    scale = min(1.0, (MAX_PIXELS / (width * height)) ** 0.5)
    if long_side < 2600:
        scale = min(2.0, 3300 / long_side)
    if abs(scale - 1.0) < 0.02:
        return pixels
    way = cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA
    return np.asarray(cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=way), dtype=np.uint8)


def _too_large() -> UnreadableFile:
    return UnreadableFile(
        "image-too-large",
        "Gambar ini terlalu besar setelah dibuka (lebih dari 120 juta piksel); "
        "mohon simpan ulang dengan 300 dpi lalu unggah lagi.",
    )


def _broken_image() -> UnreadableFile:
    return UnreadableFile(
        "image-broken",
        "Gambar ini rusak atau terpotong; mohon unggah ulang gambar aslinya (PNG, JPEG, atau TIFF).",
    )

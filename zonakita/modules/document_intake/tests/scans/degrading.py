"""Makes bad scans and photos out of clean PDF pages, for tests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Damage:
    """What a scanner or camera does to a page; the defaults do nothing."""

    dpi: int = 200
    skew_degrees: float = 0.0
    quarter_turns: int = 0
    noise: float = 0.0
    blur: float = 0.0
    jpeg_quality: int = 95
    paper: int = 255
    shadow: float = 0.0
    lean: float = 0.0
    grey: bool = False
    photo: bool = False
    ink: int = 0
    seed: int = 1


def damaged_pages(pdf: Path, damage: Damage, pages: list[int] | None = None) -> list[Image.Image]:
    """Render pages (numbers from 1; all when not given) and damage each."""
    document = pypdfium2.PdfDocument(pdf)
    numbers = pages or list(range(1, len(document) + 1))
    images = []
    for number in numbers:
        pixels = np.asarray(document[number - 1].render(scale=damage.dpi / 72).to_pil().convert("RGB"))
        images.append(Image.fromarray(damage_page(pixels, damage)))
    document.close()
    return images


def scanned_pdf(pdf: Path, target: Path, damage: Damage, pages: list[int] | None = None) -> Path:
    """Write a PDF of damaged page images, as a scanner does."""
    images = damaged_pages(pdf, damage, pages)
    images[0].save(
        target, save_all=True, append_images=images[1:], resolution=damage.dpi, quality=damage.jpeg_quality
    )
    return target


def damage_page(pixels: Pixels, damage: Damage) -> Pixels:
    """Apply the damage in the order in which it happens: paper, light, place, optics, sensor."""
    random = np.random.default_rng(damage.seed)
    page: NDArray[Any] = _paper_and_ink(pixels.astype(np.float32), damage)
    if damage.photo:
        page = _on_a_table(page)
    page = _place(page, damage)
    if damage.shadow:
        page = page * _shadow(page.shape[:2], damage.shadow)[:, :, None]
    if damage.blur:
        page = cv2.GaussianBlur(page, (0, 0), damage.blur)
    if damage.noise:
        page = page + random.normal(0, damage.noise, page.shape[:2])[:, :, None]
    result: Pixels = page.clip(0, 255).astype(np.uint8)
    if damage.grey:
        result = np.repeat(cv2.cvtColor(result, cv2.COLOR_RGB2GRAY)[:, :, None], 3, axis=2).astype(np.uint8)
    result = np.ascontiguousarray(np.rot90(result, damage.quarter_turns))
    _, packed = cv2.imencode(".jpg", result[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, damage.jpeg_quality])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), dtype=np.uint8)[:, :, ::-1]


def _paper_and_ink(page: NDArray[np.float32], damage: Damage) -> NDArray[np.float32]:
    return np.asarray(damage.ink + page / 255 * (damage.paper - damage.ink), dtype=np.float32)


def _on_a_table(page: NDArray[np.float32]) -> NDArray[np.float32]:
    margin = page.shape[0] // 12
    return np.asarray(
        cv2.copyMakeBorder(page, margin, margin, margin, margin, cv2.BORDER_CONSTANT, value=(70, 55, 45)),
        dtype=np.float32,
    )


def _place(page: NDArray[np.float32], damage: Damage) -> NDArray[np.float32]:
    height, width = page.shape[:2]
    edge = (70.0, 55.0, 45.0) if damage.photo else (float(damage.paper),) * 3
    matrix = np.vstack(
        [cv2.getRotationMatrix2D((width / 2, height / 2), damage.skew_degrees, 1.0), [0, 0, 1]]
    )
    if damage.lean:
        corners = np.asarray([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
        shift = damage.lean * np.asarray([[width, 0], [-width, 0.5 * height], [0, 0], [0, 0]], np.float32)
        matrix = cv2.getPerspectiveTransform(corners, corners + shift.astype(np.float32)) @ matrix
    return np.asarray(
        cv2.warpPerspective(page, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=edge),
        dtype=np.float32,
    )


def _shadow(shape: tuple[int, int], depth: float) -> NDArray[np.float32]:
    across = np.linspace(0, 1, shape[1], dtype=np.float32)[None, :]
    down = np.linspace(0, 1, shape[0], dtype=np.float32)[:, None]
    return np.asarray(1 - depth * (0.6 * across + 0.4 * down), dtype=np.float32)

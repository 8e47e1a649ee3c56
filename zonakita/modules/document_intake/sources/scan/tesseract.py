"""Calling Tesseract: one process per image, words with place and confidence back."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np

from zonakita.kernel.wording import mark
from zonakita.modules.document_intake.sources.errors import UnreadableFile
from zonakita.modules.document_intake.sources.scan.raster import Pixels

LANGUAGE = "ind"
FALLBACK_LANGUAGE = "eng"
PAGE_TIMEOUT_SECONDS = 120
UNIFORM_BLOCK = 6
SURE_ORIENTATION = 3.0


@dataclass(frozen=True, slots=True)
class Word:
    """A word as read; the box is in pixels of the image read, `confidence` 0..1, `line` names its line."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    line: tuple[int, int, int] = (0, 0, 0)


def require() -> None:
    """Raises: UnreadableFile with code `tesseract-missing` where Tesseract is not installed."""
    if shutil.which("tesseract") is None or not _languages() & {LANGUAGE, FALLBACK_LANGUAGE}:
        raise UnreadableFile(
            "tesseract-missing",
            "Berkas ini hasil pindai, sedangkan Tesseract (pembaca huruf) belum terpasang; "
            "mohon pengelola menjalankan scripts/install-debian-packages lalu unggah lagi.",
        )


def warnings() -> tuple[str, ...]:
    """Give what a person should know about the languages installed."""
    if LANGUAGE in _languages():
        return ()
    return (
        mark(
            "Data bahasa Indonesia untuk Tesseract belum terpasang sehingga hasil bacaan kurang tepat; "
            "mohon pengelola menjalankan scripts/install-debian-packages."
        ),
    )


def read_words(image: Pixels, *, mode: int = UNIFORM_BLOCK) -> list[Word]:
    """Read grey pixels, taken as 300 dpi.

    Raises: UnreadableFile with code `ocr-failed`.
    """
    language = LANGUAGE if LANGUAGE in _languages() else FALLBACK_LANGUAGE
    options = ["--psm", str(mode), "--oem", "1", "--dpi", "300", "-l", language, "-c", "tessedit_do_invert=0"]
    return _parse(_run(image, [*options, "tsv"]))


def detects_upside_down(ink: Pixels) -> bool | None:
    """Say by Tesseract's own detector whether the page stands on its head; None where it is not sure."""
    if "osd" not in _languages():
        return None
    page = cv2.copyMakeBorder(255 - ink, 40, 40, 40, 40, cv2.BORDER_CONSTANT, value=(255,))
    try:
        report = _run(np.asarray(page, dtype=np.uint8), ["--psm", "0", "--dpi", "150"])
    except UnreadableFile:
        return None
    facts = dict(line.split(":", 1) for line in report.splitlines() if ":" in line)
    if float(facts.get("Orientation confidence", "0")) < SURE_ORIENTATION:
        return None
    degrees = facts.get("Orientation in degrees", "0").strip()
    return {"0": False, "180": True}.get(degrees)


@cache
def _languages() -> frozenset[str]:
    program = shutil.which("tesseract")
    if program is None:
        return frozenset()
    listing = subprocess.run(  # noqa: S603
        [program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False
    )
    return frozenset(listing.stdout.split()) & {LANGUAGE, FALLBACK_LANGUAGE, "osd"}


def _run(image: Pixels, options: list[str]) -> str:
    program = shutil.which("tesseract") or "tesseract"
    encoded, data = cv2.imencode(".pgm", image)
    if not encoded:
        raise _failed()
    try:
        with tempfile.TemporaryFile() as image_file:
            image_file.write(data.tobytes())
            image_file.seek(0)
            done = subprocess.run(  # noqa: S603
                [program, "stdin", "stdout", *options],
                stdin=image_file,
                capture_output=True,
                timeout=PAGE_TIMEOUT_SECONDS,
                check=False,
                env={**os.environ, "OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"},
            )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _failed() from error
    if done.returncode != 0:
        raise _failed()
    return done.stdout.decode("utf-8", errors="replace")


def _failed() -> UnreadableFile:
    return UnreadableFile(
        "ocr-failed",
        "Tesseract gagal membaca halaman ini; mohon pindai ulang dengan 300 dpi lalu unggah lagi.",
    )


def _parse(report: str) -> list[Word]:
    words = []
    for fields in csv.DictReader(io.StringIO(report), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (fields.get("text") or "").strip()
        if fields.get("level") != "5" or not text:
            continue
        left, top = int(fields["left"]), int(fields["top"])
        words.append(
            Word(
                text=text,
                left=left,
                top=top,
                right=left + int(fields["width"]),
                bottom=top + int(fields["height"]),
                confidence=max(0.0, float(fields["conf"])) / 100,
                line=(int(fields["block_num"]), int(fields["par_num"]), int(fields["line_num"])),
            )
        )
    return words

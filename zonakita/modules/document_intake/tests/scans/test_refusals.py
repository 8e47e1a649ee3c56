"""Images that cannot be read are refused with one clear sentence."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from zonakita.modules.document_intake.sources.errors import UnreadableFile
from zonakita.modules.document_intake.sources.scan import raster, read_images, tesseract


def _refusal(path: Path) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as refused:
        raster.load_image_page(path, 1)
    return refused.value


def test_it_refuses_a_small_image(tmp_path: Path) -> None:
    Image.new("RGB", (320, 240), "white").save(tmp_path / "small.png")

    refusal = _refusal(tmp_path / "small.png")

    assert refusal.code == "image-too-small"
    assert "320 x 240" in refusal.message


def test_it_refuses_a_decompression_bomb_before_unpacking_it(tmp_path: Path) -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunks = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    )
    (tmp_path / "bomb.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)

    assert _refusal(tmp_path / "bomb.png").code == "image-too-large"


def test_it_refuses_a_truncated_image(tmp_path: Path) -> None:
    Image.effect_noise((900, 900), 60).save(tmp_path / "whole.png")
    whole = (tmp_path / "whole.png").read_bytes()
    (tmp_path / "cut.png").write_bytes(whole[: len(whole) // 2])

    assert _refusal(tmp_path / "cut.png").code == "image-broken"


def test_it_says_what_to_install_where_tesseract_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Image.new("RGB", (1200, 900), "white").save(tmp_path / "page.png")
    monkeypatch.setenv("PATH", str(tmp_path))
    tesseract._languages.cache_clear()

    with pytest.raises(UnreadableFile) as refused:
        read_images(tmp_path / "page.png")

    tesseract._languages.cache_clear()
    assert refused.value.code == "tesseract-missing"
    assert "scripts/install-debian-packages" in refused.value.message


@pytest.mark.slow
@pytest.mark.needs_tesseract
def test_it_refuses_blank_pages(tmp_path: Path) -> None:
    Image.new("RGB", (1700, 1200), "white").save(tmp_path / "blank.png")

    with pytest.raises(UnreadableFile) as refused:
        read_images(tmp_path / "blank.png")

    assert refused.value.code == "blank-pages"

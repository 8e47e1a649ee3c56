"""The child process answers, tells its progress, and is ended where it takes too much."""

from __future__ import annotations

import io
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from zonakita.modules.document_intake.decrees.reading import read_decree
from zonakita.modules.document_intake.sandbox import process
from zonakita.modules.document_intake.sandbox.limits import ReaderLimits, limits_from_dict
from zonakita.modules.document_intake.sandbox.reading import read_decree_safely, render_page_safely
from zonakita.modules.document_intake.sources.errors import UnreadableFile
from zonakita.modules.document_intake.sources.guards import FileLimits
from zonakita.modules.document_intake.tests.scans.degrading import Damage, scanned_pdf
from zonakita.modules.document_intake.tests.scans.scoring import SAMPLES

pytestmark = pytest.mark.slow

ZI = SAMPLES / "zi-provinsi-jambi-2025.pdf"
SPREADSHEET = SAMPLES / "zi-tanjung-jabung-barat-2025.xlsx"


def test_it_reads_the_same_as_without_a_child() -> None:
    assert read_decree_safely(SPREADSHEET) == read_decree(SPREADSHEET)


def test_it_tells_its_progress() -> None:
    told: list[tuple[int, int]] = []

    read_decree_safely(ZI, progress=lambda done, total: told.append((done, total)))

    assert told[-1] == (8, 8)
    assert told == sorted(told)


def test_it_passes_refusals_on(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").touch()

    with pytest.raises(UnreadableFile) as refused:
        read_decree_safely(tmp_path / "x.pdf")

    assert refused.value.code == "empty-file"


def test_the_file_limits_hold_in_the_child() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_decree_safely(ZI, limits=ReaderLimits(file=FileLimits(max_pages=3)))

    assert refused.value.code == "too-many-pages"
    assert refused.value.values == {"pages": "8", "most": 3}
    assert refused.value.message.startswith("Berkas ini berisi 8 halaman, lebih dari 3;")


def test_it_ends_a_child_that_takes_too_long() -> None:
    began = time.monotonic()

    with pytest.raises(UnreadableFile) as refused:
        read_decree_safely(ZI, limits=ReaderLimits(wall_seconds=0.05))

    assert refused.value.code == "reader-timeout"
    assert time.monotonic() - began < 10


def test_it_ends_a_child_that_computes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    _let_the_child_do(monkeypatch, "while True: pass")

    with pytest.raises(UnreadableFile) as refused:
        read_decree_safely(ZI, limits=ReaderLimits(cpu_seconds=1))

    assert refused.value.code == "reader-timeout"


def test_it_refuses_what_takes_too_much_memory() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_decree_safely(ZI, limits=ReaderLimits(memory_mb=64))

    assert refused.value.code in {"reader-memory", "reader-crashed"}


def test_a_crash_ends_the_child_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    _let_the_child_do(monkeypatch, "os.abort()")

    with pytest.raises(UnreadableFile) as refused:
        read_decree_safely(ZI)

    assert refused.value.code == "reader-crashed"


def test_it_ends_what_the_child_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    note = tmp_path / "pid"
    _let_the_child_do(
        monkeypatch,
        "import subprocess, time; "
        f"open({str(note)!r}, 'w').write(str(subprocess.Popen(['sleep', '600']).pid)); time.sleep(600)",
    )

    with pytest.raises(UnreadableFile):
        read_decree_safely(ZI, limits=ReaderLimits(wall_seconds=3))

    grandchild = int(note.read_text())
    assert not _is_running(grandchild)


def test_no_secrets_reach_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://secret")

    assert "DATABASE_URL" not in process._environment()


def test_limits_can_come_from_settings() -> None:
    limits = limits_from_dict({"wall_seconds": 5, "file": {"max_pages": 9}})

    assert (limits.wall_seconds, limits.file.max_pages) == (5, 9)


@pytest.mark.needs_tesseract
def test_the_page_is_shown_as_it_was_read(tmp_path: Path) -> None:
    scan = scanned_pdf(ZI, tmp_path / "x.pdf", Damage(dpi=150, quarter_turns=1, skew_degrees=1), [2])
    shown = _shown(scan, 1)
    original = _shown(ZI, 2)

    assert shown.width == 900
    assert abs(shown.height - original.height) <= 2


def test_it_says_which_page_is_not_there() -> None:
    with pytest.raises(UnreadableFile) as refused:
        render_page_safely(ZI, 9, width_pixels=500)

    assert refused.value.code == "no-such-page"


def test_it_says_that_a_spreadsheet_has_no_pages() -> None:
    with pytest.raises(UnreadableFile) as refused:
        render_page_safely(SPREADSHEET, 1, width_pixels=500)

    assert refused.value.code == "no-page-images"


def _shown(path: Path, number: int) -> Image.Image:
    return Image.open(io.BytesIO(render_page_safely(path, number, width_pixels=900)))


def _let_the_child_do(monkeypatch: pytest.MonkeyPatch, statement: str) -> None:
    """Start a child that limits itself as always and then does `statement` instead of reading."""
    program = (
        "import json, os, sys; from zonakita.modules.document_intake.sandbox import child; "
        f"child._limit_this_process(json.load(sys.stdin)['limits'])\n{statement}"
    )
    real = subprocess.Popen

    def start(command: list[str], **options: Any) -> subprocess.Popen[bytes]:
        return real([command[0], "-c", program], **options)

    monkeypatch.setattr(subprocess, "Popen", start)


def _is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except OSError:
        return False

"""`zonakita read-decree` and `check-plan` work without database, server and Django."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from zonakita.config.cli import UNREADABLE, main

_PLAN = (
    "KEPUTUSAN KEPALA DINAS KESEHATAN KABUPATEN MUARA BIRU\nNOMOR 3 TAHUN 2026\nTENTANG\n"
    "RENCANA AKSI ZONA INTEGRITAS TAHUN 2026\n\nDitetapkan di Muara Biru\npada tanggal 5 Januari 2026\n\n"
    "NO\tKOMPONEN\tINDIKATOR\tLANGKAH AKSI\tBUKTI FISIK\tTARGET WAKTU\tPENANGGUNG JAWAB\n"
    "I\tMANAJEMEN PERUBAHAN\t\t\t\t\t\n"
    "1.\tTim Kerja\tTim dibentuk\tMenyusun SK\tSK tim\tFebruari-April 2026\tSekretaris\n"
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "keputusan.txt"
    file.write_text(_PLAN, encoding="utf-8")
    return file


def test_read_decree_prints_the_plan_as_json(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read-decree", str(plan), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {"decree", "kind", "areas", "findings", "warnings", "questions"} <= set(told)
    assert (told["kind"], told["decree"]["number"], told["decree"]["date"]) == ("ZI", "3", "2026-01-05")
    area = told["areas"][0]
    assert (area["code"], area["title"]) == ("I", "MANAJEMEN PERUBAHAN")
    row = area["components"][0]["rows"][0]
    assert (row["action"], row["months"], row["target_year"]) == ("Menyusun SK", [2, 3, 4], 2026)
    assert row["person_in_charge"] == "Sekretaris"
    assert set(row["confidence"]) == {"indicator", "action", "evidence", "target", "person_in_charge"}


def test_read_decree_prints_a_tree_for_people(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read-decree", str(plan)]) == 0
    told = capsys.readouterr().out
    assert "I MANAJEMEN PERUBAHAN" in told
    assert "Menyusun SK [Februari–April]" in told  # noqa: RUF001


def test_check_plan_prints_the_findings_alone(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-plan", str(plan), "--json"]) == 0
    findings = json.loads(capsys.readouterr().out)
    assert "missing-against-instrument" in {finding["code"] for finding in findings}


def test_a_file_that_cannot_be_read_is_one_line_and_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kosong.pdf"
    file.write_bytes(b"")
    assert main(["read-decree", str(file)]) == UNREADABLE
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.strip().splitlines()) == 1


@pytest.mark.slow
def test_a_reader_that_goes_away_is_no_mistake(plan: Path) -> None:
    """As in `zonakita read-decree FILE | head`: the pipe is closed before the first line is written."""
    reading_end, writing_end = os.pipe()
    os.close(reading_end)
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "zonakita.config.cli", "read-decree", str(plan)],
        stdout=writing_end,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing_end)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.slow
def test_reading_needs_no_django(plan: Path) -> None:
    code = (
        "import sys; from zonakita.config.cli import main; "
        f"main(['read-decree', {str(plan)!r}, '--json']); sys.exit('django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr

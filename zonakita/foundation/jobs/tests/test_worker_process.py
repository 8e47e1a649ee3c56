"""A real worker process beside a busy writer, on SQLite in WAL mode."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PATIENCE_SECONDS = 60.0
_ENQUEUE = """
import sys
from django.db import connection, transaction
from zonakita.foundation.jobs import interface as jobs
from zonakita.foundation.jobs.tests import sample_tasks
for number in range(int(sys.argv[1])):
    with transaction.atomic():
        job = jobs.start(kind="test", title=f"Tugas {number}")
        jobs.enqueue(sample_tasks.count_steps, job_id=job.pk, steps=20)
"""


class Office:
    """An installation of its own in a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.database = folder / "zonakita.sqlite3"
        self.environment = {
            **os.environ,
            "ZONAKITA_DATA_DIR": str(folder),
            "DATABASE_URL": f"sqlite:///{self.database}",
            "DJANGO_SETTINGS_MODULE": "zonakita.config.settings",
        }

    def run(self, *arguments: str) -> None:
        """Run Python and expect success."""
        subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, *arguments], env=self.environment, check=True, capture_output=True, timeout=120
        )

    def script(self, code: str, *arguments: str) -> None:
        """Run code inside Django."""
        self.run("-c", f"import django; django.setup()\n{code}", *arguments)

    def worker(self) -> subprocess.Popen[str]:
        """Start a worker."""
        command = [sys.executable, "-m", "django", "worker", "--interval", "0.05"]
        return subprocess.Popen(command, env=self.environment, stderr=subprocess.PIPE, text=True)  # noqa: S603

    def states(self) -> list[str]:
        """Return the state of every job."""
        return [row[0] for row in self._rows("SELECT state FROM jobs_job ORDER BY id")]

    def messages(self) -> list[str]:
        """Return the message of every job."""
        return [row[0] for row in self._rows("SELECT message FROM jobs_job ORDER BY id")]

    def wait_for(self, states: list[str]) -> None:
        """Wait until the jobs are in these states."""
        end = time.monotonic() + PATIENCE_SECONDS
        while self.states() != states:
            assert time.monotonic() < end, f"jobs are {self.states()}"
            time.sleep(0.1)

    def _rows(self, query: str) -> list[tuple[str]]:
        connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=20)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path)
    office.run("-m", "django", "migrate", "--skip-checks", "--verbosity", "0")
    return office


def test_it_works_beside_a_busy_writer_and_stops_when_told(office: Office) -> None:
    worker = office.worker()
    try:
        office.script(_ENQUEUE, "60")
        office.wait_for(["done"] * 60)
    finally:
        worker.send_signal(signal.SIGTERM)
        _out, errors = worker.communicate(timeout=30)

    assert worker.returncode == 0
    assert "locked" not in errors.lower()
    assert "Traceback" not in errors


def test_the_next_worker_recovers_the_job_of_a_killed_one(office: Office) -> None:
    office.script(_ENQUEUE.replace("count_steps", "sleep").replace("steps=20", "seconds=60"), "1")
    first = office.worker()
    office.wait_for(["running"])
    first.kill()
    first.communicate(timeout=30)

    second = office.worker()
    try:
        office.wait_for(["failed"])
    finally:
        second.send_signal(signal.SIGTERM)
        second.communicate(timeout=30)

    assert office.messages() == [
        "Pekerjaan terhenti karena sistem mati atau dimulai ulang. Silakan coba lagi."
    ]

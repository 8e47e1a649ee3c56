"""`zonakita worker`: takes tasks from the queue until it is told to stop."""

from __future__ import annotations

import logging
import os
import threading
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import OperationalError, close_old_connections, connection
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands.db_worker import Worker as QueueWorker
from django_tasks_db.utils import is_locked_database_exception

from zonakita.foundation.jobs.actions.jobs import WORKER_KEY_VARIABLE
from zonakita.foundation.jobs.actions.schedules import start_due_work
from zonakita.foundation.jobs.actions.workers import (
    new_worker_key,
    recover_abandoned,
    report_worker,
    retire_worker,
)
from zonakita.foundation.jobs.rules import HEARTBEAT_SECONDS

logger = logging.getLogger(__name__)

_BEATS_BETWEEN_ROUNDS = 12
_PAUSE_WHEN_LOCKED_SECONDS = 1.0


class Heartbeat(threading.Thread):
    """Reports that the worker lives, also during a long task, and makes the rounds every minute."""

    def __init__(self, key: str) -> None:
        super().__init__(name="heartbeat", daemon=True)
        self._key = key
        self._stopping = threading.Event()

    def run(self) -> None:
        beats = 0
        while not self._stopping.is_set():
            try:
                report_worker(self._key)
                if beats % _BEATS_BETWEEN_ROUNDS == 0:
                    recover_abandoned()
                    start_due_work()
            except OperationalError:
                logger.warning("The worker could not report; trying again.", exc_info=True)
            close_old_connections()
            beats += 1
            self._stopping.wait(HEARTBEAT_SECONDS)
        connection.close()

    def stop(self) -> None:
        """End the thread and wait for its last report."""
        self._stopping.set()
        self.join(timeout=HEARTBEAT_SECONDS)


class Command(BaseCommand):
    help = "Menjalankan pekerjaan latar dari antrean sampai dihentikan (SIGTERM atau Ctrl+C)."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--queues", default="*", help="nama antrean, dipisah koma (bawaan: semua)")
        parser.add_argument(
            "--interval", type=float, default=0.5, help="jeda dalam detik bila antrean kosong"
        )
        parser.add_argument("--batch", action="store_true", help="kerjakan yang ada di antrean, lalu selesai")

    def handle(self, *args: Any, **options: Any) -> None:
        key = new_worker_key()
        os.environ[WORKER_KEY_VARIABLE] = key
        queue_worker = QueueWorker(
            queue_names=options["queues"].split(","),
            interval=options["interval"],
            batch=options["batch"],
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=None,
            worker_id=key,
            excluded_queue_names=[],
        )
        report_worker(key)
        recover_abandoned()
        heartbeat = None if options["batch"] else Heartbeat(key)
        if heartbeat:
            heartbeat.start()
        queue_worker.configure_signals()
        try:
            self._run(queue_worker)
        finally:
            if heartbeat:
                heartbeat.stop()
            os.environ.pop(WORKER_KEY_VARIABLE, None)
            retire_worker(key)

    def _run(self, queue_worker: QueueWorker) -> None:
        """Run the queue's loop; a database that stays locked beyond its timeout is no reason to die."""
        while queue_worker.running:
            try:
                queue_worker.run()
            except OperationalError as error:
                if not is_locked_database_exception(error):
                    raise
                logger.warning("The database is busy; the worker goes on.")
                time.sleep(_PAUSE_WHEN_LOCKED_SECONDS)
            else:
                return

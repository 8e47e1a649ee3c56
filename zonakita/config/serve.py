"""`zonakita serve`: one command that brings the installation up to date and runs web and worker together."""

from __future__ import annotations

import argparse
import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from types import FrameType

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def main(arguments: Sequence[str]) -> int:
    """Prepare database, data and static files, then run until a signal comes or one of the processes ends."""
    options = _parser().parse_args(arguments)
    # Links in mails lead where the site runs, unless the installation has an address of its own.
    os.environ.setdefault("ZONAKITA_ADDRESS", f"http://{options.host}:{options.port}")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zonakita.config.settings")
    django.setup()
    if not _is_free(options.host, options.port):
        print(
            f"Port {options.port} sudah dipakai; pilih yang lain, misalnya: make run PORT=8080",
            file=sys.stderr,
        )
        return 1
    prepare_database()
    prepare_static_files()
    if options.demo:
        call_command("seed_demo")
    print(f"\nZonaKita: http://{options.host}:{options.port}/   (Ctrl+C menghentikan)\n", flush=True)
    return _run_processes(_commands(options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="zonakita serve", description="Run web server and worker.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--web-workers", type=int, default=2)
    parser.add_argument("--demo", action="store_true", help="load the demo office first if it is not there")
    return parser


def _is_free(host: str, port: int) -> bool:
    """Whether the web server will be able to listen there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def prepare_database() -> None:
    """Apply pending migrations and bring the reference data up to date; a later start finds nothing to do."""
    Path(settings.DATA_DIR).mkdir(parents=True, exist_ok=True)
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        print("Menyiapkan basis data ...", flush=True)
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
    call_command("load_regulations", stdout=StringIO())
    call_command("seed_holidays", stdout=StringIO())


def prepare_static_files() -> None:
    """Collect and compress static files when one of their sources changed."""
    stamp = Path(settings.STATIC_ROOT) / ".sources"
    current = _sources_digest()
    if stamp.is_file() and stamp.read_text() == current:
        return
    print("Menyiapkan berkas tampilan ...", flush=True)
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(current)


def _sources_digest() -> str:
    digest = hashlib.sha256(repr(sorted(settings.FRONT_END_FILES.items())).encode())
    lock = Path(settings.BASE_DIR) / "package-lock.json"
    if lock.is_file():
        digest.update(lock.read_bytes())
    for path in sorted(Path(settings.PACKAGE_DIR).glob("**/static/**/*")):
        if path.is_file():
            digest.update(f"{path}{path.stat().st_mtime_ns}".encode())
    return digest.hexdigest()


def _commands(options: argparse.Namespace) -> list[list[str]]:
    web = [
        *(
            sys.executable,
            "-m",
            "gunicorn",
            "zonakita.config.wsgi",
            "--bind",
            f"{options.host}:{options.port}",
        ),
        *(
            "--workers",
            str(options.web_workers),
            "--threads",
            "4",
            "--timeout",
            "60",
            "--log-level",
            "warning",
        ),
    ]
    return [web, [sys.executable, "-m", "zonakita.config.cli", "worker"]]


def _run_processes(commands: list[list[str]]) -> int:
    """Run all until one ends or a signal comes, then end the others politely; return the worst exit code."""
    processes = [subprocess.Popen(command) for command in commands]  # noqa: S603 - fixed commands of our own
    stopping = False

    def stop(signum: int, frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    while not stopping and all(process.poll() is None for process in processes):
        time.sleep(0.2)
    for process in processes:
        process.terminate()
    codes = [process.wait(timeout=30) for process in processes]
    return 0 if stopping else max(abs(code) for code in codes)

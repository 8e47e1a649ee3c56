"""Proves that nobody changed, removed or moved an audit event."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from zonakita.foundation.audit.queries import ChainReport, chain_reports, holds_seal


class Command(BaseCommand):
    help = "Prove every audit chain; exit 1 and name the first broken event of each when one is broken."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--save-seals", type=Path, metavar="FILE", help="write the newest seal of every chain to FILE"
        )
        parser.add_argument(
            "--against",
            type=Path,
            metavar="FILE",
            help="also compare with seals saved before, which finds a chain that was wholly rewritten",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        reports = list(chain_reports())
        faults = [self._line(report) for report in reports if not report.is_whole]
        for report in reports:
            if report.is_whole:
                self.stdout.write(
                    _("%(unit)s: utuh, %(count)d kejadian, segel terakhir %(seal)s")
                    % {"unit": report.unit_code, "count": report.event_count, "seal": report.last_hash[:16]}
                )
        if options["against"]:
            faults += self._rewritten(_read_seals(options["against"]))
        if faults:
            raise CommandError("\n".join(faults), returncode=1)
        if options["save_seals"]:
            seals = {report.unit_code: [report.last_sequence, report.last_hash] for report in reports}
            options["save_seals"].write_text(json.dumps(seals, indent=2, sort_keys=True) + "\n")
        self.stdout.write(self.style.SUCCESS(_("%d rantai audit utuh.") % len(reports)))

    def _line(self, report: ChainReport) -> str:
        return _("%(unit)s: RUSAK pada kejadian #%(sequence)d: %(reason)s") % {
            "unit": report.unit_code,
            "sequence": report.broken_sequence,
            "reason": report.reason,
        }

    def _rewritten(self, seals: dict[str, tuple[int, str]]) -> list[str]:
        return [
            _("%(unit)s: RUSAK: kejadian #%(sequence)d tidak lagi memiliki segel yang pernah dicatat")
            % {"unit": unit_code, "sequence": sequence}
            for unit_code, (sequence, seal) in seals.items()
            if sequence and not holds_seal(unit_code, sequence, seal)
        ]


def _read_seals(path: Path) -> dict[str, tuple[int, str]]:
    try:
        return {str(unit): (int(row[0]), str(row[1])) for unit, row in json.loads(path.read_text()).items()}
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise CommandError(_("Berkas segel %s tidak dapat dibaca.") % path) from error

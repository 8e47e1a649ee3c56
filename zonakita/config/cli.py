"""The command `zonakita`: reads and checks decrees without a server, hands every other command to Django."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zonakita.modules.document_intake.checker.finding import Finding
    from zonakita.modules.document_intake.decrees.proposal import DecreeProposal

UNREADABLE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 2 where a file cannot be read, with one line on standard error."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["serve"]:
        from zonakita.config import serve

        return serve.main(given[1:])
    command = _COMMANDS.get(given[0]) if given else None
    if command is None:
        return _django(given)
    return _reading(given[0], given[1:], command)


def _reading(name: str, arguments: Sequence[str], command: Callable[[DecreeProposal, bool], str]) -> int:
    from zonakita.modules.document_intake.decrees.reading import read_decree
    from zonakita.modules.document_intake.sources.errors import UnreadableFile

    options = _options(name, arguments)
    try:
        proposal = read_decree(options.file)
    except UnreadableFile as error:
        print(error.message, file=sys.stderr)
        return UNREADABLE
    return _printed(command(proposal, options.json))


def _printed(text: str) -> int:
    """Print, unless the reader of a pipe has gone: `zonakita read-decree FILE | head` is no mistake."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        # Python would complain once more when it flushes at its end, so what is left goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _options(name: str, arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=f"zonakita {name}", description=_DESCRIPTIONS[name])
    parser.add_argument("file", type=Path, help="PDF, DOCX, XLSX, gambar, atau teks")
    parser.add_argument("--json", action="store_true", help="cetak sebagai JSON")
    return parser.parse_args(arguments)


def _read_decree(proposal: DecreeProposal, as_json: bool) -> str:
    from zonakita.modules.document_intake.decrees.as_json import proposal_as_json
    from zonakita.modules.document_intake.decrees.as_text import proposal_as_text

    findings = _findings(proposal)
    if as_json:
        return _dumped(proposal_as_json(proposal) | {"findings": [_finding_as_json(one) for one in findings]})
    return "\n".join([proposal_as_text(proposal), "", _findings_as_text(findings)])


def _check_plan(proposal: DecreeProposal, as_json: bool) -> str:
    findings = _findings(proposal)
    return _dumped([_finding_as_json(one) for one in findings]) if as_json else _findings_as_text(findings)


def _findings(proposal: DecreeProposal) -> tuple[Finding, ...]:
    from zonakita.modules.document_intake.checker.checking import check_proposal

    return check_proposal(proposal)


def _finding_as_json(finding: Finding) -> dict[str, Any]:
    from zonakita.modules.document_intake.decrees.as_json import place_as_json

    return {
        "code": finding.code,
        "severity": finding.severity,
        "place": {
            "where": finding.where,
            "path": list(finding.path),
            "origin": place_as_json(finding.place) if finding.place else None,
        },
        "text": finding.text,
        "message": finding.message,
        "why": finding.why,
        "source": finding.source,
    }


def _findings_as_text(findings: Sequence[Finding]) -> str:
    if not findings:
        return "Pemeriksa rencana tidak menemukan apa pun."
    lines = [f"Temuan pemeriksa rencana: {len(findings)}"]
    lines += [f"  [{one.severity}] {one.where}: {one.message} ({one.code})" for one in findings]
    return "\n".join(lines)


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _django(arguments: Sequence[str]) -> int:
    """`zonakita verify-audit` is the management command `verify_audit`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zonakita.config.settings")
    from django.core.management import execute_from_command_line

    named = (
        [arguments[0].replace("-", "_"), *arguments[1:]]
        if arguments and arguments[0][0] != "-"
        else arguments
    )
    execute_from_command_line(["zonakita", *named])
    return 0


_COMMANDS: dict[str, Callable[[DecreeProposal, bool], str]] = {
    "read-decree": _read_decree,
    "check-plan": _check_plan,
}
_DESCRIPTIONS = {
    "read-decree": "Baca keputusan beserta rencana aksinya, tanpa basis data.",
    "check-plan": "Periksa rencana aksi di dalam keputusan dan cetak temuannya.",
}

if __name__ == "__main__":
    sys.exit(main())

"""House rules that no linter knows: file sizes, closed list of file names, no registry address in a lock."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FAIL_LINES = 500
SPLIT_LINES = 300
MODULE_FILES = {
    "rules",
    "models",
    "policies",
    "queries",
    "actions",
    "interface",
    "forms",
    "presenters",
    "views",
    "api",
    "tasks",
    "exports",
    "admin",
    "demo",
    "management",
    "urls",
    "apps",
    "tests",
    "migrations",
    "templatetags",
    "templates",
    "static",
    "data",
    "__init__",
}
COMPUTING_PACKAGES = {"document_intake": {"sources", "decrees", "checker", "sandbox"}, "plans": {"demo_data"}}
FORBIDDEN_NAMES = {"utils.py", "helpers.py", "services.py", "signals.py", "common.py", "misc.py"}
REGISTRY_LINE = re.compile(r'^(--(extra-)?index-url|--find-links|\s*"resolved":)', re.MULTILINE)


def tracked(*patterns: str) -> list[Path]:
    """Files that git knows or would know, so that caches and environments do not count."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout  # noqa: S603
    return [ROOT / line for line in listed.splitlines() if (ROOT / line).is_file()]


def oversized(files: list[Path]) -> list[str]:
    """Complain above the limit, and tell (without failing) what is due to be split."""
    complaints = []
    for path in files:
        if "migrations" in path.parts:
            continue
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > FAIL_LINES:
            complaints.append(f"{path.relative_to(ROOT)}: {lines} lines, the limit is {FAIL_LINES}")
        elif lines > SPLIT_LINES:
            print(f"note: {path.relative_to(ROOT)} has {lines} lines; split it at {SPLIT_LINES}")
    return complaints


def misnamed(files: list[Path]) -> list[str]:
    """In a module the file name is the layer: the list is closed."""
    complaints = []
    for path in files:
        relative = path.relative_to(ROOT)
        if path.name in FORBIDDEN_NAMES:
            complaints.append(f"{relative}: this file name says nothing; use a layer's name")
        parts = relative.parts
        if parts[:2] != ("zonakita", "modules") or len(parts) < 4:
            continue
        allowed = MODULE_FILES | COMPUTING_PACKAGES.get(parts[2], set())
        if parts[3].removesuffix(".py") not in allowed:
            complaints.append(f"{relative}: {parts[3]} is not a layer of a module")
    return complaints


def registry_addresses() -> list[str]:
    """Locks carry hashes, never where a package came from."""
    locks = tracked("requirements/*.txt", "package-lock.json")
    return [
        f"{path.relative_to(ROOT)}: names a package registry"
        for path in locks
        if REGISTRY_LINE.search(path.read_text(encoding="utf-8"))
    ]


def main() -> int:
    """Print every complaint; exit 1 if there is one."""
    python = tracked("*.py")
    complaints = oversized(python) + misnamed(python) + registry_addresses()
    print("\n".join(complaints) if complaints else "House rules hold.")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())

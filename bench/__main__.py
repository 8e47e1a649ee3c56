"""`make bench`: measures reading, memory, pages and exports against the budgets; exit 1 if one is missed.

`python -m bench reading pages` runs only the named groups.
"""

from __future__ import annotations

import os
import sys

from bench.figures import Measure


def _groups() -> dict[str, Measure]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zonakita.config.settings")
    from bench import memory, pages, reading

    return {
        "reading": reading.measure,
        "memory": memory.measure,
        "pages": pages.measure,
    }


def main(names: list[str]) -> int:
    """Print one line per figure as it is measured."""
    groups = _groups()
    unknown = [name for name in names if name not in groups]
    if unknown:
        print(f"unknown group: {', '.join(unknown)}; known: {', '.join(groups)}", file=sys.stderr)
        return 2
    missed = 0
    for name in names or groups:
        for figure in groups[name]():
            print(figure.as_line(), flush=True)
            missed += not figure.is_ok
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""What a child process may use."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from zonakita.modules.document_intake.sources.guards import FileLimits


@dataclass(frozen=True, slots=True)
class ReaderLimits:
    """Limits of one reading.

    `memory_mb` is address space of each process, of which OpenCV and threads take far more than they use;
    `written_mb` bounds each temporary file, `file` the file itself.
    """

    wall_seconds: float = 900.0
    cpu_seconds: int = 1800
    memory_mb: int = 4096
    written_mb: int = 256
    file: FileLimits = field(default_factory=FileLimits)

    def to_dict(self) -> dict[str, Any]:
        """Give the limits as plain data for the child."""
        return asdict(self)


def limits_from_dict(data: dict[str, Any]) -> ReaderLimits:
    """Build limits from plain data, for example from settings."""
    values = dict(data)
    values["file"] = FileLimits(**values.get("file", {}))
    return ReaderLimits(**values)

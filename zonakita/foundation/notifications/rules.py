"""The kinds of notification: each module registers its own when it starts."""

from __future__ import annotations

from dataclasses import dataclass


class KindUnknown(KeyError):
    """Nobody registered this kind."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of message as the settings show it; label and sentence may be lazy translations."""

    key: str
    label: object
    sentence: object
    is_mailed: bool = True


class Kinds:
    """All kinds in the order of registration."""

    def __init__(self) -> None:
        self._kinds: dict[str, Kind] = {}

    def register(self, kind: Kind) -> None:
        """Add a kind; again changes nothing. Raises: ValueError when the key means another one."""
        if self._kinds.setdefault(kind.key, kind) != kind:
            raise ValueError(f"notification kind {kind.key!r} is registered twice")

    def get(self, key: str) -> Kind:
        """Return a kind. Raises: KindUnknown."""
        try:
            return self._kinds[key]
        except KeyError:
            raise KindUnknown(key) from None

    def all(self) -> tuple[Kind, ...]:
        """Return every kind."""
        return tuple(self._kinds.values())


KINDS = Kinds()


def is_local_address(url: str) -> bool:
    """Whether an address leads into this site and nowhere else."""
    return url.startswith("/") and not url.startswith(("//", "/\\")) and url.isprintable()

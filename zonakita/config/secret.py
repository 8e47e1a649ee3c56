"""The signing key: from the environment, else made once per installation and kept beside the data."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def secret_key(data_dir: Path) -> str:
    """Return the key; it is made the first time (mode 0600) and kept, so that sessions survive restarts."""
    if key := os.environ.get("ZONAKITA_SECRET_KEY"):
        return key
    data_dir.mkdir(parents=True, exist_ok=True)
    path = data_dir / "secret-key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(50))
    return path.read_text()

"""Where stored files live: on the local disk, or in an S3-compatible store when a bucket is named."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any


def storages(data_dir: Path) -> dict[str, dict[str, Any]]:
    """Return Django's STORAGES; the variables are listed in docs/reference/settings.md."""
    return {
        "default": _bucket() if os.environ.get("ZONAKITA_S3_BUCKET") else _disk(data_dir),
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }


def _disk(data_dir: Path) -> dict[str, Any]:
    return {
        "BACKEND": "zonakita.foundation.files.storage.ContentFileStorage",
        "OPTIONS": {"location": data_dir / "files"},
    }


def _bucket() -> dict[str, Any]:
    environ = os.environ
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": environ["ZONAKITA_S3_BUCKET"],
            "endpoint_url": environ.get("ZONAKITA_S3_ENDPOINT") or None,
            "region_name": environ.get("ZONAKITA_S3_REGION") or None,
            "access_key": environ.get("ZONAKITA_S3_ACCESS_KEY") or None,
            "secret_key": environ.get("ZONAKITA_S3_SECRET_KEY") or None,
            "location": environ.get("ZONAKITA_S3_PREFIX", ""),
            # A name is the hash of its content: writing it again writes the same bytes.
            "file_overwrite": True,
            "default_acl": None,
            "querystring_auth": True,
        },
    }

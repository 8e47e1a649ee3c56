"""The real queue: the tests of this folder take from it what they put on it."""

from __future__ import annotations

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _queue_in_the_database(settings: Settings, _settings_of_tests: None) -> None:
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "reading"]}
    }

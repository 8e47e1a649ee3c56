"""What every test stands on: no network, quick passwords, mail in memory, and the shared cast."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase
from pytest_django import Settings
from pytest_socket import socket_allow_hosts

from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.audit import triggers
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.organisations.tests.factories import UnitFactory
from zonakita.foundation.people.models import Person
from zonakita.surfaces.staff_site.tests import markup


def pytest_configure() -> None:
    """Let an empty test database be emptied: the audit triggers would refuse it."""
    flush: Callable[[TransactionTestCase], None] = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]

    def flush_without_triggers(self: TransactionTestCase) -> None:
        triggers.remove(connection)
        flush(self)
        triggers.install(connection)

    TransactionTestCase._fixture_teardown = flush_without_triggers  # type: ignore[attr-defined]


def pytest_runtest_setup() -> None:
    """Refuse every connection but those to this machine."""
    socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)


@pytest.fixture(scope="session", autouse=True)
def _empty_static_root(tmp_path_factory: pytest.TempPathFactory) -> None:
    django_settings.STATIC_ROOT = tmp_path_factory.mktemp("static")


@pytest.fixture(autouse=True)
def _settings_of_tests(settings: Settings, tmp_path: Path) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()
    settings.TASKS = {
        "default": {
            "BACKEND": "django_tasks.backends.immediate.ImmediateBackend",
            "QUEUES": ["default", "reading"],
        }
    }
    settings.STORAGES = {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "files"},
        },
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def unit(db: Any) -> Unit:
    """The unit of the owner and the team-mate."""
    return UnitFactory.create(code="kantor-sendiri", name="Kantor Sendiri", short_name="Sendiri")


@pytest.fixture
def other_unit(db: Any) -> Unit:
    """The unit of the stranger."""
    return UnitFactory.create(code="kantor-lain", name="Kantor Lain", short_name="Lain")


@pytest.fixture
def owner(unit: Unit) -> Person:
    """Operator of the unit: may do the daily work."""
    return PersonFactory.create(unit=unit, role="operator", full_name="Operator Contoh")


@pytest.fixture
def team_mate(unit: Unit) -> Person:
    """Employee of the same unit: sees it, changes nothing."""
    return PersonFactory.create(unit=unit, role="employee", full_name="Pegawai Contoh")


@pytest.fixture
def stranger(other_unit: Unit) -> Person:
    """Operator of another unit: sees nothing here."""
    return PersonFactory.create(unit=other_unit, role="operator", full_name="Orang Luar Contoh")


@pytest.fixture
def assert_clean_markup() -> Callable[[Any], None]:
    """The check of a page's markup, given here because a module may not import the surface that owns it."""
    return markup.assert_clean_markup

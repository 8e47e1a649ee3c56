"""Which links a person sees, and which one is marked."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from zonakita.foundation.access.permissions import Permission
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.surfaces.staff_site.home import greeting
from zonakita.surfaces.staff_site.icons import icon_paths
from zonakita.surfaces.staff_site.navigation import ENTRIES, groups_for


def _urls(*permissions: Permission) -> set[str]:
    return {link.url for group in groups_for(frozenset(permissions), "/") for link in group.links}


def test_it_hides_what_needs_a_right() -> None:
    assert "/" in _urls()
    assert "/pengelolaan/jejak-audit/" not in _urls()
    assert "/pengelolaan/jejak-audit/" in _urls(Permission.AUDIT_VIEW)


def test_the_page_for_builders_is_in_nobodys_menu() -> None:
    assert reverse("style") not in _urls(*Permission)


@pytest.mark.parametrize(
    ("path", "marked"), [("/", "/"), ("/pemberitahuan/cara/", "/pemberitahuan/"), ("/akun/2fa/", None)]
)
def test_it_marks_the_nearest_entry(path: str, marked: str | None) -> None:
    groups = groups_for(frozenset(), path)
    current = [link.url for group in groups for link in group.links if link.is_current]
    assert current == ([marked] if marked else [])


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.url_name)
def test_it_has_an_icon_and_an_address_for_every_entry(entry: object) -> None:
    assert icon_paths(entry.icon)  # type: ignore[attr-defined]
    assert entry.url  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("hour_utc", "zone", "words"),
    [
        (0, "Asia/Jakarta", "pagi"),
        (0, "Asia/Jayapura", "pagi"),
        (2, "Asia/Jayapura", "siang"),
        (8, "Asia/Jakarta", "sore"),
        (15, "Asia/Makassar", "malam"),
    ],
)
def test_it_greets_by_the_hour_of_the_unit(hour_utc: int, zone: str, words: str) -> None:
    greeted = greeting(
        Person(full_name="Demo Contoh"), Unit(time_zone=zone), datetime(2025, 3, 3, hour_utc, 5, tzinfo=UTC)
    )
    assert greeted == f"Selamat {words}, Demo Contoh"

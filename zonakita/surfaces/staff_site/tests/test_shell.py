"""The frame around every page, through the real routes."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.notifications.models import Notification
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.surfaces.staff_site.tests.markup import assert_clean_markup

OWN_PAGES = ["home", "units", "notifications", "notification_channels", "style"]
ACCOUNT_PAGES = ["account_change_password", "mfa_index", "account_logout"]
OPEN_PAGES = ["account_login", "account_reset_password", "account_reset_password_done", "style"]


def _signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["home", "units", "notifications", "notification_channels"])
def test_it_sends_a_visitor_to_the_sign_in_page(client: Client, name: str) -> None:
    response = client.get(reverse(name))
    assert response.status_code == 302
    assert response.headers["Location"] == f"{reverse('account_login')}?next={reverse(name)}"


@pytest.mark.django_db
def test_it_says_on_the_sign_in_page_what_this_is(client: Client) -> None:
    response = client.get(reverse("account_login"))
    assert "Dari keputusan sampai predikat." in response.content.decode()


@pytest.mark.parametrize("name", OWN_PAGES + ACCOUNT_PAGES)
def test_it_keeps_pages_of_a_person_clean(owner: Person, name: str) -> None:
    response = _signed_in(owner).get(reverse(name))
    assert response.status_code == 200
    assert_clean_markup(response)


@pytest.mark.django_db
@pytest.mark.parametrize("name", OPEN_PAGES)
def test_it_keeps_open_pages_clean(client: Client, name: str) -> None:
    response = client.get(reverse(name))
    assert response.status_code == 200
    assert_clean_markup(response)


@pytest.mark.django_db
def test_it_sends_a_strict_content_security_policy(client: Client) -> None:
    policy = client.get(reverse("account_login")).headers["Content-Security-Policy"]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["style-src"] == "'self'"
    assert "unsafe" not in policy


def test_it_shows_the_navigation_that_the_role_allows(owner: Person, team_mate: Person) -> None:
    decrees = 'href="/keputusan/"'
    assert decrees in _signed_in(owner).get("/").content.decode()
    assert decrees not in _signed_in(team_mate).get("/").content.decode()


def test_it_marks_the_current_page_in_the_navigation(owner: Person) -> None:
    page = _signed_in(owner).get(reverse("notifications")).content.decode()
    side = page[page.index('id="menu-utama"') :]
    side = side[: side.index("</nav>")]
    assert side.count("aria-current") == 1
    assert f'href="{reverse("notifications")}" aria-current="page"' in side


def test_it_tells_a_person_without_role_whom_to_ask(unit: Unit) -> None:
    page = _signed_in(PersonFactory.create(unit=unit)).get("/").content.decode()
    assert "Anda belum memegang peran di unit mana pun" in page


def test_it_counts_unread_notifications_at_the_bell(owner: Person) -> None:
    Notification.objects.create(person=owner, kind="contoh", title="Halo")
    page = _signed_in(owner).get("/").content.decode()
    assert "1 pemberitahuan baru" in page


def test_it_reads_a_shell_page_with_few_queries(owner: Person, django_assert_max_num_queries: Any) -> None:
    client = _signed_in(owner)
    with django_assert_max_num_queries(6):
        client.get(reverse("style"))

"""Error pages: friendly, clean, with a way on."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.views.defaults import permission_denied

from zonakita.foundation.people.models import Person
from zonakita.surfaces.staff_site.tests.markup import assert_clean_markup, complaints_about


@pytest.mark.django_db
def test_it_answers_a_wrong_address_to_a_visitor(client: Client) -> None:
    response = client.get("/tidak-ada/")
    assert response.status_code == 404
    assert "Halaman ini tidak ditemukan" in response.content.decode()
    assert_clean_markup(response)


def test_it_answers_a_wrong_address_to_a_person(owner: Person) -> None:
    client = Client()
    client.force_login(owner)
    response = client.get("/tidak-ada/")
    assert response.status_code == 404
    assert 'href="/"' in response.content.decode()


def _request(rf: RequestFactory, person: Person) -> HttpRequest:
    request = rf.get("/")
    request.user = person
    request.session = {}  # type: ignore[assignment]
    return request


def test_it_says_why_a_page_is_refused(rf: RequestFactory, owner: Person) -> None:
    response = permission_denied(_request(rf, owner), PermissionDenied("Peran Anda tidak mencakup: X."))
    assert response.status_code == 403
    assert "Peran Anda tidak mencakup: X." in response.content.decode()
    assert_clean_markup(response)


@pytest.mark.parametrize(
    ("template", "words"), [("500.html", "Terjadi gangguan"), ("400.html", "tidak dapat dibaca")]
)
def test_it_stands_alone_when_everything_else_fails(template: str, words: str) -> None:
    html = render_to_string(template)
    assert words in html
    assert complaints_about(html) == []


def test_it_answers_a_failure_with_its_own_page(client: Client, monkeypatch: Any, owner: Person) -> None:
    client.raise_request_exception = False
    client.force_login(owner)
    monkeypatch.setattr("zonakita.surfaces.staff_site.views.home.sections_for", lambda standing: 1 / 0)
    response = client.get("/")
    assert response.status_code == 500
    assert "Terjadi gangguan di pihak kami" in response.content.decode()

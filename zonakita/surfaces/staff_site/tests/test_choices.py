"""Language, theme, unit and accent colour."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from zonakita.foundation.access.tests.factories import PersonFactory, RoleAssignmentFactory
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.organisations.tests.factories import UnitFactory
from zonakita.foundation.people.models import Person


def _choose(client: Client, **values: str) -> Client:
    response = client.post(reverse("preferences"), {"next": "/gaya/", **values})
    assert (response.status_code, response.headers["Location"]) == (302, "/gaya/")
    return client


@pytest.mark.django_db
def test_it_speaks_indonesian_whatever_the_browser_prefers(client: Client) -> None:
    response = client.get("/gaya/", headers={"Accept-Language": "en-US,en;q=0.9"})
    assert response.headers["Content-Language"] == "id"
    assert '<html lang="id"' in response.content.decode()


@pytest.mark.django_db
def test_it_switches_the_language_of_a_visitor(client: Client) -> None:
    assert '<html lang="en"' in _choose(client, language="en").get("/gaya/").content.decode()
    assert '<html lang="id"' in _choose(client, language="id").get("/gaya/").content.decode()


@pytest.mark.django_db
def test_it_ignores_an_unknown_language(client: Client) -> None:
    client.cookies["django_language"] = "xx"
    assert '<html lang="id"' in _choose(client, language="../en").get("/gaya/").content.decode()


def test_it_remembers_the_language_with_the_person(owner: Person) -> None:
    client = Client()
    client.force_login(owner)
    _choose(client, language="en")
    owner.refresh_from_db()
    assert owner.language == "en"
    elsewhere = Client()
    elsewhere.force_login(owner)
    assert '<html lang="en"' in elsewhere.get("/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_draws_the_chosen_theme_from_the_first_byte(client: Client, theme: str) -> None:
    assert f'data-bs-theme="{theme}"' in _choose(client, theme=theme).get("/gaya/").content.decode()


@pytest.mark.django_db
def test_it_follows_the_device_again(client: Client) -> None:
    _choose(client, theme="dark")
    assert "data-bs-theme" not in _choose(client, theme="system").get("/gaya/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("target", ["https://luar.example/", "//luar.example/", ""])
def test_it_never_leads_outside_after_a_choice(client: Client, target: str) -> None:
    response = client.post(reverse("preferences"), {"next": target, "theme": "dark"})
    assert response.headers["Location"] == reverse("home")


@pytest.mark.django_db
def test_it_refuses_a_choice_from_another_site() -> None:
    response = Client(enforce_csrf_checks=True).post(reverse("preferences"), {"theme": "dark"})
    assert response.status_code == 403
    assert "Formulir ini sudah kedaluwarsa" in response.content.decode()


def test_it_works_for_the_chosen_unit(owner: Person, other_unit: Unit) -> None:
    RoleAssignmentFactory.create(person=owner, unit=other_unit, role="employee")
    client = Client()
    client.force_login(owner)
    assert client.get("/").context["shell"].standing.unit == owner.unit
    client.post(reverse("choose_unit"), {"unit": other_unit.pk})
    assert client.get("/").context["shell"].standing.unit == other_unit


def test_it_takes_the_rights_of_the_chosen_unit(owner: Person, other_unit: Unit) -> None:
    RoleAssignmentFactory.create(person=owner, unit=other_unit, role="employee")
    client = Client()
    client.force_login(owner)
    assert "decree_upload" in client.get("/").context["shell"].standing.permissions
    client.post(reverse("choose_unit"), {"unit": other_unit.pk})
    assert "decree_upload" not in client.get("/").context["shell"].standing.permissions


@pytest.mark.parametrize("wanted", ["foreign", "999999", "satu", ""])
def test_it_answers_404_for_a_foreign_and_a_missing_unit(
    owner: Person, other_unit: Unit, wanted: str
) -> None:
    client = Client()
    client.force_login(owner)
    chosen = str(other_unit.pk) if wanted == "foreign" else wanted
    assert client.post(reverse("choose_unit"), {"unit": chosen}).status_code == 404


def test_it_forgets_a_unit_whose_role_was_taken_away(owner: Person, other_unit: Unit) -> None:
    held = RoleAssignmentFactory.create(person=owner, unit=other_unit, role="employee")
    client = Client()
    client.force_login(owner)
    client.post(reverse("choose_unit"), {"unit": other_unit.pk})
    held.delete()
    assert client.get("/").context["shell"].standing.unit == owner.unit


def test_it_lets_a_leader_work_for_a_unit_below(unit: Unit) -> None:
    below = UnitFactory.create(code="di-bawah", name="Kantor di Bawah", short_name="Bawah", parent=unit)
    leader = PersonFactory.create(unit=unit, role="leader")
    client = Client()
    client.force_login(leader)
    assert "Kantor di Bawah" in client.get(reverse("units"), {"cari": "bawah"}).content.decode()
    client.post(reverse("choose_unit"), {"unit": below.pk})
    standing = client.get("/").context["shell"].standing
    assert standing.unit == below
    assert "plan_view" in standing.permissions


def test_it_lists_only_units_that_the_person_sees(owner: Person, other_unit: Unit) -> None:
    client = Client()
    client.force_login(owner)
    page = client.get(reverse("units")).content.decode()
    assert owner.unit.name in page
    assert other_unit.name not in page


def test_it_links_the_stylesheet_of_the_units_colour(owner: Person) -> None:
    owner.unit.accent_colour = "#7A1F1F"
    owner.unit.save()
    client = Client()
    client.force_login(owner)
    assert '<link rel="stylesheet" href="/warna/7a1f1f.css">' in client.get("/").content.decode()
    sheet = client.get("/warna/7a1f1f.css")
    assert sheet.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "--zk-accent-fill: light-dark(#7a1f1f," in sheet.content.decode()
    assert client.get("/warna/7a1f1g.css").status_code == 404

"""Every address asks for what `routes.py` says: of strangers, of colleagues and of who may."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.architecture.routes import NOT_OFFERED, PUBLIC, ROUTES, SIGNED_IN, Right
from tests.architecture.world import World, routes
from zonakita.foundation.access.interface import ROLES, Permission
from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person

SAMPLE_WORDS: dict[str, Any] = {
    "uidb36": "1",
    "key": "abc",
    "provider_id": "sso",
    "colour": "7a1f1f",
    "pk": 1,
    "notification_id": 1,
    "regulation_id": 1,
    "job_id": 1,
}
GUARDED = [route for route in routes() if isinstance(ROUTES.get(route.name), Right)]
OF_AN_OBJECT = [
    route for route in GUARDED if route.words and not getattr(ROUTES[route.name], "shared", False)
]
OTHERS = [route for route in routes() if not isinstance(ROUTES.get(route.name), Right)]
LOGIN = "/akun/login/"


def right_of(name: str) -> Right:
    guard = ROUTES[name]
    assert isinstance(guard, Right)
    return guard


def address(name: str, words: frozenset[str], world: World) -> str:
    """The address of an object of the world's unit."""
    fixed = dict(right_of(name).words)
    return reverse(name, kwargs={word: fixed.get(word) or world.key_for(word) for word in words})


def ask(client: Client, name: str, where: str) -> Any:
    """The answer, read to its end: closing a streamed one early would close the test's own connection."""
    answer: Any = client.post(where) if right_of(name).post else client.get(where)
    if answer.streaming:
        answer.getvalue()
    return answer


def person_with(unit: Unit, permission: Permission) -> Person:
    """Someone in the unit whose role holds the right."""
    role = next(key for key, role in ROLES.items() if permission in role.permissions)
    return PersonFactory.create(unit=unit, role=role)


def test_every_route_is_in_the_table() -> None:
    names = {route.name for route in routes()}
    assert names - set(ROUTES) == set(), "say in tests/architecture/routes.py what these demand"
    assert set(ROUTES) - names == set(), "these no longer exist"


@pytest.fixture
def world(unit: Unit) -> World:
    return World(unit)


@pytest.mark.parametrize("route", GUARDED, ids=lambda route: route.name)
def test_it_sends_a_visitor_to_the_sign_in(route: Any, world: World, client: Client) -> None:
    answer = ask(client, route.name, address(route.name, route.words, world))
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(LOGIN)


@pytest.mark.parametrize("route", OF_AN_OBJECT, ids=lambda route: route.name)
def test_it_hides_the_object_from_every_role_of_another_unit(
    route: Any, world: World, other_unit: Unit, client: Client
) -> None:
    where = address(route.name, route.words, world)
    for role in ROLES:
        client.force_login(PersonFactory.create(unit=other_unit, role=role))
        assert ask(client, route.name, where).status_code == 404, role


@pytest.mark.parametrize(
    "route",
    [
        route
        for route in GUARDED
        if any(right_of(route.name).permission not in role.permissions for role in ROLES.values())
    ],
    ids=lambda route: route.name,
)
def test_it_refuses_a_colleague_without_the_right(
    route: Any, world: World, unit: Unit, client: Client
) -> None:
    guard = right_of(route.name)
    where = address(route.name, route.words, world)
    for role in (key for key, role in ROLES.items() if guard.permission not in role.permissions):
        client.force_login(PersonFactory.create(unit=unit, role=role))
        expected = {403, 404} if guard.hides else {403}
        assert ask(client, route.name, where).status_code in expected, role


@pytest.mark.parametrize(
    "route",
    [route for route in GUARDED if not right_of(route.name).post],
    ids=lambda route: route.name,
)
def test_it_opens_for_who_holds_the_right(route: Any, world: World, unit: Unit, client: Client) -> None:
    """What is asked for is there, or leads on: the refusals above mean something."""
    client.force_login(person_with(unit, right_of(route.name).permission))
    answer = ask(client, route.name, address(route.name, route.words, world))
    assert answer.status_code in {200, 302}
    assert not answer.headers.get("Location", "").startswith(LOGIN)


@pytest.mark.parametrize(
    "route",
    [route for route in GUARDED if right_of(route.name).post],
    ids=lambda route: route.name,
)
def test_it_lets_who_holds_the_right_past_the_door(
    route: Any, world: World, unit: Unit, client: Client
) -> None:
    """An empty form is refused for what it lacks, never for who sent it."""
    client.force_login(person_with(unit, right_of(route.name).permission))
    answer = ask(client, route.name, address(route.name, route.words, world))
    assert answer.status_code < 500
    assert answer.status_code not in {403, 404, 405}


@pytest.mark.parametrize("route", GUARDED, ids=lambda route: route.name)
def test_it_forgets_who_was_signed_out_meanwhile(
    route: Any, world: World, unit: Unit, client: Client
) -> None:
    person = person_with(unit, right_of(route.name).permission)
    where = address(route.name, route.words, world)
    client.force_login(person)
    Person.objects.filter(pk=person.pk).update(is_active=False)
    assert ask(client, route.name, where).status_code == 302


@pytest.mark.parametrize("route", OTHERS, ids=lambda route: route.name)
def test_an_open_door_is_open_and_a_closed_one_closed(
    route: Any, db: None, client: Client, owner: Person
) -> None:
    where = reverse(route.name, kwargs={word: SAMPLE_WORDS[word] for word in route.words})
    answer = client.get(where)
    if answer.status_code == 405:
        answer = client.post(where)
    is_sent_to_login = answer.headers.get("Location", "").startswith(LOGIN)
    guard = ROUTES[route.name]
    if guard is SIGNED_IN:
        assert is_sent_to_login
        client.force_login(owner)
        assert client.get(where).status_code in {200, 302, 404, 405}
    elif guard is NOT_OFFERED:
        client.force_login(owner)
        assert answer.status_code == client.get(where).status_code == 404
    else:
        assert guard is PUBLIC
        assert answer.status_code < 500
        assert "?next=" not in answer.headers.get("Location", "")


@pytest.mark.parametrize("words", [(), ("unit_id",)])
def test_the_site_has_addresses_of_both_kinds(words: tuple[str, ...]) -> None:
    assert any(route.words >= set(words) for route in GUARDED)

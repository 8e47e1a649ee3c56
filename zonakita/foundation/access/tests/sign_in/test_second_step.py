"""TOTP, recovery codes, passkeys, and roles that demand a second step."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from zonakita.foundation.access.models import RolePolicy
from zonakita.foundation.access.tests.factories import PersonFactory, RoleAssignmentFactory
from zonakita.foundation.access.tests.sign_in.soft_key import SoftKey
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.foundation.people.tests.factories import PASSWORD

LOGIN = "/akun/login/"


def code_of(secret: str, *, steps_ahead: int = 0) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps_ahead)))


def sign_in(client: Client, person: Person) -> Any:
    """Give the password. Returns where the answer leads."""
    answer = client.post(LOGIN, {"login": person.email, "password": PASSWORD})
    return answer.headers["Location"]


def prove_again(client: Client) -> None:
    """Give the password once more, as every change of the second step demands."""
    client.post("/akun/reauthenticate/", {"password": PASSWORD})


def enrol_totp(client: Client) -> str:
    """Set up the second step of whoever is signed in. Returns the secret."""
    prove_again(client)
    page = client.get("/akun/2fa/totp/activate/")
    secret = str(page.context["form"].secret)
    client.post("/akun/2fa/totp/activate/", {"code": code_of(secret)})
    return secret


def test_it_asks_for_the_code_after_the_password(owner: Person, client: Client) -> None:
    sign_in(client, owner)
    secret = enrol_totp(client)
    client.post("/akun/logout/")
    assert sign_in(client, owner) == "/akun/2fa/authenticate/"
    assert client.get("/").status_code == 302, "the password alone opens nothing"
    client.post("/akun/2fa/authenticate/", {"code": "000000"})
    assert "_auth_user_id" not in client.session
    client.post("/akun/2fa/authenticate/", {"code": code_of(secret, steps_ahead=1)})
    assert client.session["_auth_user_id"] == str(owner.pk)


@pytest.mark.parametrize("page", ["totp/activate/", "webauthn/add/", "recovery-codes/generate/"])
def test_an_open_browser_is_not_enough_to_change_the_second_step(
    page: str, owner: Person, client: Client
) -> None:
    sign_in(client, owner)
    answer = client.get(f"/akun/2fa/{page}")
    assert answer.headers["Location"].startswith("/akun/reauthenticate/")


def test_a_recovery_code_works_once(owner: Person, client: Client) -> None:
    sign_in(client, owner)
    enrol_totp(client)
    codes = Authenticator.objects.get(user=owner, type="recovery_codes").wrap().get_unused_codes()
    client.post("/akun/logout/")
    for expected in (True, False):
        sign_in(client, owner)
        client.post("/akun/2fa/authenticate/", {"code": codes[0]})
        assert ("_auth_user_id" in client.session) is expected
        client.post("/akun/logout/")


def test_the_secret_is_not_readable_in_the_database(owner: Person, client: Client) -> None:
    sign_in(client, owner)
    secret = enrol_totp(client)
    for row in Authenticator.objects.filter(user=owner):
        assert secret not in json.dumps(row.data)


def test_codes_cannot_be_guessed_for_long(owner: Person, client: Client) -> None:
    sign_in(client, owner)
    secret = enrol_totp(client)
    client.post("/akun/logout/")
    sign_in(client, owner)
    for guess in range(12):
        client.post("/akun/2fa/authenticate/", {"code": f"{guess:06d}"})
    client.post("/akun/2fa/authenticate/", {"code": code_of(secret, steps_ahead=1)})
    assert "_auth_user_id" not in client.session


@pytest.fixture
def key(owner: Person, client: Client) -> SoftKey:
    """A passkey of the owner, who has signed out again."""
    sign_in(client, owner)
    prove_again(client)
    key = SoftKey()
    page = client.get("/akun/2fa/webauthn/add/")
    credential = key.register(_plain(page.context["js_data"]["creation_options"]))
    fields = {"name": "Ponsel", "passwordless": "on", "credential": json.dumps(credential)}
    client.post("/akun/2fa/webauthn/add/", fields)
    assert Authenticator.objects.filter(user=owner, type="webauthn").count() == 1
    client.post("/akun/logout/")
    return key


def test_a_key_is_named_in_the_language_of_the_page(owner: Person, client: Client, key: SoftKey) -> None:
    number = Authenticator.objects.get(user=owner, type="webauthn").pk
    client.force_login(owner)
    prove_again(client)
    for path in ("add/", f"keys/{number}/edit/"):
        page = client.get(f"/akun/2fa/webauthn/{path}")
        assert page.status_code == 200
        assert page.context["form"].fields["name"].label == "Nama"


def test_a_passkey_signs_in_without_password(owner: Person, client: Client, key: SoftKey) -> None:
    options = client.get("/akun/2fa/webauthn/login/", headers={"X-Requested-With": "XMLHttpRequest"}).json()
    credential = key.sign(options["request_options"])
    client.post("/akun/2fa/webauthn/login/", {"credential": json.dumps(credential)})
    assert client.session["_auth_user_id"] == str(owner.pk)


def test_a_passkey_is_the_second_step_after_the_password(owner: Person, client: Client, key: SoftKey) -> None:
    assert sign_in(client, owner) == "/akun/2fa/authenticate/"
    page = client.get("/akun/2fa/authenticate/")
    credential = key.sign(_plain(page.context["js_data"]["request_options"]))
    client.post("/akun/2fa/authenticate/", {"credential": json.dumps(credential)})
    assert client.session["_auth_user_id"] == str(owner.pk)


def test_a_foreign_passkey_opens_nothing(owner: Person, client: Client, key: SoftKey) -> None:
    options = client.get("/akun/2fa/webauthn/login/", headers={"X-Requested-With": "XMLHttpRequest"}).json()
    honest = key.sign(options["request_options"])
    forged = SoftKey().sign(options["request_options"])
    forged["id"], forged["rawId"] = honest["id"], honest["rawId"]
    forged["response"]["userHandle"] = honest["response"]["userHandle"]
    client.post("/akun/2fa/webauthn/login/", {"credential": json.dumps(forged)})
    assert "_auth_user_id" not in client.session


@pytest.fixture
def demanding(unit: Unit) -> RolePolicy:
    """The owner's institution demands a second step of every operator."""
    return RolePolicy.objects.create(unit=unit, role="operator", mfa_required=True)


def test_a_role_can_demand_the_second_step(owner: Person, client: Client, demanding: RolePolicy) -> None:
    sign_in(client, owner)
    answer = client.get("/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/akun/2fa/")
    assert client.get("/akun/2fa/").status_code == 200
    enrol_totp(client)
    assert client.get("/").status_code == 200


def test_a_passkey_meets_the_demand(
    owner: Person, client: Client, key: SoftKey, demanding: RolePolicy
) -> None:
    options = client.get("/akun/2fa/webauthn/login/", headers={"X-Requested-With": "XMLHttpRequest"}).json()
    credential = key.sign(options["request_options"])
    client.post("/akun/2fa/webauthn/login/", {"credential": json.dumps(credential)})
    assert client.get("/").status_code == 200


def test_recovery_codes_alone_do_not_meet_the_demand(
    owner: Person, client: Client, demanding: RolePolicy
) -> None:
    Authenticator.objects.create(user=owner, type="recovery_codes", data={})
    client.force_login(owner)
    assert client.get("/").status_code == 302


def test_a_fragment_is_sent_on_as_a_whole_page(owner: Person, client: Client, demanding: RolePolicy) -> None:
    client.force_login(owner)
    answer = client.get("/", headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == "/akun/2fa/"


def test_the_demand_concerns_that_role_alone(
    team_mate: Person, stranger: Person, client: Client, demanding: RolePolicy
) -> None:
    for person in (team_mate, stranger):
        client.force_login(person)
        assert client.get("/").status_code == 200


def test_the_demand_of_an_institution_reaches_its_units(
    unit: Unit, client: Client, demanding: RolePolicy
) -> None:
    from zonakita.foundation.organisations.tests.factories import UnitFactory

    below = UnitFactory.create(parent=unit)
    person = PersonFactory.create(unit=below)
    client.force_login(person)
    assert client.get("/").status_code == 200
    RoleAssignmentFactory.create(person=person, role="operator")
    assert client.get("/").status_code == 302
    demanding.mfa_required = False
    demanding.save()
    assert client.get("/").status_code == 200


def _plain(options: Any) -> dict[str, Any]:
    """What the browser gets of the options: JSON."""
    plain: dict[str, Any] = json.loads(json.dumps(options))
    return plain

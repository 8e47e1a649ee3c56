"""Signing in by OpenID Connect, against a provider on this machine, and its settings."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlparse

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from pytest_django import Settings

from zonakita.config.sign_in import CACHES, openid_form_origins, openid_providers
from zonakita.foundation.people.models import Person


class Provider(BaseHTTPRequestHandler):
    """Says of whoever comes what the test wrote into `claims`."""

    claims: ClassVar[dict[str, Any]] = {}

    def do_GET(self) -> None:
        if self.path == "/.well-known/openid-configuration":
            base = f"http://{self.headers['Host']}"
            self._answer(
                {
                    "issuer": base,
                    "authorization_endpoint": f"{base}/masuk",
                    "token_endpoint": f"{base}/token",
                    "userinfo_endpoint": f"{base}/siapa",
                    "jwks_uri": f"{base}/kunci",
                }
            )
        else:
            self._answer(self.claims)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._answer({"access_token": "uji", "token_type": "Bearer"})

    def log_message(self, *args: object) -> None:
        pass

    def _answer(self, body: dict[str, Any]) -> None:
        content = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@pytest.fixture
def issuer(settings: Settings) -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Provider)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}"
    settings.SOCIALACCOUNT_PROVIDERS = openid_providers(environment(address))
    yield address
    server.shutdown()
    thread.join()
    server.server_close()


def environment(issuer: str) -> dict[str, str]:
    return {
        "ZONAKITA_OIDC_ISSUER": issuer,
        "ZONAKITA_OIDC_CLIENT_ID": "zonakita",
        "ZONAKITA_OIDC_CLIENT_SECRET": "rahasia",
    }


def come_from_provider(client: Client, **claims: object) -> Any:
    Provider.claims = {"sub": "orang-1", **claims}
    leave = client.post("/akun/oidc/sso/login/")
    sent = parse_qs(urlparse(leave.headers["Location"]).query)
    assert sent["code_challenge_method"] == ["S256"]
    return client.get("/akun/oidc/sso/login/callback/", {"code": "uji", "state": sent["state"][0]})


def test_it_signs_in_a_known_person_by_a_verified_address(owner: Person, client: Client, issuer: str) -> None:
    for _ in range(2):
        come_from_provider(client, email=str(owner.email).upper(), email_verified=True)
        assert client.session["_auth_user_id"] == str(owner.pk)
        client.post("/akun/logout/")
    assert SocialAccount.objects.get().user == owner


@pytest.mark.parametrize("claims", [{"email_verified": False}, {}])
def test_it_refuses_an_address_that_the_provider_did_not_verify(
    claims: dict[str, object], owner: Person, client: Client, issuer: str
) -> None:
    answer = come_from_provider(client, email=owner.email, **claims)
    assert answer.headers["Location"] == "/akun/login/"
    assert "_auth_user_id" not in client.session
    assert not SocialAccount.objects.exists()


def test_it_refuses_a_person_whom_nobody_invited(owner: Person, client: Client, issuer: str) -> None:
    come_from_provider(client, email="tamu@contoh.test", email_verified=True)
    assert "_auth_user_id" not in client.session
    assert Person.objects.count() == 1


def test_it_refuses_a_closed_account(owner: Person, client: Client, issuer: str) -> None:
    Person.objects.update(is_active=False)
    come_from_provider(client, email=owner.email, email_verified=True)
    assert "_auth_user_id" not in client.session


def test_it_refuses_an_answer_that_was_not_asked_for(owner: Person, client: Client, issuer: str) -> None:
    Provider.claims = {"sub": "orang-1", "email": owner.email, "email_verified": True}
    client.get("/akun/oidc/sso/login/callback/", {"code": "uji", "state": "palsu"})
    assert "_auth_user_id" not in client.session


def test_without_an_issuer_there_is_no_provider(db: None, client: Client, settings: Settings) -> None:
    assert openid_providers({}) == {}
    settings.SOCIALACCOUNT_PROVIDERS = {}
    assert client.post("/akun/oidc/sso/login/").status_code == 404


def test_half_a_configuration_says_what_is_missing() -> None:
    with pytest.raises(ValueError, match="ZONAKITA_OIDC_CLIENT_ID and ZONAKITA_OIDC_CLIENT_SECRET"):
        openid_providers({"ZONAKITA_OIDC_ISSUER": "https://masuk.contoh.test"})


def test_forms_may_lead_to_the_provider_and_nowhere_else() -> None:
    """Browsers hold the redirect after a form to the content security policy too."""
    assert openid_form_origins(environment("https://masuk.contoh.test/realms/kpu")) == [
        "https://masuk.contoh.test"
    ]
    assert openid_form_origins({}) == []


def test_failed_sign_ins_are_counted_over_all_processes() -> None:
    """A cache in the memory of one process would allow five failures for every process."""
    assert CACHES["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"

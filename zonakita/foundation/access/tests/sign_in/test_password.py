"""Signing in by e-mail and password: lockout, silence about who exists, no sign-up."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import NoReverseMatch, reverse
from pytest_django import Settings

from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.audit.models import AuditEvent
from zonakita.foundation.people.models import Person
from zonakita.foundation.people.tests.factories import PASSWORD

LOGIN = "/akun/login/"
NEW_PASSWORD = "sepeda-biru-7-taman"


def sign_in(client: Client, email: str | None, password: str = PASSWORD) -> Any:
    return client.post(LOGIN, {"login": email, "password": password})


def reset_password(client: Client, person: Person) -> None:
    """Ask for the mail, follow its link, set NEW_PASSWORD."""
    client.post("/akun/password/reset/", {"email": person.email})
    link = re.search(r"http://testserver(/\S+)", str(mail.outbox[0].body))
    assert link
    form = client.get(link[1], follow=True).redirect_chain[-1][0]
    client.post(form, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_it_signs_in_whatever_the_case_of_the_address(owner: Person, client: Client) -> None:
    answer = sign_in(client, str(owner.email).upper())
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert is_signed_in(client)
    event = AuditEvent.objects.get()
    assert (event.code, event.actor_id) == ("people.signed_in", str(owner.pk))


def test_it_goes_back_to_the_page_that_was_asked_for(owner: Person, client: Client) -> None:
    answer = client.post(f"{LOGIN}?next=/unit-kerja/", {"login": owner.email, "password": PASSWORD})
    assert answer.headers["Location"] == "/unit-kerja/"


def test_it_never_goes_to_another_site(owner: Person, client: Client) -> None:
    answer = client.post(f"{LOGIN}?next=https://jahat.test/", {"login": owner.email, "password": PASSWORD})
    assert answer.headers["Location"] == "/"


def test_it_refuses_a_wrong_password_and_records_it(owner: Person, client: Client) -> None:
    answer = sign_in(client, owner.email, "salah-salah-salah")
    assert answer.status_code == 200
    assert not is_signed_in(client)
    event = AuditEvent.objects.get()
    assert (event.code, event.actor_kind, event.target_id) == (
        "people.sign_in_failed",
        "job",
        str(owner.pk),
    )


def test_it_says_the_same_for_a_wrong_password_and_an_unknown_address(owner: Person, client: Client) -> None:
    def errors(email: str) -> list[str]:
        return [
            str(message)
            for message in sign_in(client, email, "salah-salah").context["form"].non_field_errors()
        ]

    assert errors(str(owner.email)) == errors("tiada@contoh.test") == ["Surel atau kata sandi tidak sesuai."]


def test_it_locks_after_repeated_failures_also_for_the_right_password(owner: Person, client: Client) -> None:
    for _ in range(5):
        sign_in(client, owner.email, "salah-salah-salah")
    answer = sign_in(Client(REMOTE_ADDR="10.0.0.9"), owner.email)
    assert "Terlalu banyak percobaan masuk" in answer.content.decode()
    assert not is_signed_in(client)


def test_it_locks_one_account_and_not_the_next(owner: Person, team_mate: Person, client: Client) -> None:
    for _ in range(5):
        sign_in(client, owner.email, "salah-salah-salah")
    assert sign_in(Client(), team_mate.email).status_code == 302


def test_a_good_sign_in_does_not_use_up_the_count(owner: Person) -> None:
    for _ in range(7):
        assert sign_in(Client(), owner.email).status_code == 302


def test_a_new_password_by_mail_opens_the_lock(owner: Person, client: Client) -> None:
    for _ in range(6):
        sign_in(client, owner.email, "salah-salah-salah")
    reset_password(client, owner)
    assert sign_in(client, owner.email, NEW_PASSWORD).status_code == 302


def test_it_refuses_a_closed_account(owner: Person, client: Client) -> None:
    Person.objects.filter(pk=owner.pk).update(is_active=False)
    sign_in(client, owner.email)
    assert not is_signed_in(client)


def test_it_refuses_a_person_who_has_not_set_a_password(db: None, client: Client) -> None:
    person = PersonFactory.create(password=None)
    for password in ("", "!", person.password):
        sign_in(client, person.email, password)
        assert not is_signed_in(client)


def test_nobody_signs_up(db: None, client: Client) -> None:
    new = {"email": "baru@contoh.test", "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    client.get("/akun/signup/")
    client.post("/akun/signup/", new)
    assert not Person.objects.exists()


def test_nobody_changes_the_own_address(owner: Person, client: Client) -> None:
    """It is how an administrator knows a person, and what an outside account is matched by."""
    client.force_login(owner)
    answer = client.post("/akun/email/", {"email": "lain@contoh.test", "action_add": ""})
    assert answer.status_code == 404
    with pytest.raises(NoReverseMatch):
        reverse("account_email_change")


def test_it_resets_a_forgotten_password_by_mail(owner: Person, client: Client) -> None:
    reset_password(client, owner)
    assert sign_in(client, owner.email).status_code == 200
    assert sign_in(client, owner.email, NEW_PASSWORD).status_code == 302


def test_a_new_password_ends_the_other_sessions(owner: Person, client: Client) -> None:
    client.force_login(owner)
    other = Client()
    other.force_login(owner)
    client.post(
        "/akun/password/change/",
        {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD},
    )
    assert client.get("/").status_code == 200
    assert other.get("/").status_code == 302


def test_a_mail_names_the_installation_and_not_the_host_of_the_request(
    owner: Person, client: Client, settings: Settings
) -> None:
    settings.PUBLIC_ADDRESS = "https://zi.contoh.test"
    client.post("/akun/password/reset/", {"email": owner.email})
    client.force_login(owner)
    client.post(
        "/akun/password/change/",
        {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD},
    )
    assert len(mail.outbox) == 2
    for letter in mail.outbox:
        lines = str(letter.body).splitlines()
        assert letter.subject.startswith("[ZonaKita] ")
        assert lines[0] == "Yth. Pengguna ZonaKita,"
        assert lines[-2:] == ["ZonaKita", "https://zi.contoh.test"]
        assert not any(line.startswith("testserver") or "testserver!" in line for line in lines)


@pytest.mark.parametrize("weak", ["pendek", "12345678901234", "password123"])
def test_it_refuses_a_weak_password(weak: str, owner: Person, client: Client) -> None:
    client.force_login(owner)
    answer = client.post(
        "/akun/password/change/", {"oldpassword": PASSWORD, "password1": weak, "password2": weak}
    )
    assert answer.context["form"].errors


def test_a_reset_answers_the_same_for_an_unknown_address(owner: Person, client: Client) -> None:
    known = client.post("/akun/password/reset/", {"email": owner.email})
    unknown = client.post("/akun/password/reset/", {"email": "tiada@contoh.test"})
    assert (known.status_code, known.headers["Location"]) == (
        unknown.status_code,
        unknown.headers["Location"],
    )
    assert [message.to for message in mail.outbox] == [[owner.email]]

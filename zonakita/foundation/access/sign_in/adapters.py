"""How django-allauth behaves here: nobody signs up, every sign-in is recorded, secrets are encrypted."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.encoding import force_bytes
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zonakita.foundation.audit import interface as audit
from zonakita.foundation.people.models import Person
from zonakita.foundation.people.queries import person_by_email


@dataclass(frozen=True)
class Site:
    """What mails call this installation, whatever address the request came by."""

    name: str
    domain: str


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Sign-in by e-mail and password."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": gettext_lazy("Akun ini tidak aktif. Hubungi administrator unit Anda."),
        "email_password_mismatch": gettext_lazy("Surel atau kata sandi tidak sesuai."),
        "incorrect_code": gettext_lazy("Kode salah."),
        "incorrect_password": gettext_lazy("Kata sandi salah."),
        "enter_current_password": gettext_lazy("Tulis kata sandi Anda saat ini."),
        "invalid_password_reset": gettext_lazy("Tautan ini sudah tidak berlaku. Mintalah tautan baru."),
        "too_many_login_attempts": gettext_lazy(
            "Terlalu banyak percobaan masuk yang gagal. Coba lagi dalam 15 menit atau atur ulang kata sandi."
        ),
        "rate_limited": gettext_lazy("Terlalu banyak permintaan. Tunggu sebentar lalu coba lagi."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def clean_email(self, email: str) -> str:
        return email.strip().lower()

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        site = Site("ZonaKita", settings.PUBLIC_ADDRESS)
        super().send_mail(template_prefix, email, {**context, "current_site": site})

    def post_login(self, request: HttpRequest, user: Person, **kwargs: Any) -> HttpResponse:
        audit.record("people.signed_in", actor=user, target=user, unit_code=user.unit.code)
        response: HttpResponse = super().post_login(request, user, **kwargs)
        return response

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        person = person_by_email(str(credentials.get("email") or ""))
        if person is not None:
            audit.record(
                "people.sign_in_failed", actor=audit.Job("sign-in"), target=person, unit_code=person.unit.code
            )
        super().authentication_failed(request, **credentials)

    @transaction.atomic
    def set_password(self, user: Person, password: str) -> None:
        super().set_password(user, password)
        self._delete_login_attempts_cached_email(self.request, email=user.email or "")
        audit.record("people.password_set", actor=user, target=user, unit_code=user.unit.code)


class OutsideAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Sign-in by OpenID Connect: only people already here, by an address that the provider verified."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        if sociallogin.is_existing:
            return
        person = self._known_person(sociallogin)
        connecting = sociallogin.state.get("process") == AuthProcess.CONNECT
        if person is None or (connecting and person != request.user):
            messages.error(request, _("Akun itu tidak terdaftar di sini. Hubungi administrator unit Anda."))
            raise ImmediateHttpResponse(redirect("account_login"))
        if not connecting:
            sociallogin.connect(request, person)

    @staticmethod
    def _known_person(sociallogin: SocialLogin) -> Person | None:
        for address in sociallogin.email_addresses:
            if address.verified and (person := person_by_email(address.email)):
                return person if person.is_active else None
        return None


class SecondStepAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Second step: secrets are encrypted with the signing key before they reach the database."""

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()


def _cipher() -> MultiFernet:
    keys = [force_bytes(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    digests = (hashlib.sha256(b"zonakita second step" + key).digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])

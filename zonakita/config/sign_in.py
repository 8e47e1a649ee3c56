"""Settings of sign-in (django-allauth): e-mail and password, second step, passkeys, OpenID Connect.

`__all__` lists what settings.py takes over; docs/reference/settings.md explains the variables.
"""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import urlsplit

__all__ = [
    "ACCOUNT_ADAPTER",
    "ACCOUNT_CHANGE_EMAIL",
    "ACCOUNT_EMAIL_NOTIFICATIONS",
    "ACCOUNT_EMAIL_SUBJECT_PREFIX",
    "ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS",
    "ACCOUNT_EMAIL_VERIFICATION",
    "ACCOUNT_LOGIN_METHODS",
    "ACCOUNT_LOGIN_ON_PASSWORD_RESET",
    "ACCOUNT_LOGOUT_REDIRECT_URL",
    "ACCOUNT_PREVENT_ENUMERATION",
    "ACCOUNT_RATE_LIMITS",
    "ACCOUNT_REAUTHENTICATION_TIMEOUT",
    "ACCOUNT_SESSION_REMEMBER",
    "ACCOUNT_SIGNUP_FIELDS",
    "ACCOUNT_USER_DISPLAY",
    "ACCOUNT_USER_MODEL_USERNAME_FIELD",
    "ALLAUTH_TRUSTED_PROXY_COUNT",
    "AUTHENTICATION_BACKENDS",
    "CACHES",
    "MFA_ADAPTER",
    "MFA_FORMS",
    "MFA_PASSKEY_LOGIN_ENABLED",
    "MFA_PASSKEY_SIGNUP_ENABLED",
    "MFA_SUPPORTED_TYPES",
    "MFA_TOTP_ISSUER",
    "MFA_TOTP_TOLERANCE",
    "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN",
    "OPENID_FORM_ORIGINS",
    "PASSWORD_RESET_TIMEOUT",
    "SOCIALACCOUNT_ADAPTER",
    "SOCIALACCOUNT_AUTO_SIGNUP",
    "SOCIALACCOUNT_EMAIL_VERIFICATION",
    "SOCIALACCOUNT_ONLY",
    "SOCIALACCOUNT_PROVIDERS",
    "SOCIALACCOUNT_REQUESTS_TIMEOUT",
    "SOCIALACCOUNT_STORE_TOKENS",
]

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]

# Failed sign-ins are counted here, so every process and machine has to see the same cache.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"},
}

ACCOUNT_ADAPTER = "zonakita.foundation.access.sign_in.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_CHANGE_EMAIL = False
# Addresses are entered by an administrator and proven by the link of the invitation.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[ZonaKita] "
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/15m/key", "reset_password": "20/m/ip,5/15m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("ZONAKITA_PROXY_COUNT", "0"))
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60


def ACCOUNT_USER_DISPLAY(person: Any) -> str:  # noqa: N802 - the name is allauth's
    """Name a person in pages and mails of sign-in."""
    return str(person)


MFA_ADAPTER = "zonakita.foundation.access.sign_in.adapters.SecondStepAdapter"
MFA_FORMS = {
    "add_webauthn": "zonakita.foundation.access.sign_in.forms.AddKeyForm",
    "edit_webauthn": "zonakita.foundation.access.sign_in.forms.EditKeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_TOTP_ISSUER = "ZonaKita"
MFA_TOTP_TOLERANCE = 1
# Browsers allow passkeys over http on localhost alone, which is where the demo runs.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = os.environ.get("ZONAKITA_TLS", "0").lower() not in {
    "1",
    "true",
    "yes",
    "ya",
}

SOCIALACCOUNT_ADAPTER = "zonakita.foundation.access.sign_in.adapters.OutsideAccountAdapter"
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 10


def openid_providers(environment: dict[str, str]) -> dict[str, Any]:
    """Build the provider table from ZONAKITA_OIDC_*; without an issuer address there is none.

    Raises: ValueError when the issuer is given without its client.
    """
    issuer = environment.get("ZONAKITA_OIDC_ISSUER", "").strip()
    if not issuer:
        return {}
    missing = [
        name
        for name in ("ZONAKITA_OIDC_CLIENT_ID", "ZONAKITA_OIDC_CLIENT_SECRET")
        if not environment.get(name)
    ]
    if missing:
        raise ValueError(f"ZONAKITA_OIDC_ISSUER is set, so {' and '.join(missing)} must be set too")
    app = {
        "provider_id": environment.get("ZONAKITA_OIDC_ID", "sso"),
        "name": environment.get("ZONAKITA_OIDC_NAME", "SSO"),
        "client_id": environment["ZONAKITA_OIDC_CLIENT_ID"],
        "secret": environment["ZONAKITA_OIDC_CLIENT_SECRET"],
        "settings": {"server_url": issuer},
    }
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}


def openid_form_origins(environment: dict[str, str]) -> list[str]:
    """Where the sign-in form may lead besides this site: the issuer, or the list in ZONAKITA_OIDC_ORIGINS.

    Browsers hold a redirect after a form to the content security policy too.
    """
    issuer = environment.get("ZONAKITA_OIDC_ISSUER", "").strip()
    if origins := environment.get("ZONAKITA_OIDC_ORIGINS", "").split():
        return origins
    return ["{0.scheme}://{0.netloc}".format(urlsplit(issuer))] if issuer else []


OPENID_FORM_ORIGINS = openid_form_origins(dict(os.environ))
SOCIALACCOUNT_PROVIDERS = openid_providers(dict(os.environ))

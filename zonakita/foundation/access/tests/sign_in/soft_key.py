"""A passkey in software: what a phone or a security key would answer to the browser."""

from __future__ import annotations

import hashlib
import json
import os
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

FLAG = AuthenticatorData.FLAG


class SoftKey:
    """One key pair for one site."""

    def __init__(self, *, site: str = "testserver") -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._id = os.urandom(16)
        self._site = site
        self._user_handle = ""

    def register(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answer `navigator.credentials.create`."""
        public = options["publicKey"]
        self._user_handle = public["user"]["id"]
        client_data = self._client_data("webauthn.create", public["challenge"])
        attested = AttestedCredentialData.create(
            b"\0" * 16,
            self._id,
            ES256.from_cryptography_key(self._key.public_key()),  # type: ignore[no-untyped-call]
        )
        data = AuthenticatorData.create(self._site_hash, FLAG.UP | FLAG.UV | FLAG.AT, 0, attested)
        response = {
            "clientDataJSON": websafe_encode(client_data),
            "attestationObject": websafe_encode(AttestationObject.create("none", data, {})),
        }
        return self._credential(response, {"credProps": {"rk": True}})

    def sign(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answer `navigator.credentials.get`."""
        client_data = self._client_data("webauthn.get", options["publicKey"]["challenge"])
        data = AuthenticatorData.create(self._site_hash, FLAG.UP | FLAG.UV, 1)
        signed = bytes(data) + hashlib.sha256(client_data).digest()
        response = {
            "clientDataJSON": websafe_encode(client_data),
            "authenticatorData": websafe_encode(data),
            "signature": websafe_encode(self._key.sign(signed, ec.ECDSA(hashes.SHA256()))),
            "userHandle": self._user_handle,
        }
        return self._credential(response, {})

    @property
    def _site_hash(self) -> bytes:
        return hashlib.sha256(self._site.encode()).digest()

    def _client_data(self, kind: str, challenge: str) -> bytes:
        return json.dumps(
            {"type": kind, "challenge": challenge, "origin": f"https://{self._site}", "crossOrigin": False}
        ).encode()

    def _credential(self, response: dict[str, str], extensions: dict[str, Any]) -> dict[str, Any]:
        return {
            "type": "public-key",
            "id": websafe_encode(self._id),
            "rawId": websafe_encode(self._id),
            "response": response,
            "clientExtensionResults": extensions,
        }

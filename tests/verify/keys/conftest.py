"""A small web of documents, and keys that are always the same."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from credlens.model.verification import Check, Mode, Outcome
from credlens.verify.inquiry import Desk, Inquiry, Settings
from credlens.verify.keys.binding import bind
from credlens.verify.keys.resolve import Method, resolve
from credlens.verify.needs import Document, Missing, Need, Reply, Steps, Why

AT = datetime(2026, 6, 1, tzinfo=UTC)
ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def base58(data: bytes) -> str:
    number, text = int.from_bytes(data, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        text = ALPHABET[rest] + text
    return "1" * (len(data) - len(data.lstrip(b"\0"))) + text


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


@dataclass(frozen=True)
class Ed:
    """An Ed25519 key in its several spellings."""

    raw: bytes

    @property
    def multibase(self) -> str:
        return "z" + base58(b"\xed\x01" + self.raw)

    @property
    def base58(self) -> str:
        return base58(self.raw)

    @property
    def jwk(self) -> dict[str, str]:
        return {"kty": "OKP", "crv": "Ed25519", "x": b64(self.raw)}

    @property
    def did(self) -> str:
        return f"did:key:{self.multibase}"

    def method(self, id: str, controller: str, **more: Any) -> dict[str, Any]:  # noqa: A002
        return {"id": id, "type": "Multikey", "controller": controller, "publicKeyMultibase": self.multibase, **more}


@dataclass
class Web:
    """Documents by address; what is not there is missing for a reason."""

    pages: dict[str, Any] = field(default_factory=dict)
    why: Why = Why.OFFLINE
    moved: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def reply(self, need: Need) -> Reply:
        self.asked.append(need.url)
        page = self.pages.get(need.url)
        if page is None:
            return Missing(need.url, self.why, "It is not there.")
        data = page if isinstance(page, bytes) else json.dumps(page).encode()
        return Document(self.moved.get(need.url, need.url), data)

    def run(self, steps: Steps[Any]) -> Any:
        try:
            need = next(steps)
            while True:
                need = steps.send(self.reply(need))
        except StopIteration as end:
            return end.value


@dataclass(frozen=True)
class Tried:
    """What came of resolving a key and binding it."""

    method: Method | None
    checks: tuple[Check, ...]

    def outcome(self, id: str) -> Outcome | None:  # noqa: A002
        """The last word on a check."""
        return next((c.outcome for c in reversed(self.checks) if c.id == id), None)

    def words(self, id: str) -> str:  # noqa: A002
        return " ".join(c.reason for c in self.checks if c.id == id)

    @property
    def trusted(self) -> bool:
        """Whether a badge could be VERIFIED with it: nothing failed, nothing that is needed is open, and the key is the issuer's."""
        open_ones = {Outcome.FAILED, Outcome.NOT_CHECKED}
        return self.outcome("binding") is Outcome.PASSED and not any(c.outcome in open_ones for c in self.checks)


@pytest.fixture(scope="session")
def ed() -> Callable[[str], Ed]:
    """The key of somebody."""

    def made(name: str) -> Ed:
        private = Ed25519PrivateKey.from_private_bytes(name.encode().ljust(32, b"."))
        return Ed(private.public_key().public_bytes_raw())

    return made


@pytest.fixture
def web() -> Web:
    """An empty web."""
    return Web()


@pytest.fixture
def tried(web: Web) -> Callable[..., Tried]:
    """Resolves a reference and binds it to an issuer, as a proof does."""

    def made(
        reference: str,
        issuer: str | Mapping[str, Any] = "",
        *,
        carried: Mapping[str, Any] | None = None,
        purpose: str = "assertionMethod",
        mode: Mode = Mode.STRICT,
        token: bool = False,
    ) -> Tried:
        inquiry = Inquiry(Desk(Settings(AT, mode), lambda *_: pytest.fail("nothing is examined here")))
        method = web.run(resolve(reference, inquiry, purpose=purpose, carried=carried))
        assert (method is None) == any(c.outcome in {Outcome.FAILED, Outcome.NOT_CHECKED} for c in inquiry.checks), (
            "a key that is not found is a check that did not pass"
        )
        issuer_id = issuer if isinstance(issuer, str) else issuer["id"]
        if method is not None and issuer_id:
            web.run(bind(method, issuer, issuer_id, inquiry, token=token))
        return Tried(method, tuple(inquiry.checks))

    return made

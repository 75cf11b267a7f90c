"""A club that issues badges in the earlier formats, and changes of what it hosts: each case is what differs from a badge that holds."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from credlens.app.bench.badges.driving import AT
from credlens.app.bench.badges.keys import jws, key
from credlens.model.verification import Mode, Outcome, Report
from credlens.verify.inquiry import Settings
from credlens.verify.needs import Document, Missing, Reply, Why
from credlens.verify.steps import steps

HOST = "https://club.example"
CONTEXT = "https://w3id.org/openbadges/v2"
NAMES = {
    "assertion": f"{HOST}/a/1",
    "class": f"{HOST}/b/sql",
    "issuer": f"{HOST}/issuer",
    "key": f"{HOST}/key",
    "list": f"{HOST}/revoked",
}
REMOVED = "(removed)"
SIGNER = key("club", "Ed25519")
STRANGER = key("stranger", "Ed25519")


def second() -> dict[str, Any]:
    """A badge of 2.0 with all behind it."""
    return {
        "assertion": {
            "@context": CONTEXT,
            "type": "Assertion",
            "id": NAMES["assertion"],
            "recipient": {"type": "email", "hashed": False, "identity": "kim@learner.example"},
            "badge": NAMES["class"],
            "issuedOn": "2026-01-15T09:00:00Z",
            "verification": {"type": "HostedBadge"},
        },
        "class": {
            "@context": CONTEXT,
            "type": "BadgeClass",
            "id": NAMES["class"],
            "name": "SQL for analysts",
            "description": "Joins and windows.",
            "image": f"{HOST}/sql.png",
            "criteria": {"narrative": "An exam."},
            "issuer": NAMES["issuer"],
        },
        "issuer": {
            "@context": CONTEXT,
            "type": "Issuer",
            "id": NAMES["issuer"],
            "name": "Example Club",
            "url": HOST,
            "email": "badges@club.example",
            "publicKey": NAMES["key"],
            "revocationList": NAMES["list"],
        },
        "key": {
            "@context": CONTEXT,
            "type": "CryptographicKey",
            "id": NAMES["key"],
            "owner": NAMES["issuer"],
            "publicKeyPem": SIGNER.pem,
        },
        "list": {
            "@context": CONTEXT,
            "type": "RevocationList",
            "id": NAMES["list"],
            "issuer": NAMES["issuer"],
            "revokedAssertions": ["urn:uuid:00000000-0000-4000-8000-000000000009"],
        },
    }


def first(version: str = "1.0") -> dict[str, Any]:
    """A badge of 1.0 or 1.1 with all behind it."""
    own: dict[str, dict[str, Any]] = {
        "assertion": {
            "uid": "f2c20",
            "recipient": {"type": "email", "hashed": False, "identity": "kim@learner.example"},
            "badge": NAMES["class"],
            "verify": {"type": "hosted", "url": NAMES["assertion"]},
            "issuedOn": 1_400_000_000,
            "evidence": f"{HOST}/work.html",
        },
        "class": {
            "name": "SQL for analysts",
            "description": "Joins and windows.",
            "image": f"{HOST}/sql.png",
            "criteria": f"{HOST}/criteria.html",
            "issuer": NAMES["issuer"],
            "alignment": [{"name": "Databases", "url": "https://skills.example/1"}],
        },
        "issuer": {"name": "Example Club", "url": HOST},
    }
    if version == "1.1":
        for name, kind in (("assertion", "Assertion"), ("class", "BadgeClass"), ("issuer", "Issuer")):
            own[name] |= {"@context": "https://w3id.org/openbadges/v1", "type": kind, "id": NAMES[name]}
    own["key"] = {"pem": SIGNER.pem}
    own["list"] = {"other": "A mistake."}
    return own


def oldest() -> dict[str, Any]:
    """A badge of 0.5."""
    return {
        "recipient": "sha256$" + "ab" * 32,
        "salt": "pepper",
        "evidence": "/work.html",
        "issued_on": "2012-05-01",
        "badge": {
            "version": "0.5.0",
            "name": "SQL for analysts",
            "image": "/sql.png",
            "description": "Joins.",
            "criteria": "/criteria.html",
            "issuer": {"origin": HOST, "name": "Example Club", "contact": "badges@club.example"},
        },
    }


def record() -> dict[str, Any]:
    """A learner record of CLR 1.0; its publisher's profile stands in for the issuer."""
    documents = second()
    publisher = {"id": NAMES["issuer"], "name": "Example Club", "type": "Profile"}
    documents["assertion"] = {
        "@context": "https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld",
        "type": "Clr",
        "id": NAMES["assertion"],
        "issuedOn": "2026-01-15T09:00:00Z",
        "learner": {"id": "urn:uuid:00000000-0000-4000-8000-000000000001", "email": "kim@learner.example"},
        "publisher": publisher,
        "assertions": [
            {
                "id": "urn:uuid:00000000-0000-4000-8000-000000000002",
                "type": "Assertion",
                "recipient": {"type": "id", "hashed": False, "identity": "kim@learner.example"},
                "achievement": {
                    "id": "urn:uuid:00000000-0000-4000-8000-000000000003",
                    "achievementType": "Course",
                    "name": "SQL for analysts",
                    "issuer": publisher,
                },
                "results": [{"value": "92"}],
            }
        ],
        "verification": {"type": "Hosted"},
    }
    return documents


WORLDS = {
    "0.5": lambda: {"assertion": oldest()},
    "1.0": first,
    "1.1": lambda: first("1.1"),
    "2.0": second,
    "clr": record,
}


def changed(document: Any, path: str, value: Any) -> None:
    """Put a value at a path ("badge/issuer"), or remove what is there."""
    *around, name = path.split("/")
    for part in around:
        document = document[int(part) if isinstance(document, list) else part]
    if value == REMOVED:
        del document[name]
    else:
        document[int(name) if isinstance(document, list) else name] = value


@dataclass
class Case:
    """A badge that holds, and what is changed of it.

    Attributes:
        given: the copy that the person has; the same as the issuer's unless it is changed.
        hosted: what its issuer has, by name.
        missing: why something is not there, by address.
        asked: addresses that were asked for.
    """

    version: str = "2.0"
    hosted: dict[str, Any] = field(default_factory=dict)
    given: dict[str, Any] = field(default_factory=dict)
    missing: dict[str, Why] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.hosted = WORLDS[self.version]()
        self.given = copy.deepcopy(self.hosted["assertion"])

    def change(self, changes: Mapping[str, Any]) -> Case:
        """Change what is hosted ("class/name"), the person's copy ("given/issuedOn"), or both ("both/issuedOn")."""
        for path, value in changes.items():
            name, _, rest = path.partition("/")
            if name.startswith(("https:", "http:")):
                self.extra[path] = value
            elif isinstance(value, Why):
                self.missing[NAMES[name]] = value
            elif name == "both":
                changed(self.given, rest, copy.deepcopy(value))
                changed(self.hosted["assertion"], rest, copy.deepcopy(value))
            elif name == "given":
                changed(self.given, rest, value)
            elif rest:
                changed(self.hosted[name], rest, value)
            else:
                self.hosted[name] = value
        return self

    def signed(self, signer: Any = SIGNER, **header: Any) -> bytes:
        """The person's copy as a token."""
        return jws(self.given, signer, **header).encode() if header else jws(self.given, signer).encode()

    def judge(self, data: Any = None, mode: Mode = Mode.STRICT, recipient: str | None = None) -> Report:
        """The report on the person's copy, or on other bytes."""
        text = data if isinstance(data, bytes) else json.dumps(self.given if data is None else data).encode()
        running = steps(text, Settings(AT, mode, recipient))
        documents = {NAMES[name]: value for name, value in self.hosted.items()} | self.extra
        reply: Reply | None = None
        try:
            while True:
                need = running.send(reply) if reply is not None else next(running)
                self.asked.append(need.url)
                reply = self._reply(need.url, documents)
        except StopIteration as end:
            report: Report = end.value
            return report

    def _reply(self, url: str, documents: Mapping[str, Any]) -> Reply:
        if url in self.missing or url not in documents:
            return Missing(url, self.missing.get(url, Why.NOT_FOUND), "There is no such document.")
        found = documents[url]
        if isinstance(found, dict) and "pem" in found:
            found = found["pem"]
        data = found.encode() if isinstance(found, str) else json.dumps(found).encode()
        return Document(self.moved.get(url, url), data)


def outcomes(report: Report, id: str) -> list[Outcome]:  # noqa: A002
    """What came of the checks with an id."""
    return [c.outcome for c in report.checks if c.id == id]


@dataclass(frozen=True)
class Tools:
    """What the tests use."""

    case: type[Case] = Case
    names: Mapping[str, str] = field(default_factory=lambda: NAMES)
    host: str = HOST
    context: str = CONTEXT
    signer: Any = SIGNER
    stranger: Any = STRANGER
    outcomes: Any = field(default=staticmethod(outcomes))


@pytest.fixture(scope="session")
def tools() -> Tools:
    """Cases and names."""
    return Tools()

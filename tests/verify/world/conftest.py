"""A stage on which hostile badges are judged: the documents of the made-up world, what a case adds to them, and what was asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256, sha384
from typing import Any

import pytest
import rfc8785

from credlens.app.bench.badges.credentials import open_badge
from credlens.app.bench.badges.driving import AT
from credlens.app.bench.badges.keys import Key, base58
from credlens.app.bench.badges.signing import as_jwt, with_proof
from credlens.app.bench.badges.world import ACADEMY, academy_key, dumps, shared
from credlens.io.fetching.addresses import refuse_url
from credlens.model.verification import Mode, Outcome, Report, Verdict
from credlens.verify.inquiry import Settings
from credlens.verify.jsonld.rdf import canonical
from credlens.verify.limits import LIMITS
from credlens.verify.needs import Document, Missing, Need, Reply, Why
from credlens.verify.steps import steps
from credlens.verify.trust.registries import Trust

Json = dict[str, Any]


@dataclass
class Stage:
    """One case.

    Attributes:
        documents: address -> bytes; those of the shared world at first.
        moved: address -> where it sends its visitors.
        asked: what was asked for, in order.
        recipient, trust: as in the settings.
    """

    documents: dict[str, bytes]
    moved: dict[str, str] = field(default_factory=dict)
    asked: list[Need] = field(default_factory=list)
    recipient: str | None = None
    trust: Trust | None = None

    def host(self, url: str, document: Any) -> str:
        """Put a document (bytes, text or JSON) at an address; the address."""
        self.documents[url] = data(document)
        return url

    def judge(self, badge: Any, mode: Mode = Mode.STRICT) -> Report:
        """The report on a badge, with the real rules of what is never fetched."""
        running = steps(data(badge), Settings(AT, mode, self.recipient, self.trust))
        reply: Reply | None = None
        while True:
            try:
                need = running.send(reply) if reply is not None else next(running)
            except StopIteration as end:
                report: Report = end.value
                return report
            self.asked.append(need)
            reply = self.answer(need)

    def answer(self, need: Need) -> Reply:
        """As the program's own fetcher would answer."""
        refused = refuse_url(need.url)
        if refused:
            return Missing(need.url, Why.NOT_ALLOWED, refused)
        at = self.moved.get(need.url, need.url)
        found = self.documents.get(at)
        if found is None:
            return Missing(need.url, Why.NOT_FOUND, "There is no such document.")
        if len(found) > need.max_bytes:
            return Missing(need.url, Why.TOO_LARGE, "It is too large.")
        return Document(at, found, "fetched")

    # Good badges to begin with; the changes are made before they are signed.

    def badge(self, **changes: Any) -> Json:
        """The academy's badge, unsigned."""
        return open_badge(ACADEMY, **changes)

    def subject(self, **more: Any) -> Json:
        """The subject of that badge, with more in it."""
        return {**open_badge(ACADEMY)["credentialSubject"], **more}

    def achievement(self, **more: Any) -> Json:
        """The subject of that badge, with more in its achievement."""
        subject: Json = open_badge(ACADEMY)["credentialSubject"]
        return {**subject, "achievement": {**subject["achievement"], **more}}

    def token(self, badge: Json | None = None, **header: Any) -> str:
        """A badge as the academy signs tokens (ES256, which the public validator takes, too)."""
        signer, method = academy_key("p256")
        return as_jwt(badge or self.badge(), signer, header.pop("kid", method), **header)

    def token_of(self, badge: Json, signer: Key, method: str) -> str:
        """A badge as a token of somebody else."""
        return as_jwt(badge, signer, method)

    def text_signed(self, badge: Json | None = None, purpose: str = "assertionMethod") -> Json:
        """A badge with the academy's signature over its text (eddsa-jcs-2022)."""
        signer, method = academy_key("ed")
        return with_proof(badge or self.badge(), "eddsa-jcs-2022", signer, method, purpose=purpose)

    def signed(self, badge: Json | None = None, signer: Key | None = None, method: str = "") -> Json:
        """A badge with a signature over its RDF (eddsa-rdfc-2022), the academy's if nobody else is named."""
        own, own_method = academy_key("ed")
        return with_proof(badge or self.badge(), "eddsa-rdfc-2022", signer or own, method or own_method)

    def proof(self, over: Json, signer: Key, suite: str = "eddsa-rdfc-2022", **options: Any) -> Json:
        """One proof over a document as it is, with options as they are said; None takes one away."""
        made = {**_OPTIONS, "cryptosuite": suite, "verificationMethod": academy_key("ed")[1], **options}
        told = {name: value for name, value in made.items() if value is not None}
        written: Callable[[Any], bytes] = rfc8785.dumps
        configured = told
        if "-rdfc-" in suite:
            written, configured = _statements, {**told, "@context": over["@context"]}
        digest = sha384 if signer.kind == "P-384" else sha256
        signature = signer.sign(digest(written(configured)).digest() + digest(written(over)).digest())
        return {**told, "proofValue": "z" + base58(signature)}

    def garbage(self, badge: Json | None = None) -> Json:
        """A badge with something like a signature over its RDF: what it costs to look at it comes before it is found to be wrong."""
        proof = {**_OPTIONS, "verificationMethod": academy_key("ed")[1], "proofValue": "z" + base58(b"\1" * 64)}
        return {**(badge or self.badge()), "proof": proof}


_OPTIONS = {
    "type": "DataIntegrityProof",
    "cryptosuite": "eddsa-rdfc-2022",
    "created": "2026-01-15T09:00:00Z",
    "proofPurpose": "assertionMethod",
}


def _statements(document: Any) -> bytes:
    return canonical(document, LIMITS).encode()


def data(badge: Any) -> bytes:
    """Bytes of what a case made."""
    if isinstance(badge, bytes):
        return badge
    return badge.encode() if isinstance(badge, str) else dumps(badge)


@pytest.fixture
def stage() -> Stage:
    """A stage with the documents of the shared world."""
    return Stage(dict(shared().documents))


Judged = Callable[..., Report]


@pytest.fixture
def judged(stage: Stage) -> Judged:
    """Judges a case and compares: the verdict, and the check (id, result) that carries it."""

    def judge(
        build: Callable[[Stage], Any], verdict: str, check: str, outcome: str, mode: Mode = Mode.STRICT
    ) -> Report:
        report = stage.judge(build(stage), mode)
        told = [(c.id, c.outcome.value, c.reason) for c in report.checks if c.outcome is not Outcome.PASSED]
        assert report.verdict is Verdict(verdict), told
        assert any((c.id, c.outcome.value) == (check, outcome) for c in report.checks), told
        return report

    return judge

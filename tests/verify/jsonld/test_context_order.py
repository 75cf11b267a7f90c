"""1EdTech's own contexts: they have to be there, and in their order (OB 3.0 and CLR 2.0, section B.1.2)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from credlens.model.verification import Mode, Outcome
from credlens.verify.inquiry import Desk, Inquiry, Settings
from credlens.verify.jsonld.context_rules import check_context

BASE, DATA = "https://www.w3.org/ns/credentials/v2", "https://w3id.org/security/data-integrity/v2"
OB = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
ALIAS = "https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld"
CLR = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
P, W, F = Outcome.PASSED, Outcome.WARNING, Outcome.FAILED
BADGE, RECORD, ENDORSEMENT = "OpenBadgeCredential", "ClrCredential", "EndorsementCredential"


def outcome(kind: str, contexts: list[str], mode: Mode) -> Outcome:
    inquiry = Inquiry(Desk(Settings(datetime(2026, 1, 1, tzinfo=UTC), mode), lambda *_: iter(())))  # type: ignore[arg-type,return-value]
    document: dict[str, Any] = {"@context": contexts, "type": ["VerifiableCredential", kind]}
    check_context(document, inquiry, signed_as_rdf=False)
    (check,) = inquiry.checks
    return check.outcome


@pytest.mark.parametrize(
    ("kind", "contexts", "public", "strict"),
    [
        (BADGE, [BASE, OB], P, P),
        (BADGE, [BASE, ALIAS], P, P),
        (BADGE, [BASE, OB, DATA], P, P),
        (BADGE, [BASE, DATA, OB], F, W),
        (BADGE, [BASE], F, F),
        (BADGE, [BASE, DATA], F, F),
        (ENDORSEMENT, [BASE, OB], P, P),
        (ENDORSEMENT, [BASE], F, F),
        (RECORD, [BASE, CLR, OB], P, P),
        (RECORD, [BASE, OB, CLR], F, W),
        (RECORD, [BASE, OB], F, F),
        ("Other", [BASE], P, P),
    ],
)
def test_the_contexts_of_a_badge_follow_the_first_one(
    kind: str, contexts: list[str], public: Outcome, strict: Outcome
) -> None:
    assert outcome(kind, contexts, Mode.ONE_EDTECH) is public
    assert outcome(kind, contexts, Mode.STRICT) is strict

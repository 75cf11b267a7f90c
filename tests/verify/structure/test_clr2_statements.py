"""Statements of Comprehensive Learner Record 2.0: for each, records that keep it and break it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from credlens.verify.structure.clr2 import CLR_2
from credlens.verify.structure.shapes import Rule

Places = Callable[[Rule, Any], list[str]]
IDENTITY = {"type": "IdentityObject", "hashed": False, "identityHash": "7", "identityType": "sisSourcedId"}
ASSOCIATION = {
    "type": "Association",
    "associationType": "isChildOf",
    "sourceId": "urn:uuid:1",
    "targetId": "urn:uuid:2",
}
TOKEN = {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    "id": "data:application/vc+jwt,eyJ.e30.AA",
    "type": "EnvelopedVerifiableCredential",
}

KEPT: dict[str, dict[str, Any]] = {
    "it may be a part of what there is": {"partial": True},
    "there may be no associations": {"subject": {"association": []}},
    "an association may be of one's own kind": {
        "subject": {"association": [{**ASSOCIATION, "associationType": "ext:teaches"}]}
    },
    "a subject may have identifiers": {"subject": {"identifier": [IDENTITY]}},
    "a record may hold wrapped badges": {"subject": {"verifiableCredential": [TOKEN]}},
    "an issuer may be an address": {"issuer": "did:web:academy.example"},
    "it may have been awarded earlier": {"awardedDate": "2020-01-01T00:00:00Z"},
    "it may have achievements of no badge": {"subject": {"achievement": []}},
}
BROKEN: dict[str, dict[str, Any]] = {
    "it holds one badge at least": {"subject": {"verifiableCredential": []}},
    "what it holds are credentials": {"subject": {"verifiableCredential": [{"type": "Assertion"}]}},
    "what it holds are objects": {"subject": {"verifiableCredential": ["https://academy.example/badges/1"]}},
    "an association says of what": {
        "subject": {"association": [{k: v for k, v in ASSOCIATION.items() if k != "targetId"}]}
    },
    "an association is of a known kind": {"subject": {"association": [{**ASSOCIATION, "associationType": "near"}]}},
    "its subject is one": {"credentialSubject": [{"type": "ClrSubject"}]},
    "its subject is of its own kind": {"subject": {"type": ["AchievementSubject"]}},
    "partial is yes or no": {"partial": "yes"},
    "its type is that of a record": {"type": ["VerifiableCredential", "Record"]},
    "its name is a text": {"name": 7},
}


def _changed(record: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    plain = {k: v for k, v in changes.items() if k != "subject"}
    subject = {**record["credentialSubject"], **changes.get("subject", {})}
    return {**record, "credentialSubject": subject, **plain}


@pytest.mark.parametrize("statement", KEPT)
def test_a_record_that_keeps_a_statement_has_no_flaws(
    statement: str, documents: dict[str, Any], places_of: Places
) -> None:
    assert places_of(CLR_2, _changed(documents["record"], KEPT[statement])) == []


@pytest.mark.parametrize("statement", BROKEN)
def test_a_record_that_breaks_a_statement_has_flaws(
    statement: str, documents: dict[str, Any], places_of: Places
) -> None:
    assert places_of(CLR_2, _changed(documents["record"], BROKEN[statement]))

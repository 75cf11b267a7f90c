"""Tables of Comprehensive Learner Record 2.0."""

from __future__ import annotations

from collections.abc import Mapping

from credlens.verify.structure.ob3 import ACHIEVEMENT, ENVELOPE, EVIDENCE, IDENTITY, kinds_of
from credlens.verify.structure.shapes import Rule, Shape, many
from credlens.verify.structure.values import boolean, type_names, url, word
from credlens.verify.structure.vcdm import credential_1, credential_2, part_2

RECORD = "ClrCredential"

_ASSOCIATIONS = """
exactMatchOf exemplar hasSkillLevel isChildOf isParentOf isPartOf isPeerOf isRelatedTo isTranslationOf precedes replacedBy
""".split()  # noqa: SIM905  (a line of words is easier to read so)

_ASSOCIATION = Shape(
    "An association",
    {"type": type_names, "associationType": word(_ASSOCIATIONS, extensible=True), "sourceId": url, "targetId": url},
    ("type", "associationType", "sourceId", "targetId"),
    frozenset({"Association"}),
)
_SUBJECT = Shape(
    "The subject of a record",
    {
        "id": url,
        "type": type_names,
        "identifier": many(IDENTITY),
        "achievement": many(ACHIEVEMENT),
        "association": many(_ASSOCIATION),
        "verifiableCredential": many(part_2, least=1),
    },
    ("type", "verifiableCredential"),
    frozenset({"ClrSubject"}),
    ("id", "identifier"),
)
_RECORD: Mapping[str, Rule] = {
    **ENVELOPE,
    "type": kinds_of(frozenset({RECORD})),
    "partial": boolean,
    "evidence": many(EVIDENCE),
    "credentialSubject": _SUBJECT,
}

CLR_1 = credential_1("The record", _RECORD, ("id", "name"))
CLR_2 = credential_2("The record", _RECORD, ("id", "name", "validFrom"))

"""Open Badges 3.0 before its first revision (3.0.0, of November 2022), and CLR 2.0 of that time.

The contexts are still served as ``context.json``; badges in a VC 1.1 envelope name them. Open Badges 3.0.1 corrected 3.0.0: so the latter is
written down here as what was different.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credlens.verify.jsonld.contexts.terms import Terms, context

_PREFIXES = {
    "ob": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#",
    "clr": "https://purl.imsglobal.org/spec/vc/clr/vocab.html#",
}

_FIRST: Mapping[str, Mapping[str, str]] = {
    "": {
        "alignment": "ob:alignment ob:Alignment []",
        "awardedDate": "",
        "endorsement": "ob:endorsement ob:EndorsementCredential []",
        "image": "ob:image ob:Image",
    },
    "Achievement": {
        "alignment": "ob:alignment ob:Alignment []",
        "creator": "ob:Profile +",
        "image": "",
        "otherIdentifier": "ob:otherIdentifier ob:IdentifierEntry []",
        "related": "ob:related ob:Related []",
        "resultDescription": "ob:resultDescription ob:ResultDescription []",
    },
    "AchievementSubject": {
        "achievement": "ob:Achievement +",
        "identifier": "ob:identifier ob:IdentityObject []",
        "image": "",
        "result": "ob:result ob:Result []",
        "source": "ob:source ob:Profile",
    },
    "Alignment": {"": "https://schema.org/Alignment"},
    "Profile": {
        "address": "ob:Address +",
        "image": "",
        "otherIdentifier": "ob:otherIdentifier ob:IdentifierEntry []",
        "parentOrg": "ob:parentOrg xsd:string",
        "phone": "ob:PhoneNumber xsd:string",
    },
    "ResultDescription": {"rubricCriterionLevel": "ob:rubricCriterionLevel ob:RubricCriterionLevel []"},
}
"""What 3.0.0 says of names, by the type in which they count, where 3.0.1 says something else or ("") 3.0.0 says nothing."""


def first_revision(corrected: Mapping[str, Any]) -> dict[str, Any]:
    """The context of 3.0.0.

    Args:
        corrected: the context of 3.0.1.
    """
    top = dict(corrected["@context"])
    for kind, names in _FIRST.items():
        terms = dict(top[kind]["@context"]) if kind else top
        for name, meaning in names.items():
            if not meaning:
                terms.pop(name)
            elif name:
                terms[name] = context({name: meaning}, _PREFIXES)["@context"][name]
        if kind:
            top[kind] = {"@id": names.get("", top[kind]["@id"]), "@context": terms}
    return {"@context": top}


_CLR_TERMS: Terms = {
    "id": "@id",
    "type": "@type",
    "ClrCredential clr:ClrCredential": {"id": "@id", "type": "@type"},
    "ClrSubject clr:ClrSubject": {
        "id": "@id",
        "type": "@type",
        "cred": "https://www.w3.org/2018/credentials#",
        "obi": "https://purl.imsglobal.org/spec/ob/v3p0/vocab.html#",
        "achievement": "clr:achievement obi:Achievement []",
        "association": "clr:association clr:Association []",
        "verifiableCredential": "clr:verifiableCredential cred:verifiableCredential []",
    },
    "Association clr:Association": {
        "associationType": "clr:AssociationType +",
        "sourceId": "clr:sourceId xsd:anyURI",
        "targetId": "clr:targetId xsd:anyURI",
    },
}

CLR = context(_CLR_TERMS, _PREFIXES)
"""Comprehensive Learner Record 2.0 before 2.0.1. ``xsd`` is a name of the Open Badges context, which stands beside it."""

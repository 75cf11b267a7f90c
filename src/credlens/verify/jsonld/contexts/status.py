"""Status lists: of bits (W3C, 2025), of 2021, and revocation lists of 2020."""

from __future__ import annotations

from credlens.verify.jsonld.contexts.terms import Terms, context

_PREFIXES = {
    "status": "https://www.w3.org/ns/credentials/status#",
    "list": "https://w3id.org/vc/status-list#",
    "revocation": "https://w3id.org/vc-revocation-list-2020#",
    "xsd": "https://www.w3.org/2001/XMLSchema#",
    "sec": "https://w3id.org/security#",
    "schema": "http://schema.org/",
}
_HEAD: Terms = {"@protected": "yes", "id": "@id", "type": "@type"}
_NAMED: Terms = {**_HEAD, "description": "schema:description", "name": "schema:name"}

_BITSTRING: Terms = {
    **_HEAD,
    "BitstringStatusListCredential": "status:BitstringStatusListCredential",
    "BitstringStatusList status:BitstringStatusList": {
        **_HEAD,
        "encodedList": "status:encodedList sec:multibase",
        "statusPurpose": "status:statusPurpose",
        "ttl": "status:ttl",
    },
    "BitstringStatusListEntry status:BitstringStatusListEntry": {
        **_HEAD,
        "statusListCredential": "status:statusListCredential @id",
        "statusListIndex": "status:statusListIndex",
        "statusPurpose": "status:statusPurpose",
        "statusMessage status:statusMessage": {
            **_HEAD,
            "message": "status:message",
            "status": "status:status",
        },
        "statusReference": "status:statusReference @id",
        "statusSize": "status:statusSize xsd:integer",
    },
}

_LIST_2021: Terms = {
    "@protected": "yes",
    "StatusList2021Credential list:StatusList2021Credential": _NAMED,
    "StatusList2021 list:StatusList2021": {
        **_HEAD,
        "statusPurpose": "list:statusPurpose",
        "encodedList": "list:encodedList",
    },
    "StatusList2021Entry list:StatusList2021Entry": {
        **_HEAD,
        "statusPurpose": "list:statusPurpose",
        "statusListIndex": "list:statusListIndex",
        "statusListCredential": "list:statusListCredential @id",
    },
}

_LIST_2020: Terms = {
    "@protected": "yes",
    "RevocationList2020Credential revocation:RevocationList2020Credential": _NAMED,
    "RevocationList2020 revocation:RevocationList2020": {**_HEAD, "encodedList": "revocation:encodedList"},
    "RevocationList2020Status revocation:RevocationList2020Status": {
        **_HEAD,
        "revocationListCredential": "revocation:revocationListCredential @id",
        "revocationListIndex": "revocation:revocationListIndex",
    },
}

BITSTRING = context(_BITSTRING, _PREFIXES)
LIST_2021 = context(_LIST_2021, _PREFIXES)
LIST_2020 = context(_LIST_2020, _PREFIXES)

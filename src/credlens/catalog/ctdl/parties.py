"""Organisations and their parts: who owns it, offers it, accredits, approves, recognises and regulates it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from credlens.catalog.ctdl.names import Node, concept, concept_name, named
from credlens.catalog.ctdl.statements import Context, Part, Reader, Statement, Style, Writer, each, elements
from credlens.catalog.values.jsonld import words
from credlens.catalog.values.organisations import kind_of
from credlens.catalog.values.text import line
from credlens.model.credential import Accreditation, Organisation, OrganisationKind, RecognitionClaim

_KINDS = {
    "FourYear": OrganisationKind.UNIVERSITY, "TwoYear": OrganisationKind.UNIVERSITY, "Postsecondary": OrganisationKind.UNIVERSITY,
    "Government": OrganisationKind.GOVERNMENT, "Military": OrganisationKind.GOVERNMENT, "ProfessionalAssociation": OrganisationKind.PROFESSIONAL_BODY,
    "BusinessAssociation": OrganisationKind.PROFESSIONAL_BODY, "CertificationBody": OrganisationKind.PROFESSIONAL_BODY,
    "QualityAssurance": OrganisationKind.PROFESSIONAL_BODY, "AssessmentBody": OrganisationKind.PROFESSIONAL_BODY,
    "LaborUnion": OrganisationKind.PROFESSIONAL_BODY, "Business": OrganisationKind.CORPORATION, "Vendor": OrganisationKind.CORPORATION,
}  # fmt: skip
_SECTORS = {"PrivateForProfit": OrganisationKind.CORPORATION, "PrivateNonProfit": OrganisationKind.NONPROFIT}
# What a claim by an organisation is, by the property that makes it: `approvedBy` is how lists of approved programmes are published.
_CLAIMS = {"ceterms:approved": "approved_list", "ceterms:recognized": "endorsement", "ceterms:regulated": "regulator"}
_PROPERTIES = {kind: name for name, kind in _CLAIMS.items()}


def organisation_of(value: Any) -> Organisation | None:
    """The organisation that a node describes; its own words on its kind count before its name. None without a name."""
    if not isinstance(value, dict) or not (name := line(words(value.get("ceterms:name")))):
        return None
    said = [concept(v) or concept_name(v) for v in elements(value.get("ceterms:agentType"))]
    kinds = [_KINDS[s] for s in said if s in _KINDS] + [OrganisationKind(s) for s in said if s in set(OrganisationKind)]
    by_name = kind_of(name)
    if not kinds and by_name is OrganisationKind.OTHER:
        sectors = [concept(v) for v in elements(value.get("ceterms:agentSectorType"))]
        kinds = [_SECTORS[s] for s in sectors if s in _SECTORS]
    return Organisation(name, kinds[0] if kinds else by_name)


def organisation_node(value: Organisation, style: Style) -> Node:
    """An organisation by name, and by kind where the name does not say it."""
    kind = {} if kind_of(value.name) is value.kind else {"ceterms:agentType": [named(value.kind.value, style.language)]}
    return {"@type": "ceterms:CredentialOrganization", "ceterms:name": style.text(value.name), **kind}


def named_organisation(name: str, style: Style) -> Node:
    """An organisation of which only the name is known."""
    return {"@type": "ceterms:Organization", "ceterms:name": style.text(name)}


def role(field: str) -> Reader:
    """A reader of ``ownedBy`` or ``offeredBy``: the first organisation with a name; others are kept."""

    def reader(_context: Context, _name: str, values: list[Any]) -> Iterator[Part]:
        for place, value in enumerate(values):
            found = organisation_of(value)
            if found:
                yield Part(field, found, (place,))
                return

    return reader


def write_role(name: str) -> Writer:
    """A writer of the property."""

    def writer(value: Organisation, style: Style) -> Iterator[Statement]:
        yield name, organisation_node(value, style)

    return writer


@each
def read_accreditor(context: Context, _name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:accreditedBy``: the thing itself is accredited, not the school behind it."""
    if found := organisation_of(value):
        yield "accreditation", Accreditation(_accredited(context.style), "", found.name, (context.source,))


@each
def read_accredited_in(context: Context, _name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:accreditedIn``: by whom, in a region."""
    for body in elements(value.get("ceterms:assertedBy")) if isinstance(value, dict) else ():
        if found := organisation_of(body):
            yield "accreditation", Accreditation(_accredited(context.style), "", found.name, (context.source,))


def write_accreditation(value: Accreditation, style: Style) -> Iterator[Statement]:
    """The accreditor of the thing itself; an institution's accreditation is a statement about somebody else."""
    if value.what == _accredited(style) and value.body:
        yield "ceterms:accreditedBy", named_organisation(value.body, style)


def _accredited(style: Style) -> str:
    return "programme" if style.learning else "scheme"


@each
def read_claim(context: Context, name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:approvedBy``, ``recognizedBy``, ``regulatedBy``."""
    if found := organisation_of(value):
        yield "recognition", RecognitionClaim(found.name, _CLAIMS[name.removesuffix("By")], (context.source,))


@each
def read_claim_in(context: Context, name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:approvedIn``, ``recognizedIn``, ``regulatedIn``: by whom, with the region in words."""
    for body in elements(value.get("ceterms:assertedBy")) if isinstance(value, dict) else ():
        if found := organisation_of(body):
            note = line(words(value.get("ceterms:description")))
            yield "recognition", RecognitionClaim(found.name, _CLAIMS[name.removesuffix("In")], (context.source,), note)


def write_recognition(value: RecognitionClaim, style: Style) -> Iterator[Statement]:
    """Who recognises it; hiring has no term. Credit goes out as a transfer value profile."""
    body = named_organisation(value.by, style)
    if value.kind == "credit":
        yield "ceterms:providesTransferValueFor", {"@type": "ceterms:TransferValueProfile", "ceterms:ownedBy": [body]}
    elif value.kind in _PROPERTIES and value.note:
        about = {"ceterms:description": style.text(value.note), "ceterms:assertedBy": [body]}
        yield f"{_PROPERTIES[value.kind]}In", {"@type": "ceterms:JurisdictionProfile", **about}
    elif value.kind in _PROPERTIES:
        yield f"{_PROPERTIES[value.kind]}By", body

"""The table of CTDL's terms and a credential's fields: who reads which property, and who writes which field.

Fields without a writer have no term in CTDL (evidence class, platform, schedule, supervision with or without an identity check, rating ...):
they go out in the extension only. Properties without a reader are kept as they came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from credlens.catalog.ctdl import (
    assessments,
    classifications,
    conditions,
    costs,
    credit,
    durations,
    identity,
    outcomes,
    parties,
    relations,
    skills,
    support,
)
from credlens.catalog.ctdl.statements import Reader, Statement, Style, Writer

# In the order of reading: of two properties that say the same, the first one says it.
READERS: dict[str, Reader] = {
    "ceterms:ctid": identity.read_ctid,
    "@type": identity.read_type,
    "ceterms:name": identity.read_words("title"),
    "ceterms:alternateName": identity.read_alias,
    "ceterms:description": identity.read_words("description"),
    "ceterms:subjectWebpage": identity.read_page,
    "ceterms:sameAs": identity.read_same,
    "ceterms:identifier": identity.read_identifier,
    "ceterms:versionIdentifier": identity.read_version,
    "ceterms:versionCode": identity.read_version,
    "ceterms:credentialStatusType": identity.read_status,
    "ceterms:lifeCycleStatusType": identity.read_status,
    "ceterms:expirationDate": identity.read_end,
    "ceterms:supersededBy": identity.read_successor,
    "ceterms:ownedBy": parties.role("issuer"),
    "ceterms:offeredBy": parties.role("provider"),
    "ceterms:jurisdiction": identity.read_jurisdictions,
    "ceterms:audienceLevelType": identity.read_level,
    "ceterms:atLevel": identity.read_eqf,
    "ceterms:inLanguage": identity.read_languages,
    "ceterms:estimatedDuration": durations.read_durations,
    "ceterms:timeRequired": durations.read_durations,
    "ceterms:deliveryType": identity.read_mode,
    "ceterms:learningMethodType": identity.read_method,
    "ceterms:teaches": skills.read_skill,
    "ceterms:assesses": skills.read_skill,
    "ceterms:estimatedCost": costs.read_costs,
    "ceterms:commonCosts": costs.read_common_costs,
    "ceterms:assessmentMethodType": assessments.read_method,
    "ceterms:isProctored": assessments.read_proctored,
    **dict.fromkeys(conditions.PROPERTIES, conditions.read_conditions),
    "ceterms:commonConditions": conditions.read_common_conditions,
    "ceterms:accreditedBy": parties.read_accreditor,
    "ceterms:accreditedIn": parties.read_accredited_in,
    **dict.fromkeys(("ceterms:approvedBy", "ceterms:recognizedBy", "ceterms:regulatedBy"), parties.read_claim),
    **dict.fromkeys(("ceterms:approvedIn", "ceterms:recognizedIn", "ceterms:regulatedIn"), parties.read_claim_in),
    "ceterms:creditValue": credit.read_credit,
    "ceterms:providesTransferValueFor": credit.read_transfer,
    "ceterms:isNonCredit": credit.read_non_credit,
    **dict.fromkeys(relations.PROPERTIES, relations.read_relation),
    **dict.fromkeys(
        ("ceterms:occupationType", "ceterms:industryType", "ceterms:instructionalProgramType"), classifications.read_classification
    ),
    "ceterms:naics": classifications.read_naics,
    "ceterms:aggregateData": outcomes.read_outcomes,
    "ceterms:renewalFrequency": durations.read_validity,
    "ceterms:renewal": support.read_renewal,
    "ceterms:usesVerificationService": support.read_verification,
    "ceterms:financialAssistance": support.read_aid,
}  # fmt: skip


def _plain(name: str, as_it_is: Callable[[Any], Any] = str) -> Writer:
    """A writer of a property whose value is the field's."""

    def writer(value: Any, _style: Style) -> Iterator[Statement]:
        yield name, as_it_is(value)

    return writer


def _text(name: str) -> Writer:
    """A writer of a text in the record's language."""

    def writer(value: Any, style: Style) -> Iterator[Statement]:
        yield name, style.text(getattr(value, "text", value))

    return writer


WRITERS: dict[str, Writer] = {
    "kind": _plain("@type", lambda kind: f"ceterms:{kind}"),
    "title": _text("ceterms:name"),
    "aliases": _text("ceterms:alternateName"),
    "identifiers": identity.write_identifier,
    "description": _text("ceterms:description"),
    "official_url": _plain("ceterms:subjectWebpage"),
    "version": identity.write_version,
    "status": identity.write_status,
    "ends": identity.write_end,
    "superseded_by": identity.write_successor,
    "issuer": parties.write_role("ceterms:ownedBy"),
    "provider": parties.write_role("ceterms:offeredBy"),
    "jurisdictions": identity.write_jurisdictions,
    "level": identity.write_level,
    "eqf": identity.write_eqf,
    "languages": identity.write_languages,
    "hours": durations.write_hours,
    "duration": durations.write_duration,
    "mode": identity.write_mode,
    "stated": skills.write_skill,
    "costs": costs.write_cost,
    "assessment": assessments.write_assessment,
    "prerequisites": conditions.write_prerequisite,
    "accreditation": parties.write_accreditation,
    "recognition": parties.write_recognition,
    "credit": credit.write_credit,
    "relations": relations.write_relation,
    "classifications": classifications.write_classification,
    "outcomes": outcomes.write_outcome,
    "validity": durations.write_validity,
    "renewal": support.write_renewal,
    "verification": support.write_verification,
    "free_aid": support.write_aid,
    "absent": credit.write_absent,
}

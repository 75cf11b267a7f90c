"""Tables of Open Badges 3.0 (section B, data models), which Comprehensive Learner Records share.

The credential comes in two envelopes: those of versions 1.1 and 2.0 of the W3C's data model. The first needs a name and an ``issuanceDate``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credlens.verify.structure.shapes import Flaws, Later, Place, Rule, Shape, either, listed, many, types_of
from credlens.verify.structure.values import (
    boolean,
    date_time,
    day,
    jws,
    number,
    one_type,
    string,
    thing,
    time,
    type_names,
    url,
    word,
)
from credlens.verify.structure.vcdm import credential_1, credential_2

BADGES = frozenset({"OpenBadgeCredential", "AchievementCredential"})
ENDORSEMENT = "EndorsementCredential"

ACHIEVEMENT_TYPES = """
Achievement ApprenticeshipCertificate Assessment Assignment AssociateDegree Award BachelorDegree Badge Certificate CertificateOfCompletion
Certification CoCurricular CommunityService Competency Course Degree Diploma DoctoralDegree Fieldwork GeneralEducationDevelopment
JourneymanCertificate LearningProgram License MasterCertificate MasterDegree Membership MicroCredential ProfessionalDoctorate
QualityAssuranceCredential ResearchDoctorate SecondarySchoolDiploma
""".split()  # noqa: SIM905  (thirty words are easier to read so)
_TARGET_TYPES = """
ceasn:Competency ceterms:Credential CFItem CFRubric CFRubricCriterion CFRubricCriterionLevel CTDL
""".split()  # noqa: SIM905
_IDENTIFIER_TYPES = """
name sourcedId systemId productId userName accountId emailAddress nationalIdentityNumber isbn issn lisSourcedId oneRosterSourcedId
sisSourcedId ltiContextId ltiDeploymentId ltiToolId ltiPlatformId ltiUserId identifier
""".split()  # noqa: SIM905
_RESULT_TYPES = """
GradePointAverage LetterGrade Percent PerformanceLevel PredictedScore RawScore Result RubricCriterion RubricCriterionLevel RubricScore
ScaledScore Status
""".split()  # noqa: SIM905
_STATUSES = "Completed Enrolled Failed InProgress OnHold Provisional Withdrew".split()  # noqa: SIM905
_PERSON = """
familyName givenName additionalName patronymicName honorificPrefix honorificSuffix familyNamePrefix
""".split()  # noqa: SIM905


def _shape(name: str, kind: str, required: str, properties: Mapping[str, Rule], **texts: str) -> Shape:
    """The table of a class with a type; ``texts["also"]`` names its properties that are simple texts."""
    simple = dict.fromkeys(texts.get("also", "").split(), string)
    return Shape(
        name, {"id": url, "type": type_names, **simple, **properties}, tuple(required.split()), frozenset({kind})
    )


IMAGE = _shape("An image", "Image", "id type", {}, also="caption")
_GEO = _shape(
    "A place on earth", "GeoCoordinates", "type latitude longitude", {"latitude": number, "longitude": number}
)
_ADDRESS = _shape(
    "An address",
    "Address",
    "type",
    {"geo": _GEO},
    also="addressCountry addressCountryCode addressRegion addressLocality streetAddress postOfficeBoxNumber postalCode",
)
_IDENTIFIER_TYPE = word(_IDENTIFIER_TYPES, extensible=True)
_IDENTIFIER = _shape(
    "An identifier",
    "IdentifierEntry",
    "type identifier identifierType",
    {"identifierType": _IDENTIFIER_TYPE},
    also="identifier",
)
IDENTITY = _shape(
    "An identity",
    "IdentityObject",
    "type hashed identityHash identityType",
    {"hashed": boolean, "identityType": _IDENTIFIER_TYPE, "type": one_type("IdentityObject")},
    also="identityHash salt",
)
ENDORSEMENTS: Mapping[str, Rule] = {"endorsement": many(thing), "endorsementJwt": many(jws)}
"""Each endorsement is examined by itself."""

_parent = Later()
PROFILE = _shape(
    "A profile",
    "Profile",
    "id type",
    {
        **ENDORSEMENTS,
        "url": url,
        "image": IMAGE,
        "address": _ADDRESS,
        "otherIdentifier": many(_IDENTIFIER),
        "parentOrg": _parent,
        "dateOfBirth": day,
    },
    also=" ".join(("name phone description email official", *_PERSON)),
)
_parent.rule = PROFILE

_ALIGNMENT = _shape(
    "An alignment",
    "Alignment",
    "type targetName targetUrl",
    {"targetUrl": url, "targetType": word(_TARGET_TYPES, extensible=True)},
    also="targetName targetCode targetDescription targetFramework",
)
_CRITERIA = Shape("The criteria", {"id": url, "narrative": string, "type": type_names})
_RELATED = _shape("A related achievement", "Related", "id type", {}, also="inLanguage version @language")
_LEVEL = _shape(
    "A level of a rubric",
    "RubricCriterionLevel",
    "id type name",
    {"alignment": many(_ALIGNMENT)},
    also="name description level points",
)
_DESCRIPTION = _shape(
    "The description of a result",
    "ResultDescription",
    "id type name resultType",
    {
        "alignment": many(_ALIGNMENT),
        "allowedValue": many(string),
        "requiredLevel": url,
        "resultType": word(_RESULT_TYPES, extensible=True),
        "rubricCriterionLevel": many(_LEVEL),
    },
    also="name requiredValue valueMax valueMin",
)
ACHIEVEMENT = _shape(
    "An achievement",
    "Achievement",
    "id type criteria description name",
    {
        **ENDORSEMENTS,
        "achievementType": word(ACHIEVEMENT_TYPES, extensible=True),
        "alignment": many(_ALIGNMENT),
        "creator": PROFILE,
        "creditsAvailable": number,
        "criteria": _CRITERIA,
        "image": IMAGE,
        "otherIdentifier": many(_IDENTIFIER),
        "related": many(_RELATED),
        "resultDescription": many(_DESCRIPTION),
        "tag": many(string),
    },
    also="name description fieldOfStudy humanCode inLanguage @language specialization version",
)
_RESULT = _shape(
    "A result",
    "Result",
    "type",
    {
        "achievedLevel": url,
        "alignment": many(_ALIGNMENT),
        "resultDescription": url,
        "status": word(_STATUSES),
    },
    also="value",
)
EVIDENCE = _shape("Evidence", "Evidence", "type", {}, also="narrative name description genre audience")


def _results(value: Any, place: Place, flaws: Flaws) -> None:
    """A result that names its description names one of the achievement; one of a status says which (section B.1.18, Result)."""
    achievement = value.get("achievement")
    if not isinstance(achievement, dict):
        return
    described = listed(achievement.get("resultDescription"))
    kinds = {d["id"]: d.get("resultType") for d in described if isinstance(d, dict) and isinstance(d.get("id"), str)}
    for index, result in enumerate(listed(value.get("result"))):
        name = result.get("resultDescription") if isinstance(result, dict) else None
        if not isinstance(name, str):
            continue
        at: Place = ((place, "result"), index)
        if name not in kinds:
            flaws.add((at, "resultDescription"), "The achievement describes no such result.")
        elif kinds[name] == "Status" and "status" not in result:
            flaws.add(at, "This result is a status, but does not say which.")


SUBJECT = Shape(
    "The subject of a badge",
    {
        **dict.fromkeys(("licenseNumber", "narrative", "role", "term"), string),
        "id": url,
        "type": type_names,
        "achievement": ACHIEVEMENT,
        "activityEndDate": time,
        "activityStartDate": time,
        "creditsEarned": number,
        "identifier": many(IDENTITY),
        "image": IMAGE,
        "result": many(_RESULT),
        "source": PROFILE,
    },
    ("type", "achievement"),
    frozenset({"AchievementSubject"}),
    ("id", "identifier"),
    (_results,),
)
_ENDORSED = _shape("What is endorsed", "EndorsementSubject", "id type", {}, also="endorsementComment")


def kinds_of(types: frozenset[str]) -> Rule:
    """The rule that a credential is of one of these types, besides the W3C's own."""
    wanted = f"It has to be of type {' or '.join(sorted(types))}."

    def check(value: Any, place: Place, flaws: Flaws) -> None:
        type_names(value, place, flaws)
        if types.isdisjoint(types_of({"type": value})):
            flaws.add(place, wanted)

    return check


ISSUER = either(url, PROFILE)
ENVELOPE: Mapping[str, Rule] = {
    **dict.fromkeys(("name", "description"), string),
    **ENDORSEMENTS,
    "image": IMAGE,
    "issuer": ISSUER,
    **dict.fromkeys(("awardedDate", "issuanceDate", "expirationDate"), date_time),
}
"""What a credential of 1EdTech has in either envelope."""

_BADGE: Mapping[str, Rule] = {
    **ENVELOPE,
    "type": kinds_of(BADGES),
    "credentialSubject": SUBJECT,
    "evidence": many(EVIDENCE),
}
_ENDORSING: Mapping[str, Rule] = {
    **ENVELOPE,
    "type": kinds_of(frozenset({ENDORSEMENT})),
    "credentialSubject": _ENDORSED,
}

BADGE_1 = credential_1("The badge", _BADGE, ("id", "name"))
BADGE_2 = credential_2("The badge", _BADGE, ("id", "validFrom"))
ENDORSEMENT_1 = credential_1("The endorsement", _ENDORSING, ("id", "name"))
ENDORSEMENT_2 = credential_2("The endorsement", _ENDORSING, ("id", "name", "validFrom"))

"""What is said, before it is signed: a badge, or an endorsement of somebody's work (Open Badges 3.0, on W3C credentials 2.0)."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256, sha384
from typing import Any

from credlens.model.errors import UserError
from credlens.model.verification import AchievementClaim, AlignedSkill, EvidenceClaim, Party

CONTEXT = ("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")
_ABSOLUTE = ("https://", "http://", "did:", "urn:", "mailto:")


def award(
    issuer: Party,
    achievement: AchievementClaim,
    *,
    id: str,  # noqa: A002  (its name in the standard)
    recipient: str | Mapping[str, Any],
    at: datetime,
    until: datetime | None = None,
    evidence: Sequence[EvidenceClaim] = (),
    status: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """A badge: OB 3.0 AchievementCredential.

    Args:
        issuer: with an id that is the DID of the key, or one whose document lists it.
        achievement: its id, name, description and criteria are needed. What is not said about it (``credits``, ``assessment``, ``creator``)
            is left out.
        id: of the badge, an absolute address such as ``urn:uuid:...``.
        recipient: a DID or ``mailto:`` address, or an identity from :func:`identity`.
        at: when it was earned; ``until``: when it ends to count. With a zone.
        status: where to see whether it was revoked, from :func:`credlens.issue.status.entry`.

    Raises:
        UserError: something that the standard demands is missing.
    """
    subject: dict[str, Any] = {"type": ["AchievementSubject"], "achievement": _achievement(achievement)}
    if isinstance(recipient, str):
        subject["id"] = _absolute(recipient, "The person who earned the badge")
    else:
        subject["identifier"] = [dict(recipient)]
    document = _credential("OpenBadgeCredential", achievement.name, issuer, subject, id=id, at=at, until=until)
    if evidence:
        document["evidence"] = [_evidence(piece) for piece in evidence]
    if status is not None:
        document["credentialStatus"] = dict(status)
    return document


def endorsement(
    issuer: Party,
    about: str,
    comment: str,
    *,
    id: str,  # noqa: A002
    at: datetime,
    until: datetime | None = None,
    name: str = "Endorsement",
    content: bytes | None = None,
) -> dict[str, Any]:
    """A signed word about a badge, an issuer, or a piece of work: OB 3.0 EndorsementCredential.

    Args:
        issuer: who says it.
        about: id of what it is about.
        comment: in the endorser's own words.
        content: the bytes of what is endorsed, so that the words count for these alone (VCDM 2.0, integrity of related resources).

    Raises:
        UserError: something that the standard demands is missing.
    """
    if not comment.strip():
        raise UserError("An endorsement needs words.")
    subject = {
        "id": _absolute(about, "What is endorsed"),
        "type": ["EndorsementSubject"],
        "endorsementComment": comment,
    }
    document = _credential("EndorsementCredential", name, issuer, subject, id=id, at=at, until=until)
    if content is not None:
        digest = b64encode(sha384(content).digest()).decode()
        document["relatedResource"] = [{"id": about, "digestSRI": f"sha384-{digest}"}]
    return document


def identity(email: str, salt: str) -> dict[str, Any]:
    """A recipient whom the badge does not show: OB 3.0 IdentityObject.

    Args:
        email: hashed in small letters, so that its writing does not matter.
        salt: chance, new for each badge; without it, addresses can be tried out.

    Raises:
        UserError: not an e-mail address, or no salt.
    """
    plain = email.strip().lower()
    if "@" not in plain or not salt:
        raise UserError("A hidden recipient needs an e-mail address and a salt.")
    return {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": "sha256$" + sha256((plain + salt).encode()).hexdigest(),
        "identityType": "emailAddress",
        "salt": salt,
    }


def written(moment: datetime) -> str:
    """A moment as credentials write it (VCDM 2.0 section 4.9): in UTC, to the second.

    Raises:
        UserError: it has no zone.
    """
    if moment.tzinfo is None:
        raise UserError("A time needs a zone.")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _credential(
    kind: str,
    name: str,
    issuer: Party,
    subject: dict[str, Any],
    *,
    id: str,  # noqa: A002
    at: datetime,
    until: datetime | None,
) -> dict[str, Any]:
    if until is not None and written(until) <= written(at):
        raise UserError("A badge cannot end before it begins.")
    document = {
        "@context": list(CONTEXT),
        "id": _absolute(id, "The badge"),
        "type": ["VerifiableCredential", kind],
        "name": name,
        "issuer": _profile(issuer),
        "validFrom": written(at),
        "credentialSubject": subject,
    }
    if until is not None:
        document["validUntil"] = written(until)
    return document


def _profile(party: Party) -> dict[str, Any]:
    if not party.name:
        raise UserError("An issuer needs a name.")
    profile = {"id": _absolute(party.id, "The issuer"), "type": ["Profile"], "name": party.name}
    return profile | _said(url=party.url, email=party.email)


def _achievement(claim: AchievementClaim) -> dict[str, Any]:
    criteria = _said(id=claim.criteria_url, narrative=claim.criteria)
    if not (claim.name and claim.description and criteria):
        raise UserError("An achievement needs a name, a description, and criteria in words or at an address.")
    made: dict[str, Any] = {
        "id": _absolute(claim.id, "The achievement"),
        "type": ["Achievement"],
        "name": claim.name,
        "description": claim.description,
        "criteria": criteria,
    }
    made |= _said(achievementType=claim.kind, humanCode=claim.code, fieldOfStudy=claim.field)
    if claim.tags:
        made["tag"] = list(claim.tags)
    if claim.skills:
        made["alignment"] = [_alignment(skill) for skill in claim.skills]
    return made


def _alignment(skill: AlignedSkill) -> dict[str, Any]:
    made = {
        "type": ["Alignment"],
        "targetName": skill.name,
        "targetUrl": _absolute(skill.url, f"The skill {skill.name!r}"),
    }
    return made | _said(targetFramework=skill.framework, targetCode=skill.code, targetType=skill.kind)


def _evidence(piece: EvidenceClaim) -> dict[str, Any]:
    if piece.url:
        _absolute(piece.url, "A piece of evidence")
    return {"type": ["Evidence"]} | _said(id=piece.url, name=piece.name, narrative=piece.narrative, genre=piece.genre)


def _said(**fields: str) -> dict[str, Any]:
    """Those fields that are not empty."""
    return {name: value for name, value in fields.items() if value}


def _absolute(id: str, what: str) -> str:  # noqa: A002
    """The id, which has to be absolute: a signature over RDF would not cover another (VC Data Integrity, on context injection)."""
    if not id.startswith(_ABSOLUTE) or any(c.isspace() for c in id):
        raise UserError(f"{what} needs an id that is a whole address, such as https://..., did:... or urn:uuid:...")
    return id

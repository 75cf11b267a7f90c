"""What a badge of before 3.0 says, as content of the common form. Takes anything, and never fails."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from credlens.model.verification import AchievementClaim, Claims, EvidenceClaim, Party
from credlens.verify.content import Content, Inside
from credlens.verify.dates import moment
from credlens.verify.earlier.backing import Backing
from credlens.verify.earlier.form import Form, id_of
from credlens.verify.formats.claims import alignments, evidence, identifier, thing, words
from credlens.verify.structure.shapes import Place, listed, pointer


def content(statement: Mapping[str, Any], given: Mapping[str, Any], backing: Backing, form: Form) -> Content:
    """What it says.

    Args:
        statement: the badge that counts, in the words of 2.0; ``given``: in its own.
        backing: what stands behind it; where it lacks the badge class, the copy in the badge is read.
    """
    badge = backing.badge or thing(statement.get("badge"))
    issued, expires = statement.get("issuedOn"), statement.get("expires")
    return Content(
        claims=Claims(
            id=words(statement.get("id")) or words(statement.get("uid")),
            name=words(statement.get("name")) or words(badge.get("name")),
            issuer=issuer(backing),
            achievements=() if form.endorses or not badge else (achievement(badge, issuer(backing)),),
            subjects=(id_of(badge),) if form.endorses and id_of(badge) else (),
            issued=moment(issued, early=True),
            expires=moment(expires, early=True, last=True),
            evidence=_evidence(statement),
        ),
        issuer=backing.issuer or backing.issuer_id,
        identities=listed(statement.get("recipient")),
        valid_from=issued,
        valid_until=expires,
        valid_from_at="/issued_on" if "issued_on" in given else "/issuedOn",
        valid_until_at="/expires",
        endorsements=tuple(_endorsements(statement, badge, backing, form)),
    )


def issuer(backing: Backing) -> Party:
    """The issuer: by its own profile, or by nothing but its id."""
    who = backing.issuer
    return Party(backing.issuer_id, words(who.get("name")), words(who.get("url")), words(who.get("email")))


def achievement(badge: Mapping[str, Any], creator: Party) -> AchievementClaim:
    """A BadgeClass of 2.0, or an AchievementDType of CLR 1.0."""
    criteria = badge.get("criteria", badge.get("requirement"))
    told = thing(criteria)
    return AchievementClaim(
        id=identifier(badge),
        name=words(badge.get("name")),
        description=words(badge.get("description")),
        kind=words(badge.get("achievementType")),
        criteria=words(told.get("narrative")),
        criteria_url=identifier(told) if told else identifier(criteria),
        tags=tuple(t for t in listed(badge.get("tags")) if isinstance(t, str)),
        skills=alignments(badge.get("alignment", badge.get("alignments"))),
        code=words(badge.get("humanCode")),
        field=words(badge.get("fieldOfStudy")),
        creator=creator,
    )


def _evidence(statement: Mapping[str, Any]) -> tuple[EvidenceClaim, ...]:
    """Evidence, and the narrative of the whole as a piece of it."""
    told = words(statement.get("narrative"))
    return (*evidence(statement.get("evidence")), *((EvidenceClaim(narrative=told),) if told else ()))


def _endorsements(
    statement: Mapping[str, Any], badge: Mapping[str, Any], backing: Backing, form: Form
) -> Iterator[Inside]:
    """Endorsements of the badge, of its class and of its issuer, as far as these stand behind it."""
    if form.endorses:
        return
    place: Place = None
    for name, holder in (("", statement), ("badge", badge), ("issuer", backing.issuer)):
        place = (place, name) if name else None
        for key in ("endorsement", "endorsements", "signedEndorsements"):
            value = holder.get(key)
            for index, each in enumerate(listed(value)):
                at: Place = (place, key)
                yield Inside(each, pointer((at, index) if isinstance(value, list) else at), id_of(holder))

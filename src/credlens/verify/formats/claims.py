"""What a credential says, for the report. Takes anything: what is not as the standards have it gives an empty field, never an error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from credlens.model.verification import (
    AchievementClaim,
    AlignedSkill,
    Claims,
    EvidenceClaim,
    Party,
    ResultClaim,
)
from credlens.verify.dates import moment
from credlens.verify.structure.shapes import listed

_ENGLISH = "en"
_NOTHING: Mapping[str, Any] = {}


def thing(value: Any) -> Mapping[str, Any]:
    """An object, or an empty one in its place; of a list the first."""
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, dict) else _NOTHING


def things(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects among one or many."""
    return (v for v in listed(value) if isinstance(v, dict))


def words(value: Any) -> str:
    """A text; of texts in several languages the English one, else the first; empty for anything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        inner = value.get("@value")
        return inner if isinstance(inner, str) else ""
    if not isinstance(value, list):
        return ""
    for each in value:
        tag = each.get("@language") if isinstance(each, dict) else None
        if isinstance(tag, str) and tag.lower().split("-")[0] == _ENGLISH and words(each):
            return words(each)
    return next((text for text in map(_one, value) if text), "")


def _one(value: Any) -> str:
    """Words of an element of a list; lists in lists count for nothing."""
    return "" if isinstance(value, list) else words(value)


def amount(value: Any) -> str:
    """A number or text as text, without needless decimals; empty for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return ""
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def identifier(value: Any) -> str:
    """The id of an object, or an address in its place."""
    return words(value.get("id")) if isinstance(value, dict) else value if isinstance(value, str) else ""


def party(value: Any) -> Party:
    """Somebody who is named: a profile or an address."""
    if not isinstance(value, dict):
        return Party(identifier(value))
    return Party(identifier(value), words(value.get("name")), words(value.get("url")), words(value.get("email")))


def alignments(value: Any) -> tuple[AlignedSkill, ...]:
    """OB 3.0 Alignment, one or many."""
    return tuple(
        AlignedSkill(
            words(each.get("targetName")),
            words(each.get("targetUrl")),
            words(each.get("targetFramework")),
            words(each.get("targetCode")),
            words(each.get("targetType")),
        )
        for each in things(value)
    )


def achievement(value: Mapping[str, Any]) -> AchievementClaim:
    """OB 3.0 Achievement."""
    criteria = value.get("criteria")
    told = thing(criteria)
    return AchievementClaim(
        id=identifier(value),
        name=words(value.get("name")),
        description=words(value.get("description")),
        kind=words(value.get("achievementType")),
        criteria=words(told.get("narrative")),
        criteria_url=identifier(told) if told else identifier(criteria),
        tags=tuple(t for t in listed(value.get("tag")) if isinstance(t, str)),
        skills=alignments(value.get("alignment")),
        code=words(value.get("humanCode")),
        credits=amount(value.get("creditsAvailable")),
        field=words(value.get("fieldOfStudy")),
        assessment=_assessment(value),
        creator=party(value.get("creator")),
    )


_MARKS = ("assessmentType", "assessmentOutput", "evaluationMethod")


def _assessment(value: Mapping[str, Any]) -> str:
    """How it was assessed, from result descriptions with the assessment extension 2.0 (AssessmentResultDescription)."""
    told = []
    for described in things(value.get("resultDescription")):
        if any(mark in described for mark in _MARKS):
            kind = words(described.get("assessmentType"))
            text = (words(described.get(k)) for k in ("description", "assessmentOutput", "evaluationMethod"))
            parts = [t.strip() for t in (kind, *text) if t.strip()]
            told.append(": ".join((parts[0], "; ".join(parts[1:]))) if len(parts) > 1 else "".join(parts))
    return " | ".join(t for t in told if t)


def evidence(*values: Any) -> tuple[EvidenceClaim, ...]:
    """OB 3.0 Evidence of several places; of an address alone, the address."""
    found = []
    for each in (e for value in values for e in listed(value)):
        if isinstance(each, str):
            found.append(EvidenceClaim(each))
        elif isinstance(each, dict):
            name, told, genre = (words(each.get(k)) for k in ("name", "narrative", "genre"))
            found.append(EvidenceClaim(identifier(each), name, told or words(each.get("description")), genre))
    return tuple(found)


def results(subject: Mapping[str, Any]) -> tuple[ResultClaim, ...]:
    """OB 3.0 Result of a subject, with the descriptions in its achievement."""
    described: dict[str, Mapping[str, Any]] = {}
    for given in things(subject.get("achievement")):
        described.update({identifier(d): d for d in things(given.get("resultDescription")) if identifier(d)})
    return tuple(
        _result(each, described.get(words(each.get("resultDescription")), _NOTHING))
        for each in things(subject.get("result"))
    )


def _result(result: Mapping[str, Any], described: Mapping[str, Any]) -> ResultClaim:
    levels = {identifier(r): words(r.get("name")) for r in things(described.get("rubricCriterionLevel"))}
    reached = words(result.get("achievedLevel"))
    value = amount(result.get("value")) or levels.get(reached, reached) or words(result.get("status"))
    allowed = [amount(a) for a in listed(described.get("allowedValue"))]
    most = amount(described.get("valueMax")) or (allowed[-1] if allowed else "")
    return ResultClaim(words(described.get("name")), value, words(described.get("resultType")), most)


def claims(document: Mapping[str, Any], *, since: Any, until: Any) -> Claims:
    """What a credential with one or many subjects says.

    Args:
        since: since when it counts, as it stands there; ``until``: until when.
    """
    subjects = list(things(document.get("credentialSubject")))
    return Claims(
        id=words(document.get("id")),
        name=words(document.get("name")),
        issuer=party(document.get("issuer")),
        achievements=tuple(achievement(a) for s in subjects for a in things(s.get("achievement"))),
        subjects=tuple(i for i in map(identifier, listed(document.get("credentialSubject"))) if i),
        issued=moment(document.get("awardedDate")) or moment(since, zoneless=True),
        expires=moment(until, zoneless=True),
        evidence=evidence(document.get("evidence"), *(s.get("evidence") for s in subjects)),
        results=tuple(r for s in subjects for r in results(s)),
    )

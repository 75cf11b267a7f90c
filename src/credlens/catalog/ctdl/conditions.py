"""What it asks for: condition profiles, and manifests of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from credlens.catalog.ctdl.assessments import assessments_of, supervision_of
from credlens.catalog.ctdl.names import (
    Node,
    address_of,
    aligned,
    concept,
    concept_name,
    reference,
    target_of,
    types,
)
from credlens.catalog.ctdl.skills import skill_of
from credlens.catalog.ctdl.statements import Context, Part, Statement, Style, elements
from credlens.catalog.values.facts import imported
from credlens.catalog.values.jsonld import all_words, words
from credlens.catalog.values.kinds import of_ctdl
from credlens.catalog.values.text import line, plain
from credlens.model.credential import Prerequisite
from credlens.model.occupation import DegreeLevel

PROPERTIES = (
    "ceterms:requires",
    "ceterms:recommends",
    "ceterms:corequisite",
    "ceterms:coPrerequisite",
    "ceterms:entryCondition",
)
_SOFT = "ceterms:recommends"
_TARGETS = ("ceterms:targetCredential", "ceterms:targetLearningOpportunity")
_DEGREES = {
    "SecondaryLevel": DegreeLevel.SECONDARY, "AssociatesDegreeLevel": DegreeLevel.ASSOCIATE, "BachelorsDegreeLevel": DegreeLevel.BACHELOR,
    "MastersDegreeLevel": DegreeLevel.MASTER, "DoctoralDegreeLevel": DegreeLevel.DOCTORATE, "ProfessionalLevel": DegreeLevel.PROFESSIONAL,
}  # fmt: skip


def read_conditions(context: Context, name: str, values: list[Any]) -> Iterator[Part]:
    """``ceterms:requires``, ``recommends``, ``corequisite``, ``coPrerequisite``, ``entryCondition``."""
    for place, value in enumerate(values):
        for field, found in _profile(context, name, value, place):
            yield Part(field, found, (place,))


def read_common_conditions(context: Context, _name: str, values: list[Any]) -> Iterator[Part]:
    """``ceterms:commonConditions``: the conditions of the manifests, told by them."""
    for place, manifest in enumerate(values):
        if not isinstance(manifest, dict):
            continue
        source = imported(reference(manifest) or context.source.address, context.source.date, context.source.note)
        told = replace(context, reading=replace(context.reading, source=source))
        for inner in PROPERTIES:
            for number, value in enumerate(elements(manifest.get(inner))):
                yield from (
                    Part(field, found, (place,), source=source) for field, found in _profile(told, inner, value, number)
                )


def _profile(context: Context, name: str, value: Any, place: int) -> Iterator[tuple[str, Any]]:
    """(field, value) of one condition: those of a credential's own examination and competencies say what it proves, not what it asks for."""
    if not isinstance(value, dict) or not _is_condition(value):
        if target := _target(value):
            yield "prerequisites", Prerequisite(name != _SOFT, (context.source,), (target,))
        elif name == "ceterms:requires" and (skill := skill_of(value, context.source)):
            yield "stated", skill
        return
    proves = name == "ceterms:requires" and not context.style.learning
    for profile in elements(value.get("ceterms:targetAssessment")) if name != _SOFT else ():
        yield from (("assessment", found) for found in assessments_of(profile, context.source))
        if fact := supervision_of(profile, context.source):
            yield "supervision", fact
        if proves and isinstance(profile, dict):
            yield from _skills(context, elements(profile.get("ceterms:assesses")))
    if proves:
        yield from _skills(context, elements(value.get("ceterms:targetCompetency")))
    yield from (("prerequisites", found) for found in _prerequisites(context, name, value, place, proves))


def _skills(context: Context, values: list[Any]) -> Iterator[tuple[str, Any]]:
    for value in values:
        if skill := skill_of(value, context.source):
            yield "stated", skill


def _is_condition(value: Node) -> bool:
    return set(types(value)) <= {"ceterms:ConditionProfile"} and not reference(value)


def _prerequisites(context: Context, name: str, value: Node, place: int, proves: bool) -> Iterator[Prerequisite]:
    """One for each thing that has to be there before, and the alternatives of it."""
    source, hard = (context.source,), name != _SOFT
    text = _text(value, proves)
    years, of = _years(context, name, value), line(words(value.get("ceterms:experience")))
    degree = _degree(value)
    targets = [t for n in _TARGETS for v in elements(value.get(n)) if (t := _target(v))]
    typed = years is not None or degree is not None
    if typed or ((text or of) and not targets):
        yield Prerequisite(hard and typed, source, (), (), years, of, degree, text)
        text = ""
    for number, target in enumerate(targets):
        yield Prerequisite(hard, source, (target,), text=text if number == 0 else "")
    others = [v for v in elements(value.get("ceterms:alternativeCondition")) if isinstance(v, dict)]
    if len(others) > 1 and (any_of := [_bare_target(v) for v in others]) and all(any_of):
        yield Prerequisite(hard, source, tuple(t for t in any_of if t))
        return
    either = line(words(value.get("ceterms:name"))) or f"{name.partition(':')[2]} {place + 1}"
    for other in others:
        inside = list(_prerequisites(context, name, other, place, proves))
        yield replace(inside[0] if len(inside) == 1 else _all_of(context, other, inside), either=either)


def _all_of(context: Context, value: Node, inside: list[Prerequisite]) -> Prerequisite:
    """An alternative that asks for several things at once, or for nothing we know: in words, since alternatives are one thing each."""
    said = [
        line(words(value.get("ceterms:name"))),
        *(p.text for p in inside),
        *(c for p in inside for c in p.credentials),
    ]
    return Prerequisite(hard=False, sources=(context.source,), text="all of: " + "; ".join(s for s in said if s))  # fmt: skip


def _bare_target(value: Node) -> str | None:
    """What an alternative asks for, when it asks for one thing and says no more."""
    if set(value) - {"@type", *_TARGETS}:
        return None
    targets = [v for n in _TARGETS for v in elements(value.get(n))]
    return _target(targets[0]) if len(targets) == 1 else None


def _target(value: Any) -> str | None:
    """What a condition points to, as other records name it; competencies are no credentials."""
    if isinstance(value, dict):
        kinds = [t for t in elements(value.get("@type")) if isinstance(t, str)]
        if kinds and not any(of_ctdl(k) for k in kinds) and "ceterms:AssessmentProfile" not in kinds:
            return None
    return target_of(value)


def _text(value: Node, proves: bool) -> str:
    said = [plain(words(value.get("ceterms:description")))]
    said += all_words(value.get("ceterms:condition"))
    age = value.get("ceterms:minimumAge")
    said += [f"minimum age {age:g}"] if isinstance(age, int | float) and not isinstance(age, bool) and age > 0 else []
    if not proves:
        names = [concept_name(v) for v in elements(value.get("ceterms:targetCompetency"))]
        said += [f"competencies: {', '.join(n for n in names if n)}"] if any(names) else []
    return "; ".join(dict.fromkeys(s for s in said if s))


def _years(context: Context, name: str, value: Node) -> float | None:
    found = context.reading.number(f"{name} yearsOfExperience", value.get("ceterms:yearsOfExperience"), 60)
    return found or None


def _degree(value: Node) -> DegreeLevel | None:
    """The education asked for, when one level is named; a list of levels says for whom it is."""
    levels = elements(value.get("ceterms:audienceLevelType"))
    return _DEGREES.get(concept(levels[0])) if len(levels) == 1 else None


def write_prerequisite(value: Prerequisite, style: Style) -> Iterator[Statement]:
    """A condition; skills of our taxonomy have no address and stay in the extension."""
    name = "ceterms:requires" if value.hard else _SOFT
    about: Node = {"@type": "ceterms:ConditionProfile"}
    if value.experience_years is not None:
        about["ceterms:yearsOfExperience"] = value.experience_years
    if value.experience_of:
        about["ceterms:experience"] = style.text(value.experience_of)
    if value.degree:
        level = next((n for n, found in _DEGREES.items() if found is value.degree), None)
        about |= (
            {"ceterms:audienceLevelType": [aligned("AudienceLevel", "audLevel", level, level, style.language)]}
            if level
            else {}
        )
    if value.text:
        about["ceterms:description"] = style.text(value.text)
    about |= _written_targets(value.credentials)
    if set(about) == {"@type"}:
        return
    if value.either:
        about = {
            "@type": "ceterms:ConditionProfile",
            "ceterms:name": style.text(value.either),
            "ceterms:alternativeCondition": [about],
        }
    yield name, about


def _written_targets(credentials: Iterable[str]) -> Node:
    addresses = [address_of(target) for target in credentials]
    if len(addresses) == 1:
        return {"ceterms:targetCredential": addresses}
    one_each = [{"@type": "ceterms:ConditionProfile", "ceterms:targetCredential": [a]} for a in addresses]
    return {"ceterms:alternativeCondition": one_each} if one_each else {}

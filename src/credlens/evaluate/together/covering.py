"""How deep a credential covers an area: by the skills that are the area, by narrower ones, and by pieces of it.

Each thing that it teaches gives something to an area: all of what its depth is worth (:data:`credlens.evaluate.breadth.DEPTH_WEIGHT`, times
the probability that it is taught at all) when it is the area itself, :data:`credlens.evaluate.breadth.NARROWER` of that when it is narrower
than the area or a piece of it. Of things that are the area itself the most counts, since two units that begin at the beginning do not make
one in depth; pieces add up as chances do, since they are different things. The name of a whole field of work gives a unit at most: a
course that calls itself data analysis has not said which part of it.

One credential at a time: what a set covers is the deepest that one of them does.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from credlens.evaluate.breadth import DEPTH_WEIGHT, NARROWER
from credlens.model.credential import Assessment, AssessmentType, Credential, Depth, Grader, TaughtSkill
from credlens.model.skill import Taxonomy
from credlens.model.together import Cover, Proof

# Judgements, between the weights of the depths.
IN_DEPTH = 0.75  # two narrower main subjects are the area in depth, one is not
IN_PART = 0.375  # a unit that a program is rather sure of
TOUCHED = 0.1  # less is next to nothing

PERSONS = frozenset({Grader.TUTOR, Grader.EXTERNAL_EXPERT})
WORKS = frozenset(
    {
        AssessmentType.PROJECT,
        AssessmentType.PORTFOLIO,
        AssessmentType.ARTEFACT,
        AssessmentType.PRACTICAL,
        AssessmentType.PRESENTATION,
        AssessmentType.MARKED_ASSIGNMENT,
        AssessmentType.PROBLEM_BASED,
        AssessmentType.WRITTEN_EXAM,
        AssessmentType.ORAL_EXAM,
    }
)
EXAMS = frozenset({AssessmentType.WRITTEN_EXAM, AssessmentType.ORAL_EXAM, AssessmentType.PRACTICAL})


@dataclass(frozen=True, slots=True)
class Extent:
    """What an area is made of: ids of skills that are it, and of skills that are a piece of it."""

    whole: frozenset[str]
    pieces: frozenset[str]


def narrower_of(taxonomy: Taxonomy) -> Mapping[str, frozenset[str]]:
    """The skills right below each skill that has some."""
    below: dict[str, set[str]] = {}
    for skill in taxonomy:
        for broader in skill.broader:
            below.setdefault(broader, set()).add(skill.id)
    return {skill: frozenset(found) for skill, found in below.items()}


def extent(skills: Collection[str], parts: Collection[str], narrower: Mapping[str, frozenset[str]]) -> Extent:
    """The extent of an area: skills right below those that are the area are pieces of it.

    Args:
        skills, parts: ids of skills that are the area, and that are a piece of it.
        narrower: the skills below each (:func:`narrower_of`).
    """
    whole = frozenset(skills)
    below = frozenset(n for s in whole for n in narrower.get(s, ()))
    return Extent(whole, (frozenset(parts) | below) - whole)


def amount(credential: Credential, area: Extent, taxonomy: Taxonomy) -> float:
    """How much of an area a credential gives, in [0, 1]."""
    direct = [_weight(t, taxonomy) for t in credential.skills if t.skill in area.whole]
    pieces = [NARROWER * _weight(t, taxonomy) for t in credential.skills if t.skill in area.pieces]
    return 1.0 - (1.0 - max(direct, default=0.0)) * prod(1.0 - p for p in pieces)


def depth_of(value: float) -> Depth | None:
    """The depth that so much of an area is; None for next to nothing."""
    value = round(value, 9)
    if value >= IN_DEPTH:
        return Depth.CORE
    if value >= IN_PART:
        return Depth.PART
    return Depth.TOUCHED if value >= TOUCHED else None


def covers(credentials: Sequence[Credential], area: Extent, taxonomy: Taxonomy) -> tuple[Cover, ...]:
    """How each of the credentials that cover an area does, deepest first; ties by id."""
    found = []
    for credential in credentials:
        value = amount(credential, area, taxonomy)
        depth = depth_of(value)
        if depth is not None:
            found.append((-value, Cover(credential.id, depth, proof(credential), _through(credential, area, taxonomy))))
    return tuple(c for _, c in sorted(found, key=lambda f: (f[0], f[1].credential)))


def proof(credential: Credential) -> Proof:
    """Who says that a holder has learnt it: the strongest part of the assessment."""
    if not credential.assessment:
        return Proof.UNKNOWN
    if any(_judged(a) for a in credential.assessment):
        return Proof.JUDGED
    examined = any(a.type in EXAMS or a.grader is Grader.PSYCHOMETRIC for a in credential.assessment)
    return Proof.EXAMINED if examined else Proof.TAUGHT


def _judged(part: Assessment) -> bool:
    return part.type in WORKS and part.grader in PERSONS


def _weight(taught: TaughtSkill, taxonomy: Taxonomy) -> float:
    weight = DEPTH_WEIGHT[taught.depth] * taught.probability
    field = taught.skill in taxonomy and taxonomy[taught.skill].whole_field
    return min(weight, DEPTH_WEIGHT[Depth.PART]) if field else weight


def _through(credential: Credential, area: Extent, taxonomy: Taxonomy) -> tuple[str, ...]:
    share: Mapping[str, float] = {
        t.skill: _weight(t, taxonomy) * (1.0 if t.skill in area.whole else NARROWER)
        for t in credential.skills
        if t.skill in area.whole or t.skill in area.pieces
    }
    return tuple(sorted(share, key=lambda s: (-share[s], s)))

"""A small world of skills and credentials, written as short as it reads: ``{"sql": "core"}``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from credlens.evaluate.together.whole import together
from credlens.model.credential import Assessment, AssessmentType, Catalog, Credential, Depth, Grader, TaughtSkill
from credlens.model.demand import Demand, SkillDemand
from credlens.model.fact import Method, Source
from credlens.model.gap import Gap, GapItem
from credlens.model.person import EvidenceKind, HeldSkill, Person, SkillEvidence
from credlens.model.quantity import Share
from credlens.model.skill import Alias, Reuse, Skill, SkillKind, SkillLevel, Taxonomy
from credlens.model.together import Foundation, KnowledgeArea, Together

TODAY = date(2026, 11, 22)
SOURCES = (Source(Method.RECALLED, date=TODAY),)

# id -> (broader, transversal, name of a whole field)
SKILLS: Mapping[str, tuple[tuple[str, ...], bool, bool]] = {
    "sql": ((), False, False),
    "statistics": ((), False, False),
    "hypothesis-testing": (("statistics",), False, False),
    "regression": (("statistics",), False, False),
    "charts": ((), False, False),
    "tableau": (("charts",), False, False),
    "ethics": ((), False, False),
    "privacy": ((), False, False),
    "data-analysis": ((), False, True),
    "teamwork": ((), True, False),
    "welding": ((), False, False),
}


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    def skill(name: str) -> Skill:
        broader, transversal, field = SKILLS[name]
        reuse = Reuse.TRANSVERSAL if transversal else Reuse.CROSS_SECTOR
        return Skill(
            name, name, (Alias(name),), SkillKind.SKILL, reuse, "data", SOURCES, broader=broader, whole_field=field
        )

    return Taxonomy("tests", "1", "", {s: skill(s) for s in SKILLS})


@pytest.fixture(scope="session")
def foundation() -> Foundation:
    """The analyst's: five areas, the last of which no course teaches."""

    def area(name: str, *, parts: Sequence[str] = (), by_course: bool = True) -> KnowledgeArea:
        return KnowledgeArea(name, name, (name,), f"why {name}", SOURCES, tuple(parts), by_course)

    return Foundation(
        "analyst",
        "analyst",
        (Alias("analyst"),),
        (
            area("sql"),
            area("statistics"),
            area("charts"),
            area("ethics", parts=["privacy"]),
            area("teamwork", by_course=False),
        ),
    )


Make = Callable[..., Credential]


@pytest.fixture(scope="session")
def make() -> Make:
    """``make("a", sql="core")``; a pair adds the probability: ``sql=("core", 0.4)``."""

    def one(name: str, graded: Grader | None = None, **skills: Any) -> Credential:
        def taught(skill: str, said: Any) -> TaughtSkill:
            depth, sure = said if isinstance(said, tuple) else (said, 1.0)
            return TaughtSkill(skill.replace("_", "-"), Depth(depth), SOURCES, sure)

        parts = (Assessment(AssessmentType.PROJECT, SOURCES, graded),) if graded else ()
        return Credential(name, name.upper(), skills=tuple(taught(*s) for s in skills.items()), assessment=parts)

    return one


Cover = Callable[..., Together]


@pytest.fixture
def cover(taxonomy: Taxonomy, foundation: Foundation) -> Cover:
    """``cover([credential], ads=[{"sql"}, ...], catalog=[...])``: what they cover of the analyst's work."""

    def run(
        credentials: Sequence[Credential],
        ads: Sequence[set[str]] = (),
        catalog: Sequence[Credential] = (),
        held: Sequence[str] = (),
        founded: bool = True,
        gates: Sequence[Any] = (),
        shows: Sequence[str] = (),
    ) -> Together:
        n = len(ads)
        named = {s: sum(s in ad for ad in ads) for s in SKILLS}
        skills = {s: SkillDemand(s, Share(k, n), Share(0, 0), 0) for s, k in named.items() if k}
        demand = Demand(n, n, n, skills, {}, {}, {}, (("analyst", n),) if n else ())
        items = tuple(
            GapItem(s, d, None, 0.0 if s in held else 1.0, None, True, False, None if s in held else 1)
            for s, d in skills.items()
        )
        proof = (SkillEvidence("", EvidenceKind.USED, "resume:1", ""),)
        person = Person("Somebody", {s: HeldSkill(s, SkillLevel.UNKNOWN, proof) for s in shows})
        return together(
            credentials,
            demand,
            Gap("analyst", n, items, tuple(gates), ()),
            taxonomy,
            foundation if founded else None,
            Catalog({c.id: c for c in (*credentials, *catalog)}),
            person,
            today=TODAY,
            ads=ads,
        )

    return run

"""The gap where few ads, or none, are given and more was known before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from credlens.gap.find import find
from credlens.gap.reach import Ad
from credlens.model.demand import Blend, Demand, DemandPart, DemandSource, SkillDemand
from credlens.model.gap import Gap
from credlens.model.person import EvidenceKind, HeldSkill, Person, SkillEvidence
from credlens.model.posting import Requirement
from credlens.model.quantity import Share
from credlens.model.skill import Alias, Reuse, Skill, SkillKind, SkillLevel, Taxonomy

MUST = Requirement.REQUIRED
NAMES = ("excel", "python", "r", "sql")
TAXONOMY = Taxonomy(
    "t", "1", "", {s: Skill(s, s, (Alias(s),), SkillKind.SKILL, Reuse.CROSS_SECTOR, "data", ()) for s in NAMES}
)
EXCEL = HeldSkill("excel", SkillLevel.ADVANCED, (SkillEvidence("excel", EvidenceKind.USED, "resume.md:1", "Excel"),))
PERSON, NOBODY = Person("A", {"excel": EXCEL}), Person("B", {})


def _find(person: Person, demand: Demand, ads: Sequence[Ad] = ()) -> Gap:
    return find(person, demand, TAXONOMY, target="data analyst", today=date(2026, 11, 22), ads=ads)


def _blended(k: int, n: int, value: float) -> SkillDemand:
    parts = (
        DemandPart(DemandSource.ADS, k / n if n else 0.0, n),
        DemandPart(DemandSource.MARKET, 0.5, 20.0, "2 k ads"),
    )
    return SkillDemand("", Share(k, n), Share(0, 0), k, blend=Blend(value, value / 2, (1 + value) / 2, parts))


def _blends(n: int, **asked: tuple[int, float]) -> Demand:
    skills = {s: replace(_blended(k, n, value), skill=s) for s, (k, value) in asked.items()}
    return Demand(n, n, n, skills, {}, {}, {}, ())


def test_without_any_ads_what_was_known_before_ranks_and_what_opens_is_unknown() -> None:
    gap = _find(PERSON, _blends(0, sql=(0, 0.7), python=(0, 0.4), r=(0, 0.05), excel=(0, 0.9)))

    assert [(i.skill, i.rank, i.opens, i.seldom) for i in gap.items] == [
        ("sql", 1, None, False),
        ("python", 2, None, False),
        ("r", 3, None, True),
        ("excel", None, None, False),
    ]
    assert gap.first == ("sql", "python")
    assert gap.items[0].why == "asked for in about 70 % of ads by the market"


def test_with_few_ads_the_estimated_share_decides_and_not_the_counted_one() -> None:
    ads: list[Ad] = [{"r": MUST}, {"sql": MUST}]
    gap = _find(NOBODY, _blends(2, r=(1, 0.1), sql=(1, 0.8), python=(0, 0.6)), ads)

    assert [i.skill for i in gap.missing] == ["sql", "python", "r"]
    assert [(i.opens, i.opens_together) for i in gap.missing] == [(1, 1.0), (0, 0.0), (1, 1.0)]
    assert gap.items[0].why.startswith(
        "asked for in about 80 % of ads by the ads given and the market (1 of the 2 given)"
    )

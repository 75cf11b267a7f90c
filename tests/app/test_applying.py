"""When to apply: ads and evidence in each test, and the answer beside them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from credlens.app.applying import worked_out
from credlens.gap.reach import Openings
from credlens.model.applying import Applying
from credlens.model.demand import SkillDemand
from credlens.model.gap import Gap, GapItem
from credlens.model.plan import Plan, PlanStatus, Step
from credlens.model.posting import Requirement
from credlens.model.quantity import Money, Share
from credlens.model.skill import Reuse, Skill, SkillKind, Taxonomy

SKILLS = ("sql", "python", "r", "law")
TAXONOMY = Taxonomy(
    "t", "1", "", {s: Skill(s, s, (), SkillKind.TOOL, Reuse.CROSS_SECTOR, "data", ()) for s in SKILLS}, {}
)
TITLES = {"a": "Course A", "b": "Course B"}


def item(skill: str, missing: float) -> GapItem:
    demand = SkillDemand(skill, Share(1, 2), Share(0, 0), 1)
    rank = 1 if missing > 0.3 else None
    return GapItem(skill, demand, None, missing, 0, learnable=True, umbrella=False, rank=rank)


def asked(ads: str, *grown: dict[str, float], missing: dict[str, float] | None = None) -> Applying:
    """``ads`` as "sql python; r": two ads; ``grown``: evidence after step a (done on 13 March 2026) and b (on 20 April)."""
    items = tuple(item(s, (missing or {}).get(s, 1.0)) for s in SKILLS)
    gap = Gap("analyst", 2, items, (), ())
    named = [dict.fromkeys(ad.split(), Requirement.REQUIRED) for ad in ads.split(";")]
    openings = Openings(named, {i.skill for i in items if i.rank is None}, TAXONOMY)
    days = [("a", date(2026, 3, 1), date(2026, 3, 13)), ("b", date(2026, 3, 14), date(2026, 4, 20))]
    steps: Any = tuple(Step(c, "o", begin, end, 9, (), ()) for c, begin, end in days[: len(grown)])
    free = Money(Decimal(0))
    plan = Plan("strongest", steps, free, 9, steps[-1].finish, 0.5, (), (), PlanStatus.OPTIMAL, 0)
    return worked_out(plan, grown, gap, openings, TITLES)


def test_apply_from_the_day_after_the_step_that_opens_most() -> None:
    found = asked("sql; sql; python", {"sql": 0.5}, {"sql": 0.5, "python": 0.6})
    assert (found.n, found.now, [s.ads for s in found.steps]) == (3, 0, [2, 3])
    assert (found.after, found.half, found.day) == ("a", "a", date(2026, 3, 14))
    assert found.because == (
        "From 14 March 2026, after Course A, 2 of 3 ads are within reach (0 now): apply from then on. "
        "With the whole plan it is 3."
    )


def test_evidence_below_one_half_shows_nothing_unless_what_is_shown_makes_up_for_it() -> None:
    grown = {"sql": 0.45}
    assert asked("sql", grown).steps[0].ads == 0
    assert asked("sql", grown, missing={"sql": 0.5}).steps[0].ads == 1  # 1 - 0.5 x 0.55 = 0.725 is shown
    assert asked("sql", grown, missing={"sql": 0.6}).steps[0].ads == 0  # 1 - 0.6 x 0.55 = 0.67 is not


def test_what_no_step_proves_counts_as_before() -> None:
    found = asked("sql; python", {"python": 0.6, "sql": 0.0}, missing={"sql": 0.31})
    assert (found.now, found.steps[0].skills, found.steps[0].ads) == (0, ("python",), 1)


def test_the_first_half_is_told_when_it_comes_before_the_largest_jump() -> None:
    found = asked("sql;" * 2 + "python;" * 2 + "r", {"sql": 0.5}, {"sql": 0.5, "python": 0.5})
    assert (found.after, found.half) == ("a", "a")
    later = asked("sql;sql;sql;python;python;python;r", {"sql": 0.5}, {"sql": 0.5, "python": 0.5, "r": 0.5})
    assert (later.after, later.half, [s.ads for s in later.steps]) == ("b", "b", [3, 7])


def test_a_plan_that_opens_nothing_says_so() -> None:
    none = asked("r", {"sql": 0.5})
    assert (none.after, none.half, none.day) == (None, None, None)
    assert none.because.startswith("None of 1 ads comes within reach")
    some = asked("r; law", {"sql": 0.5}, missing={"law": 0.0})
    assert (some.after, some.day) == (None, date(2026, 3, 1))
    assert some.because.startswith("1 of 2 ads are within reach now")

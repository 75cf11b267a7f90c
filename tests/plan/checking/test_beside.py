"""Help for what stays open, and projects."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from credlens.plan.offer import Need


@pytest.mark.parametrize(
    ("extra", "says"),
    [
        ({"last_day": date(2026, 4, 30)}, "supplement x: said to fit into the days that are left, and does not"),
        ({"hours": 6}, "supplement x: said to take 5 h, it takes 6 h"),
        ({"hours": None}, "supplement x: said to take 5 h, it takes None h"),
        ({"free": False}, "supplement x: said to be free, but has a price"),
        ({"needs": (Need(("e",), "e"),)}, "supplement x: asks for e first"),
        ({"proofs": (("sql", 0.4),)}, "supplement x: does not teach python"),
    ],
)
def test_a_supplement_is_what_the_problem_says(case: Any, extra: Any, says: Any) -> None:
    assert says in case.wrong(extras=(replace(case.problem.extras[0], **extra),))


def test_a_supplement_fits_until_the_deadline(case: Any) -> None:
    fits = "supplement x: said to fit into the days that are left, and does not"
    assert fits not in case.limits(deadline=date(2026, 5, 1))
    assert fits in case.limits(deadline=date(2026, 4, 30))
    assert fits in case.limits(off=((date(2026, 1, 5), date(2026, 1, 7)), (date(2026, 5, 1), date(2026, 5, 1))))


def test_a_supplement_that_is_no_stranger_but_a_step(case: Any) -> None:
    named = replace(case.plan.supplements[0], credential="a")
    assert case.wrong(replace(case.plan, supplements=(named,))) == ("supplement a: is a step of the plan already",)


def test_a_project_shows_a_skill_of_the_gap(case: Any) -> None:
    project = replace(case.plan.projects[0], skills=("painting",))
    assert case.wrong(replace(case.plan, projects=(project,))) == ("project p: shows no skill of the gap",)

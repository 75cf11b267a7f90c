"""The laws of whole comparisons: whatever the records say, and whoever is added.

Records are drawn by a seed and not by hypothesis itself, as in ``test_criteria_laws.py``; a failure names its seed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.evaluate.case import Case
from credlens.evaluate.score import compare
from credlens.model.credential import AssessmentType, Grader, Supervision

Build = Callable[[Mapping[str, Any]], Case]
FEW = 20  # draws: the laws hold for any number

FIELDS: dict[str, list[Any]] = {
    "supervision": [s.value for s in Supervision],
    "verification": ["pdf", "credly", "open_badge_3"],
    "validity_months": [12, 36, "never"],
    "accreditation": [[{"what": "scheme", "standard": "NCCA", "body": "NCCA"}]],
    "recognition": [[{"by": "ACE", "kind": "credit"}]],
}


def part(random: Random) -> dict[str, Any]:
    more = {"grader": random.choice([g.value for g in Grader]), "attempts": random.choice(["unlimited", 1, 3])}
    return {
        "type": random.choice(list(AssessmentType)).value,
        **{k: v for k, v in more.items() if random.random() < 0.5},
    }


def record(random: Random) -> dict[str, Any]:
    """The fields of a credential, each of them in half of the draws."""
    skills = random.sample(["sql", "python", "excel"], random.randint(0, 3))
    drawn = {
        **{name: random.choice(values) for name, values in FIELDS.items()},
        "assessment": [part(random) for _ in range(random.randint(1, 2))],
        "skills": {s: random.choice(["core", "part"]) for s in skills},
    }
    return {k: v for k, v in drawn.items() if random.random() < 0.5}


ADS = {"n": 60, "skills": {"sql": 45, "excel": 30, "python": 20}}


@settings(max_examples=400)
@given(drawn=st.integers(0, 2**32 - 1))
def test_who_else_is_compared_and_in_which_order_changes_nobodys_place(build_case: Build, drawn: int) -> None:
    random = Random(drawn)
    cases = [build_case({"credential": {**record(random), "id": f"c{i}"}, "ads": ADS}) for i in range(3)]
    leave, seed = random.randrange(3), random.randrange(10)
    everybody = compare(cases, seed=seed, draws=FEW)
    assert compare(cases[::-1], seed=seed, draws=FEW) == everybody
    assert sum(c.p_best or 0 for c in everybody.cards) == pytest.approx(1)
    assert sum(c.p_top3 or 0 for c in everybody.cards) == pytest.approx(3)

    gone = cases[leave].credential.id
    fewer = compare([c for c in cases if c.credential.id != gone], seed=seed, draws=FEW)
    kept = [c for c in everybody.cards if c.credential != gone]
    assert [c.credential for c in fewer.cards] == [c.credential for c in kept]
    assert [(c.quality, c.suitability, c.flags) for c in fewer.cards] == [
        (c.quality, c.suitability, c.flags) for c in kept
    ]
    assert fewer.wins == {pair: share for pair, share in everybody.wins.items() if gone not in pair}
    assert set(fewer.dominated) == {d for d in everybody.dominated if gone not in (d.better, d.worse)}

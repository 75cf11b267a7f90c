"""The laws of whole comparisons: whatever the records say, and whoever is added."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.evaluate.case import Case
from credlens.evaluate.score import compare
from credlens.model.credential import AssessmentType, Grader, Supervision

Build = Callable[[Mapping[str, Any]], Case]
FEW = 20  # draws: the laws hold for any number

PART = st.fixed_dictionaries(
    {"type": st.sampled_from([t.value for t in AssessmentType])},
    optional={"grader": st.sampled_from([g.value for g in Grader]), "attempts": st.sampled_from(["unlimited", 1, 3])},
)
RECORD = st.fixed_dictionaries(
    {},
    optional={
        "assessment": st.lists(PART, min_size=1, max_size=2),
        "supervision": st.sampled_from([s.value for s in Supervision]),
        "verification": st.sampled_from(["pdf", "credly", "open_badge_3"]),
        "validity_months": st.sampled_from([12, 36, "never"]),
        "skills": st.dictionaries(st.sampled_from(["sql", "python", "excel"]), st.sampled_from(["core", "part"])),
        "accreditation": st.just([{"what": "scheme", "standard": "NCCA", "body": "NCCA"}]),
        "recognition": st.just([{"by": "ACE", "kind": "credit"}]),
    },
)
ADS = {"n": 60, "skills": {"sql": 45, "excel": 30, "python": 20}}


@settings(max_examples=1000)
@given(records=st.lists(RECORD, min_size=3, max_size=3), leave=st.integers(0, 2), seed=st.integers(0, 9))
def test_who_else_is_compared_and_in_which_order_changes_nobodys_place(
    build_case: Build, records: list[dict[str, Any]], leave: int, seed: int
) -> None:
    cases = [build_case({"credential": {**r, "id": f"c{i}"}, "ads": ADS}) for i, r in enumerate(records)]
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

"""Options for one skill."""

from __future__ import annotations

from itertools import combinations

from credlens.app.different import ENOUGH, profile
from credlens.app.options import find_options
from credlens.app.ports import Ports


def test_three_truly_different_options_lead_and_no_option_is_lost(ports: Ports) -> None:
    result = find_options(ports, "SQL", hours_per_week=10)

    first = result.options[:3]
    profiles = [profile(result.catalog[o.credential], result.skill.id, o.quote) for o in first]
    assert all(len(a.differs(b)) >= ENOUGH for a, b in combinations(profiles, 2))
    assert not any(result.comparison.card(o.credential).gating() for o in first)
    assert {o.credential for o in result.options} == {c.id for c in result.catalog.teaching(result.skill.id)}
    out = result.to_json()
    assert out["why_not"] is None
    assert all(o["different"] for o in out["options"][:3])
    assert not any(o["different"] for o in out["options"][3:])
    assert {o["depth"] for o in out["options"]} <= {"core", "part", "touched"}
    assert {"free", "under USD 100", "under USD 500", "USD 500 or more"} >= {
        o["cost_band"] for o in out["options"] if o["cost"] is not None
    }
    assert all(set(o["price"]) == {"age", "newest", "disagree"} for o in out["options"])


def test_where_there_are_not_three_it_says_why(ports: Ports) -> None:
    out = find_options(ports, "Welding", hours_per_week=10).to_json()

    assert out["found"] < 3
    assert out["enough"] is False
    assert "only one credential that teaches Welding" in out["why_not"]
    assert [o["different"] for o in out["options"]] == [[]]

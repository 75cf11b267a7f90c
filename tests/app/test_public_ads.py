"""Public job ads, when they lie beside the project (they are not part of it): what everybody knows is found in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from credlens.app.gap import GapResult, find_gap
from credlens.app.ports import Ports

DATA = Path(__file__).parents[3] / "shared" / "data"
ADS = DATA / "postings" / "glassdoor_ds_2020.csv"  # data scientist ads of 2020, many of them more than once
RESUME = DATA / "resumes" / "jsonresume-schema-1.3.1" / "package" / "examples" / "career-changer.resume.json"

pytestmark = pytest.mark.skipif(
    not (ADS.exists() and RESUME.exists()), reason=f"optional public data is not there: {DATA}"
)


@pytest.fixture
def found(ports: Ports) -> GapResult:
    return find_gap(ports, ads=[ADS], resume=[RESUME])


def test_what_data_scientist_ads_ask_for(found: GapResult) -> None:
    demand = found.here.demand
    assert (demand.n, demand.read) == (596, 956)
    assert not demand.examples
    assert not found.problems

    asked = sorted(demand.skills.values(), key=lambda s: (-s.share.k, s.skill))
    assert {"python", "sql", "machine-learning", "statistics"} <= {s.skill for s in asked[:10]}
    assert {s.share.n for s in asked} == {596}

    python = found.here.person.skills["python"]
    assert all("career-changer.resume.json: " in e.where for e in python.evidence)
    assert found.here.gap.first[0] == "machine-learning", "asked for most of what the resume does not show"

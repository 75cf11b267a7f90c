"""Few ads of one's own, or none: what the market says of the occupation comes in, and it is said which part is whose."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from credlens.app.gap import find_gap
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.app.prior import Prior, blended, prior
from credlens.io.home import open_home
from credlens.model.demand import Demand, DemandSource, SkillDemand
from credlens.model.errors import UserError
from credlens.model.quantity import Share

from .conftest import TODAY, BuiltMarket

AD = "# Data Analyst\n\nWe need somebody who knows R and Tableau, to draw charts for our sales team every week.\n"


@pytest.fixture
def ports(market: BuiltMarket, tmp_path: Path) -> Ports:
    """A home of its own with a copy of the market."""
    shutil.copytree(market.ports.home / "market", tmp_path / "home" / "market")
    return open_home(tmp_path / "home", today=TODAY)


def _demand(n: int, **named: int) -> Demand:
    skills = {s: SkillDemand(s, Share(k, n), Share(0, 0), 1) for s, k in named.items()}
    return Demand(n, n, 1, skills, {}, {}, {}, (("Data Analyst", n),))


def test_two_ads_are_blended_with_the_market_and_each_part_is_named(ports: Ports, tmp_path: Path) -> None:
    (tmp_path / "ad.md").write_text(AD, encoding="utf-8")

    gap = find_gap(ports, ads=[tmp_path / "ad.md"]).here.gap

    sql, r = gap.item("sql"), gap.item("r")
    assert sql is not None
    assert r is not None
    assert sql.demand.share == Share(0, 1), "what was counted stays as it was"
    assert sql.demand.blend is not None
    assert [(p.source, p.share) for p in sql.demand.blend.parts] == [
        (DemandSource.ADS, 0.0),
        (DemandSource.MARKET, 1.0),
    ]
    assert sql.demand.expected > 0.8, "all 37 ads of the market ask for it"
    assert r.demand.expected < sql.demand.expected
    assert "sql" in gap.first


def test_an_occupation_without_any_ads_stands_on_the_market_alone(ports: Ports) -> None:
    gap = find_gap(ports, occupation="Data Analyst").here.gap
    sql = gap.item("sql")

    assert gap.n == 0
    assert sql is not None
    assert sql.opens is None, "how many ads it opens is not known without ads"
    assert sql.demand.expected > 0.9
    assert ports.store().target() is not None, "options and plan go on from here"


def test_of_an_occupation_nobody_knows_nothing_is_made_up(ports: Ports) -> None:
    with pytest.raises(UserError, match="Nothing is known of 'kelp farmer'"):
        find_gap(ports, occupation="kelp farmer")


def test_a_mistyped_occupation_leaves_the_target_that_was_there(ports: Ports, tmp_path: Path) -> None:
    (tmp_path / "ad.md").write_text(AD, encoding="utf-8")
    find_gap(ports, ads=[tmp_path / "ad.md"])

    with pytest.raises(UserError):
        find_gap(ports, occupation="kelp farmer")

    assert find_gap(ports).here.gap.n == 1


def test_without_market_and_taxonomy_nothing_is_known_and_nothing_changes(tmp_path: Path) -> None:
    ports = open_home(tmp_path, today=TODAY)
    knowledge = Knowledge(ports)

    assert prior(ports, knowledge, "Data Analyst") is None
    assert blended(_demand(3, sql=2), None) == _demand(3, sql=2)


def test_the_demo_s_invented_person_is_not_judged_by_one_s_own_market(ports: Ports) -> None:
    assert prior(ports, Knowledge(ports, own=False), "Data Analyst") is None
    assert prior(ports, Knowledge(ports), "Data Analyst") is not None


def test_two_hundred_ads_speak_for_themselves() -> None:
    known = Prior("data analyst", {"sql": Share(90, 100)}, 100)

    assert blended(_demand(200, sql=20), known) == _demand(200, sql=20)
    assert blended(_demand(199, sql=20), known).skills["sql"].blend is not None


def test_a_profile_brings_in_its_skills_by_their_relation() -> None:
    known = Prior(
        "data analyst", profile={"sql": ("essential", "ESCO, data analyst"), "r": ("optional", "ESCO, data analyst")}
    )

    found = blended(_demand(0), known).skills

    assert list(found) == ["sql", "r"]
    assert found["sql"].expected > found["r"].expected
    assert found["sql"].blend is not None
    assert found["sql"].blend.parts[-1].note.startswith("ESCO, data analyst: essential in the profile")


def test_skills_that_the_market_hardly_names_stay_out() -> None:
    known = Prior("data analyst", {"sql": Share(90, 100), "cobol": Share(1, 100)}, 100)

    assert list(blended(_demand(2, r=1), known).skills) == ["sql", "r"]

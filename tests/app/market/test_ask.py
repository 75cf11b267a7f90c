"""Asking a market: demand, trend, recognition, and what there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from credlens.app.market.demand import demand
from credlens.app.market.recognition import recognition
from credlens.app.market.show import show
from credlens.app.market.trend import trend
from credlens.io.home import open_home
from credlens.model.errors import UserError
from credlens.model.market import Verdict
from credlens.model.quantity import Share
from credlens.model.skill import SkillLevel

from .conftest import BuiltMarket


def test_an_occupation_s_skills_come_with_share_firmness_and_level(market: BuiltMarket) -> None:
    found = demand(market.ports, "Data Analyst")
    skills = {s.skill: s for s in found.skills}

    assert found.ads == 37
    assert found.employers == 3
    assert skills["sql"].share == Share(37, 37)
    assert skills["sql"].required == Share(37, 37)
    assert skills["sql"].level is SkillLevel.ADVANCED
    assert skills["power-bi"].share == Share(13, 37), "every third of 36, and the ad that came again"
    assert skills["tableau"].required == Share(0, 37)


def test_one_employer_s_ads_are_alike_so_the_interval_is_no_narrower(market: BuiltMarket) -> None:
    found = demand(market.ports, "Data Analyst")
    power_bi = next(s for s in found.skills if s.skill == "power-bi")
    low, high = power_bi.share.ci95
    by_employer = found.bunched["power-bi"]

    assert by_employer.employers == 3
    assert by_employer.effective_n <= 37
    assert by_employer.ci[0] <= low
    assert by_employer.ci[1] >= high


def test_skills_that_go_together_are_named_with_how_much_beyond_chance(market: BuiltMarket) -> None:
    pairs = {p.skills: p for p in demand(market.ports, "Data Analyst").pairs}

    assert pairs["power-bi", "sql"].ads == 13
    assert pairs["power-bi", "sql"].lift == pytest.approx(1.0), "everybody asks for SQL"


def test_a_degree_that_experience_replaces_is_not_a_firm_one(market: BuiltMarket) -> None:
    (degree,) = demand(market.ports, "Senior Software Engineer").degrees

    assert (degree.level.value, degree.required.k, degree.substitutable.k) == ("bachelor", 0, 4)


def test_demand_can_be_asked_of_a_place_and_of_the_newest_months(market: BuiltMarket) -> None:
    assert demand(market.ports, region="de").ads == 4
    assert demand(market.ports, region="US-TX").ads == 1
    assert demand(market.ports, months=12).ads == 12 + 4
    assert demand(market.ports, "Data Analyst", months=1).months[0][1] == 1
    with pytest.raises(UserError, match=r"no ad for Data analyst in FR|no ad for .* in FR"):
        demand(market.ports, "Data Analyst", region="FR")


def test_the_newest_year_is_compared_with_the_one_before(market: BuiltMarket) -> None:
    change = demand(market.ports, "Data Analyst").turnover

    assert change is not None
    assert (change.n_before, change.n_after) == (13, 12)
    assert change.low == pytest.approx(0.0), "nothing has changed but by chance"


def test_an_occupation_that_no_ad_is_for_is_told_with_near_ones(market: BuiltMarket) -> None:
    with pytest.raises(UserError, match="The market has no ad for 'date analysis'") as caught:
        demand(market.ports, "date analysis")

    assert "data analyst" in (caught.value.what_to_do or "").casefold()


def test_a_skill_s_trend_is_read_off_a_table_of_counts(market: BuiltMarket) -> None:
    found = trend(market.ports, "kubernetes", last=None)

    assert found.trend.verdict is Verdict.GROWING
    assert (found.trend.first, found.trend.last) == ("2015-Q1", "2024-Q4")
    assert found.trend.half_life_years is None
    assert [(c.k, c.n) for c in found.counts if c.source == "counts.csv"][:3] == [(0, 400), (3, 400), (6, 400)]


def test_a_term_that_is_no_skill_has_a_trend_too_with_a_half_life_when_it_declines(market: BuiltMarket) -> None:
    found = trend(market.ports, "Kelpscript")

    assert found.to_json()["skill"] == {"uri": None, "label": "kelpscript"}
    assert found.trend.verdict is Verdict.DECLINING
    assert found.trend.half_life_years is not None
    assert found.trend.half_life_years < 5


def test_a_skill_that_no_dated_ad_names_has_no_trend(market: BuiltMarket) -> None:
    with pytest.raises(UserError, match=r"No dated ad of the market names Fortran|The market counts no skill"):
        trend(market.ports, "Fortran")


def test_a_credential_that_is_named_has_a_rate_and_one_that_is_not_an_upper_bound(market: BuiltMarket) -> None:
    named = recognition(market.ports, "CompTIA Security+", occupation="Data Analyst")
    silent = recognition(market.ports, "CISSP", occupation="Data Analyst")

    ((_, found),) = named.occupations
    assert (found.k, found.n, found.employers, found.required, found.at_most) == (1, 37, 1, 0, None)
    assert found.rate is not None
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.rate < found.high
    ((_, nobody),) = silent.occupations
    assert (nobody.k, nobody.at_most) == (0, pytest.approx(3 / 37))


def test_a_credential_nobody_has_heard_of_is_told(market: BuiltMarket) -> None:
    with pytest.raises(UserError, match="No credential is called 'Certified Kelp Diver'"):
        recognition(market.ports, "Certified Kelp Diver")


def test_what_there_is_can_be_looked_at(market: BuiltMarket) -> None:
    found = show(market.ports)

    assert [o.ads for o in found.occupations] == [37, 4]
    assert "data" not in found.to_json()


def test_without_a_market_one_is_told_how_to_build_it(tmp_path: Path) -> None:
    ports = open_home(tmp_path)

    for ask in (
        lambda: demand(ports, "nurse"),
        lambda: trend(ports, "sql"),
        lambda: recognition(ports, "cissp"),
        lambda: show(ports),
    ):
        with pytest.raises(UserError, match="There is no market yet"):
            ask()

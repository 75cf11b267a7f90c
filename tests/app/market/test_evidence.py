"""What the built market says of credentials reaches their scorecards, once for all of them and only where it is asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from credlens.app.ads import AdsRead
from credlens.app.knowledge import Knowledge
from credlens.app.limits import pace
from credlens.app.market import evidence
from credlens.app.market.evidence import MarketEvidence
from credlens.app.ports import Target
from credlens.app.situation import Situation, situation, without_target
from credlens.io.home import open_home
from credlens.model.credential import Credential, Depth, TaughtSkill
from credlens.model.market import Verdict
from credlens.model.person import Person
from credlens.model.scorecard import CriterionValue

from .conftest import TODAY, BuiltMarket


@pytest.fixture(scope="module")
def here(market: BuiltMarket) -> Situation:
    """Before data analyst's work, with no ads of one's own."""
    target = Target("Data Analyst", (), 0)
    return situation(market.ports, Knowledge(market.ports), Person("Somebody", {}), AdsRead((), 0, (), ()), target)


def judged(here: Situation, *credentials: Credential) -> dict[str, dict[str, CriterionValue]]:
    cards = here.compare(credentials, pace(TODAY), None).cards
    return {c.credential: {v.id: v for v in c.criteria} for c in cards}


def teaching(*skills: str) -> Credential:
    return Credential("it", "It", skills=tuple(TaughtSkill(s, Depth.CORE, ()) for s in skills))


def test_a_credential_that_the_market_names_is_judged_by_it(here: Situation) -> None:
    named, silent = (here.knowledge.catalog[i] for i in ("comptia-security-plus", "cisco-ccna"))
    found = judged(here, named, silent)

    recognition = found["comptia-security-plus"]["recognition"]
    assert "named in 1 of 37 ads" in recognition.because
    assert "ads of data analyst, market of 2026-11-22" in recognition.because.casefold()
    assert recognition.evidence[0].source.n == 37
    assert 0 <= recognition.low < recognition.high <= 1
    assert "not named in 37 ads" in found["cisco-ccna"]["recognition"].because


def test_what_nobody_searched_the_ads_for_is_not_called_unnamed(here: Situation) -> None:
    (found,) = judged(here, teaching("sql")).values()

    assert found["recognition"].because.startswith("ads were not searched for its title")
    assert (found["recognition"].low, found["recognition"].high) == (0, 1)


def test_trends_are_those_of_the_occupation_and_else_of_all_ads(here: Situation) -> None:
    market = here.market
    assert market is not None
    found = market.trends(teaching("sql", "kubernetes", "fortran"))

    assert found["kubernetes"].verdict is Verdict.GROWING
    assert found["kubernetes"].words.endswith("(all ads)"), "data analysts' ads do not name it"
    assert "fortran" not in found


def test_a_trend_narrows_durability_and_names_its_ads(here: Situation) -> None:
    from credlens.model.credential import Validity
    from credlens.model.fact import Fact

    never = replace(teaching("kubernetes"), validity=Fact(Validity(None)))
    (found,) = judged(here, never).values()

    assert found["durability"].low > 0.9
    assert any("Kubernetes" in e.statement and (e.source.n or 0) > 1000 for e in found["durability"].evidence)


def test_a_trend_does_not_depend_on_who_else_is_compared(here: Situation) -> None:
    alone = judged(here, replace(teaching("kubernetes"), id="one"))
    together = judged(here, replace(teaching("kubernetes"), id="one"), replace(teaching("sql", "excel"), id="two"))

    assert alone["one"]["durability"] == together["one"]["durability"]


def test_the_tables_are_read_once_for_however_many_credentials(
    here: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    market = MarketEvidence.find(here.ports, here.knowledge, "Data Analyst")
    assert market is not None
    table = market.built.table

    def counted(name: str, **equal: str) -> Any:
        read.append(name)
        return table(name, **equal)

    monkeypatch.setattr(market.built, "table", counted)
    ask(market, (teaching("sql"), teaching("excel", "kubernetes"), *here.knowledge.catalog.credentials.values()))
    assert len(read) <= 12
    before = len(read)
    ask(market, [teaching("python")])
    assert len(read) == before


def ask(market: MarketEvidence, credentials: Iterable[Credential]) -> None:
    for credential in credentials:
        market.recognised(credential)
        market.trends(credential)


def test_without_a_market_nothing_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence.Built, "named", lambda *_: pytest.fail("there is no market to ask"))
    ports = open_home(tmp_path, today=TODAY)
    bare = without_target(ports, Knowledge(ports), Person("Somebody", {}))

    assert bare.market is None
    (found,) = judged(bare, teaching("sql")).values()
    assert "not measured" in found["durability"].because


def test_the_demo_does_not_look_into_a_person_s_own_market(market: BuiltMarket) -> None:
    assert MarketEvidence.find(market.ports, Knowledge(market.ports, own=False), "Data Analyst") is None


def test_before_there_is_a_target_no_occupation_s_ads_are_counted(market: BuiltMarket) -> None:
    bare = without_target(market.ports, Knowledge(market.ports), Person("Somebody", {}))

    assert bare.market is not None
    assert bare.market.where is None
    assert bare.market.recognised(teaching("sql")) is None
    assert bare.market.trends(teaching("kubernetes"))["kubernetes"].verdict is Verdict.GROWING

from __future__ import annotations

from typing import Any

import pytest

from credlens.model.credential import CredentialLevel
from credlens.plan.building.levels import content_share


@pytest.mark.parametrize(
    ("level", "asks", "share"),
    [
        ("beginner", {"beginner": 10, "advanced": 20}, 0.8),  # 20 of the 100 ads that name it want more
        ("intermediate", {"beginner": 10, "intermediate": 30, "expert": 60}, 0.4),
        ("expert", {"advanced": 50, "expert": 50}, 1.0),
        ("beginner", {"unknown": 40, "beginner": 60}, 1.0),
        ("beginner", {"expert": 100}, 0.0),
        ("beginner", {}, 1.0),  # no ad says a level
        (None, {"expert": 100}, 1.0),  # nobody knows the credential's
    ],
)
def test_ads_that_ask_for_more_than_the_credentials_level_are_not_content(
    world: Any, asked: Any, level: str | None, asks: Any, share: float
) -> None:
    facts = {"level": CredentialLevel(level)} if level else {}
    demand = asked("sql", **asks).items[0].demand
    assert content_share(world.credential("c", "sql core", **facts), demand) == pytest.approx(share)


def test_what_an_offer_proves_is_multiplied_by_that_share(world: Any, made: Any, asked: Any) -> None:
    low = world.credential("low", "sql core", level=CredentialLevel.BEGINNER)
    high = world.credential("high", "sql core", level=CredentialLevel.ADVANCED)
    found = made(
        low, high, gap=asked("sql", beginner=20, intermediate=60), cards=[world.card(c, 1) for c in ("low", "high")]
    )
    assert {o.credential: round(o.proves("sql"), 6) for o in found.offers} == {"high": 0.8, "low": 0.32}


def test_what_no_ad_would_be_content_with_is_no_step(world: Any, made: Any, asked: Any) -> None:
    low = world.credential("low", "sql core", level=CredentialLevel.BEGINNER)
    found = made(low, gap=asked("sql", expert=100))
    assert (found.offers, [name for name, _ in found.excluded]) == ((), ["low"])
    assert "below the level asked for" in found.excluded[0][1]

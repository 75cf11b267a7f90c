"""The registers of the starter data reach the scorecards."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from credlens.app.knowledge import Knowledge
from credlens.app.situation import without_target
from credlens.io.home import open_home
from credlens.model.person import Person
from credlens.model.plan import Limits
from credlens.model.quantity import Money
from credlens.model.scorecard import FlagState, Scorecard

PACE = Limits(Money(Decimal(0), "USD"), 10.0, date(2026, 11, 22), date(2027, 6, 30))


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Scorecard]:
    ports = open_home(tmp_path_factory.mktemp("registers"), today=date(2026, 11, 22))
    knowledge = Knowledge(ports, own=False)
    asked = ("pmi-pmp", "ptcb-cpht", "ou-microcredentials", "python-institute-pcep")
    here = without_target(ports, knowledge, Person("Somebody", {}))
    return {c.credential: c for c in here.compare([knowledge.catalog[i] for i in asked], PACE, None).cards}


def test_a_claim_that_our_copies_back_is_clear_and_one_that_they_do_not_know_is_open(
    cards: dict[str, Scorecard],
) -> None:
    found = {i: next(f for f in c.flags if f.id == "accreditation_not_listed") for i, c in cards.items()}

    assert {i: f.state for i, f in found.items()} == {
        "pmi-pmp": FlagState.CLEAR,
        "ptcb-cpht": FlagState.CLEAR,
        "ou-microcredentials": FlagState.CANNOT_TELL,
        "python-institute-pcep": FlagState.CLEAR,
    }
    assert "in our copy of ANAB's directory" in found["pmi-pmp"].because
    assert "from memory; look again at https://anab.ansi.org" in found["pmi-pmp"].because
    assert "ptcb.org" in str([e.source for e in found["ptcb-cpht"].evidence])
    assert "claims no accreditation" in found["python-institute-pcep"].because


def test_a_badge_on_credly_can_be_checked(cards: dict[str, Scorecard]) -> None:
    found = next(f for f in cards["pmi-pmp"].flags if f.id == "verifier_dead")

    assert (found.state, found.because) == (FlagState.CLEAR, "Credly answers")
    assert any("support.credly.com" in (e.source.address or "") for e in found.evidence)

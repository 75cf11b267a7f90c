"""Weights with a name can be used, and say where they come from."""

from __future__ import annotations

import pytest

from credlens.evaluate.weights import default_weights, group_weights
from credlens.evaluate.weights.presets import preset, presets
from credlens.model.errors import UserError
from credlens.model.weighting import DEFAULT


@pytest.mark.parametrize("name", presets())
def test_every_preset_can_be_used_and_has_a_reference(name: str) -> None:
    said = preset(name)
    for weights in group_weights(said.weighting).values():
        assert sum(weights.shares.values()) == pytest.approx(1)
    assert said.for_whom.endswith(".")
    assert said.because.endswith(".")
    assert said.source.note
    assert said.weighting.origin in {f"preset {name}", DEFAULT.origin}


def test_there_are_at_most_seven_and_no_two_are_the_same() -> None:
    shares = [
        {n: w for g in group_weights(p.weighting).values() for n, w in g.shares.items()} for p in presets().values()
    ]
    assert len(shares) <= 7
    assert all(one != other for at, one in enumerate(shares) for other in shares[:at])


def test_the_survey_is_what_workers_said() -> None:
    shares = group_weights(preset("survey").weighting)
    assert shares["suitability"].shares == pytest.approx({"gap_coverage": 42 / 112, "cost": 37 / 112, "time": 33 / 112})
    quality = shares["quality"].shares
    assert sum(quality[n] for n in ("recognition", "quality_assurance", "endorsement_credit")) == pytest.approx(31 / 55)
    assert sum(quality[n] for n in ("assessment_rigour", "supervision")) == pytest.approx(24 / 55)


def test_equal_weights_are_equal() -> None:
    shares = group_weights(preset("equal").weighting)["quality"].shares
    assert shares == pytest.approx(dict.fromkeys(default_weights()["quality"], 1 / 9))


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("hiring", ["recognition", "assessment_rigour", "verifiability"]),
        ("switcher", ["recognition", "transferability"]),
        ("lasting", ["durability", "stackability", "transferability"]),
    ],
)
def test_an_order_puts_first_what_its_name_promises(name: str, first: list[str]) -> None:
    shares = group_weights(preset(name).weighting)["quality"].shares
    least = min(shares[n] for n in first)
    assert all(w < least for n, w in shares.items() if n not in first)
    assert shares[first[0]] == max(shares.values())


def test_a_misspelt_name_gets_the_nearest_proposed() -> None:
    with pytest.raises(UserError, match="no preset called 'survay'") as caught:
        preset("survay")
    assert caught.value.what_to_do == "Did you mean survey?"

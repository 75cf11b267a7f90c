"""The coin: balanced at any moment, the same for ever, and looked at by a rule."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.outcomes.tossing import block, look, next_look, toss


@settings(max_examples=50)
@given(seed=st.text(max_size=8), n=st.integers(1, 60))
def test_both_arms_are_about_as_large_whenever_one_stops(seed: str, n: int) -> None:
    heads = sum(toss(seed, "google", "high", i) for i in range(n))
    assert abs(2 * heads - n) <= 2


def test_the_same_seed_gives_the_same_tosses_for_ever_and_others_give_others() -> None:
    first = "".join("10"[not toss("7", "google", "high", i)] for i in range(16))
    assert first == "1010011001101000"
    assert first != "".join("10"[not toss("7", "google", "low", i)] for i in range(16))
    assert first != "".join("10"[not toss("8", "google", "high", i)] for i in range(16))


def test_the_next_toss_cannot_be_foreseen_from_those_before() -> None:
    """After an odd number of tosses the coin owes nobody anything: it falls on either side about as often."""
    after = [toss(str(seed), "c", "low", 1) == toss(str(seed), "c", "low", 0) for seed in range(400)]
    assert 0.08 < sum(after) / 400 < 0.30  # 0 with runs of two alone, 1 / 2 without runs; 1 / 6 with both


@pytest.mark.parametrize(
    ("match", "name"),
    [(None, "unknown"), (0.0, "low"), (0.39, "low"), (0.4, "middle"), (0.69, "middle"), (0.7, "high"), (1.0, "high")],
)
def test_blocks(match: float | None, name: str) -> None:
    assert block(match) == name


@pytest.mark.parametrize(
    ("n", "reached", "following"),
    [(0, 0, 40), (39, 0, 40), (40, 40, 80), (319, 160, 320), (320, 320, None), (900, 320, None)],
)
def test_looks(n: int, reached: int, following: int | None) -> None:
    assert (look(n), next_look(n)) == (reached, following)

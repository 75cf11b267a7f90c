"""A lifted chord allows every set what it is worth, and is exact where it is meant to be."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from credlens.plan.solving.relaxing.chords import INTERCEPTS, chord, lifted, most_violated
from credlens.plan.value import TOP, WORTH

PIECES = st.lists(st.integers(1, 250), min_size=1, max_size=7)


@given(pieces=PIECES, k=st.integers(0, TOP - 1))
def test_no_set_of_pieces_is_worth_more_than_its_chord_allows(pieces: list[int], k: int) -> None:
    constant, factors = chord(k, pieces)
    for n in range(len(pieces) + 1):
        for chosen in combinations(range(len(pieces)), n):
            worth = WORTH[min(TOP, sum(pieces[i] for i in chosen))]
            assert worth <= constant + sum(factors[i] for i in chosen)


@given(pieces=PIECES)
def test_it_is_exact_at_the_evidence_it_is_made_for(pieces: list[int]) -> None:
    total = min(sum(pieces), TOP - 1)
    constant, factors = chord(total, pieces)
    if sum(pieces) <= TOP:
        assert constant + sum(factors) == WORTH[sum(pieces)]


@given(half=st.integers(5, 250))
def test_half_of_a_piece_is_allowed_half_of_its_worth_and_no_more(half: int) -> None:
    piece = 2 * half
    k, allowed = most_violated(np.array([piece]), np.array([0.5]))
    assert allowed <= WORTH[piece] / 2 + 1
    plain = WORTH[half]  # what a chord that is not lifted allows at least
    assert allowed < plain
    assert 0 <= k < TOP


@given(piece=st.integers(1, 300), k=st.integers(0, TOP - 1))
def test_whole_numbers_and_floats_say_the_same(piece: int, k: int) -> None:
    constant, (factor,) = chord(k, [piece])
    assert (constant, factor) == (INTERCEPTS[k], lifted(k, np.array([piece]))[0])

"""The bounds on how many more credentials it takes."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.evaluate.together.needed import apart, greedy, least_by_size

SETS = st.dictionaries(st.sampled_from("abcdefg"), st.frozensets(st.sampled_from("12345"), max_size=4), min_size=1)


def least(covers: Mapping[str, frozenset[str]], wanted: frozenset[str]) -> int:
    """The truth, by trying all."""
    return next(
        n
        for n in range(len(covers) + 1)
        if any(wanted <= frozenset().union(*(covers[k] for k in chosen)) for chosen in combinations(covers, n))
    )


@given(SETS)
def test_the_truth_lies_between_the_bounds(covers: dict[str, frozenset[str]]) -> None:
    wanted = frozenset().union(*covers.values())
    truth = least(covers, wanted)
    found = greedy(covers, wanted, dict.fromkeys(covers, 0.0))

    assert max(least_by_size(covers, wanted), len(apart(covers, sorted(wanted)))) <= truth <= len(found)
    assert wanted <= frozenset().union(*(covers[k] for k in found))


@pytest.mark.parametrize(
    ("covers", "wanted", "by_size", "alone"),
    [
        ({"a": "12", "b": "34"}, "1234", 2, 2),
        ({"a": "123", "b": "345"}, "12345", 2, 2),
        ({"a": "12", "b": "23", "c": "13"}, "123", 2, 1),  # a triangle: size knows more
        ({"a": "1234", "b": "5", "c": "6"}, "156", 3, 3),
        ({"a": "123", "b": "4", "c": "5"}, "12345", 3, 3),
        ({}, "", 0, 0),
    ],
)
def test_each_bound_says_what_it_can(covers: dict[str, str], wanted: str, by_size: int, alone: int) -> None:
    sets = {key: frozenset(found) for key, found in covers.items()}

    assert least_by_size(sets, frozenset(wanted)) == by_size
    assert len(apart(sets, list(wanted))) == alone


def test_of_equals_the_one_that_suits_better_is_named() -> None:
    covers = {"a": frozenset("1"), "b": frozenset("1")}

    assert greedy(covers, frozenset("1"), {"a": 0.2, "b": 0.9}) == ("b",)
    assert greedy(covers, frozenset("1"), {"a": 0.5, "b": 0.5}) == ("a",)

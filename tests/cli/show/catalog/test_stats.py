"""Bars of the counts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from credlens.cli.show.catalog.stats import bar

COUNT = st.integers(0, 100_000)


@given(st.tuples(COUNT, COUNT, COUNT), st.integers(3, 40))
def test_a_bar_is_as_wide_as_it_should_be_and_hides_nothing(counts: tuple[int, int, int], width: int) -> None:
    drawn = bar(counts, width).plain
    if not any(counts):
        assert drawn == ""
        return
    parts = [drawn.count(mark) for mark in "█▒·"]
    assert sum(parts) == len(drawn) == width
    assert all((part > 0) == (n > 0) for part, n in zip(parts, counts, strict=True))
    assert drawn == "█" * parts[0] + "▒" * parts[1] + "·" * parts[2]


def test_a_bar_keeps_the_proportions() -> None:
    assert bar((5, 3, 2), 10).plain == "█████▒▒▒··"

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.market.clustered import USUAL, clustered_share, likeness
from credlens.model.quantity import Share


def test_without_employers_it_is_the_plain_interval() -> None:
    found = clustered_share([], unnamed=(20, 100))

    assert (found.k, found.n, found.employers, found.effective_n) == (20, 100, None, 100)
    assert found.ci == pytest.approx(Share(20, 100).ci95)


def test_one_ad_of_each_employer_is_as_good_as_unrelated() -> None:
    found = clustered_share([(1, 1)] * 20 + [(0, 1)] * 80)

    assert found.effective_n == 100
    assert found.ci == pytest.approx(Share(20, 100).ci95)


def test_ads_of_few_employers_that_all_agree_count_as_few() -> None:
    found = clustered_share([(50, 50), (50, 50), (0, 50), (0, 50)])

    assert found.n == 200
    assert found.employers == 4
    assert found.effective_n < 20
    assert found.ci[0] < 0.3
    assert found.ci[1] > 0.7


def test_an_employer_of_most_ads_widens_the_interval() -> None:
    spread, one = clustered_share([(5, 25)] * 8), clustered_share([(33, 165)] + [(1, 5)] * 7)

    assert one.effective_n < spread.effective_n < 200


def test_where_the_share_cannot_tell_how_alike_they_are_the_market_does() -> None:
    # Nobody names it, so nothing in it says how alike an employer's ads are: 200 / (1 + 49 * likeness).
    assert clustered_share([(0, 50)] * 4, likeness=0.5).effective_n == pytest.approx(200 / (1 + 49 * 0.5))
    assert clustered_share([(0, 50)] * 4).effective_n == pytest.approx(200 / (1 + 49 * USUAL))


def test_ads_without_an_employer_count_as_one_each() -> None:
    found = clustered_share([(0, 50)], unnamed=(10, 50))

    # The employer behind an ad has (50 * 50 + 50 * 1) / 100 = 25.5 ads on average.
    assert found.n == 100
    assert 100 / (1 + 24.5) < found.effective_n < 100


def test_the_likeness_of_bunches_is_found_over_many_skills() -> None:
    same = [[(10 * ((i + s) % 3 == 0), 10) for i in range(60)] for s in range(20)]
    mixed = [[(3 + (i + s) % 2, 10) for i in range(60)] for s in range(20)]

    assert likeness(same) > 0.95
    assert likeness(mixed) < 0.01
    assert likeness([]) == USUAL


def test_nonsense_is_refused() -> None:
    with pytest.raises(ValueError, match="0 <= k <= n"):
        clustered_share([(3, 2)])


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), max_size=8),
    st.tuples(st.integers(0, 50), st.integers(0, 50)),
    st.floats(0, 1),
)
def test_bunches_never_say_more_than_unrelated_ads(
    pairs: list[tuple[int, int]], unnamed: tuple[int, int], alike: float
) -> None:
    groups = [(min(p), max(p)) for p in pairs]

    found = clustered_share(groups, unnamed=(min(unnamed), max(unnamed)), likeness=alike)

    plain = Share(found.k, found.n).ci95
    assert found.effective_n <= found.n
    assert 0 <= found.ci[0] <= found.value <= found.ci[1] <= 1 or found.n == 0
    assert found.ci[0] <= plain[0] + 1e-12
    assert found.ci[1] >= plain[1] - 1e-12

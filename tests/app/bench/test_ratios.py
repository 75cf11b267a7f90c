import numpy as np
import pytest

from credlens.app.bench.ratios import macro, micro, precision, recall

COUNTS = np.array(
    [[[8, 2, 2], [0, 0, 0], [1, 0, 3]]], dtype=float
)  # a class that is found well, one that never occurs, a hard one


def test_ratios_of_known_counts() -> None:
    assert micro(COUNTS)[0] == pytest.approx(18 / 25)
    assert macro(COUNTS)[0] == pytest.approx((0.8 + 0.4) / 2)
    assert precision(COUNTS)[0] == pytest.approx(9 / 11)
    assert recall(COUNTS)[0] == pytest.approx(9 / 14)


@pytest.mark.parametrize("of", [micro, macro, precision, recall])
def test_nothing_to_divide_by_is_no_number(of: object) -> None:
    assert callable(of)
    assert np.isnan(of(np.zeros((2, 3, 3)))).all()

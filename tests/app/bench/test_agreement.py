from collections import Counter

import pytest

from credlens.app.bench.agreement import as_table, compare, f1, kappa
from credlens.app.bench.gold import GoldAd, Named


def ad(
    id_: str, letters: str, *, level: str = "bachelor", years: tuple[tuple[float | None, float | None], ...] = ()
) -> GoldAd:
    units = tuple((i * 10, i * 10 + 9, letter) for i, letter in enumerate(letters))
    return GoldAd(id_, "dev", "x", units, (), (level, True, None), (), (Named((0, 3), "PMP", None),), years)


def test_kappa_of_the_textbook() -> None:
    # 20 and 15 of 50 agree on yes and no; 5 and 10 do not: observed .7, by chance .5
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa([("yes", "yes")] * 9) is None
    assert kappa([]) is None
    assert kappa([("a", "b"), ("b", "a")]) == pytest.approx(-1)


def test_f1_takes_each_pass_as_the_others_answer() -> None:
    assert f1([Counter("aab")], [Counter("abc")]) == (6, 4, pytest.approx(4 / 6))
    assert f1([Counter()], [Counter()]) == (0, 0, None)


def test_ads_are_compared_by_id_and_everything_that_was_labelled() -> None:
    first = [ad("1", "RRU", years=((3, None),)), ad("2", "N"), ad("only here", "R")]
    second = [ad("2", "N"), ad("1", "RPU", level="master", years=((3, None), (1, 2)))]
    lines = {line.what: (line.n, line.same) for line in compare(first, second)}
    assert lines["how firmly a unit asks"] == (4, 3)
    assert lines["degree: level"] == (2, 1)
    assert lines["years of experience"] == (3, 2)
    assert lines["credentials"] == (4, 4)
    assert "| licences | 0 | 0 | F1 unknown |" in as_table(compare(first, second))

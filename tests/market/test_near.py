import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.market import near as module
from credlens.market.near import PERMUTATIONS, Near, clusters, jaccard, near, shingles, signature, title_core

WORDS = [
    f"{a}{b}" for a in ("plan", "write", "check", "sell", "build", "count") for b in ("er", "ing", "s", "ed", "able")
]


def text(seed: int, length: int = 300) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def changed(words: str, *places: int) -> str:
    parts = words.split()
    for place in places:
        parts[place] = f"other{place}"
    return " ".join(parts)


def numbers(*ads: tuple[str, str | None, str, str | None]) -> list[int]:
    return clusters([near(*ad) for ad in ads], lambda i: ads[i][0])


def test_a_signature_is_the_same_on_every_machine_and_ignores_layout() -> None:
    found = signature("We look for somebody who knows SQL.")
    assert (found.shape, found.dtype) == ((PERMUTATIONS,), np.uint32)
    assert found[:3].tolist() == [927168741, 141916157, 6740631]
    assert np.array_equal(found, signature("we look for\n\n- SOMEBODY who knows 'sql'"))


def test_signatures_estimate_how_much_is_shared() -> None:
    one, other = text(1), changed(text(1), 10, 60, 110, 160, 210)
    share = jaccard(shingles(one), shingles(other))
    estimate = float((signature(one) == signature(other)).mean())
    assert 0.8 < share < 0.95
    assert abs(estimate - share) < 0.15


@given(st.text(max_size=60))
def test_every_text_has_a_signature_and_is_like_itself(words: str) -> None:
    assert signature(words).shape == (PERMUTATIONS,)
    assert jaccard(shingles(words), shingles(words)) == 1


@pytest.mark.parametrize(
    ("title", "place", "core"),
    [
        ("Data Scientist - Austin", "Austin, TX", "data scientist"),
        ("Data Scientist (Remote) #R12345", None, "data scientist"),
        ("Account Executive, New York", "New York, New York, United States", "account executive"),
        ("Engineer II", "Boston", "engineer ii"),
        ("Engineer 2", "Boston", "engineer 2"),
        ("Boston", "Boston, MA", "boston"),
        ("", None, ""),
    ],
)
def test_a_title_without_place_and_number(title: str, place: str | None, core: str) -> None:
    assert title_core(title, place) == core


def test_one_job_in_three_cities_is_one_ad() -> None:
    ads = [
        (changed(text(1), 5, 100), "Acme, Inc.", "Analyst, Austin", "Austin, TX"),
        (text(2), "Acme", "Analyst", "Austin, TX"),
        (changed(text(1), 6, 101), "ACME", "Analyst, Boston", "Boston, MA"),
        (changed(text(1), 7, 102), "Acme", "Analyst - Dallas (4711)", "Dallas, TX"),
    ]
    assert numbers(*ads) == [0, 1, 0, 0]


@pytest.mark.parametrize(
    ("words", "employer", "title", "together"),
    [
        (changed(text(1), 5), "Acme", "Analyst", True),
        (changed(text(1), 5), "Cobalt", "Analyst", False),
        (changed(text(1), 5), "Acme", "Analyst II", False),
        (changed(text(1), *range(0, 300, 15)), "Acme", "Analyst", False),
        (changed(text(1), 5), None, "Analyst", True),
        (changed(text(1), *range(0, 300, 60)), "Acme", "Analyst", True),
        (changed(text(1), *range(0, 300, 60)), None, "Analyst", False),
    ],
)
def test_employer_title_and_text_must_agree(words: str, employer: str | None, title: str, together: bool) -> None:
    for pair in (
        ((text(1), "Acme", "Analyst", None), (words, employer, title, None)),
        (
            (words, employer, title, None),
            (text(1), "Acme", "Analyst", None),
        ),
    ):
        assert numbers(*pair) == ([0, 0] if together else [0, 1])


def test_the_years_asked_for_must_agree() -> None:
    ads = [(f"{text(1)} {words}", "Acme", "Manager", None) for words in ("10+ years", "6 years", "10 or more years.")]
    assert numbers(*ads) == [0, 1, 0]


def test_an_ad_without_an_employer_joins_one_of_two_employers_and_not_both_together() -> None:
    ads = [(text(1), "Acme", "Analyst", None), (text(1), "Cobalt", "Analyst", None), (text(1), None, "Analyst", None)]
    assert numbers(*ads) == [0, 1, 0]
    assert numbers(ads[2], ads[1], ads[0]) == [0, 0, 2]


def test_a_row_of_small_changes_does_not_make_one_ad_of_two() -> None:
    steps = [tuple(range(0, 12 * n, 12)) for n in range(0, 26, 3)]
    ads = [(changed(text(1), *step), "Acme", "Analyst", None) for step in steps]
    found = numbers(*ads)
    for index, first in enumerate(found):
        assert jaccard(shingles(ads[index][0]), shingles(ads[first][0])) >= 0.8
    assert found[0] == found[1] != found[-1]


def test_ads_on_one_template_cost_a_bounded_number_of_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    ads = [(changed(text(1), *random.Random(n).sample(range(300), 12)), "Acme", "Analyst", None) for n in range(120)]
    asked = []
    counted = module.jaccard
    monkeypatch.setattr(module, "jaccard", lambda one, other: asked.append(1) or counted(one, other))
    found = numbers(*ads)
    pairs = len(ads) * (len(ads) - 1) // 2
    assert len(set(found)) > len(ads) // 2, "most of them are different ads"
    assert len(asked) < pairs / 8


def test_doubles_are_found_among_many_ads_on_one_template() -> None:
    ads = [(changed(text(1), *random.Random(n).sample(range(300), 6)), "Acme", "Analyst", None) for n in range(80)]
    doubles = [(changed(words, 7), *rest) for words, *rest in ads]
    found = numbers(*ads, *doubles)
    assert sum(found[n] == found[n + len(ads)] for n in range(len(ads))) >= 74
    assert len(set(found)) > 74


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["Acme", "Cobalt", None])), max_size=12))
def test_the_first_ad_names_its_cluster(kinds: list[tuple[int, str | None]]) -> None:
    ads = [(text(kind), employer, "Analyst", None) for kind, employer in kinds]
    found = numbers(*ads)
    for index, first in enumerate(found):
        assert first <= index
        assert found[first] == first
        assert ads[first][0] == ads[index][0]


def test_no_ad_and_one_ad() -> None:
    assert clusters([], lambda _: "") == []
    assert clusters([Near(signature("x"), "", "")], lambda _: "x") == [0]

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.skills.names import NameIndex

INDEX = NameIndex(
    [
        ("pmp", "PMP", True),
        ("cap", "CAP", True),
        ("sec", "Security+", True),
        ("sa", "Zorblatt Certified Architect", False),
        ("sap", "Zorblatt Certified Architect - Professional", False),
        ("late", "PMP", True),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A PMP is good", [("pmp", "PMP")]),
        ("many PMPs", [("pmp", "PMP")]),
        ("PMP/CAP", [("pmp", "PMP"), ("cap", "CAP")]),
        ("capable PMPX pmp @PMP a.PMP", []),
        ("Security+, Security", [("sec", "Security+")]),
        ("a zorblatt certified\narchitect", [("sa", "zorblatt certified\narchitect")]),
        ("Zorblatt-Certified Architect", [("sa", "Zorblatt-Certified Architect")]),
        (
            "Zorblatt Certified Architect \u2013 Professional",
            [("sap", "Zorblatt Certified Architect \u2013 Professional")],
        ),
        ("Zorblatt Certified Architect-Professional", [("sap", "Zorblatt Certified Architect-Professional")]),
    ],
)
def test_whole_names_the_longest_first(text: str, found: list[tuple[str, str]]) -> None:
    assert [(f.what, text[f.start : f.end]) for f in INDEX.find(text)] == found


def test_lower_case_text_may_be_handed_in() -> None:
    assert INDEX.find("ZORBLATT certified architect", "zorblatt certified architect")[0].what == "sa"


@given(st.text(st.sampled_from("PMCAzorblat -/+\n\u00df\u2013")))
def test_places_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    found = INDEX.find(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= f.start < f.end <= len(text) for f in found)


def test_long_texts_take_no_longer_than_their_length() -> None:
    started = time.perf_counter()
    INDEX.find("PMP " * 100_000)
    assert time.perf_counter() - started < 10

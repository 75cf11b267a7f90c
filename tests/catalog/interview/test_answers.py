"""One answer at a time: the ways people write it."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.catalog.interview.answers import AnswerError, read_answer
from credlens.catalog.interview.question import NONE
from credlens.catalog.interview.table import BY_ID, QUESTIONS
from credlens.model.quantity import Hours, Money


@pytest.mark.parametrize(
    ("question", "written", "read"),
    [
        ("title", "  Fog   Signals ", "Fog Signals"),
        ("title", 2024, "2024"),
        ("address", "example.org/fog", "https://example.org/fog"),
        ("address", "none", NONE),
        ("skills", "SQL; dashboards, SQL", ("SQL", "dashboards")),
        ("skills", ["data, and more of it", "SQL"], ("data, and more of it", "SQL")),
        ("level", "Beginner", "beginner"),
        ("level", "people with some experience", "intermediate"),
        ("price", "per month", "per_month"),
        ("price", "one-off", "one_off"),
        ("assessment", "exam, project", ("project", "exam")),
        ("assessment", ["quiz"], ("quiz",)),
        ("recognition", "nobody", NONE),
        ("recognition", [], NONE),
        ("expires", "Y", True),
        ("expires", False, False),
        ("hours", 40, Hours(40, 40)),
        ("hours", "30 to 50 h", Hours(30, 50)),
        ("hours", [30, 50], Hours(30, 50)),
        ("hours", {"min": 30, "max": 50}, Hours(30, 50)),
        ("valid_months", "2 years", 24.0),
        ("valid_months", "18 months", 18.0),
        ("attempts", "3 times", 3.0),
        ("credit_amount", "2,5", 2.5),
        ("price_amount", "€49", Money(Decimal(49), "EUR")),
        ("price_amount", {"amount": 49.5, "currency": "CHF"}, Money(Decimal("49.5"), "CHF")),
        ("exam_fee", "nothing", NONE),
        ("exam_fee", "free", Money(Decimal(0))),
        ("verification", "none", "none"),  # a choice of that question, and so no "there is none"
    ],
)
def test_an_answer_is_read_as_it_is_meant(question: str, written: object, read: Any) -> None:
    assert read_answer(BY_ID[question], written) == read


@pytest.mark.parametrize(
    ("question", "written", "says"),
    [
        ("title", "?", "has to be answered"),
        ("title", ["a", "b"], "no text"),
        ("title", "x" * 301, "301 characters"),
        ("address", "ask at the desk", "no address"),
        ("skills", " , ", "empty"),
        ("skills", [f"skill {n}" for n in range(41)], "These are 41"),
        ("level", 2, "none of the answers"),
        ("retakes", 3, "none of the answers"),  # three times, or the third choice? nobody can tell
        ("assessment", ["project", "luck"], "'luck' is none"),
        ("expires", "in a while", "neither yes nor no"),
        ("hours", "6 weeks", "not in hours"),
        ("hours", "50-30", "first number is larger"),
        ("hours", 0, "out of bounds"),
        ("hours", True, "no number"),
        ("valid_months", "1.5", "no whole number"),
        ("attempts", "2-3", "no single number"),
        ("price_amount", "49", "which currency"),
        ("price_amount", "$49", "which currency"),
        ("price_amount", "49 USD a month", "how it is paid, too"),
        ("price_amount", "free", "no amount"),
        ("price_amount", "-5 EUR", "no amount"),
        ("price_amount", True, "no amount"),
        ("hours", 10**9, "out of bounds"),
        ("hours", {"a": 1}, "A mapping of names to values is no number of hours"),
        ("hours", [1, [2]], "A list is no number of hours"),
        ("title", {"is": "Fog"}, "A mapping of names to values is no text"),
        ("title", "x" * 100_000, "100000 characters"),
        ("level", "easy" * 1000, r"easy \.\.\.' is none of the answers"),
    ],
)
def test_what_makes_no_sense_is_said_with_advice(question: str, written: object, says: str) -> None:
    with pytest.raises(AnswerError, match=says) as caught:
        read_answer(BY_ID[question], written)
    assert caught.value.what_to_do


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)


@given(st.sampled_from(QUESTIONS), ANYTHING)
def test_whatever_a_file_says_is_an_answer_or_is_refused_in_words(question: Any, written: Any) -> None:
    with suppress(AnswerError):
        hash(read_answer(question, written))

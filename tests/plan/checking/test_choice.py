"""Which credentials, under which option, how many."""

from __future__ import annotations

from dataclasses import replace
from typing import Any


def test_more_credentials_than_allowed(case: Any) -> None:
    assert case.limits(max_credentials=3) == ("4 credentials, at most 3 are allowed",)


def test_what_cannot_be_chosen(case: Any) -> None:
    offers = tuple(o for o in case.problem.offers if o.credential != "c")
    assert "c: cannot be chosen here" in case.wrong(offers=offers)
    assert "c: has no option 'autumn'" in case.wrong(case.with_step(2, option="autumn"))


def test_a_problem_that_has_an_option_twice_cannot_be_checked(case: Any) -> None:
    twice = (*case.problem.offers, replace(case.problem.offers[0], hours=1))
    assert "a: the problem has its option 'standard' twice" in case.wrong(offers=twice)


def test_what_the_person_decided_on_has_to_be_in(case: Any) -> None:
    assert case.wrong(fixed=("a", "e")) == ("e: has to be in the plan, and is not",)


def test_one_credential_under_two_options_is_once_too_often(case: Any) -> None:
    both = (*case.problem.offers, replace(case.problem.offers[0], option="other"))
    assert "a: more than once in the plan" in case.wrong(case.with_step(3, credential="a", option="other"), offers=both)


def test_two_equivalents_are_one_too_many(case: Any) -> None:
    assert case.wrong(rivals=(("c", "e"), ("d", "b", "z"))) == ("b and d: are equivalent, one of them is enough",)

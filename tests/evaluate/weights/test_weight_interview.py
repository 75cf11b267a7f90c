"""The interview asks what tells most, nothing twice and nothing that follows."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.evaluate.weights import default_weights, group_weights
from credlens.evaluate.weights.interview import asked, next_question, ranking, weighting
from credlens.model.errors import UserError
from credlens.model.interview import Answer, Says
from credlens.model.weighting import Weighting

SUITABILITY = ("cost", "time", "gap_coverage")


def interviewed(group: str, says: list[Says], most: int) -> list[Answer]:
    """Answers to every question that is asked; ``says`` is used over and over."""
    given: list[Answer] = []
    while (question := next_question(group, given, most)) is not None:
        assert question.number == len(given) + 1 <= most
        given.append(Answer(question.one, question.other, says[len(given) % len(says)]))
    return given


def follows(answers: list[Answer], one: str, other: str) -> bool:
    """Whether the answers say already how two criteria compare, by walking from one to the other."""

    def reached(start: str) -> set[str]:
        found = {start}
        while True:
            more = {
                end
                for a in answers
                for begin, end, says in ((a.one, a.other, Says.MORE), (a.other, a.one, Says.LESS))
                if begin in found and (a.says is says or a.says is Says.EQUAL)
            } - found
            if not more:
                return found
            found |= more

    return other in reached(one) or one in reached(other)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(Says), min_size=1, max_size=7), st.integers(0, 20))
def test_it_ends_and_never_asks_what_follows(says: list[Says], most: int) -> None:
    given = interviewed("quality", says, most)
    assert len(given) <= most
    for at, answer in enumerate(given):
        assert not follows(given[:at], answer.one, answer.other)
    assert len({frozenset((a.one, a.other)) for a in given}) == len(given)
    group_weights(weighting(given))


@pytest.mark.parametrize("says", list(product(Says, repeat=3)))
def test_a_group_of_three_is_settled_by_three_questions_whatever_is_said(says: tuple[Says, ...]) -> None:
    given = interviewed("suitability", list(says), 8)
    assert 2 <= len(given) <= 3
    if Says.UNKNOWN not in says[: len(given)]:
        pairs = [(a, b) for at, a in enumerate(SUITABILITY) for b in SUITABILITY[:at]]
        assert all(follows(given, a, b) for a, b in pairs)


def test_honest_answers_find_a_hidden_order_in_few_questions() -> None:
    hidden = list(default_weights()["quality"])
    Random(4).shuffle(hidden)
    given: list[Answer] = []
    while question := next_question("quality", given, 36):
        more = hidden.index(question.one) < hidden.index(question.other)
        given.append(Answer(question.one, question.other, Says.MORE if more else Says.LESS))
    shares = group_weights(weighting(given))["quality"].shares
    assert sorted(shares, key=lambda n: -shares[n]) == hidden
    assert len(given) <= 22  # log2(9!) = 18.5 at best; asking about every pair takes 36


def test_the_first_question_is_about_what_counts_most_by_default() -> None:
    question = next_question("quality", [])
    assert question is not None
    assert {question.one, question.other} == {"recognition", "assessment_rigour"}
    assert question.one_asks == asked("quality")[question.one]


def test_not_knowing_is_never_asked_again_also_not_of_its_equals() -> None:
    given = [Answer("cost", "time", Says.UNKNOWN), Answer("time", "gap_coverage", Says.EQUAL)]
    assert next_question("suitability", given) is None


def test_the_last_answer_about_a_pair_counts() -> None:
    given = [Answer("cost", "time", Says.MORE), Answer("time", "cost", Says.MORE)]
    assert weighting(given).above == (("time", "cost"),)


def test_answers_that_go_in_a_circle_are_refused() -> None:
    given = [Answer(a, b, Says.MORE) for a, b in (("cost", "time"), ("time", "gap_coverage"), ("gap_coverage", "cost"))]
    with pytest.raises(UserError, match="cost > time > gap_coverage > cost"):
        weighting(given)


def test_a_ranking_orders_what_it_names_above_the_rest() -> None:
    said = ranking("suitability", "gap_coverage")
    assert set(said.above) == {("gap_coverage", "cost"), ("gap_coverage", "time")}
    said = ranking("suitability", "3, 1 = 2")
    assert said == Weighting(above=(("gap_coverage", "cost"),), alike=(("cost", "time"),), origin="your ranking")
    assert ranking("suitability", "gap coverage > 1=Time,") == said


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("4, 1", "no number 4"),
        ("0", "no number 0"),
        ("1, 1", "cost is there twice"),
        ("1,,2", "missing"),
        ("recognition", "no criterion called 'recognition' here"),
        ("", "missing"),
    ],
)
def test_a_ranking_that_makes_no_sense_is_refused(words: str, complaint: str) -> None:
    with pytest.raises(UserError, match=complaint):
        ranking("suitability", words)


def test_there_are_two_groups_only() -> None:
    with pytest.raises(UserError, match="no group 'beauty'"):
        next_question("beauty", [])

"""The tree behind a scorecard: its points add up, its leaves name their sources, and one branch can be asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.evaluate import CRITERIA, FLAGS
from credlens.evaluate.case import Case
from credlens.evaluate.explain import WARNINGS, adding_up, explain, points
from credlens.evaluate.score import score
from credlens.model.errors import UserError
from credlens.model.scorecard import Flag, FlagState, Scorecard, Statement

Build = Callable[[Mapping[str, Any]], Case]

COURSE = {
    "credential": {
        "id": "course",
        "skills": {"sql": "core"},
        "hours": {"min": 2, "max": 3},
        "assessment": [{"type": "quiz", "attempts": "unlimited"}],
        "supervision": "unsupervised_no_id",
        "validity_months": "never",
    },
    "ads": {"n": 60, "skills": {"sql": 45, "excel": 30, "python": 20}, "names_it": {"ads": 2, "employers": 2}},
    "missing": {"sql": 1},
}


@pytest.fixture(scope="module")
def card(build_case: Build) -> Scorecard:
    return score(build_case(COURSE))


def nodes(tree: Statement) -> Iterator[Statement]:
    yield tree
    for part in tree.parts:
        yield from nodes(part)


def worth(statement: Statement) -> float:
    found = re.match(r"[\d.]+", statement.value)
    assert found, statement
    return float(found[0])


def test_the_points_of_a_group_add_up_to_its_expected_score(card: Scorecard) -> None:
    tree = explain(card)
    for group, branch in zip(("quality", "suitability"), tree.parts, strict=False):
        criteria = [c for c in card.criteria if c.group == group]
        expected = 100 * sum(c.weight * (c.low + c.high) / 2 for c in criteria)
        assert sum(points(card, group).values()) == pytest.approx(expected)
        assert worth(branch) == pytest.approx(expected, abs=0.05)
        assert sum(map(worth, branch.parts)) == pytest.approx(worth(branch))  # as printed, to the last digit
        assert len(branch.parts) == len(criteria)


@given(st.lists(st.floats(0, 30), max_size=12))
def test_printed_points_add_up_and_none_is_off_by_more_than_a_tenth(exact: list[float]) -> None:
    shown = adding_up(exact)
    assert sum(shown) == round(sum(x * 10 for x in exact))
    assert all(abs(tenths / 10 - x) <= 0.1 + 1e-9 for tenths, x in zip(shown, exact, strict=True))


def test_every_criterion_and_every_flag_says_its_reason(card: Scorecard) -> None:
    said = {n.text.casefold() for n in nodes(explain(card))}
    for criterion in card.criteria:
        assert criterion.because.casefold() in said
    for flag in card.flags:
        assert flag.because.casefold() in said


def test_evidence_names_its_source_and_nothing_else_does(card: Scorecard) -> None:
    sources = [n.source for n in nodes(explain(card)) if n.source]
    assert len(sources) == sum(len(x.evidence) for x in (*card.criteria, *card.flags)) > 3
    assert all(not n.parts for n in nodes(explain(card)) if n.source)


def test_a_known_value_is_a_number_and_an_unknown_one_is_said_to_be_one(card: Scorecard) -> None:
    texts = [n.text for n in nodes(explain(card))]
    assert any(t.startswith("Supervision and identity: 0, weighs 7 %") for t in texts)
    assert any(t.startswith("Outside quality check: unknown: between 0 and 70") for t in texts)
    assert "To look up: accreditation" in texts


def test_firing_warnings_come_first_and_of_those_the_ones_that_gate(card: Scorecard) -> None:
    states = [FlagState.CLEAR, FlagState.CANNOT_TELL, FlagState.FIRES, FlagState.FIRES]
    flags = tuple(Flag(f"number_{n}", state, "so", gates=n == 3) for n, state in enumerate(states))
    warnings = explain(replace(card, flags=flags)).parts[-1]
    assert warnings.value == "2 firing, 1 cannot be told, 1 clear"
    assert [(p.text, p.value) for p in warnings.parts] == [
        ("Number 3", "fires, keeps it out of plans"),
        ("Number 2", "fires"),
        ("Number 1", "cannot tell"),
        ("Number 0", "clear"),
    ]


@pytest.mark.parametrize("only", [*CRITERIA.names(), *FLAGS.names()])
def test_one_branch_is_one_criterion_or_flag(card: Scorecard, only: str) -> None:
    (branch,) = explain(card, only=only).parts
    assert len(branch.parts) == 1
    whole = [p for b in explain(card).parts for p in b.parts]
    assert branch.parts[0] in whole


@pytest.mark.parametrize(("only", "place"), [("quality", 0), ("suitability", 1), (WARNINGS, 2)])
def test_a_whole_branch_can_be_asked_for(card: Scorecard, only: str, place: int) -> None:
    assert explain(card, only=only).parts == (explain(card).parts[place],)


def test_what_is_not_there_cannot_be_explained(card: Scorecard) -> None:
    with pytest.raises(UserError, match="nothing called 'beauty'") as caught:
        explain(card, only="beauty")
    assert "recognition" in caught.value.what_to_do


def test_the_root_is_called_by_the_title(card: Scorecard) -> None:
    assert explain(card, "Some Course").text == "Some Course"
    assert explain(card).text == "course"

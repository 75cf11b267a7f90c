"""An order in words."""

from __future__ import annotations

import pytest

from credlens.evaluate.weights.words import criterion, pairs, places, ties
from credlens.model.errors import UserError


def test_words_become_places_pairs_and_ties() -> None:
    found = places("recognition > Assessment rigour = supervision > gap-coverage")
    assert found == (("recognition",), ("assessment_rigour", "supervision"), ("gap_coverage",))
    assert pairs(found) == (("recognition", "assessment_rigour"), ("assessment_rigour", "gap_coverage"))
    assert ties(found) == (("assessment_rigour", "supervision"),)


@pytest.mark.parametrize(
    ("words", "complaint", "advice"),
    [
        ("cost", "says nothing of a second", "recognition > durability"),
        ("cost > ", "missing in 'cost >'", "both sides"),
        ("cost == time", "missing in 'cost == time'", "both sides"),
        ("cost < time", "from the most important down", "Turn it round"),
        ("cost > time > cost", "cost is there twice", "Keep one"),
        ("cost > tyme", "no criterion called 'tyme'", "Did you mean time?"),
        ("cost > zzzzzz", "no criterion called 'zzzzzz'", "Use one of: assessment_rigour"),
    ],
)
def test_words_that_say_nothing_clear_are_refused(words: str, complaint: str, advice: str) -> None:
    with pytest.raises(UserError, match=complaint) as caught:
        places(words)
    assert advice in (caught.value.what_to_do or "")


def test_a_criterion_of_another_group_is_said_to_be_elsewhere() -> None:
    with pytest.raises(UserError, match="no criterion called 'cost' here"):
        criterion("cost", ("recognition", "durability"))

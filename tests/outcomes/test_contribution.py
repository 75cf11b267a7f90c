"""What is given to a pool holds counts and nothing else, and what comes back is checked."""

from __future__ import annotations

import json
from datetime import date

import pytest

from credlens.model.belief import Arm
from credlens.model.errors import InputError
from credlens.model.pool import Table
from credlens.outcomes.contribution import Contribution, newest, read, write

MAY = date(2026, 5, 1)
ONE = Contribution("ab12", MAY, (("google", Table(Arm(10, 2), Arm(8, 0), tossed=True)),))


def test_it_comes_back_as_it_was_and_holds_nothing_else() -> None:
    text = write(ONE)
    assert read(text.encode(), "a.json") == ONE
    assert sorted(json.loads(text)) == ["agreed", "format", "member", "tables"]


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        write(ONE).replace("credlens-pool/1", "credlens-pool/9").encode(),
        write(ONE).replace('"interviews": 2', '"interviews": 11').encode(),
        write(ONE).replace('"interviews": 2', '"interviews": true').encode(),
        write(ONE).replace("2026-05-01", "May").encode(),
        b"[" * 100_000,
    ],
)
def test_what_is_none_is_said_with_its_place(broken: bytes) -> None:
    with pytest.raises(InputError) as refused:
        read(broken, "a.json")
    assert refused.value.problems[0].where == "a.json"


def test_a_later_contribution_of_a_member_takes_the_place_of_an_earlier_one() -> None:
    later = Contribution("ab12", date(2026, 6, 1), ())
    other = Contribution("ff00", MAY, ())
    assert newest([later, ONE, other]) == (later, other)
    assert newest([ONE, later, other]) == (later, other)

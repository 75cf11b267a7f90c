"""Words: the power first, and no word that says that showing it made the difference where no coin chose."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from credlens.model.application import Application, Step, StepKind
from credlens.model.helped import HelpedVerdict
from credlens.outcomes.learning import Learned, learn
from credlens.outcomes.verdicts import first, told, verdict

TODAY = date(2026, 12, 1)
C = "google"
CAUSAL = re.compile(
    r"\b(help\w*|because|caus\w*|thanks|due to|led to|made the difference|harm|effect\w*|improv\w*|rais\w*|increas\w*)\b",
    re.IGNORECASE,
)


def log(shown: tuple[int, int], hidden: tuple[int, int]) -> list[Application]:
    day = TODAY - timedelta(days=90)
    talk = (Step(StepKind.INTERVIEW, day),)
    return [
        Application(f"{s}{i}", day, "", "", shown=(C,) if s else (), complete=True, steps=talk if i < k else ())
        for s, (n, k) in ((True, shown), (False, hidden))
        for i in range(n)
    ]


def chosen(shown: tuple[int, int], hidden: tuple[int, int]) -> Learned:
    return learn(log(shown, hidden), C, TODAY)


def tossed(shown: tuple[int, int], hidden: tuple[int, int]) -> Learned:
    made = log(shown, hidden)
    return learn(made, C, TODAY, said={a.id: bool(a.shown) for a in made})


@pytest.mark.parametrize("shown", [(0, 0), (20, 2), (200, 90), (200, 0)])
@pytest.mark.parametrize("hidden", [(0, 0), (20, 1), (200, 5), (200, 80)])
def test_without_a_coin_no_word_is_causal(shown: tuple[int, int], hidden: tuple[int, int]) -> None:
    found = chosen(shown, hidden)
    words = " ".join((first(found), *told(found)))
    assert CAUSAL.findall(words) == []
    assert verdict(found) not in (HelpedVerdict.HELPED, HelpedVerdict.HARMED)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (chosen((0, 0), (20, 1)), HelpedVerdict.NO_DATA),
        (chosen((20, 2), (20, 1)), HelpedVerdict.CANNOT_TELL),
        (chosen((200, 60), (200, 10)), HelpedVerdict.MORE_WITH_IT),
        (
            chosen((300, 75), (300, 36)),
            HelpedVerdict.CANNOT_TELL,
        ),  # clear with the expected bias, not with twice as much
        (chosen((300, 3), (300, 120)), HelpedVerdict.FEWER_WITH_IT),
        (tossed((19, 19), (19, 0)), HelpedVerdict.CANNOT_TELL),  # before the first look
        (tossed((100, 40), (100, 8)), HelpedVerdict.HELPED),
        (tossed((100, 5), (100, 40)), HelpedVerdict.HARMED),
        (tossed((40, 4), (40, 3)), HelpedVerdict.CANNOT_TELL),
    ],
)
def test_verdicts(found: Learned, said: HelpedVerdict) -> None:
    assert verdict(found) is said


def test_the_power_comes_first_and_a_small_log_cannot_tell() -> None:
    small = chosen((20, 2), (20, 1))
    assert first(small) == (
        "40 applications (20 with it, 20 without) cannot tell: of 100 logs of this size fewer than 1 decide, for or against."
    )
    assert "more than" not in first(small)
    assert "nothing to compare" in first(chosen((20, 2), (0, 0)))
    assert "No application counts yet" in first(chosen((0, 0), (0, 0)))


def test_what_the_data_moved_is_said_with_its_numbers() -> None:
    lines = told(chosen((20, 6), (20, 1)))
    assert lines[0] == "Interviews within 45 days: 6 of 20 with it, 1 of 20 without."
    assert lines[1] == "Your base rate without it is about 5%, with the usual 5 % counted like 20 applications."
    assert re.search(r"Judged from published studies alone.* 61%.*moved that by \+\d+ points, to \d+%", lines[2])


def test_the_rule_of_the_coin_is_told() -> None:
    assert "The next look is at 40 applications that count; there are 20." in told(tossed((10, 1), (10, 1)))[-1]
    assert "The look at 40 has been taken." in told(tossed((30, 1), (30, 1)))[-1]
    assert "last look" in told(tossed((160, 1), (160, 1)))[-1]

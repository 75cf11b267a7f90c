"""``credlens replan``: what the options mean, and what is said when they mean nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from typing import Any as Cli  # the fixture of conftest.py: cli(*words) -> outcome with code, out, err, json

import pytest

from credlens.cli.commands import replan as command
from credlens.model.errors import UserError
from credlens.model.progress import Event, EventKind

TODAY = date(2026, 11, 22)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the use case was called with."""
    calls: list[Any] = []

    def spoken(_ports: object, events: Sequence[Event], limits: object, **more: object) -> object:
        calls.extend([*events, limits, more])
        raise UserError("That is all.")

    monkeypatch.setattr(command, "plan_again", spoken)
    return calls


@pytest.mark.parametrize(
    ("words", "event"),
    [
        (["--finished", "a"], Event(EventKind.FINISHED, TODAY, "a")),
        (["--failed", "a@2026-11-20"], Event(EventKind.FAILED, date(2026, 11, 20), "a")),
        (["--did", "a=30"], Event(EventKind.DID, TODAY, "a", hours=30.0)),
        (["--did", "a=30/50%"], Event(EventKind.DID, TODAY, "a", hours=30.0, share=0.5)),
        (["--price", "a=1,059.50"], Event(EventKind.PRICE, TODAY, "a", amount=Decimal("1059.50"))),
        (["--price", "a=59@monthly"], Event(EventKind.PRICE, TODAY, "a", amount=Decimal(59), option="monthly")),
        (["--drop", "a"], Event(EventKind.DROPPED, TODAY, "a")),
        (["--off", "2026-12-21..2027-01-03"], Event(EventKind.PAUSE, date(2026, 12, 21), until=date(2027, 1, 3))),
        (["--interviews", "2"], Event(EventKind.INTERVIEWS, TODAY, count=2)),
    ],
)
def test_each_option_is_an_event(cli: Cli, told: list[Any], words: list[str], event: Event) -> None:
    assert cli("replan", *words).code == 2
    assert told[0] == event


def test_limits_ads_and_the_plan_followed_go_through(cli: Cli, told: list[Any]) -> None:
    cli("replan", "--budget", "700", "--hours", "5", "--deadline", "2027-06-30", "--plan", "cheapest")

    assert told == [
        command.NewLimits(Decimal(700), 5.0, date(2027, 6, 30)),
        {"ads": (), "follow": "cheapest"},
    ]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--did", "a"], "Write ID=30 or ID=30/50%."),
        (["--did", "a=many"], "Write ID=30 or ID=30/50%."),
        (["--failed", "a@yesterday"], "Write ID or ID@2027-03-01."),
        (["--price", "a=cheap"], "Write digits: 400 or 399.50."),
        (["--off", "2027-01-03..2026-12-21"], "Put the earlier day first."),
    ],
)
def test_what_cannot_be_understood_says_how_to_write_it(cli: Cli, words: list[str], says: str) -> None:
    outcome = cli("replan", *words)
    assert outcome.code == 2
    assert says in outcome.err


def test_without_a_plan_it_says_how_to_make_one(cli: Cli) -> None:
    outcome = cli("replan", "--interviews", "1", "--json")
    assert outcome.code == 2
    assert outcome.json["error"]["what_to_do"] == "Make one: credlens plan --budget 300 --hours 6."
    assert cli("replan", "--list", "--json").json == {"events": [], "undone": [], "plan_undone": False}
    assert cli("replan", "--undo").code == 2

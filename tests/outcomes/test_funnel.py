"""The funnel: every rate with its n, pending ones apart, and no stage called stuck on too little."""

from __future__ import annotations

from datetime import date, timedelta

from credlens.model.application import Application, Step, StepKind
from credlens.model.funnel import FunnelStage
from credlens.outcomes.funnel import credentials_said, funnel, groups, stuck

TODAY = date(2026, 12, 1)
OLD, YOUNG = TODAY - timedelta(days=120), TODAY - timedelta(days=10)


def sent(id: str, day: date, *kinds: StepKind, **said: object) -> Application:  # noqa: A002
    steps = tuple(Step(kind, day + timedelta(days=5)) for kind in kinds)
    return Application(id, day, "Acme", "Analyst", steps=steps, **said)  # type: ignore[arg-type]


def test_pending_ones_are_counted_apart() -> None:
    found = funnel(
        [
            sent("1", OLD, StepKind.INTERVIEW, StepKind.OFFER),
            sent("2", OLD, StepKind.REJECTION),
            sent("3", OLD),
            sent("4", YOUNG),
            sent("5", YOUNG, StepKind.INTERVIEW),
            sent("6", OLD, StepKind.WITHDRAWN),
        ],
        TODAY,
    )
    assert (found.sent, found.pending, found.withdrawn, found.early) == (6, 2, 1, 1)
    assert (found.answered.k, found.interview.k, found.interview.n) == (2, 1, 3)
    assert (found.offer.k, found.offer.n, found.offer_of_interviews.n) == (1, 3, 1)


def test_an_offer_has_longer_to_come() -> None:
    found = funnel([sent("1", TODAY - timedelta(days=60), StepKind.INTERVIEW)], TODAY)
    assert (found.interview.n, found.offer.n) == (1, 0)


def test_groups_are_in_alphabetical_order_and_add_up() -> None:
    every = [
        sent("1", OLD, StepKind.INTERVIEW, target="z", resume="v2", shown=("google",)),
        sent("2", OLD, target="a", resume="v1", complete=True),
        sent("3", OLD, target="z"),
    ]
    found = groups(every, TODAY, credentials_said(every))
    assert [(g.by, g.name, g.sent) for g in found] == [
        ("all", "", 3),
        ("target", "a", 1),
        ("target", "z", 2),
        ("resume", "no version said", 1),
        ("resume", "v1", 1),
        ("resume", "v2", 1),
        ("google", "not said", 1),
        ("google", "not shown", 1),
        ("google", "shown", 1),
    ]


def test_a_search_is_stuck_where_that_is_likely_and_nowhere_on_little() -> None:
    silence = [sent(str(i), OLD) for i in range(60)]
    talks = [sent(str(i), OLD, StepKind.INTERVIEW) for i in range(20)]
    assert stuck(funnel(silence, TODAY)).stage is FunnelStage.SCREEN
    assert stuck(funnel(silence[:10], TODAY)).stage is None
    assert stuck(funnel(talks, TODAY)).stage is FunnelStage.INTERVIEW
    assert stuck(funnel([], TODAY)).stage is None

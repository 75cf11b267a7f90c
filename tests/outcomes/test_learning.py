"""What a log says of a credential: which applications are compared, and under which assumptions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from credlens.model.application import Application, Step, StepKind
from credlens.model.belief import Arm
from credlens.outcomes.learning import learn

TODAY = date(2026, 12, 1)
OLD = TODAY - timedelta(days=90)
C = "google"


def sent(n: int, interviews: int, *, day: date = OLD, **said: object) -> list[Application]:
    """So many alike applications, the first of them with an interview."""
    talk = (Step(StepKind.INTERVIEW, day + timedelta(days=9)),)
    return [Application(f"{n}-{i}-{said}", day, "", "", steps=talk if i < interviews else (), **said) for i in range(n)]  # type: ignore[arg-type]


def test_only_settled_applications_of_which_it_is_known_are_compared() -> None:
    log = [
        *sent(10, 3, shown=(C,)),
        *sent(8, 1, complete=True),
        *sent(5, 5),  # nobody said
        *sent(4, 4, shown=(C,), day=TODAY - timedelta(days=44)),
        *sent(3, 3, shown=(C,), required=(C,)),
    ]
    found = learn(log, C, TODAY)
    assert (found.shown, found.hidden) == (Arm(10, 3), Arm(8, 1))
    assert (found.pending, found.unsaid, found.required) == (4, 5, 3)


def test_where_a_coin_chose_what_it_said_counts_and_the_bias_is_gone() -> None:
    log = [*sent(20, 6, shown=(C,)), *sent(20, 2, complete=True)]
    said = {a.id: i < 20 for i, a in enumerate(log)}
    chosen, tossed = learn(log, C, TODAY), learn(log, C, TODAY, said=said)
    assert (tossed.shown, tossed.hidden) == (chosen.shown, chosen.hidden)
    assert tossed.posterior.above_zero > chosen.posterior.above_zero
    assert [name for name, _ in tossed.sensitivity if "bias" in name] == []
    otherwise = {**said, log[0].id: False}  # the coin said to leave it off, and the person did not
    assert learn(log, C, TODAY, said=otherwise).hidden == Arm(21, 3)


def test_applications_that_no_coin_was_tossed_for_are_left_out() -> None:
    log = [*sent(20, 6, shown=(C,)), *sent(20, 2, complete=True)]
    found = learn(log, C, TODAY, said={log[0].id: True})
    assert (found.shown, found.hidden) == (Arm(1, 1), Arm(0, 0))


def test_what_is_the_same_for_all_is_no_covariate() -> None:
    same = [*sent(10, 3, shown=(C,), match=0.5, referral=False), *sent(10, 1, complete=True, match=0.5, referral=False)]
    other = [*same, *sent(10, 2, complete=True, match=0.9, referral=True, years=3.0)]
    assert learn(same, C, TODAY).adjusted == ()
    assert learn(other, C, TODAY).adjusted == ("match", "referral")  # the years of the others are not known
    assert learn(other, C, TODAY).plain is not None


def test_every_other_assumption_is_reported() -> None:
    found = learn([*sent(10, 3, shown=(C,)), *sent(10, 1, complete=True)], C, TODAY)
    assert [name for name, _ in found.sensitivity] == [
        "smaller effects (sd .2)",
        "larger effects (sd .5)",
        "most effects are none",
        "no bias, as if tossed",
        "more bias (sd .6)",
        "interviews in 30 days",
        "interviews in 60 days",
    ]


def test_another_window_counts_other_interviews() -> None:
    late = (Step(StepKind.INTERVIEW, OLD + timedelta(days=50)),)
    log = [
        Application(str(i), OLD, "", "", shown=(C,) if i % 2 else (), complete=True, steps=late if i % 2 else ())
        for i in range(20)
    ]
    beliefs = dict(learn(log, C, TODAY).sensitivity)
    assert beliefs["interviews in 60 days"].above_zero > beliefs["interviews in 30 days"].above_zero + 0.1


def test_ten_thousand_applications_are_counted_as_few_cells() -> None:
    log = [
        a
        for m in range(0, 100, 2)
        for s in (True, False)
        for a in sent(100, 8, shown=(C,) if s else (), complete=True, match=m / 100)
    ]
    found = learn(log, C, TODAY)
    assert found.shown.n + found.hidden.n == 10_000
    assert found.posterior.above_zero == pytest.approx(0.5, abs=0.12)

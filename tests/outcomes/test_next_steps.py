"""What to do next: laws of what a choice is expected to bring, and when a plan's credential can wait."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.model.application import Application
from credlens.model.belief import EffectPrior
from credlens.model.next_step import Choice, NextKind, PlanAdvice, Search, Worth
from credlens.outcomes.next_steps import advice, busiest, carried_over, pace, worth

SEARCH = Search(weeks=26, hours=8, pace=3, busiest=3, settled=40, interviews=3, reach=(5, 14), application_hours=1)
MORE = Choice(NextKind.APPLY_MORE, "more", "more", 0, (0.0, 0.0))
PEOPLE = Choice(NextKind.NETWORKING, "people", "people", 0, (0.9, 0.5))
COURSE = Choice(NextKind.CREDENTIAL, "course", "course", 40, (0.1, 0.35), reach=8)


def of(found: tuple[Worth, ...], id: str) -> Worth:  # noqa: A002
    return next(w for w in found if w.choice.id == id)


def test_the_same_question_has_the_same_answer_and_chances_add_up() -> None:
    found = worth(SEARCH, [MORE, COURSE, PEOPLE])
    assert found == worth(SEARCH, [MORE, COURSE, PEOPLE])
    assert sum(w.best for w in found) == pytest.approx(1)
    assert [w.mean for w in found] == sorted((w.mean for w in found), reverse=True)


def test_the_worth_of_a_choice_does_not_hang_on_which_others_are_looked_at() -> None:
    few, many = worth(SEARCH, [MORE, COURSE]), worth(SEARCH, [PEOPLE, replace(COURSE, id="other"), COURSE, MORE])
    assert replace(of(few, "course"), best=0, beats=0) == replace(of(many, "course"), best=0, beats=0)


def test_what_is_not_done_in_time_brings_nothing() -> None:
    long = replace(COURSE, hours=26 * 8 + 1)
    found = of(worth(SEARCH, [long, MORE]), "course")
    assert (found.mean, found.low, found.high, found.done) == (0, 0, 0, None)
    degree = Choice(NextKind.DEGREE, "degree", "degree", 0, (0.3, 0.4), reach=14, weeks=104)
    assert of(worth(SEARCH, [degree, MORE]), "degree").mean == 0


def test_no_free_hours_bring_nothing_and_break_nothing() -> None:
    found = worth(replace(SEARCH, hours=0), [MORE, COURSE, PEOPLE])
    assert all(w.mean == pytest.approx(0) for w in found)


@settings(max_examples=40, deadline=None)
@given(
    hours=st.floats(1, 40),
    weeks=st.floats(4, 60),
    interviews=st.integers(0, 40),
    shorter=st.floats(0.2, 1.0),
    wider=st.integers(0, 6),
)
def test_shorter_and_wider_is_never_worse(
    hours: float, weeks: float, interviews: int, shorter: float, wider: int
) -> None:
    search = replace(SEARCH, hours=hours, weeks=weeks, interviews=interviews)
    better = replace(COURSE, id="better", hours=COURSE.hours * shorter, reach=8 + wider, effect=(0.4, 0.0))
    plain = replace(COURSE, effect=(0.4, 0.0))
    one, other = (of(worth(search, [c, MORE]), c.id).mean for c in (better, plain))
    assert one >= other - 1e-9


def test_more_interviews_so_far_make_applying_worth_more() -> None:
    means = [of(worth(replace(SEARCH, interviews=k), [MORE, COURSE]), "more").mean for k in (0, 3, 12)]
    assert means == sorted(means)
    assert means[0] > 0  # nothing so far is not nothing ever


def with_chance(id: str, beats: float, kind: NextKind = NextKind.CREDENTIAL) -> Worth:  # noqa: A002
    return Worth(Choice(kind, id, id, 10, (0, 0)), 1.0, 0.0, 2.0, best=beats, beats=beats, done=1)


@pytest.mark.parametrize(
    ("one", "two", "said", "worthwhile"),
    [
        (0.5, 0.3, PlanAdvice.CONTINUE, ("one", "two")),
        (0.5, 0.1, PlanAdvice.FEWER, ("one",)),
        (0.1, 0.1, PlanAdvice.PAUSE, ()),
    ],
)
def test_a_credential_waits_when_something_else_is_likely_worth_more(
    one: float, two: float, said: PlanAdvice, worthwhile: tuple[str, ...]
) -> None:
    found = [with_chance("one", one), with_chance("two", two), with_chance("more", 0.9, NextKind.APPLY_MORE)]
    assert advice(found, ("one", "two")) == (said, worthwhile)
    assert advice(found, ()) == (PlanAdvice.NO_PLAN, ())


def test_what_was_learned_of_one_credential_carries_over_by_half_at_most() -> None:
    prior = EffectPrior()
    assert carried_over({}, prior) == pytest.approx((0.1, 0.35))
    mean, sd = carried_over({"a": (0.6, 0.01)}, prior)
    assert mean == pytest.approx(0.1 + 0.5 * 0.5, abs=0.01)
    assert 0.24 < sd < 0.35
    assert carried_over({"a": (0.12, 0.35)}, prior) == pytest.approx((0.1, 0.35))  # nothing was learned
    assert carried_over({"a": (-0.3, 0.2)}, prior)[0] < 0.1


def test_the_pace_of_now_and_of_the_busiest_weeks() -> None:
    today = date(2026, 12, 1)
    log = [Application(str(i), today - timedelta(days=100 + i % 14), "", "") for i in range(20)]
    assert pace(log, today.toordinal()) is None
    assert busiest(log) == 5.0
    assert busiest(log[:9]) == 3.0  # too few to tell
    recent = [Application(str(i), today - timedelta(days=i), "", "") for i in range(0, 56, 7)]
    assert pace([*log, *recent], today.toordinal()) == pytest.approx(1.0)
    assert pace([Application("x", today, "", "")], today.toordinal()) == 1.0

"""Planning again from today, on Maria's resume and a few of her ads."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from credlens.app.constraints import limits_of
from credlens.app.events import events, undo
from credlens.app.gap import find_gap
from credlens.app.knowledge import Knowledge
from credlens.app.loop import Wishes
from credlens.app.plan import make_plan
from credlens.app.ports import Ports
from credlens.app.replan import NewLimits, ReplanResult, replan
from credlens.cli.show.replan import show_events, show_replan
from credlens.io.home import open_home
from credlens.model.credential import Catalog
from credlens.model.errors import OutsideError, UserError
from credlens.model.plan import Plan
from credlens.model.progress import Event, EventKind
from credlens.plan import brute_force
from credlens.plan.replanning.changes import What
from credlens.plan.replanning.choosing import SLACK

MARIA = Path(__file__).parents[2] / "src" / "credlens" / "data" / "demo" / "maria"
MADE = date(2026, 11, 22)
SOME = (
    "datacamp-data-analyst",
    "freecodecamp-data-analysis-python",
    "google-business-intelligence",
    "ms-pl-300",
    "tableau-desktop-foundations",
)


class Home:
    """A home of its own that holds Maria's plan, and what it says on a later day."""

    def __init__(self, folder: Path, plan: Plan) -> None:
        self.folder, self.plan = folder, plan

    def on(self, day: date) -> Ports:
        return open_home(self.folder, today=day)

    def replan(self, day: date, *told: Event, limits: NewLimits | None = None) -> ReplanResult:
        return replan(self.on(day), told, limits)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Plan, Knowledge]:
    folder = tmp_path_factory.mktemp("maria")
    ads = sorted((MARIA / "ads").glob("*"))[:2]
    ports = open_home(folder, today=MADE)
    find_gap(ports, ads=ads, resume=[MARIA / "resume.md"])
    knowledge = Knowledge(ports)
    kept = {c: knowledge.catalog[c] for c in SOME}
    knowledge.__dict__["catalog"] = Catalog(
        kept
    )  # in the place of all of them, of which each is judged anew every time
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Knowledge, "of", lambda _: knowledge)
        spend = limits_of(ports, budget=Decimal(600), hours_per_week=10, max_credentials=2)
        result = make_plan(ports, spend, Wishes(alternatives=1))
    return folder, result.loop.plans[0], knowledge


@pytest.fixture
def home(made: tuple[Path, Plan, Knowledge], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """Reading the catalog takes longer than planning: it is read once for all tests."""
    folder, plan, knowledge = made
    monkeypatch.setattr(Knowledge, "of", lambda _: knowledge)
    shutil.copytree(folder, tmp_path / "home")
    return Home(tmp_path / "home", plan)


def steps(result: ReplanResult) -> Sequence[tuple[str, date, date]]:
    return [(s.credential, s.start, s.finish) for p in result.loop.plans for s in p.steps]


def became(result: ReplanResult) -> dict[str, What]:
    return {c.credential: c.what for c in result.changes}


def test_on_the_day_of_the_plan_nothing_changes(home: Home) -> None:
    result = home.replan(MADE)

    assert result.unchanged
    assert result.loop.plans[0].steps == home.plan.steps
    assert result.loop.plans[0].cost == home.plan.cost
    assert (result.kept, len(home.on(MADE).store().plans())) == (False, 1)


def test_when_only_time_passes_nothing_changes_but_the_person_is_asked(home: Home) -> None:
    first = home.plan.steps[0]
    result = home.replan(first.start + timedelta(days=5))

    assert result.unchanged
    assert [(c, end) for c, _, end in steps(result)] == [(s.credential, s.finish) for s in home.plan.steps]
    assert result.found.progress.paid + result.loop.plans[0].cost.amount == home.plan.cost.amount
    assert any(f"say --did {first.credential}=HOURS if that is wrong" in line for line in result.because)


def test_a_step_that_should_be_over_is_asked_about(home: Home) -> None:
    first = home.plan.steps[0]
    result = home.replan(first.finish + timedelta(days=3))

    assert became(result)[first.credential] is What.FINISHED
    asked = next(line for line in result.because if "should be finished" in line)
    assert asked.endswith(f"say --finished {first.credential} or --did {first.credential}=HOURS.")


def test_a_failed_exam_is_repeated_and_the_rest_moves(home: Home) -> None:
    first = home.plan.steps[0]
    result = home.replan(first.finish + timedelta(days=1), Event(EventKind.FAILED, first.finish, first.credential))

    assert became(result)[first.credential] is What.SECOND_ATTEMPT
    again = result.loop.plans[0].steps[0]
    assert (again.option, again.hours) == ("second attempt", pytest.approx(first.hours / 4, rel=0.01))
    change = next(c for c in result.changes if c.what is What.SECOND_ATTEMPT)
    assert f"is repeated on {again.finish}, which costs" in change.because
    assert result.loop.plans[0].finish > home.plan.finish


@pytest.mark.parametrize("weeks", [2])
def test_weeks_off_move_what_comes_after_them(home: Home, weeks: int) -> None:
    day = MADE + timedelta(days=3)
    pause = Event(EventKind.PAUSE, day, until=day + timedelta(days=7 * weeks - 1))
    result = home.replan(day, pause)

    assert set(became(result).values()) == {What.MOVED}
    assert [end for *_, end in steps(result)] == [s.finish + timedelta(weeks=weeks) for s in home.plan.steps]
    assert "There is no study from 2026-11-25 to 2026-12-08." in result.because


def test_slower_takes_longer_than_planned(home: Home) -> None:
    first = home.plan.steps[0]
    slow = Event(EventKind.DID, first.start + timedelta(days=7), first.credential, hours=15.0, share=10.0 / first.hours)
    result = home.replan(slow.day, slow)

    new = result.loop.plans[0].steps[0]
    assert new.credential == first.credential
    assert new.hours == pytest.approx((first.hours - 10) * 1.5, rel=0.01)
    assert became(result)[first.credential] is What.MOVED


def test_finished_early_brings_the_rest_forward_and_its_evidence_stays(home: Home) -> None:
    first, second = home.plan.steps[:2]
    day = first.start + timedelta(days=10)
    result = home.replan(day, Event(EventKind.FINISHED, day, first.credential))

    assert became(result)[first.credential] is What.FINISHED
    assert steps(result)[0][:2] == (second.credential, day)
    assert result.loop.plans[0].coverage == pytest.approx(home.plan.coverage)


def test_a_price_that_goes_beyond_the_budget_drops_the_step(home: Home) -> None:
    paid = next(s for s in home.plan.steps if s.payments)
    what = paid.payments[0].what.partition(",")[0]
    result = home.replan(MADE, Event(EventKind.PRICE, MADE, paid.credential, amount=Decimal(5000), option=what))

    assert became(result)[paid.credential] is What.DROPPED
    assert result.loop.plans[0].cost.amount <= 600


def test_what_was_told_is_remembered_until_it_is_taken_back(home: Home) -> None:
    second = home.plan.steps[1].credential
    dropped = Event(EventKind.DROPPED, MADE, second)
    told = home.replan(MADE, dropped)
    later = home.replan(MADE + timedelta(days=1))

    assert told.kept
    assert not later.kept
    assert second not in [c for c, *_ in steps(later)]
    assert later.unchanged
    assert events(home.on(MADE)).events == ((MADE, dropped),)

    assert undo(home.on(MADE)).undone == (dropped,)
    assert events(home.on(MADE)).events == ()
    assert home.replan(MADE).loop.plans[0].steps == home.plan.steps
    with pytest.raises(UserError, match="Nothing was told yet"):
        undo(home.on(MADE))


def test_when_nothing_fits_the_reasons_are_given_and_what_was_told_is_kept(home: Home) -> None:
    told = Event(EventKind.DROPPED, MADE, home.plan.steps[0].credential)
    result = home.replan(MADE, told, limits=NewLimits(deadline=MADE + timedelta(days=1)))

    assert result.loop.plans == ()
    assert result.loop.why_no_plan
    assert result.because[-1] == result.loop.why_no_plan[-1]
    assert [e for _, e in events(home.on(MADE)).events] == [told]
    again = home.replan(MADE)  # without the new deadline, but with what was told
    assert again.found.events == (told,)
    assert again.loop.plans


def test_the_answer_is_json_and_words(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    day = MADE + timedelta(days=3)
    result = home.replan(day, Event(EventKind.PAUSE, day, until=day + timedelta(days=13)))

    found = json.loads(json.dumps(result.to_json(), allow_nan=False))
    assert [c["what"] for c in found["changes"]] == ["moved"] * len(home.plan.steps)
    assert found["events"][0]["kind"] == "pause"
    assert (found["followed"], found["made"], found["kept"]) == (home.plan.name, "2026-11-22", True)

    show_replan(result)
    show_events(events(home.on(day)))
    show_events(undo(home.on(day)))
    words = " ".join(capsys.readouterr().out.split())
    assert "What changes in the strongest plan of 2026-11-22" in words
    assert "There is no study from 2026-11-25 to 2026-12-08." in words
    assert "- 2026-11-25: pause 2026-11-25 until 2026-12-08" in words
    assert "Taken back: pause 2026-11-25 until 2026-12-08. Nothing is told about the plan." in words


def test_interviews_leave_what_runs(home: Home) -> None:
    first = home.plan.steps[0]
    day = first.start + timedelta(days=5)
    result = home.replan(day, Event(EventKind.INTERVIEWS, day, count=2))

    assert steps(result)[0][0] == first.credential
    assert result.because[0].startswith("You got 2 interviews, so that applying matters more now")


@pytest.mark.parametrize(
    ("event", "says"),
    [
        (Event(EventKind.FINISHED, MADE, "nothing-like-it"), "no credential 'nothing-like-it'"),
        (Event(EventKind.FAILED, date(2030, 1, 1), "ms-pl-300"), "still to come"),
        (Event(EventKind.DID, MADE, "ms-pl-300", hours=-1.0), "-1 hours cannot be worked"),
        (Event(EventKind.DID, MADE, "ms-pl-300", hours=1.0, share=2.0), "200% of a credential"),
        (Event(EventKind.PAUSE, MADE, until=date(2026, 1, 1)), "before it begins"),
        (Event(EventKind.PRICE, MADE, "ms-pl-300", amount=Decimal(-1)), "cannot be paid"),
        (Event(EventKind.INTERVIEWS, MADE), "are none"),
    ],
)
def test_what_cannot_have_happened_is_refused_and_not_kept(home: Home, event: Event, says: str) -> None:
    with pytest.raises(UserError, match=says):
        home.replan(MADE, event)
    assert events(home.on(MADE)).events == ()


def test_a_day_before_the_plan_and_a_plan_that_is_not_there_are_refused(home: Home, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="The plan was made on 2026-11-22"):
        home.replan(MADE - timedelta(days=1))
    with pytest.raises(UserError, match="There is no plan 'boldest'"):
        replan(home.on(MADE), follow="boldest")
    with pytest.raises(UserError, match="There is no plan yet"):
        replan(open_home(tmp_path / "empty", today=MADE))


def test_a_plan_of_an_older_version_is_refused_with_what_to_do(home: Home) -> None:
    home.on(MADE).store().save_plan(MADE, '{"plans": []}')

    with pytest.raises(OutsideError, match="kept by an older version"):
        home.replan(MADE)


def test_a_try_that_finds_no_plan_leaves_the_followed_one_and_what_was_told_of_it(home: Home) -> None:
    dropped = Event(EventKind.DROPPED, MADE, home.plan.steps[1].credential)
    before = home.replan(MADE, dropped).loop.plans[0].steps
    ports = home.on(MADE)
    nothing = make_plan(ports, limits_of(ports, budget=Decimal(0), hours_per_week=1, deadline=MADE + timedelta(days=2)))

    assert nothing.loop.plans == ()
    again = home.replan(MADE)
    assert (again.loop.plans[0].steps, again.unchanged) == (before, True)
    assert events(home.on(MADE)).events == ((MADE, dropped),)
    assert undo(home.on(MADE)).undone == (dropped,)


def test_an_empty_answer_that_an_older_version_kept_is_passed_over(home: Home) -> None:
    store = home.on(MADE).store()
    store.save_plan(MADE, json.dumps({**json.loads(store.plans()[0].content), "plans": []}))
    told = Event(EventKind.DROPPED, MADE, home.plan.steps[0].credential)

    followed = home.replan(MADE, told).found.old
    assert [s.credential for s in followed.steps] == [s.credential for s in home.plan.steps]
    assert home.replan(MADE).unchanged
    assert undo(home.on(MADE)).undone == (told,)
    assert home.replan(MADE).loop.plans[0].steps == home.plan.steps


def test_undo_takes_back_all_of_the_last_command_and_no_more(home: Home) -> None:
    day = MADE + timedelta(days=3)
    first = Event(EventKind.DROPPED, MADE, home.plan.steps[1].credential)
    both = (
        Event(EventKind.DID, day, home.plan.steps[0].credential, hours=4.0),
        Event(EventKind.PAUSE, day, until=day + timedelta(days=6)),
    )
    home.replan(MADE, first)
    home.replan(day, *both)
    home.replan(day, limits=NewLimits(hours_per_week=9.0))

    taken = undo(home.on(day))
    assert (taken.undone, taken.plan_undone, len(taken.events)) == ((), True, 3)
    taken = undo(home.on(day))
    assert (taken.undone, taken.plan_undone) == (both, True)
    assert taken.events == ((MADE, first),)
    taken = undo(home.on(day))
    assert (taken.undone, taken.events) == ((first,), ())
    assert len(home.on(day).store().plans()) == 1


def test_what_was_told_of_an_earlier_plan_is_not_listed(home: Home) -> None:
    home.replan(MADE, Event(EventKind.INTERVIEWS, MADE, count=1))
    store = home.on(MADE).store()
    store.save_plan(MADE, store.plans()[0].content)
    assert events(home.on(MADE)).events == ()

    told = Event(EventKind.INTERVIEWS, MADE, count=2)
    home.replan(MADE, told)
    assert events(home.on(MADE)).events == ((MADE, told),)


def test_what_is_due_says_how_much_of_it_was_begun_before(home: Home) -> None:
    first = home.plan.steps[0]
    found = home.replan(first.start + timedelta(days=5)).to_json()
    plan = found["plans"][0]

    assert found["due_from_today"] == pytest.approx(plan["cost"] + found["due_for_renewals"])
    begun = [p["amount"] for s in plan["steps"] if s["credential"] == first.credential for p in s["cost"]]
    assert found["due_for_begun"] == pytest.approx(sum(begun))
    assert found["paid_so_far"] + found["due_from_today"] == pytest.approx(float(home.plan.cost.amount))


def test_each_attempt_is_called_what_it_is(home: Home) -> None:
    first = home.plan.steps[0]
    again = home.replan(first.finish + timedelta(days=1), Event(EventKind.FAILED, first.finish, first.credential))
    second = again.loop.plans[0].steps[0]
    third = home.replan(second.finish + timedelta(days=1), Event(EventKind.FAILED, second.finish, first.credential))

    assert became(third)[first.credential] is What.THIRD_ATTEMPT
    assert became(home.replan(second.finish + timedelta(days=1)))[first.credential] is What.KEPT


@pytest.mark.parametrize("failed", [0, 1])
def test_of_all_plans_within_the_slack_the_new_one_keeps_most_old_steps(home: Home, failed: int) -> None:
    """Maria's problem after a failed exam, against every plan that keeps its limits."""
    step = home.plan.steps[failed]
    result = home.replan(step.finish + timedelta(days=1), Event(EventKind.FAILED, step.finish, step.credential))
    problem, keep = result.found.problem, {s.credential for s in result.found.open}
    places = {o.name: i for i, o in enumerate(problem.offers)}

    def kept(steps: Sequence[tuple[str, str]]) -> tuple[int, int]:
        return problem.worth(tuple(sorted(places[s] for s in steps))), len(keep & {c for c, _ in steps})

    every = [kept([t.offer.name for t in steps]) for steps in brute_force.plans(problem)]
    enough = [k for worth, k in every if worth >= (1 - SLACK) * max(w for w, _ in every)]
    worth, most = kept([(s.credential, s.option) for s in result.loop.plans[0].steps])
    assert most == max(enough)
    assert worth >= (1 - SLACK) * max(w for w, _ in every)


def test_a_plan_made_anew_cannot_be_undone(home: Home) -> None:
    home.replan(MADE, Event(EventKind.INTERVIEWS, MADE, count=1))
    store = home.on(MADE).store()
    store.save_plan(MADE, store.plans()[0].content)

    with pytest.raises(UserError, match="made anew since"):
        undo(home.on(MADE))

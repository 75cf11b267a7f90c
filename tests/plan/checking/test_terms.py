"""Whether this person can have it at all, when, and for how long."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from credlens.model.credential import Renewal, Status, Validity
from credlens.model.offer import Schedule
from credlens.model.person import HeldCredential
from credlens.model.quantity import Months


@pytest.mark.parametrize(
    ("facts_", "says"),
    [
        ({"ends": date(2026, 1, 9)}, "a: withdrawn on 2026-01-09, finished only on 2026-01-10"),
        ({"status": Status.CEASED}, "a: no longer on offer"),
        ({"status": Status.DEPRECATED}, "a: no longer on offer"),
        ({"open_to_public": False}, "a: not open to the public"),
        ({"validity": Validity(24)}, "a: said to hold for good, it holds for 24 months"),
        ({"validity": Validity(None)}, None),
        ({"ends": date(2026, 1, 10)}, None),
        ({"schedule": Schedule(self_paced=True, starts=(date(2026, 3, 1),))}, None),
        (
            {"schedule": Schedule(self_paced=False, starts=(date(2026, 1, 2),))},
            "a: begins on 2026-01-01, on which no cohort begins that can be applied for",
        ),
        ({"schedule": Schedule(self_paced=False, starts=(date(2026, 1, 1),))}, None),
        (
            {"schedule": Schedule(self_paced=False, starts=(date(2026, 1, 1),), apply_by=date(2025, 12, 1))},
            "a: begins on 2026-01-01, on which no cohort begins that can be applied for",
        ),
    ],
)
def test_a_fact_that_speaks_against_a_step(facts: Any, world: Any, facts_: Any, says: Any) -> None:
    said = facts.with_facts("a", **{k: world.fact(v) for k, v in facts_.items()})
    assert (says in said) if says else said == ()


def test_a_cohort_takes_the_longest_stated_time(facts: Any, world: Any) -> None:
    cohort = world.fact(Schedule(self_paced=False))
    assert facts.with_facts("a", schedule=cohort, duration=world.fact(Months(0.1, 0.3))) == ()
    said = facts.with_facts("a", schedule=cohort, duration=world.fact(Months(0.1, 0.4)))
    assert said == ("a: lasts 10 days, its cohorts take 13",)


def test_languages_the_person_does_not_speak(facts: Any, world: Any) -> None:
    german = facts.changed("a", languages=world.fact(("de",)))
    limits = replace(facts.limits, languages=("en",))
    problem = replace(facts.problem, limits=limits)
    assert facts.wrong(catalog=german, limits=limits, problem=problem) == ("a: given in de only",)
    swiss = replace(limits, languages=("de-CH",))
    assert facts.wrong(catalog=german, limits=swiss, problem=replace(problem, limits=swiss)) == ()
    decided = replace(problem, fixed=("a",))
    assert facts.wrong(catalog=german, limits=limits, problem=decided, fixed=("a",)) == ()


def test_flags_that_keep_a_credential_out(facts: Any, world: Any) -> None:
    cards = {"a": world.card("a", flags=["low_effort"])}
    assert facts.wrong(scorecards=cards) == ("a: kept out of plans: the reason",)
    decided = replace(facts.problem, fixed=("a",))
    assert facts.wrong(scorecards=cards, fixed=("a",), problem=decided) == ()


def test_what_is_held_is_not_earned_again(facts: Any, world: Any) -> None:
    assert facts.wrong(person=world.person(holds=["a"])) == ("a: held already",)
    over = replace(world.person(), credentials=(HeldCredential("a", "a", None, date(2025, 12, 31), "resume"),))
    assert facts.wrong(person=over) == ()
    same = facts.changed("a", relations=(world.relation("equivalent", "z"),))
    catalog = world.catalog(*same.credentials.values(), world.credential("z"))
    assert "a: held already" in facts.wrong(catalog=catalog, person=world.person(holds=["z"]))


@pytest.mark.parametrize(
    ("expires", "says"),
    [
        (date(2026, 3, 1), ()),
        (date(2025, 3, 1), ()),  # lapsed: it is renewed late
        (date(2026, 1, 9), ("a: lapses on 2026-01-09, renewed only on 2026-01-10",)),
        (None, ("a: need not be renewed: it is not known to lapse",)),
        ("never held", ("a: cannot be renewed: it was never held",)),
    ],
)
def test_only_what_lapses_is_renewed(facts: Any, world: Any, expires: Any, says: Any) -> None:
    held = () if expires == "never held" else (HeldCredential("a", "a", None, expires, "resume"),)
    person = replace(world.person(), credentials=held)
    catalog = facts.changed("a", renewal=world.fact(Renewal("retest", hours=10)))
    steps = (replace(facts.plan.steps[0], option="renewal"),)
    offer = replace(facts.problem.offers[0], option="renewal")
    problem = replace(facts.problem, offers=(offer,))
    said = facts.wrong(plan=replace(facts.plan, steps=steps), problem=problem, person=person, catalog=catalog)
    assert tuple(v for v in said if "renewal" not in v) == says
    assert "a: what its renewal costs is not known" in said


def test_what_is_left_to_lapse_holds_no_longer_than_that(facts: Any, world: Any) -> None:
    catalog = facts.changed("a", validity=world.fact(Validity(24)))
    steps = (replace(facts.plan.steps[0], option="standard, let lapse"), facts.plan.steps[1])
    offers = tuple(replace(o, option="standard, let lapse") if o.credential == "a" else o for o in facts.problem.offers)
    given = {"plan": replace(facts.plan, steps=steps), "catalog": catalog}
    assert facts.wrong(problem=replace(facts.problem, offers=offers), **given) == (
        "a: proves nothing once it has lapsed",
    )
    bare = tuple(replace(o, proofs=()) if o.credential == "a" else o for o in offers)
    assert facts.wrong(problem=replace(facts.problem, offers=bare), **given) == ()


@pytest.mark.parametrize(("issued", "held"), [(date(2025, 1, 2), True), (date(2024, 12, 31), False)])
def test_what_was_issued_long_ago_lapses_after_its_months(facts: Any, world: Any, issued: date, held: bool) -> None:
    credential = HeldCredential("a", "a", issued, None, "resume")
    person = replace(world.person(), credentials=(credential,))
    said = facts.wrong(person=person, catalog=facts.changed("a", validity=world.fact(Validity(12))))
    assert ("a: held already" in said) is held

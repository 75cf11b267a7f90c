"""What holds of every criterion, whatever the record says: order, names and currencies change nothing, evidence narrows.

Records are drawn by a seed and not by hypothesis itself, which takes ten times as long to draw one; a failure names its seed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.evaluate import CRITERIA
from credlens.evaluate.case import Case
from credlens.model.credential import AssessmentType, Depth, Grader, Supervision

Build = Callable[[Mapping[str, Any]], Case]
Ends = dict[str, tuple[float, float]]
EPS = 1e-9
SEEDS = st.integers(0, 2**32 - 1)

PASSED, AHEAD = date(2020, 1, 1), date(2030, 1, 1)
SKILLS = ("sql", "excel", "python", "pandas", "tableau", "apex", "not-in-the-taxonomy")
MAYBE: dict[str, dict[str, list[Any]]] = {
    "assessment": {
        "type": list(AssessmentType),
        "grader": [None, *Grader],
        "attempts": [None, "unlimited", 1, 3],
        "group": [None, True, False],
        "condition": [None, None, "online", "at a centre"],
    },
    "accreditation": {
        "what": ["institution", "programme", "scheme"],
        "standard": ["NCCA", "own"],
        "body": ["ICE", "somebody"],
        "until": [None, PASSED, AHEAD],
    },
    "recognition": {"by": ["ACE", "a body"], "kind": ["endorsement", "hiring", "credit", "approved_list", "regulator"]},
    "credit": {"system": ["ECTS", "CEU"], "amount": [None, 3, 7], "until": [None, PASSED, AHEAD]},
    "stacks_into": {"into": ["a degree", "a diploma"], "confirmed_by": ["provider", "receiver"]},
    "relations": {"kind": ["part_of", "advanced_standing_for", "prepares_for"], "target": ["other"]},
    "costs": {"pattern": ["one_off"], "amount": [50, 100], "seen": [PASSED, date(2026, 11, 1)]},
}
LISTS = ("assessment", "accreditation", "recognition", "credit", "stacks_into")
FACTS: dict[str, list[Any]] = {
    "supervision": [s.value for s in Supervision],
    "verification": ["none", "login_page", "public_page", "credly", "open_badge_3"],
    "validity_months": [6, 24, 36, 60, "never"],
    "renewal": [{"method": "retest", "cost": c} for c in (0, 90, 400)],
}
ADS = [
    {"n": 0},
    {"n": 60, "skills": {"sql": 45, "excel": 30, "python": 20, "apex": 9}},
    {"n": 60, "skills": {"sql": 45, "excel": 45}, "names_it": {"ads": 5, "employers": 3, "required": 1}},
    {"n": 0, "expected": {"sql": 0.5, "python": 0.3}, "counts_as": 25},
]
WORLD: dict[str, list[Any]] = {
    "missing": [None, {"sql": 1.0, "python": 0.5, "tableau": 0.3}],
    "quote": [None, {"low": 90, "high": 200, "hours": [20, 40]}, {"low": 0, "high": 0}],
    "limits": [None, {"budget": 400}, {"budget": 0, "hours_per_week": 1}],
    "recognised": [None, {"ads": 12, "of": 900, "employers": 9}, {"ads": 0, "of": 40, "employers": 0}],
    "trends": [{}, {"sql": {"slope": (-0.7, -0.4)}}, {"sql": {"slope": (-0.2, 0.1)}, "apex": {"slope": (0.2, 0.5)}}],
}


def entry(random: Random, fields: Mapping[str, list[Any]]) -> dict[str, Any]:
    drawn = {name: random.choice(values) for name, values in fields.items()}
    return {k: v for k, v in drawn.items() if v is not None}


def record(random: Random) -> dict[str, Any]:
    """The fields of a credential, each of them in half of the draws."""
    lists = {n: [entry(random, f) for _ in range(random.randint(1, 3))] for n, f in MAYBE.items()}
    facts = {name: random.choice(values) for name, values in FACTS.items()}
    skills = {
        s: {"depth": random.choice(list(Depth)).value, "probability": random.choice([0.4, 0.9, 1, 1])}
        for s in random.sample(SKILLS, random.randint(0, 4))
    }
    return {k: v for k, v in {**lists, **facts, "skills": skills}.items() if random.random() < 0.5}


def world(random: Random) -> dict[str, Any]:
    """Ads, market, person and limits."""
    return {"ads": random.choice(ADS), **entry(random, WORLD)}


def ends(case: Case) -> Ends:
    """The interval of every criterion."""
    found = {name: CRITERIA[name].value(case) for name in CRITERIA}
    return {name: (f.low, f.high) for name, f in found.items()}


def differ(one: Ends, other: Ends) -> list[str]:
    return [n for n in one if any(abs(a - b) > EPS for a, b in zip(one[n], other[n], strict=True))]


def wider(than: Ends, found: Ends) -> list[str]:
    """Criteria whose interval grew, but for those that are better now than what is thought possible of the unknown."""
    grown = [n for n, (low, high) in found.items() if high - low > than[n][1] - than[n][0] + EPS]
    return [n for n in grown if found[n][0] < than[n][0] - EPS or found[n][1] <= than[n][1]]


@settings(max_examples=400)
@given(seed=SEEDS)
def test_neither_the_order_of_lists_nor_the_name_of_a_credential_changes_a_value(build_case: Build, seed: int) -> None:
    random = Random(seed)
    about, around = record(random), world(random)
    case = build_case({"credential": about, **around})
    found = ends(case)
    lists = {k: tuple(random.sample(v, len(v))) for k, v in vars(case.credential).items() if isinstance(v, tuple)}
    assert differ(found, ends(replace(case, credential=replace(case.credential, **lists)))) == []
    assert differ(found, ends(build_case({"credential": {**about, "id": "zz", "title": "Another"}, **around}))) == []


@settings(max_examples=400)
@given(seed=SEEDS)
def test_a_fact_that_becomes_known_never_widens_a_criterion(build_case: Build, seed: int) -> None:
    random = Random(seed)
    about, around = record(random), world(random)
    name = random.choice(list(FACTS))
    unknown = {k: v for k, v in about.items() if k != name}
    before = ends(build_case({"credential": unknown, **around}))
    assert (
        wider(before, ends(build_case({"credential": {**unknown, name: random.choice(FACTS[name])}, **around}))) == []
    )


@settings(max_examples=400)
@given(seed=SEEDS)
def test_a_list_that_was_found_empty_or_filled_never_widens_a_criterion(build_case: Build, seed: int) -> None:
    random = Random(seed)
    about, around = record(random), world(random)
    name = random.choice(LISTS)
    says_more = {"relations"} if name == "stacks_into" else set()  # part of something, yet counting towards nothing
    unknown = {k: v for k, v in about.items() if k not in {name, *says_more}}
    filled = {**unknown, name: [entry(random, MAYBE[name])]}
    before = ends(build_case({"credential": unknown, **around}))
    assert wider(before, ends(build_case({"credential": {**unknown, "absent": [name]}, **around}))) == []
    assert wider(before, ends(build_case({"credential": filled, **around}))) == []


@settings(max_examples=400)
@given(seed=SEEDS)
def test_a_built_market_never_widens_but_where_it_contradicts_the_ads(build_case: Build, seed: int) -> None:
    random = Random(seed)
    about, around = record(random), world(random)
    bare = {k: v for k, v in around.items() if k not in {"recognised", "trends"}}
    without, with_it = (ends(build_case({"credential": about, **w})) for w in (bare, around))
    assert wider(without, with_it) == []


@settings(max_examples=400)
@given(seed=SEEDS)
def test_the_same_numbers_in_another_currency_give_the_same_values(build_case: Build, seed: int) -> None:
    random = Random(seed)
    about, around = record(random), world(random)

    def priced(currency: str) -> Ends:
        there = {k: {**v, "currency": currency} if k in {"quote", "limits"} else v for k, v in around.items()}
        renewal = {"renewal": {**about["renewal"], "currency": currency}} if "renewal" in about else {}
        return ends(build_case({"credential": {**about, **renewal}, **there}))

    assert differ(priced("USD"), priced("JPY")) == []


def better(random: Random) -> tuple[str, dict[str, Any], dict[str, Any]]:
    """A criterion, fields of a credential, and the same with one thing better."""
    part = {"type": random.choice(["quiz", "written_exam", "project", "practical"]), "grader": "peer", "attempts": 2}
    accredited = [entry(random, MAYBE["accreditation"]) for _ in range(random.randint(0, 2))]
    claims = [entry(random, MAYBE["recognition"]) for _ in range(random.randint(0, 2))]
    carried = [entry(random, MAYBE["credit"]) for _ in range(random.randint(0, 2))]
    stacks = [entry(random, MAYBE["stacks_into"]) for _ in range(random.randint(0, 2))]
    skills = {s: {"depth": "part", "probability": random.random()} for s in random.sample(SKILLS, 3)}
    skill, months = random.choice(["sql", "excel", "python"]), random.randint(1, 70)
    renewed = {"validity_months": months, "renewal": {"method": "retest", "cost": random.randint(1, 500)}}
    cheaper = {"method": "retest", "cost": random.randint(0, renewed["renewal"]["cost"])}
    watched, more_watched = sorted(random.sample(range(4), 2))
    scale = ["unsupervised_no_id", "supervised_no_id", "unsupervised_with_id", "supervised_with_id"]
    formats = ["pdf", "login_page", "public_page", "credly", {"format": "open_badge_3", "status_list": True}]
    easy, hard = sorted(random.sample(range(5), 2))
    return random.choice(
        [
            ("assessment_rigour", {"assessment": [{**part, "attempts": "unlimited"}]}, {"assessment": [part]}),
            ("assessment_rigour", {"assessment": [part]}, {"assessment": [{**part, "grader": "external_expert"}]}),
            (
                "assessment_rigour",
                {"assessment": [part]},
                {"assessment": [part, entry(random, {"type": ["oral_exam"]})]},
            ),
            ("assessment_rigour", {"assessment": [{**part, "group": True}]}, {"assessment": [part]}),
            ("supervision", {"supervision": scale[watched]}, {"supervision": scale[more_watched]}),
            ("verifiability", {"verification": formats[easy]}, {"verification": formats[hard]}),
            (
                "quality_assurance",
                {"accreditation": accredited},
                {"accreditation": [*accredited, entry(random, MAYBE["accreditation"])]},
            ),
            (
                "endorsement_credit",
                {"recognition": claims, "credit": carried},
                {"recognition": [*claims, entry(random, MAYBE["recognition"])], "credit": carried},
            ),
            ("endorsement_credit", {"credit": carried}, {"credit": [*carried, entry(random, MAYBE["credit"])]}),
            (
                "stackability",
                {"stacks_into": stacks, "credit": carried},
                {"stacks_into": [*stacks, {"into": "a degree", "confirmed_by": "receiver"}], "credit": carried},
            ),
            ("durability", renewed, {**renewed, "renewal": cheaper}),
            ("durability", renewed, {**renewed, "validity_months": months + random.randint(1, 40)}),
            ("gap_coverage", {"skills": skills}, {"skills": skills | {skill: {"depth": "core", "probability": 1}}}),
            ("transferability", {"skills": skills}, {"skills": skills | {skill: {"depth": "core", "probability": 1}}}),
        ]
    )


@settings(max_examples=400)
@given(seed=SEEDS)
def test_one_thing_better_never_lowers_either_end(build_case: Build, seed: int) -> None:
    random = Random(seed)
    around = {**world(random), "ads": ADS[1], "quote": {"low": 90, "high": 200}}
    name, before, after = better(random)
    worse, than = (CRITERIA[name].value(build_case({"credential": c, **around})) for c in (before, after))
    lower = [w.because for w, t in ((worse, than),) if t.low < w.low - EPS or t.high < w.high - EPS]
    assert lower == [], f"{name}: {worse.low, worse.high} became {than.low, than.high}: {than.because}"


@settings(max_examples=400)
@given(
    named=st.integers(0, 59), market=st.sampled_from(WORLD["recognised"]), slope=st.floats(-1, 1), up=st.floats(0, 0.5)
)
def test_more_mentions_and_rising_demand_never_lower_either_end(
    build_case: Build, named: int, market: dict[str, Any] | None, slope: float, up: float
) -> None:
    def ads(k: int) -> Case:
        return build_case({"ads": {"n": 60, "names_it": {"ads": k, "employers": k}}, "recognised": market})

    def moves(by: float) -> Case:
        trends = {"sql": {"slope": (slope + by - 0.1, slope + by + 0.1)}}
        return build_case({"credential": {"skills": {"sql": "core"}, "validity_months": 48}, "trends": trends})

    for name, one, more in (("recognition", ads(named), ads(named + 1)), ("durability", moves(0), moves(up))):
        less, greater = CRITERIA[name].value(one), CRITERIA[name].value(more)
        assert greater.low >= less.low - EPS
        assert greater.high >= less.high - EPS

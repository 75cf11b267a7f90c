"""A problem as a file: what is written is read again as it was, every mistake is named with its place, and the schema says the same."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.credential import CostPattern
from credlens.model.errors import InputError
from credlens.model.plan import Limits
from credlens.model.quantity import Money
from credlens.plan.files import schema as described
from credlens.plan.files.problem_file import read, write
from credlens.plan.files.sizes import MOST_PROBLEMS
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Award, Bundle, Need, Offer, Paid, Saving
from credlens.plan.problem import Problem

LIMITS = {"budget": 300, "hours_per_week": 7, "start": "2026-01-01", "deadline": "2026-12-31"}
TARGETS = [{"skill": "sql", "weight": 2}, {"skill": "python", "weight": 1}]


def file(*credentials: Any, **more: Any) -> bytes:
    whole = {
        "format": "credlens-problem/1",
        "limits": LIMITS,
        "targets": TARGETS,
        "credentials": list(credentials),
    } | more
    return json.dumps({k: v for k, v in whole.items() if v is not None}).encode()


# What a file says, and what is read -----------------------------------------------------------------------------------------------------


def test_a_small_file_says_a_whole_problem() -> None:
    found = read(file({"id": "a", "hours": 20, "proves": {"sql": 0.6}}), "p.json")
    assert found.problem == Problem(
        Limits(Money(Decimal(300)), 7.0, date(2026, 1, 1), date(2026, 12, 31)),
        (("python", 1.0), ("sql", 2.0)),
        (Offer("a", "standard", 20.0, (), (("sql", 0.6),)),),
    )
    assert (found.titles, found.labels, found.uris) == ({"a": "a"}, {"python": "python", "sql": "sql"}, {})


def test_an_option_says_what_counts_for_it_alone() -> None:
    exam = {
        "name": "exam",
        "charges": [{"pattern": "per_attempt", "amount": "49.50"}],
        "hours": 5,
        "valid_months": None,
    }
    lapse = {"name": "lapse", "proves": {}}
    found = read(
        file({"id": "a", "hours": 20, "proves": {"sql": 0.6}, "valid_months": 36, "options": [lapse, exam]}), "p"
    )
    charge = Charge(CostPattern.PER_ATTEMPT, Decimal("49.50"), "USD")
    assert found.problem.offers == (
        Offer("a", "exam", 5.0, (charge,), (("sql", 0.6),)),
        Offer("a", "lapse", 20.0, (), (), valid_months=36),
    )


def test_the_order_of_a_file_does_not_matter() -> None:
    entries = [
        {"id": i, "hours": 9, "proves": {"sql": 0.5, "python": 0.25}, "options": [{"name": o} for o in "yx"]}
        for i in "bca"
    ]
    turned = [
        {**e, "proves": dict(reversed(e["proves"].items())), "options": e["options"][::-1]} for e in entries[::-1]
    ]
    assert read(file(*entries), "p").problem == read(file(*turned, targets=TARGETS[::-1]), "p").problem


def test_what_is_excluded_is_no_offer_and_what_has_no_options_is_only_known() -> None:
    found = read(
        file(
            {"id": "a", "hours": 9, "needs": [{"by": ["gone", "c"]}]},
            {"id": "b", "hours": 9, "title": "The B"},
            {"id": "c", "options": []},
            excluded=[{"id": "b", "because": "too dear"}, {"id": "gone"}],
            fixed=["b"],
        ),
        "p",
    )
    assert [o.credential for o in found.problem.offers] == ["a"]
    assert found.problem.offers[0].needs == (Need(("gone", "c"), "gone or c"),)
    assert found.problem.excluded == (("b", "too dear"), ("gone", ""))
    assert found.problem.fixed == ("b",)
    assert found.titles == {"a": "a", "b": "The B", "c": "c", "gone": "gone"}


# Mistakes -------------------------------------------------------------------------------------------------------------------------------

A: dict[str, Any] = {"id": "a", "hours": 20}


def charged(**more: Any) -> bytes:
    return file({**A, "options": [{"charges": [{"pattern": "one_off", "amount": 5} | more]}]})


def limited(**more: Any) -> bytes:
    return file(limits={**LIMITS, **more})


@pytest.mark.parametrize(
    ("data", "where", "words"),
    [
        (b"", "p.json:1", "not JSON"),
        (b"{\n  broken", "p.json:2", "not JSON"),
        (b"[" * 200_000, "p.json", "inside one another"),
        (b'{"a": ' * 200_000, "p.json", "inside one another"),
        (b"\xff\xfe{}", "p.json", "UTF-8"),
        (b"[1]", "p.json", "a list"),
        (b'{"format": ' + b"9" * 5000 + b"}", "p.json", "too many digits"),
        (b'{"format": 1e99999999999999999999999}', "p.json", "too many digits"),
        (b"{}", "p.json: format", "missing"),
        (b'{"format": "credlens-problem/2", "nonsense": 1}', "p.json: format", "not credlens-problem/1"),
        (file(colour="red"), "p.json: colour", "not a field"),
        (file(limits=None), "p.json: limits", "missing"),
        (file(targets=None), "p.json: targets", "missing"),
        (json.dumps({"format": "credlens-problem/1", "limits": LIMITS, "targets": []}).encode(), "p.json: credentials", "missing"),
        (file(currency="dollars"), "p.json: currency", "currency code"),
        (limited(budget=-1), "p.json: limits.budget", "0 or more"),
        (limited(budget="much"), "p.json: limits.budget", "not 'much'"),
        (limited(budget=float("nan")), "p.json: limits.budget", "not nan"),
        (limited(budget=float("inf")), "p.json: limits.budget", "not inf"),
        (limited(budget=10**400), "p.json: limits.budget", "beyond all bounds"),
        (limited(budget=True), "p.json: limits.budget", "not true"),
        (limited(budget_per_month=-5), "p.json: limits.budget_per_month", "0 or more"),
        (limited(hours_per_week=-1), "p.json: limits.hours_per_week", "0 or more"),
        (limited(hours_per_week=169), "p.json: limits.hours_per_week", "at most 168"),
        (limited(hours_per_week=None), "p.json: limits.hours_per_week", "missing"),
        (limited(start="2026-02-30"), "p.json: limits.start", "should be a day"),
        (limited(start=20260101), "p.json: limits.start", "should be a day"),
        (limited(deadline="2099-01-01"), "p.json: limits.deadline", "20 years"),
        (limited(deadline="9999-12-31"), "p.json: limits.deadline", "outside the years"),
        (limited(keep_until="2200-01-01"), "p.json: limits.keep_until", "80 years"),
        (limited(max_credentials=13), "p.json: limits.max_credentials", "from 0 to 12"),
        (limited(max_credentials=1.5), "p.json: limits.max_credentials", "whole number"),
        (limited(off=[["2026-02-01"]]), "p.json: limits.off[0]", "two days"),
        (limited(off=[["2026-02-02", "2026-02-01"]]), "p.json: limits.off[0]", "before it begins"),
        (limited(off=[["2026-02-01", "soon"]]), "p.json: limits.off[0][1]", "not 'soon'"),
        (limited(languages=["English"]), "p.json: limits.languages[0]", "language code"),
        (limited(budgt=5), "p.json: limits.budgt", "not a field"),
        (file(targets=[{"skill": "sql", "weight": 0}]), "p.json: targets[0].weight", "more than 0"),
        (file(targets=[*TARGETS, TARGETS[0]]), "p.json: targets[2].skill", "already"),
        (file(targets=["sql"]), "p.json: targets[0]", "not a text"),
        (file(A, A), "p.json: credentials[1].id", "earlier credential"),
        (file({"id": "a"}), "p.json: credentials[0].hours", "missing"),
        (file({"id": "", "hours": 1}), "p.json: credentials[0].id", "empty"),
        (file({**A, "id": "a\ud800"}), "p.json: credentials[0].id", "U+D800"),
        (file({**A, "hours": -1}), "p.json: credentials[0].hours", "0 or more"),
        (file({**A, "hours": "9"}), "p.json: credentials[0].hours", "not '9'"),
        (file({**A, "proves": {"sql": 1}}), "p.json: credentials[0].proves.sql", "below 1"),
        (file({**A, "proves": {"sql": -0.1}}), "p.json: credentials[0].proves.sql", "0 or more"),
        (file({**A, "proves": ["sql"]}), "p.json: credentials[0].proves", "not a list"),
        (file({**A, "quality": 1.1}), "p.json: credentials[0].quality", "at most 1"),
        (file({**A, "needs": [{"by": ["b"]}]}), "p.json: credentials[0].needs", "no credential 'b'"),
        (file({**A, "needs": [{"by": []}]}), "p.json: credentials[0].needs[0].by", "Nobody"),
        (file({**A, "savings": [{"by": ["b"], "hours": 1}]}), "p.json: credentials[0].savings", "no credential 'b'"),
        (file({**A, "savings": [{"by": ["a"]}]}), "p.json: credentials[0].savings[0].hours", "missing"),
        (file({**A, "starts": ["2026-13-01"]}), "p.json: credentials[0].starts[0]", "should be a day"),
        (file({**A, "last_day": "never"}), "p.json: credentials[0].last_day", "should be a day"),
        (file({**A, "least_days": 0}), "p.json: credentials[0].least_days", "from 1"),
        (file({**A, "valid_months": 0}), "p.json: credentials[0].valid_months", "from 1"),
        (file({**A, "options": [{"name": "x"}, {"name": "x"}]}), "p.json: credentials[0].options[1].name", "earlier option"),
        (file({**A, "options": [{"name": "x", "hours": -2}]}), "p.json: credentials[0].options[0].hours", "0 or more"),
        (charged(pattern="weekly"), "p.json: credentials[0].options[0].charges[0].pattern", "not a way of charging"),
        (charged(amount=-5), "p.json: credentials[0].options[0].charges[0].amount", "0 or more"),
        (charged(amount=None), "p.json: credentials[0].options[0].charges[0].amount", "missing"),
        (charged(amount="1e3"), "p.json: credentials[0].options[0].charges[0].amount", "not '1e3'"),
        (charged(pass_rate=2), "p.json: credentials[0].options[0].charges[0].pass_rate", "at most 1"),
        (charged(attempts=101), "p.json: credentials[0].options[0].charges[0].attempts", "0 to 100"),
        (file(A, bundles=[{"name": "x", "members": ["a", "b"], "saves": 5}]), "p.json: bundles[0].members", "no credential 'b'"),
        (file(A, bundles=[{"name": n, "members": ["a"], "saves": 5} for n in "xy"]), "p.json: bundles[1].members", "in the bundle 'x'"),
        (file(A, awards=[{"credential": "x", "members": ["a", "a"]}]), "p.json: awards[0].members", "twice"),
        (file(paid=[{"subscription": "x"}] * 2), "p.json: paid[1].subscription", "already"),
        (file(A, rivals=[["a", "b"]]), "p.json: rivals[0]", "no credential 'b'"),
        (file(A, rivals=["a"]), "p.json: rivals[0]", "list"),
        (file(A, remarks=[{"id": "b", "says": "x"}]), "p.json: remarks[0].id", "no credential 'b'"),
        (file(fixed=["x"]), "p.json: fixed", "no credential 'x'"),
        (file(excluded=["x"]), "p.json: excluded[0]", "not a text"),
        (file(targets=[{"skill": str(k), "weight": 1} for k in range(2001)]), "p.json: targets", "2,001 members"),
        (file(A).replace(b'"id": "a"', b'"id": "a", "id": "b"'), "p.json: credentials[0].id", "more than once"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place(data: bytes, where: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data, "p.json")
    assert [p.where for p in caught.value.problems] == [where]
    assert words in caught.value.problems[0].message


def test_all_mistakes_are_named_at_once_and_spelling_is_helped() -> None:
    with pytest.raises(InputError) as caught:
        read(file({"id": "a", "hour": 3, "quality": 2}, limits={**LIMITS, "budget": None}, fixed=["b"]), "p")
    found = {p.where: p.what_to_do for p in caught.value.problems}
    assert list(found) == [
        "p: limits.budget", "p: credentials[0].hour", "p: credentials[0].quality", "p: credentials[0].hours", "p: fixed",
    ]  # fmt: skip
    assert found["p: credentials[0].hour"] == "Did you mean `hours`?"


def test_a_file_of_another_kind_does_not_flood_the_screen() -> None:
    with pytest.raises(InputError) as caught:
        read(file(*[{"id": f"c{k}", "x": 1, "y": 2, "z": 3} for k in range(500)]), "p")
    assert len(caught.value.problems) == MOST_PROBLEMS + 1
    assert "more mistakes" in caught.value.problems[-1].message


# Written and read again -----------------------------------------------------------------------------------------------------------------

TEXT = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=6).filter(str.strip)
ID = st.sampled_from("abcdefgh")
DAY = st.dates(date(2025, 1, 1), date(2030, 1, 1))
AMOUNT = st.decimals(0, 5000, places=2) | st.integers(0, 900).map(lambda n: Decimal(n) / 7)
HOURS = st.floats(0, 400, allow_nan=False)
SHARE = st.floats(0, 1, exclude_max=True)
PROOFS = st.dictionaries(TEXT, SHARE, max_size=3).map(lambda d: tuple(sorted(d.items())))
BY = st.lists(ID, min_size=1, max_size=3, unique=True).map(tuple)
MAYBE_DAY = st.none() | DAY
CHARGE = st.builds(
    Charge, st.sampled_from(CostPattern), AMOUNT, st.just("EUR"), st.text("xy z", max_size=3), st.none() | TEXT,
    MAYBE_DAY, MAYBE_DAY, st.none() | st.floats(0, 1), st.none() | st.integers(0, 9),
)  # fmt: skip
OFFER = st.builds(
    Offer, ID, TEXT, HOURS, st.lists(CHARGE, max_size=2).map(tuple), PROOFS,
    st.lists(st.builds(Need, BY, st.just("") | TEXT), max_size=2).map(tuple),
    st.lists(st.builds(Saving, BY, HOURS, st.just("") | TEXT), max_size=2).map(tuple),
    MAYBE_DAY, MAYBE_DAY, st.sets(DAY, max_size=3).map(lambda d: tuple(sorted(d))),
    st.integers(1, 200), st.none() | st.integers(1, 60), AMOUNT, SHARE,
)  # fmt: skip
LIMIT = st.builds(
    Limits, AMOUNT.map(lambda a: Money(a, "EUR")), st.floats(0, 168), DAY, DAY, st.integers(0, 12),
    st.none() | AMOUNT.map(lambda a: Money(a, "EUR")),
    st.lists(st.tuples(DAY, DAY).map(lambda d: (min(d), max(d))), max_size=2).map(tuple),
    st.lists(st.sampled_from(["en", "de", "fr"]), unique=True).map(tuple), MAYBE_DAY,
)  # fmt: skip
PROBLEM = st.builds(
    Problem,
    LIMIT,
    st.dictionaries(TEXT, st.floats(1e-6, 1e6), max_size=4).map(lambda d: tuple(sorted(d.items()))),
    st.lists(OFFER, max_size=5, unique_by=lambda o: o.name).map(lambda o: tuple(sorted(o, key=lambda x: x.name))),
    st.sets(ID, max_size=2).map(lambda s: tuple(sorted(s))),
    st.dictionaries(st.sampled_from("wxyz"), TEXT, max_size=2).map(lambda d: tuple(sorted(d.items()))),
    st.lists(st.builds(Bundle, st.just("pair"), st.just(("a", "b")), AMOUNT), max_size=1).map(tuple),
    st.lists(st.builds(Award, st.sampled_from("pq"), BY, PROOFS), max_size=2).map(
        lambda a: tuple(sorted(a, key=lambda x: x.credential))
    ),
    st.dictionaries(TEXT, MAYBE_DAY, max_size=2).map(lambda d: tuple(Paid(k, d[k]) for k in sorted(d))),
    st.lists(st.sets(ID, min_size=2).map(lambda s: tuple(sorted(s))), max_size=2, unique=True).map(
        lambda g: tuple(sorted(g))
    ),
    remarks=st.dictionaries(ID, TEXT, max_size=2).map(lambda d: tuple(sorted(d.items()))),
)


@given(PROBLEM, st.dictionaries(ID, TEXT, max_size=3))
def test_what_is_written_is_read_again_as_it_was(problem: Problem, titles: dict[str, str]) -> None:
    text = write(problem, titles=titles, labels={"sql": "SQL"})
    again = read(text.encode(), "p")
    assert again.problem == problem
    assert (
        write(again.problem, titles=again.titles, labels=again.labels).encode()
        == write(problem, titles=again.titles, labels=again.labels).encode()
    )
    assert {n: t for n, t in again.titles.items() if n in titles} == {n: titles[n] for n in again.titles if n in titles}
    assert unfit(json.loads(text), described.schema()) == []


def test_names_and_addresses_are_kept() -> None:
    found = read(
        file({**A, "title": "Course A"}, targets=[{"skill": "sql", "weight": 1, "label": "SQL", "uri": "urn:x"}]), "p"
    )
    again = read(write(found.problem, titles=found.titles, labels=found.labels, uris=found.uris).encode(), "q")
    assert again == found
    assert (again.titles, again.labels, again.uris) == ({"a": "Course A"}, {"sql": "SQL"}, {"sql": "urn:x"})


def test_a_second_currency_is_refused() -> None:
    problem = read(charged(), "p").problem
    other = replace(problem, limits=replace(problem.limits, budget=Money(Decimal(5), "EUR")))
    with pytest.raises(ValueError, match="amounts in USD beside a budget in EUR"):
        write(other)


# The schema -----------------------------------------------------------------------------------------------------------------------------


def unfit(value: Any, rule: dict[str, Any], root: dict[str, Any] | None = None, at: str = "") -> list[str]:
    """Where a value does not fit a JSON Schema, for those keywords that ours uses."""
    root = root or rule
    if "$ref" in rule:
        rule = root["$defs"][rule["$ref"].rpartition("/")[2]] | {k: v for k, v in rule.items() if k != "$ref"}
    if "anyOf" in rule:
        ways = [unfit(value, way, root, at) for way in rule["anyOf"]]
        return [] if [] in ways else ways[0]
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": int | float, "null": type(None)}
    if "type" in rule and (not isinstance(value, kinds[rule["type"]]) or isinstance(value, bool)):
        return [f"{at}: type"]
    ok = {
        "const": lambda v, x: v == x,
        "enum": lambda v, x: v in x,
        "minimum": lambda v, x: v >= x,
        "maximum": lambda v, x: v <= x,
        "exclusiveMinimum": lambda v, x: v > x,
        "exclusiveMaximum": lambda v, x: v < x,
        "minLength": lambda v, x: len(v) >= x,
        "maxLength": lambda v, x: len(v) <= x,
        "minItems": lambda v, x: len(v) >= x,
        "maxItems": lambda v, x: len(v) <= x,
        "maxProperties": lambda v, x: len(v) <= x,
        "pattern": lambda v, x: re.search(x, v) is not None,
        "required": lambda v, x: set(x) <= set(v),
    }
    wrong = [f"{at}: {key}" for key, limit in rule.items() if key in ok and not ok[key](value, limit)]
    if isinstance(value, list):
        for k, member in enumerate(value):
            each = rule["prefixItems"][k] if "prefixItems" in rule else rule["items"]
            wrong += unfit(member, each, root, f"{at}[{k}]")
    if isinstance(value, dict):
        for key, member in value.items():
            other = rule.get("additionalProperties", True)
            inner = rule.get("properties", {}).get(key, other)
            wrong += [f"{at}.{key}: unknown"] if inner is False else unfit(member, inner, root, f"{at}.{key}")
    return wrong


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (file({**A, "hour": 3}), ".credentials[0].hour: unknown"),
        (file({**A, "proves": {"sql": 1}}), ".credentials[0].proves.sql: exclusiveMaximum"),
        (limited(budget=-1), ".limits.budget: minimum"),
        (limited(start="soon"), ".limits.start: pattern"),
        (file(targets=[{"skill": "sql", "weight": 0}]), ".targets[0].weight: exclusiveMinimum"),
        (file(excluded=["x"]), ".excluded[0]: type"),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(data: bytes, where: str) -> None:
    assert unfit(json.loads(data), described.schema()) == [where]


def test_every_object_of_the_schema_is_used_and_every_field_described() -> None:
    made = described.schema()
    text = json.dumps(made)
    assert all(f'"#/$defs/{name}"' in text for name in made["$defs"])
    for name, (_, fields, required) in described.OBJECTS.items():
        assert set(required) <= set(fields), name
        assert all(rule.get("description") for rule in fields.values()), name

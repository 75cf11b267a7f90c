"""The story of each example person, on the data that comes with the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from math import ceil
from pathlib import Path
from typing import Any

import pytest

from credlens.app import demo
from credlens.app.demo import DemoResult
from credlens.app.evaluate import evaluate
from credlens.app.examples import names
from credlens.app.gap import find_gap
from credlens.app.ports import Ports
from credlens.model.errors import UserError
from credlens.model.gap import Gate
from credlens.model.loop import Loop, Option
from credlens.model.person import EvidenceKind
from credlens.model.plan import Plan
from credlens.model.quantity import Money
from credlens.model.scorecard import Flag, Scorecard
from credlens.plan.building.build import build
from credlens.plan.checking import check_facts, check_problem
from credlens.present.exports import EXPORTS

DemoOf = Callable[[str], DemoResult]

PERSONS = ("maria", "expert", "expired", "lawyer", "nurse", "salesforce", "unnamed")
WITH_PLANS = ("maria", "expert", "expired", "salesforce", "unnamed")
FIRST = {"sql", "data-visualization", "statistics"}


def flag(card: Scorecard, name: str) -> Flag:
    return next(f for f in card.flags if f.id == name)


def option(loop: Loop, skill: str, credential: str) -> Option:
    return next(o for o in loop.options[skill] if o.credential == credential)


def by_law(loop: Loop, kind: str) -> Gate:
    return next(g for g in loop.gap.gates if g.by == "law" and g.kind == kind)


def rejected(plan: Plan, loop: Loop, **other: Any) -> tuple[str, ...]:
    cards = {c.credential: c for c in loop.comparison.cards}
    facts = {"catalog": loop.catalog, "person": loop.person, "limits": loop.limits, "gap": loop.gap} | other
    problem = build(facts["gap"], facts["person"], facts["catalog"], cards, facts["limits"])
    return (*check_problem(plan, problem), *check_facts(plan, problem, scorecards=cards, **facts))


# Everybody


def test_the_persons_are_listed_maria_first(ports: Ports) -> None:
    assert names(ports) == PERSONS


def test_a_person_who_is_not_there_is_named_with_the_ones_who_are(ports: Ports) -> None:
    with pytest.raises(UserError) as caught:
        demo.run(ports, "mary")
    assert caught.value.where == "--person"
    assert all(name in str(caught.value.what_to_do) for name in PERSONS)


@pytest.mark.parametrize("person", PERSONS)
def test_the_ads_are_many_and_marked_as_examples(demo_of: DemoOf, person: str) -> None:
    loop = demo_of(person).loop
    assert loop.demand.n >= (40 if person == "maria" else 12)
    assert loop.demand.examples
    assert loop.example
    assert "(invented)" in loop.person.name
    assert loop.story
    assert not loop.problems


@pytest.mark.parametrize("person", PERSONS)
def test_every_number_of_the_demand_counts_the_same_ads(demo_of: DemoOf, person: str) -> None:
    demand = demo_of(person).loop.demand
    assert {d.share.n for d in demand.skills.values()} == {demand.n}
    assert {s.n for d in demand.degrees.values() for s in (d.required, d.substitutable)} <= {demand.n}
    assert {c.share.n for c in demand.credentials.values()} <= {demand.n}
    assert {s.n for s in demand.licences.values()} <= {demand.n}
    assert all(d.required.n <= d.share.k for d in demand.skills.values())
    assert all(0 < d.employers <= min(d.share.k, demand.employers) for d in demand.skills.values())


@pytest.mark.parametrize("person", WITH_PLANS)
def test_the_independent_checker_accepts_every_plan(demo_of: DemoOf, person: str) -> None:
    loop = demo_of(person).loop
    assert loop.plans
    for plan in loop.plans:
        assert rejected(plan, loop) == ()
        assert plan.cost.amount <= loop.limits.budget.amount
        assert loop.limits.start < plan.finish <= loop.limits.deadline
        assert len(plan.steps) <= loop.limits.max_credentials
        weeks = ((plan.finish - loop.limits.start).days + 1) / 7
        assert plan.hours <= weeks * loop.limits.hours_per_week + 1e-6


@pytest.mark.parametrize("person", WITH_PLANS)
def test_plans_differ_and_each_says_what_it_is_best_at(demo_of: DemoOf, person: str) -> None:
    plans = demo_of(person).loop.plans
    assert len({frozenset(s.credential for s in p.steps) for p in plans}) == len(plans)
    by_word = {word: p for p in plans for word in ("strongest", "cheapest", "fastest") if word in p.name}
    assert set(by_word) == {"strongest", "cheapest", "fastest"}
    assert by_word["strongest"].coverage == max(p.coverage for p in plans)
    assert by_word["cheapest"].cost.amount == min(p.cost.amount for p in plans)
    assert by_word["fastest"].finish == min(p.finish for p in plans)


@pytest.mark.parametrize("person", WITH_PLANS)
def test_a_flag_that_gates_keeps_a_credential_out_of_every_plan(demo_of: DemoOf, person: str) -> None:
    loop = demo_of(person).loop
    gated = {c.credential for c in loop.comparison.cards if c.gating()}
    assert gated
    assert gated.isdisjoint(s.credential for p in loop.plans for s in p.steps)


# Maria: five years in marketing, wants to be a data analyst


def test_maria_lacks_sql_data_visualization_and_statistics_first_and_python_next(demo_of: DemoOf) -> None:
    gap = demo_of("maria").loop.gap
    assert set(gap.first) == FIRST
    assert gap.first[0] == "sql"
    sql = gap.item("sql")
    assert sql is not None
    assert sql.demand.share.n == 44
    assert sql.demand.share.k > 22, "most data analyst ads ask for SQL"
    assert gap.core[3].skill == "python", "asked for more often than statistics, and required less often"
    assert gap.begin_with is not None
    assert gap.begin_with.skill == "sql"


def test_maria_can_show_excel_and_from_which_line(demo_of: DemoOf) -> None:
    excel = demo_of("maria").loop.person.skills["excel"]
    assert all(e.where.startswith("demo/maria/resume.md:") for e in excel.evidence)
    assert all("excel" in e.quote.casefold() for e in excel.evidence if e.kind is not EvidenceKind.IMPLIED)


@pytest.mark.parametrize("skill", sorted({*FIRST, "python"}))
def test_maria_chooses_among_kinds_of_provider(demo_of: DemoOf, skill: str) -> None:
    loop = demo_of("maria").loop
    ahead = loop.options[skill][:3]
    assert len(ahead) == 3
    assert len({loop.catalog[o.credential].provider.value.kind for o in ahead}) >= 2
    assert all(o.quote.high is not None or o.quote.unknown for o in loop.options[skill])


def test_marias_google_certificate_costs_what_the_months_cost(demo_of: DemoOf) -> None:
    loop = demo_of("maria").loop
    quote = option(loop, "sql", "google-data-analytics").quote
    price = Decimal(49)  # a month
    assert loop.limits.hours_per_week == 10
    months = [ceil(hours / 10 * 7 / (365.25 / 12)) for hours in (quote.hours.min, quote.hours.max)]
    assert months == [5, 6]
    assert [quote.low, quote.high] == [Money(price * m) for m in months]
    assert quote.because == "USD 49 a month x 5-6 months"
    assert quote.sources


@pytest.mark.parametrize("credential", ["harvardx-data-science", "datacamp-data-analyst", "ibm-data-analyst"])
def test_maria_sees_university_platform_and_corporation(demo_of: DemoOf, credential: str) -> None:
    loop = demo_of("maria").loop
    assert credential in {o.credential for o in loop.options["data-visualization"]}


def test_marias_plan_says_what_stays_open_and_what_closes_it(demo_of: DemoOf) -> None:
    loop = demo_of("maria").loop
    plan = loop.plans[0]
    open_skills = {"ab-testing", "machine-learning"} & set(plan.uncovered)
    assert open_skills
    for skill in open_skills:
        assert [s for s in plan.supplements if skill in s.skills]
    assert {s.free for s in plan.supplements} == {True, False}
    assert all(s.cost == Money(Decimal(0)) for s in plan.supplements if s.free)


def test_maria_is_asked_for_a_project_on_marketing_data_and_told_whom_to_ask(demo_of: DemoOf) -> None:
    loop = demo_of("maria").loop
    projects = loop.plans[0].projects
    assert any("marketing" in p.persons_from for p in projects)
    assert {s for p in projects for s in p.skills} >= FIRST
    assert len(loop.communities) >= 3
    assert all(c.address.startswith("https://") and c.source for c in loop.communities)


def test_maria_is_told_that_a_credential_alone_is_not_enough(demo_of: DemoOf) -> None:
    page = EXPORTS["report"](demo_of("maria").loop)
    assert "credential alone will not be enough" in page
    assert "promises no job" in page


def test_the_checker_would_notice_a_plan_that_maria_cannot_pay(demo_of: DemoOf) -> None:
    loop = demo_of("maria").loop
    plan, short = loop.plans[0], replace(loop.limits, budget=Money(loop.plans[0].cost.amount - 1))
    late = replace(loop.limits, deadline=date(2026, 12, 1))
    assert any("budget" in why for why in rejected(plan, loop, limits=short))
    assert any("deadline" in why for why in rejected(plan, loop, limits=late))


# The law


@pytest.mark.parametrize(
    ("person", "kind", "requirement", "opens"),
    [
        ("nurse", "licence", "registered nurse licence", "NCLEX-RN"),
        ("nurse", "degree", "degree", "state-approved nursing programme"),
        ("lawyer", "degree", "JD degree", "JD degree, the bar exam"),
        ("lawyer", "licence", "admission to a state bar", "admission by the state"),
    ],
)
def test_what_the_law_asks_for_is_said_before_money_is_spent(
    demo_of: DemoOf, person: str, kind: str, requirement: str, opens: str
) -> None:
    loop = demo_of(person).loop
    gate = by_law(loop, kind)
    assert (gate.state, gate.blocks) == ("closed", True)
    assert requirement in gate.requirement
    assert opens in gate.opens_with
    assert gate.evidence
    assert all(e.source.date for e in gate.evidence)
    assert loop.gap.blocked


@pytest.mark.parametrize("person", ["nurse", "lawyer"])
def test_a_closed_gate_means_no_plan_and_says_why(demo_of: DemoOf, person: str) -> None:
    shown = demo_of(person).to_json()["plan"]
    assert shown["plans"] == []
    assert [g["kind"] for g in shown["gates"]] == ["degree", "licence"]
    assert len(shown["because"]) == 2
    assert all("No microcredential replaces it" in why and "What opens the way" in why for why in shown["because"])


# A Salesforce administrator: too narrow for a pivot, right where the ads ask for it by name


def test_one_more_salesforce_certificate_is_too_narrow_for_a_business_analyst(demo_of: DemoOf) -> None:
    found = flag(demo_of("salesforce").loop.comparison.card("salesforce-app-builder"), "too_narrow")
    assert found.state == "fires"
    assert "supplement: SQL (12 of 14 ads)" in found.because


@pytest.mark.parametrize(
    ("added", "state"), [("", "fires"), ("\n- Two years with Salesforce\n", "clear")], ids=["as they are", "Salesforce"]
)
def test_it_is_right_where_the_ads_ask_for_it_by_name(ports: Ports, tmp_path: Path, added: str, state: str) -> None:
    ads = tmp_path / "ads"
    ads.mkdir()
    for file in ports.starter.files("demo/salesforce/ads"):
        (ads / Path(file.name).name).write_bytes(file.data + added.encode())
    find_gap(ports, ads=[ads])
    judged = evaluate(ports, ["salesforce-app-builder"])
    found = flag(judged.comparison.cards[0], "too_narrow")
    assert found.state == state
    assert ("Salesforce by name" in found.because) is (state == "clear")


# An expert, twelve years of Python


def test_an_expert_is_warned_of_a_beginners_course(demo_of: DemoOf) -> None:
    loop = demo_of("expert").loop
    assert loop.person.skills["python"].level == "expert"
    found = flag(loop.comparison.card("umich-python-for-everybody"), "beginner_for_expert")
    assert (found.state, found.gates) == ("fires", True)
    assert "may read as a step down" in found.because
    named = {s.credential for p in loop.plans for s in (*p.steps, *p.supplements)}
    assert "umich-python-for-everybody" not in named


def test_what_the_expert_knows_is_no_gap_and_shortens_the_work(demo_of: DemoOf) -> None:
    loop = demo_of("expert").loop
    python = loop.gap.item("python")
    assert python is not None
    assert python.rank is None
    assert "python" not in loop.options
    hours = {o.credential: o.quote.hours for found in loop.options.values() for o in found if o.quote.hours}
    stated = loop.catalog["ml-specialization"].hours.value
    assert hours["ml-specialization"].max < stated.max


# A credential that no ad names


def test_not_named_is_not_rejected(demo_of: DemoOf) -> None:
    loop = demo_of("unnamed").loop
    assert loop.considering == ("dasca-abda",)
    assert (loop.demand.recognition("dasca-abda").share.k, loop.demand.n) == (0, 14)
    card = loop.comparison.card("dasca-abda")
    found = flag(card, "no_recognition")
    assert found.state == "cannot_tell"
    assert "named in 0 of 14 example ads" in found.because
    recognition = card.criterion("recognition")
    assert (recognition.low, recognition.high) == (0, 1)
    page = EXPORTS["report"](loop)
    assert "0 of 14 ads, 0\N{EN DASH}22" in page
    assert "rejected" not in page.replace("not rejected", "")


def test_real_ads_that_do_not_name_it_bound_how_many_could(ports: Ports, tmp_path: Path) -> None:
    ads = tmp_path / "ads"
    ads.mkdir()
    for file in ports.starter.files("demo/unnamed/ads"):
        (ads / Path(file.name).name).write_bytes(file.data.replace(b"example: true\n", b""))
    assert not find_gap(ports, ads=[ads]).here.demand.examples
    card = evaluate(ports, ["dasca-abda"]).comparison.cards[0]
    found = flag(card, "no_recognition")
    assert found.state == "cannot_tell"
    assert f"at most {100 * 3 / 14:.0f} % would (rule of three)" in found.because
    assert "not named is not rejected" in found.because
    assert 0.9 < card.criterion("recognition").high < 1


# Certificates that have lapsed


@pytest.mark.parametrize(
    ("credential", "lapsed"),
    [("aws-solutions-architect-associate", date(2025, 6, 30)), ("ms-az-104", date(2025, 5, 31))],
)
def test_a_lapsed_certificate_is_found_with_its_day(demo_of: DemoOf, credential: str, lapsed: date) -> None:
    loop = demo_of("expired").loop
    held = next(h for h in loop.person.credentials if h.credential == credential)
    assert held.expires == lapsed
    assert held.expired(loop.made)
    assert held.where.startswith("demo/expired/resume.md:")
    found = flag(loop.comparison.card(credential), "expired_held")
    assert found.state == "fires"
    assert f"lapsed by {lapsed}" in found.because
    assert "renewing" in found.because

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from credlens.catalog.merge import SUPERSEDED_AFTER, Record, merge, merge_facts
from credlens.model.credential import (
    Assessment,
    AssessmentType,
    CostItem,
    CostPattern,
    Credential,
    CredentialLevel,
    Depth,
    Organisation,
    OrganisationKind,
    TaughtSkill,
)
from credlens.model.fact import Fact, Method, Overruled, Source, Unknown, WhyUnknown, not_looked_up
from credlens.model.offer import Identifier
from credlens.model.quantity import Hours
from credlens.model.skill import Alias

TODAY = date(2026, 11, 22)
PAGE = Source(Method.READ, "https://example.org/page", TODAY)
FILE = Source(Method.IMPORTED, "https://example.org/catalog", TODAY)
MEMORY = Source(Method.RECALLED, date=TODAY)


def known(value: Any, *sources: Source) -> Fact[Any]:
    return Fact(value, sources)


def one_of(**parts: Any) -> Credential:
    return Credential("sql", "SQL Certificate", **parts)


def test_what_all_say_carries_all_their_sources() -> None:
    found = merge_facts("level", [known(CredentialLevel.BEGINNER, PAGE), known(CredentialLevel.BEGINNER, FILE)])
    assert found == known(CredentialLevel.BEGINNER, PAGE, FILE)


def test_what_two_sources_say_differently_stays_a_conflict_with_both() -> None:
    found = merge_facts("level", [known(CredentialLevel.BEGINNER, PAGE), known(CredentialLevel.ADVANCED, FILE)])
    assert found == Fact(
        Unknown(WhyUnknown.CONFLICTING, (CredentialLevel.BEGINNER, CredentialLevel.ADVANCED)), (PAGE, FILE)
    )


def test_a_third_source_takes_the_side_it_agrees_with() -> None:
    sides = Fact(Unknown(WhyUnknown.CONFLICTING, (CredentialLevel.BEGINNER, CredentialLevel.ADVANCED)), (PAGE, FILE))
    found = merge_facts("level", [sides, known(CredentialLevel.ADVANCED, MEMORY)])
    assert found.value == sides.value
    assert len(found.sources) == 2


def test_a_source_that_does_not_know_changes_nothing() -> None:
    for silent in (not_looked_up(), Fact(Unknown(WhyUnknown.NOT_STATED), (FILE,))):
        assert merge_facts("level", [silent, known(CredentialLevel.BEGINNER, PAGE)]) == known(
            CredentialLevel.BEGINNER, PAGE
        )


def test_why_nobody_knows_is_told_by_who_looked() -> None:
    silent: list[Fact[Any]] = [
        not_looked_up(),
        Fact(Unknown(WhyUnknown.NOT_STATED), (FILE,)),
        Fact(Unknown(WhyUnknown.NOT_APPLICABLE), (PAGE,)),
    ]
    found = merge_facts("renewal", silent)
    assert found.value == Unknown(WhyUnknown.NOT_APPLICABLE)
    assert set(found.sources) == {PAGE, FILE}


def test_memory_gives_way_to_a_source_and_stays_to_be_seen() -> None:
    found = merge_facts("level", [known(CredentialLevel.BEGINNER, MEMORY), known(CredentialLevel.ADVANCED, FILE)])
    assert found.value is CredentialLevel.ADVANCED
    assert found.sources == (FILE,)
    assert found.overruled == (Overruled(CredentialLevel.BEGINNER, MEMORY, "remembered; a source says otherwise"),)


def test_an_older_price_is_overruled_only_when_it_is_old() -> None:
    def priced(amount: int, day: date) -> Fact[Decimal]:
        return Fact(Decimal(amount), (Source(Method.IMPORTED, "https://example.org/p", day),))

    old, nearly = TODAY - timedelta(SUPERSEDED_AFTER + 1), TODAY - timedelta(SUPERSEDED_AFTER)

    found = merge_facts("costs", [priced(39, old), priced(49, TODAY)])
    assert found.value == Decimal(49)
    assert [(o.value, o.why) for o in found.overruled] == [(Decimal(39), "older")]

    both = merge_facts("costs", [priced(39, nearly), priced(49, TODAY)])
    assert both.candidates() == (Decimal(39), Decimal(49))


def test_what_does_not_change_with_time_is_not_overruled_by_time() -> None:
    old = Source(Method.READ, "https://example.org/old", date(2015, 1, 1))
    found = merge_facts("supervision", [known("supervised_with_id", old), known("unsupervised_no_id", FILE)])
    assert found.candidates() == ("supervised_with_id", "unsupervised_no_id")


def test_hours_in_a_bucket_do_not_contradict_a_number_in_it() -> None:
    found = merge_facts("hours", [known(Hours(100, 300), FILE), known(Hours(180, 240), PAGE)])
    assert found.value == Hours(180, 240)
    assert found.sources == (FILE, PAGE)


def test_one_organisation_in_two_writings_is_one() -> None:
    vague, known_one = (
        Organisation("Example, Inc.", OrganisationKind.OTHER),
        Organisation("Example", OrganisationKind.CORPORATION),
    )
    assert merge_facts("issuer", [known(vague, FILE), known(known_one, PAGE)]).value == known_one


def test_lists_are_joined_and_the_first_one_leads() -> None:
    first = one_of(
        aliases=(Alias("SQL Cert"),),
        identifiers=(Identifier("ctid", "ce-1"),),
        skills=(TaughtSkill("sql", Depth.CORE, (PAGE,)),),
        assessment=(Assessment(AssessmentType.QUIZ, (PAGE,), attempts=3),),
    )
    second = Credential(
        "other",
        "Certificate in SQL",
        identifiers=(Identifier("ctid", "ce-1"), Identifier("url", "example.org/sql")),
        skills=(TaughtSkill("sql", Depth.TOUCHED, (FILE,), 0.7), TaughtSkill("databases", Depth.TOUCHED, (FILE,), 0.6)),
        assessment=(Assessment(AssessmentType.QUIZ, (FILE,), attempts=5, pass_mark=80.0),),
    )
    found = merge([Record("", first), Record("ctdl", second)])

    assert (found.id, found.title) == ("sql", "SQL Certificate")
    assert [a.text for a in found.aliases] == ["SQL Cert", "Certificate in SQL"]
    assert found.identifiers == (Identifier("ctid", "ce-1"), Identifier("url", "example.org/sql"))
    assert found.skills == (
        TaughtSkill("sql", Depth.CORE, (PAGE, FILE)),
        TaughtSkill("databases", Depth.TOUCHED, (FILE,), 0.6),
    )
    assert found.assessment == (Assessment(AssessmentType.QUIZ, (PAGE, FILE), attempts=3, pass_mark=80.0),)


def item(option: str, pattern: CostPattern, amount: int, source: Source, **more: Any) -> CostItem:
    return CostItem(option, pattern, Fact(Decimal(amount), (source,)), "USD", "tuition", **more)


def test_one_price_from_two_sources_is_compared() -> None:
    mine = one_of(costs=(item("subscription", CostPattern.PER_MONTH, 49, PAGE),))
    theirs = one_of(costs=(item("standard", CostPattern.PER_MONTH, 39, FILE),))
    found = merge([Record("", mine), Record("coursera", theirs)]).costs

    assert len(found) == 1
    assert found[0].option == "subscription"
    assert found[0].amount.candidates() == (Decimal(49), Decimal(39))


def test_two_subscriptions_are_told_apart_by_their_amounts() -> None:
    mine = one_of(
        costs=(
            item("single", CostPattern.PER_MONTH, 49, PAGE, subscription="single"),
            item("plus", CostPattern.PER_MONTH, 59, PAGE, subscription="plus"),
        )
    )
    theirs = one_of(costs=(item("standard", CostPattern.PER_MONTH, 59, FILE),))
    found = merge([Record("", mine), Record("coursera", theirs)]).costs
    assert [(c.option, c.amount.sources) for c in found] == [("single", (PAGE,)), ("plus", (PAGE, FILE))]


def test_a_price_that_only_one_source_knows_never_adds_to_another() -> None:
    mine = one_of(costs=(item("standard", CostPattern.ONE_OFF, 300, PAGE),))
    theirs = one_of(
        costs=(item("standard", CostPattern.ONE_OFF, 3000, FILE), item("standard", CostPattern.ONE_OFF, 35, FILE))
    )
    found = merge([Record("", mine), Record("etpl", theirs)])
    assert {name: len(items) for name, items in found.cost_options().items()} == {"standard": 1, "standard (etpl)": 2}


def test_what_one_record_has_twice_stays_twice() -> None:
    quizzes = (
        Assessment(AssessmentType.QUIZ, (PAGE,), minutes=30.0),
        Assessment(AssessmentType.QUIZ, (PAGE,), minutes=90.0),
    )
    twice = (item("standard", CostPattern.PER_ATTEMPT, 100, PAGE), item("standard", CostPattern.PER_ATTEMPT, 150, PAGE))
    mine = one_of(assessment=quizzes, costs=twice)
    theirs = one_of(assessment=(Assessment(AssessmentType.QUIZ, (FILE,)),), costs=twice[::-1], level=known("x", FILE))
    found = merge([Record("", mine), Record("ctdl", theirs)])

    assert [a.minutes for a in found.assessment] == [30.0, 90.0]
    assert found.assessment[0].sources == (PAGE, FILE)
    assert found.costs == twice


LEVELS = st.sampled_from(list(CredentialLevel))
SOURCES = st.builds(
    lambda method, day, name: Source(method, f"https://example.org/{name}", day),
    st.sampled_from([Method.READ, Method.IMPORTED, Method.RECALLED]),
    st.none() | st.dates(date(2020, 1, 1), TODAY),
    st.sampled_from("abc"),
)
FACTS: st.SearchStrategy[Fact[Any]] = st.just(not_looked_up()) | st.builds(lambda v, s: Fact(v, (s,)), LEVELS, SOURCES)


@given(st.lists(FACTS, min_size=1, max_size=5), st.sampled_from(["level", "costs", "status"]))
def test_no_value_is_lost(facts: list[Fact[Any]], name: str) -> None:
    found = merge_facts(name, facts)
    assert {*found.candidates(), *(o.value for o in found.overruled)} == {v for f in facts for v in f.candidates()}


@given(st.lists(FACTS, min_size=1, max_size=5), st.sampled_from(["level", "costs", "status"]), st.randoms())
def test_what_is_known_does_not_depend_on_the_order(facts: list[Fact[Any]], name: str, chance: Any) -> None:
    mixed = list(facts)
    chance.shuffle(mixed)
    one, other = merge_facts(name, facts), merge_facts(name, mixed)
    assert set(one.candidates()) == set(other.candidates())
    assert {o.value for o in one.overruled} == {o.value for o in other.overruled}


@given(FACTS)
def test_merging_a_record_with_itself_changes_nothing(fact: Fact[Any]) -> None:
    record = one_of(level=fact, costs=(item("standard", CostPattern.ONE_OFF, 3, PAGE),))
    assert merge([Record("a", record), Record("a", record)]) == record

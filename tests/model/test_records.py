"""What the records say of themselves: small questions that the rooms put to them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from credlens.model.credential import Catalog, CostItem, CostPattern, Credential, Depth, TaughtSkill, Validity
from credlens.model.demand import Demand, NamedCredential, SkillDemand
from credlens.model.errors import CredlensError, InputError, OutsideError, Problem, UserError
from credlens.model.fact import Fact
from credlens.model.gap import Gap, GapItem, Gate, GateState
from credlens.model.occupation import DegreeLevel
from credlens.model.person import Education, HeldCredential, Person
from credlens.model.quantity import Hours, Money, Share
from credlens.model.quote import Quote
from credlens.model.scorecard import Comparison, CriterionValue, Estimate, Flag, FlagState, Scorecard
from credlens.model.skill import Alias, Reuse, Skill, SkillKind, Taxonomy


def _education(level: DegreeLevel) -> Education:
    return Education(level, "", "", "resume.md:1", "")


@pytest.mark.parametrize(
    ("levels", "highest"),
    [
        ([], DegreeLevel.UNSTATED),
        ([DegreeLevel.UNSTATED], DegreeLevel.UNSTATED),
        ([DegreeLevel.BACHELOR, DegreeLevel.UNSTATED, DegreeLevel.SECONDARY], DegreeLevel.BACHELOR),
        ([DegreeLevel.ASSOCIATE, DegreeLevel.MASTER], DegreeLevel.MASTER),
        ([DegreeLevel.NONE], DegreeLevel.NONE),
    ],
)
def test_a_persons_degree_is_the_highest_that_was_read(levels: list[DegreeLevel], highest: DegreeLevel) -> None:
    assert Person("A", {}, tuple(_education(level) for level in levels)).degree is highest


@pytest.mark.parametrize(
    ("expires", "expired"),
    [(None, None), (date(2026, 11, 21), True), (date(2026, 11, 22), False), (date(2027, 1, 1), False)],
)
def test_a_credential_holds_on_the_day_it_expires_and_unknown_stays_unknown(
    expires: date | None, expired: bool | None
) -> None:
    assert HeldCredential("A", None, None, expires, "resume.md:3").expired(date(2026, 11, 22)) is expired


def test_a_credential_groups_its_costs_by_option_and_knows_what_it_teaches() -> None:
    def item(option: str, amount: int) -> CostItem:
        return CostItem(option, CostPattern.ONE_OFF, Fact(Decimal(amount)), "USD", "exam")

    sql = TaughtSkill("sql", Depth.CORE, ())
    credential = Credential(
        "a", "A", skills=(sql,), costs=(item("standard", 1), item("member", 2), item("standard", 3))
    )

    assert credential.cost_options() == {
        "standard": (item("standard", 1), item("standard", 3)),
        "member": (item("member", 2),),
    }
    assert list(credential.cost_options()) == ["standard", "member"]
    assert credential.teaches("sql") == sql
    assert credential.teaches("python") is None


def test_a_catalog_finds_who_teaches_a_skill_in_its_own_order() -> None:
    teaches = (TaughtSkill("sql", Depth.PART, ()),)
    records = [Credential("b", "B", skills=teaches), Credential("a", "A", skills=teaches), Credential("c", "C")]
    catalog = Catalog({c.id: c for c in records})

    assert [c.id for c in catalog.teaching("sql")] == ["b", "a"]
    assert catalog.teaching("python") == ()
    assert ("a" in catalog, "z" in catalog, len(catalog), catalog["c"].title) == (True, False, 3, "C")


@pytest.mark.parametrize(("validity", "words"), [(Validity(None), "does not expire"), (Validity(36), "36 months")])
def test_validity_in_words(validity: Validity, words: str) -> None:
    assert str(validity) == words


def test_a_credential_no_ad_names_was_named_by_none_of_n() -> None:
    demand = Demand(44, 50, 40, {}, {}, {"pmp": NamedCredential("pmp", Share(9, 44), 7, 5)}, {}, ())

    assert demand.recognition("pmp").share == Share(9, 44)
    assert demand.recognition("other") == NamedCredential("other", Share(0, 44), 0, 0)


@pytest.mark.parametrize("blocks", [True, False])
@pytest.mark.parametrize("state", list(GateState))
def test_only_a_closed_gate_that_blocks_blocks_the_way(state: GateState, blocks: bool) -> None:
    gate = Gate("licence", "law", state, blocks, "", "", "US", ())

    assert Gap("nurse", 1, (), (gate,), ()).blocked is (blocks and state is GateState.CLOSED)


def test_the_core_of_a_gap_is_what_is_missing_and_not_seldom() -> None:
    asked = SkillDemand("", Share(1, 2), Share(0, 0), 1)

    def item(skill: str, rank: int | None, *, seldom: bool) -> GapItem:
        return GapItem(skill, asked, None, 1.0, 0, learnable=True, umbrella=False, rank=rank, seldom=seldom)

    items = (item("sql", 1, seldom=False), item("dax", 2, seldom=True), item("r", None, seldom=False))
    gap = Gap("analyst", 2, items, (), ("sql",))

    assert [i.skill for i in gap.missing] == ["sql", "dax"]
    assert [i.skill for i in gap.core] == ["sql"]
    assert (gap.item("dax"), gap.item("python")) == (items[1], None)


@pytest.mark.parametrize(
    ("hours", "price", "known"),
    [(Hours(1, 2), Money(Decimal(0)), True), (None, Money(Decimal(5)), False), (Hours(1, 2), None, False)],
)
def test_a_quote_is_known_when_money_and_hours_are(hours: Hours | None, price: Money | None, known: bool) -> None:
    assert Quote("a", "standard", hours, price, price, "", "", ()).known is known


def test_a_scorecard_is_asked_for_its_parts() -> None:
    criterion = CriterionValue("cost", "suitability", 0.2, 0.4, 1.0, "cheap")
    flags = tuple(Flag(state.value, state, "") for state in FlagState)
    even = Estimate(0.5, 0.4, 0.6)
    card = Scorecard("a", even, even, (criterion,), flags)

    assert card.criterion("cost") == criterion
    assert [f.id for f in card.firing()] == ["fires"]
    assert Comparison((card,), ()).card("a") == card


def _skill(skill_id: str, label: str, *aliases: str, broader: tuple[str, ...] = (), esco: str | None = None) -> Skill:
    names = tuple(Alias(a) for a in (label, *aliases))
    return Skill(skill_id, label, names, SkillKind.TOOL, Reuse.CROSS_SECTOR, "data", (), broader=broader, esco=esco)


TAXONOMY = Taxonomy(
    "starter",
    "1",
    "",
    {
        s.id: s
        for s in (
            _skill("viz", "Data visualization", "charts", "tableau"),
            _skill("tableau", "Tableau", broader=("viz",)),
            _skill("sql", "SQL", "Structured Query Language", esco="598de5b0"),
        )
    },
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("sql", "sql"),
        (" Structured query LANGUAGE ", "sql"),
        ("http://data.europa.eu/esco/skill/598de5b0", "sql"),
        ("urn:credlens:skill:viz", "viz"),
        ("Tableau", "tableau"),  # a label wins over another skill's alias, wherever it stands
        ("CHARTS", "viz"),
        ("cobol", None),
        ("", None),
    ],
)
def test_a_skill_is_found_by_id_uri_label_or_alias(words: str, found: str | None) -> None:
    skill = TAXONOMY.find(words)

    assert (skill.id if skill else None) == found


@pytest.mark.parametrize("kind", [UserError, OutsideError])
def test_an_error_has_its_message_place_and_next_step(kind: type[CredlensError]) -> None:
    error = kind("It failed.", where="x.yaml:3", what_to_do="Try again.")

    assert (str(error), error.message, error.where, error.what_to_do) == (
        "It failed.",
        "It failed.",
        "x.yaml:3",
        "Try again.",
    )


def test_an_input_error_speaks_of_the_first_problem_and_carries_all() -> None:
    problems = [Problem("a:1", "Wrong.", "Mend it."), Problem("a:2", "Odd.")]
    error = InputError(problems)

    assert (error.message, error.where, error.what_to_do) == ("Wrong. (and 1 more)", "a:1", "Mend it.")
    assert error.problems == tuple(problems)
    assert InputError(problems[1:]).what_to_do is None
    assert InputError(problems, "Two things are wrong.").message == "Two things are wrong."


def test_a_problem_in_one_line() -> None:
    assert str(Problem("a:1", "Wrong.", "Mend it.")) == "a:1: Wrong. Mend it."
    assert str(Problem("a:1", "Wrong.")) == "a:1: Wrong."

"""Who earns by a credential follows from its facts; an unknown provider is called unknown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from credlens.evaluate.surroundings.motive import BY_KIND, motive, own_tools
from credlens.model.credential import (
    CostItem,
    CostPattern,
    Credential,
    Depth,
    Organisation,
    OrganisationKind,
    Renewal,
    TaughtSkill,
)
from credlens.model.fact import Fact, Method, Source
from credlens.model.motive import Earning
from credlens.model.skill import Skill, Taxonomy

SOURCE = Source(Method.RECALLED, date=date(2026, 11, 22))


def skill(name: str, vendor: str | None = None) -> Skill:
    return Skill(name, name.title(), (), None, None, "f", (SOURCE,), vendor=vendor)


TAXONOMY = Taxonomy(
    "t", "1", "", {s.id: s for s in (skill("clouds", "Amazon"), skill("sql"), skill("sheets", "Google"))}
)


def offered(
    name: str,
    kind: OrganisationKind,
    *patterns: CostPattern,
    teaches: tuple[str, ...] = (),
    platform: Organisation | None = None,
    renewal: Renewal | None = None,
) -> Credential:
    amount = Fact(Decimal(0 if patterns == (CostPattern.FREE,) else 9), (SOURCE,))
    extra = {} if platform is None else {"platform": Fact(platform, (SOURCE,))}
    return Credential(
        "c",
        "C",
        provider=Fact(Organisation(name, kind), (SOURCE,)),
        costs=tuple(CostItem("o", p, amount, "USD", "tuition") for p in patterns),
        skills=tuple(TaughtSkill(s, Depth.CORE, (SOURCE,)) for s in teaches),
        **extra,  # type: ignore[arg-type]
        **({} if renewal is None else {"renewal": Fact(renewal, (SOURCE,))}),  # type: ignore[arg-type]
    )


COMPANY, BODY = OrganisationKind.CORPORATION, OrganisationKind.PROFESSIONAL_BODY


def test_a_provider_that_nobody_knows_is_called_unknown_and_not_guessed() -> None:
    found = motive(Credential("c", "C"), TAXONOMY)

    assert (found.provider, found.kind, found.earns) == ("", None, ())
    assert found.words == "Who offers it is not known, so how they earn by it is not known either."
    assert found.watch == "Check who offers it, and what they earn by it."


def test_a_kind_that_tells_nothing_is_called_unknown() -> None:
    found = motive(offered("Some School", OrganisationKind.OTHER), TAXONOMY)

    assert found.words == "What kind of organisation offers it (Some School) is unknown."
    assert found.who == "Some School (other kind of provider)"


def test_a_vendor_that_teaches_its_own_tool_is_told_first_also_under_its_longer_name() -> None:
    found = motive(
        offered("Amazon Web Services", COMPANY, CostPattern.PER_ATTEMPT, teaches=("clouds", "sql")), TAXONOMY
    )

    assert found.earns == (Earning.OWN_TOOLS, Earning.TALENT_PIPELINE, Earning.EXAM_FEES)
    assert found.words.startswith("It teaches products of its own (Clouds)")


def test_a_tool_of_somebody_else_is_no_tool_of_ones_own() -> None:
    assert own_tools(offered("Coursera", OrganisationKind.PLATFORM, teaches=("clouds", "sheets")), TAXONOMY) == ()


def test_a_company_that_sells_something_else_looks_for_people_and_one_that_sells_courses_for_enrolment() -> None:
    sells_tools = motive(offered("Google", COMPANY, CostPattern.PER_MONTH, teaches=("sql",)), TAXONOMY)
    sells_courses = motive(offered("Course Shop", COMPANY, CostPattern.PER_MONTH, teaches=("sql",)), TAXONOMY)

    assert sells_tools.earns == (Earning.TALENT_PIPELINE, Earning.SUBSCRIPTION)
    assert sells_courses.earns == (Earning.ENROLMENT, Earning.SUBSCRIPTION)


def test_a_platform_that_carries_a_paid_course_of_somebody_else_earns_with_it() -> None:
    coursera = Organisation("Coursera", OrganisationKind.PLATFORM)
    paid = motive(offered("Yale", OrganisationKind.UNIVERSITY, CostPattern.ONE_OFF, platform=coursera), TAXONOMY)
    free = motive(offered("Yale", OrganisationKind.UNIVERSITY, CostPattern.FREE, platform=coursera), TAXONOMY)

    assert "Coursera carries it" in paid.words
    assert "Coursera" not in free.words
    assert "It is free, so learners are not the ones who pay" in free.words


def test_exams_and_renewals_that_cost_money_are_named_with_what_to_check() -> None:
    found = motive(offered("Guild", BODY, CostPattern.PER_ATTEMPT, renewal=Renewal("fee", Decimal(50))), TAXONOMY)

    assert found.earns == (Earning.MEMBERSHIP, Earning.EXAM_FEES, Earning.RENEWAL)
    assert "the pass rate" in found.watch
    assert "the price of renewing" in found.watch


@pytest.mark.parametrize("kind", OrganisationKind)
@pytest.mark.parametrize("pattern", CostPattern)
def test_every_kind_and_price_gives_few_plain_sentences_and_something_to_check(
    kind: OrganisationKind, pattern: CostPattern
) -> None:
    found = motive(offered("X", kind, pattern), TAXONOMY)

    assert found.kind is kind
    assert 1 <= found.words.count(".") <= 4
    assert found.words.endswith(".")
    assert found.watch.startswith("Check ")
    assert "!" not in found.words + found.watch


def test_every_kind_of_organisation_but_other_has_its_reason() -> None:
    assert set(OrganisationKind) - set(BY_KIND) == {OrganisationKind.OTHER}

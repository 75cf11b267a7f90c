from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from credlens.catalog.entry import BEST, FACETS, UNKNOWN, PriceLine, behind, entry, prices, quality
from credlens.catalog.filled import COMPARED
from credlens.model.credential import (
    CostItem,
    CostPattern,
    Credential,
    CredentialLevel,
    Depth,
    Organisation,
    OrganisationKind,
    TaughtSkill,
    Verification,
)
from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown
from credlens.model.offer import Identifier, StatedSkill
from credlens.model.quantity import Hours
from credlens.model.skill import Alias, Skill, Taxonomy

PAGE = Source(Method.READ, "https://example.org/page", date(2026, 11, 22))
SQL = Skill("sql", "SQL", (Alias("SQL"),), None, None, "data", ())
TAXONOMY = Taxonomy("small", "1", "", {"sql": SQL})


def known(value: Any) -> Fact[Any]:
    return Fact(value, (PAGE,))


def cost(pattern: CostPattern, amount: int | None, option: str = "standard", currency: str = "USD") -> CostItem:
    found: Fact[Decimal] = (
        known(Decimal(amount)) if amount is not None else Fact(Unknown(WhyUnknown.NOT_STATED), (PAGE,))
    )
    return CostItem(option, pattern, found, currency, "tuition")


def test_what_a_record_can_be_found_by() -> None:
    found = entry(
        Credential(
            "sql-basics",
            "Querying Basics",
            aliases=(Alias("QB-1"),),
            identifiers=(Identifier("ctid", "ce-9"), Identifier("url", "example.org/sql")),
            issuer=known(Organisation("Example University", OrganisationKind.UNIVERSITY)),
            platform=known(Organisation("Examplera", OrganisationKind.PLATFORM)),
            level=known(CredentialLevel.BEGINNER),
            hours=known(Hours(10, 20)),
            description=known("Tables and joins."),
            stated=(StatedSkill("Relational thinking", (PAGE,)),),
            skills=(TaughtSkill("sql", Depth.CORE, (PAGE,)), TaughtSkill("no-longer-there", Depth.PART, (PAGE,), 0.6)),
            costs=(cost(CostPattern.FREE, None),),
        ),
        TAXONOMY,
    )
    assert found.names == "sql-basics QB-1 ce-9 beginner free"
    assert found.organisations == "Example University Examplera"
    assert found.skills == "SQL ; Relational thinking"
    assert found.description == "Tables and joins."
    assert found.hours == 20
    assert found.taught == (("sql", Depth.CORE, 1.0), ("no-longer-there", Depth.PART, 0.6))
    assert found.issuers == ("example university",), "a platform carries many things of one name"
    assert found.facets["field"] == ("data",)
    assert found.facets["provider_kind"] == ("university",)


def test_what_nobody_knows_is_a_value_of_every_facet() -> None:
    found = entry(Credential("a", "A"), TAXONOMY)
    assert found.facets == dict.fromkeys(FACETS, (UNKNOWN,))
    assert (found.hours, found.prices, found.quality, behind(Credential("a", "A"))) == (None, (), 0, ())


@pytest.mark.parametrize(("format_", "verifiable"), [("open_badge_2", "yes"), ("none", "no"), ("pdf", "no")])
def test_what_can_be_verified(format_: str, verifiable: str) -> None:
    credential = Credential("a", "A", verification=known(Verification(format_)))
    assert entry(credential, TAXONOMY).facets["verifiable"] == (verifiable,)


def test_a_way_to_pay_is_a_line_when_all_of_it_is_known() -> None:
    conflicting = CostItem(
        "exam",
        CostPattern.PER_ATTEMPT,
        Fact(Unknown(WhyUnknown.CONFLICTING, (Decimal(90), Decimal(120))), (PAGE, PAGE)),
        "USD",
        "exam",
    )
    credential = Credential(
        "a",
        "A",
        costs=(
            cost(CostPattern.PER_MONTH, 49, "monthly"),
            cost(CostPattern.ONE_OFF, 30, "monthly"),
            cost(CostPattern.MEMBERSHIP, 129, "member"),
            conflicting,
            cost(CostPattern.ONE_OFF, None, "nobody knows"),
            cost(CostPattern.ONE_OFF, 10, "two currencies"),
            cost(CostPattern.ONE_OFF, 10, "two currencies", "EUR"),
            cost(CostPattern.FREE, None, "free"),
        ),
    )
    assert prices(credential) == (
        PriceLine(30, 49, 0, "USD"),
        PriceLine(0, 0, 129, "USD"),
        PriceLine(120, 0, 0, "USD"),
        PriceLine(0, 0, 0, "USD"),
    )


def test_quality_is_the_share_of_the_compared_fields_that_is_known() -> None:
    two = Credential("a", "A", kind=known("Course"), level=known(CredentialLevel.EXPERT))
    assert quality(two) == round(BEST * 2 / len(COMPARED))

"""Options in the terminal: prices that cannot be believed, and what sets the first three apart."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from credlens.app.catalog.pricing import price_trust
from credlens.app.options import OptionsResult
from credlens.cli.show.options import show_result
from credlens.model.credential import (
    Catalog,
    CostItem,
    CostPattern,
    Credential,
    Depth,
    EvidenceClass,
    Organisation,
    OrganisationKind,
    TaughtSkill,
)
from credlens.model.demand import Demand
from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown
from credlens.model.loop import Option
from credlens.model.quantity import Hours, Money
from credlens.model.quote import Quote
from credlens.model.scorecard import Comparison, Estimate, Scorecard
from credlens.model.skill import Alias, Skill

TODAY = date(2026, 11, 22)
SQL = Skill("sql", "SQL", (Alias("SQL"),), None, None, "data", ())
OLD = Source(Method.READ, "https://example.org/a", date(2025, 3, 4))
NEW = Source(Method.IMPORTED, "https://example.net/b", date(2026, 11, 1))


def _credential(key: str, kind: OrganisationKind, amount: Fact[Decimal]) -> Credential:
    return Credential(
        key,
        key.title(),
        provider=Fact(Organisation("Harbour School", kind), (OLD,)),
        evidence_class=Fact(EvidenceClass.CERTIFICATION, (OLD,)),
        skills=(TaughtSkill("sql", Depth.PART, (OLD,)),),
        costs=(CostItem("standard", CostPattern.ONE_OFF, amount, "USD", "tuition"),),
    )


FOUND = {
    "old": _credential("old", OrganisationKind.UNIVERSITY, Fact(Decimal(120), (OLD,))),
    "torn": _credential(
        "torn",
        OrganisationKind.OTHER,
        Fact(Unknown(WhyUnknown.CONFLICTING, (Decimal(39), Decimal(49))), (OLD, NEW)),
    ),
}


def _result(why_not: str = "") -> OptionsResult:
    half = Estimate(0.5, 0.4, 0.6)
    options = tuple(
        Option(key, Quote(key, "standard", Hours(5, 9), Money(Decimal(39)), Money(Decimal(120)), "", "", ()))
        for key in FOUND
    )
    return OptionsResult(
        SQL,
        options,
        Catalog(FOUND),
        Comparison(tuple(Scorecard(key, half, half, (), ()) for key in FOUND), ()),
        Demand(0, 0, 0, {}, {}, {}, {}, ()),
        3,
        {} if why_not else dict.fromkeys(FOUND, ()),
        why_not,
        {key: price_trust(c, "standard", TODAY) for key, c in FOUND.items()},
    )


def _said(capsys: pytest.CaptureFixture[str], result: OptionsResult) -> str:
    show_result(result)
    return " ".join(capsys.readouterr().out.split())


def test_old_prices_and_both_sides_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    words = _said(capsys, _result())

    assert words.count("price of 2025-03") == 1
    assert (
        "! Torn: sources disagree on the price: USD 39 (example.org, 2025-03) / USD 49 (example.net, 2026-11)" in words
    )
    assert "Old: university, under USD 500, SQL is a part of it, certification" in words
    assert "Torn: another kind of provider, under USD 500" in words
    assert "in ads" not in words


def test_where_no_three_differ_it_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    words = _said(capsys, _result("The catalog has only two."))

    assert "truly different ones: The catalog has only two." in words
    assert "What sets" not in words

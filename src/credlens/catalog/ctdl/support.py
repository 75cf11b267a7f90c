"""What surrounds it: financial aid, how it is kept alive, how somebody else can check it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from credlens.catalog.ctdl.costs import plain_number
from credlens.catalog.ctdl.credit import read_credit
from credlens.catalog.ctdl.names import Node, concept, reference
from credlens.catalog.ctdl.statements import Context, Part, Statement, Style, each, elements
from credlens.catalog.values.addresses import is_address
from credlens.catalog.values.jsonld import words
from credlens.catalog.values.prices import absurd, payment, price
from credlens.catalog.values.text import line
from credlens.model.credential import Renewal, Verification

_GIVEN = frozenset({"Grant", "Scholarship", "TuitionReduction", "TuitionWaiver"})
_METHODS = ("retest", "renewal_exam", "continuing_education", "fee", "free_assessment", "higher_exam")


def read_aid(_context: Context, _name: str, values: list[Any]) -> Iterator[Part]:
    """``ceterms:financialAssistance``: what need not be paid back; loans are no aid of this kind."""
    found: dict[int, str] = {}
    for place, value in enumerate(values):
        if isinstance(value, dict) and _is_given(value):
            text = line(words(value.get("ceterms:description"))) or line(words(value.get("ceterms:name")))
            kinds = [concept(t) for t in elements(value.get("ceterms:financialAssistanceType"))]
            found[place] = text or ", ".join(k.lower() for k in kinds)
    if found:
        yield Part("free_aid", "; ".join(dict.fromkeys(found.values())), tuple(found))


def _is_given(value: Node) -> bool:
    kinds = {concept(t) for t in elements(value.get("ceterms:financialAssistanceType"))}
    return bool(kinds) and kinds <= _GIVEN


def write_aid(value: str, style: Style) -> Iterator[Statement]:
    """A grant, in its words."""
    about: Node = {"ceterms:description": style.text(value), "ceterms:financialAssistanceType": ["financialAid:Grant"]}
    yield "ceterms:financialAssistance", {"@type": "ceterms:FinancialAssistanceProfile", **about}


@each
def read_verification(_context: Context, _name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:usesVerificationService``: a directory that anybody may look into is a public page; other services do not say how they answer."""
    if not isinstance(value, dict) or value.get("ceterms:holderMustAuthorize") is True:
        return
    for address in elements(value.get("ceterms:verificationDirectory")):
        if is_address(reference(address)):
            yield (
                "verification",
                Verification("public_page", (urlsplit(reference(address)).hostname or "").removeprefix("www.")),
            )
            return


def write_verification(value: Verification, _style: Style) -> Iterator[Statement]:
    """A public directory; badge formats and login pages have no term."""
    if value.format == "public_page" and "." in value.host:
        about = {"ceterms:holderMustAuthorize": False, "ceterms:verificationDirectory": [f"https://{value.host}"]}
        yield "ceterms:usesVerificationService", {"@type": "ceterms:VerificationServiceProfile", **about}


@each
def read_renewal(context: Context, name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:renewal``: by another assessment, by hours of education, or by a fee, as far as the condition says which."""
    if not isinstance(value, dict):
        return
    called = line(words(value.get("ceterms:name"))).casefold().replace(" ", "_")
    cost, currency = _cost(value)
    if called in _METHODS:
        method = called
    elif elements(value.get("ceterms:targetAssessment")):
        method = "retest"
    elif next(read_credit(context, name, elements(value.get("ceterms:creditValue"))), None):
        method = "continuing_education"
    elif cost is not None:
        method = "fee"
    else:
        return
    yield "renewal", Renewal(method, cost, currency) if cost is not None else Renewal(method)


def _cost(value: Node) -> tuple[Decimal | None, str]:
    """The only price that a condition states; without its currency it is none."""
    profiles = [
        p
        for p in elements(value.get("ceterms:estimatedCost"))
        if isinstance(p, dict) and p.get("ceterms:price") is not None
    ]
    found = payment(profiles[0]["ceterms:price"]) if len(profiles) == 1 else None
    said = price(f"1 {line(words(profiles[0].get('ceterms:currency')))}") if found else None
    currency = (found.currency if found else None) or (said.currency if said else None)
    if found is None or not currency or absurd(found.amount) or found.amount == 0:
        return None, ""
    return found.amount, currency


def write_renewal(value: Renewal, style: Style) -> Iterator[Statement]:
    """A condition with the method's name and the price."""
    about: Node = {
        "@type": "ceterms:ConditionProfile",
        "ceterms:name": style.text(value.method.replace("_", " ").capitalize()),
    }
    if value.cost is not None and (amount := plain_number(value.cost)) is not None:
        price_of_it = {"@type": "ceterms:CostProfile", "ceterms:price": amount, "ceterms:currency": value.currency}
        about["ceterms:estimatedCost"] = [price_of_it]
    yield "ceterms:renewal", about

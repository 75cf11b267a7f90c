"""Questions about who recognises it, how long it holds and what it counts towards."""

from __future__ import annotations

from decimal import Decimal

from credlens.catalog.interview.question import NONE, Fields, Kind, Question, Said, choices
from credlens.model.credential import Accreditation, CreditValue, RecognitionClaim, Renewal, Stack, Validity
from credlens.model.fact import Fact, Unknown, WhyUnknown

_BY_NAME = "a name is needed: recognition by somebody who cannot be named is none"
# Question -> how the named one recognises it.
_CLAIMS = {"endorser": "endorsement", "employer": "hiring", "regulator": "regulator"}
_LISTS = ("accreditation", "recognition", "credit")


def _recognition(said: Said) -> Fields:
    if said.none("recognition"):
        return {"absent": said.absent(*_LISTS)}
    body, system = said.text("accreditor"), said.text("credit_system")
    # An accreditor who examined nobody knows what has looked at the school at least.
    examined = said.text("accredited") or "institution"
    return {
        "accreditation": (
            (Accreditation(examined, said.text("accreditation_standard"), body, said.sources),) if body else ()
        ),
        "recognition": tuple(
            RecognitionClaim(by, kind, said.sources) for name, kind in _CLAIMS.items() if (by := said.text(name))
        ),
        "credit": (
            (CreditValue(system, said.number("credit_amount"), said.sources, by=said.text("credit_by")),)
            if system
            else ()
        ),
    }


def _expiry(said: Said) -> Fields:
    expires = said.flag("expires")
    if expires is None:
        return {}
    if not expires:
        return {
            "validity": said.fact(Validity(None)),
            "renewal": Fact(Unknown(WhyUnknown.NOT_APPLICABLE), said.sources),
        }
    months = said.number("valid_months")
    return {"validity": said.fact(None if months is None else Validity(int(months))), "renewal": _renewal(said)}


def _renewal(said: Said) -> Fact[Renewal]:
    if said.none("renewal"):
        return Fact(Unknown(WhyUnknown.NOT_APPLICABLE), said.sources, note="it cannot be renewed")
    method = said.text("renewal")
    if not method:
        return said.fact(None)
    money, hours = said.money("renewal_cost"), said.hours("renewal_hours")
    cost: Decimal | None = money.amount if money else None
    return said.fact(Renewal(method, cost, money.currency if money else "USD", hours.typical if hours else None))


def _stacks(said: Said) -> Fields:
    if said.values.get("counts_towards") is NONE:
        return {"absent": said.absent("stacks_into")}
    into = said.text("counts_towards")
    # Whoever does not know who says so has it from the one who sells it.
    by = said.text("confirmed_by") or "provider"
    return {"stacks_into": (Stack(into, by, said.sources),) if into else ()}


QUESTIONS = (
    Question(
        "recognition",
        "Who recognises it?",
        "since a third party that vouches for it, or gives credit for it, is worth more than the seller's word",
        Kind.CHOICES,
        choices(
            ("accredited", "an accreditor"),
            ("endorsed", "an industry body or company endorses it"),
            ("hiring", "an employer asks for it or hires by it"),
            ("credit", "a school gives credit for it"),
            ("regulator", "a law or regulator requires or lists it"),
        ),
        like="accredited, credit",
        none="nobody that I could find, though I looked",
        fields=_recognition,
    ),
    Question(
        "accreditor",
        "Which accreditor?",
        _BY_NAME,
        Kind.TEXT,
        like="ANAB",
        follows="recognition",
        opened_by=("accredited",),
    ),
    Question(
        "accredited",
        "What did they examine?",
        "since an accredited school says less of this than an accredited scheme",
        Kind.CHOICE,
        choices(
            ("institution", "the school or company as a whole"),
            ("programme", "this programme"),
            ("scheme", "the certification scheme"),
        ),
        follows="accreditor",
    ),
    Question(
        "accreditation_standard",
        "To which standard?",
        "since ISO/IEC 17024, NCCA and ASTM E2659 examine the scheme itself",
        Kind.TEXT,
        like="ISO/IEC 17024",
        follows="accreditor",
    ),
    Question(
        "endorser",
        "Who endorses it?",
        _BY_NAME,
        Kind.TEXT,
        like="Chamber of Commerce",
        follows="recognition",
        opened_by=("endorsed",),
    ),
    Question(
        "employer",
        "Which employer?",
        _BY_NAME,
        Kind.TEXT,
        like="Harbour Logistics",
        follows="recognition",
        opened_by=("hiring",),
    ),
    Question(
        "credit_system",
        "Which credit: ECTS, ACE, semester hours?",
        "since credit that a school grants is recognition one can count",
        Kind.TEXT,
        like="ECTS",
        follows="recognition",
        opened_by=("credit",),
    ),
    Question(
        "credit_amount",
        "How much of it?",
        "since a stated number is worth more than a promise",
        Kind.NUMBER,
        unit="credits",
        like="5",
        follows="credit_system",
    ),
    Question(
        "credit_by",
        "Who gives or recommends the credit?",
        "so that you know whom to ask",
        Kind.TEXT,
        like="Harbour University",
        follows="credit_system",
    ),
    Question(
        "regulator",
        "Which regulator, law or list?",
        _BY_NAME,
        Kind.TEXT,
        like="State Board of Nursing",
        follows="recognition",
        opened_by=("regulator",),
    ),
    Question(
        "expires",
        "Does it expire?",
        "since one that lapses costs money and time again",
        Kind.YES_NO,
        fields=_expiry,
    ),
    Question(
        "valid_months",
        "After how many months?",
        "to count the renewals of five years",
        Kind.NUMBER,
        unit="months",
        like="24, or 2 years",
        follows="expires",
        opened_by=("yes",),
    ),
    Question(
        "renewal",
        "What does renewing take?",
        "to warn when keeping it costs more than getting it",
        Kind.CHOICE,
        choices(
            ("retest", "taking the exam again"),
            ("renewal_exam", "passing a shorter exam made for renewal"),
            ("continuing_education", "continuing education"),
            ("fee", "paying a fee"),
            ("free_assessment", "a free assessment"),
            ("higher_exam", "passing a higher exam"),
        ),
        none="it cannot be renewed",
        follows="expires",
        opened_by=("yes",),
    ),
    Question(
        "renewal_cost",
        "What does one renewal cost?",
        "to add the renewals of five years to its cost",
        Kind.MONEY,
        like="50 USD",
        none="nothing",
        follows="renewal",
    ),
    Question(
        "renewal_hours",
        "How many hours does one renewal take?",
        "so that the record can say it",
        Kind.RANGE,
        unit="hours",
        like="20",
        follows="renewal",
    ),
    Question(
        "counts_towards",
        "What does it count towards: a degree, a larger certificate?",
        "since what stacks is worth something beyond itself",
        Kind.TEXT,
        like="Bachelor of Data Science",
        none="nothing",
        fields=_stacks,
    ),
    Question(
        "confirmed_by",
        "Who says so?",
        "since only the one who has to accept it can promise it",
        Kind.CHOICE,
        choices(("provider", "the one who offers it"), ("receiver", "the school that would have to accept it")),
        follows="counts_towards",
    ),
)

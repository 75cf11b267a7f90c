"""From facts and counted ads to statements with their sources, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from credlens.model import naming
from credlens.model.credential import Credential, CreditValue
from credlens.model.demand import Demand
from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown
from credlens.model.gap import Evidence

WHY = {
    WhyUnknown.NOT_STATED: "the source does not say",
    WhyUnknown.NOT_LOOKED_UP: "nobody has looked yet",
    WhyUnknown.CONFLICTING: "sources disagree",
    WhyUnknown.NOT_APPLICABLE: "the question does not apply here",
}
CONTINUING_EDUCATION = frozenset(
    {"CEU", "CPD", "CPE", "CME", "PDU"}
)  # units of professional bodies: no study programme takes them


def cite(statement: str, sources: Sequence[Source]) -> tuple[Evidence, ...]:
    """The statement once for each source that makes it."""
    return tuple(Evidence(statement, source) for source in sources)


def cite_fact(what: str, fact: Fact[Any], words: Callable[[Any], str] = naming.value) -> tuple[Evidence, ...]:
    """The fact's value in words with its sources; with conflicting values each value with its own source."""
    values = fact.candidates()
    if isinstance(fact.value, Unknown) and len(values) == len(fact.sources):
        return tuple(Evidence(f"{what}: {words(v)}", s) for v, s in zip(values, fact.sources, strict=True))
    told = WHY[fact.value.why] if isinstance(fact.value, Unknown) else words(fact.value)
    return cite(f"{what}: {told}", fact.sources)


def unknown_words(what: str, fact: Fact[Any]) -> str:
    """Why there is no value, as a clause: "supervision is not known (nobody has looked yet)"."""
    why = fact.value.why if isinstance(fact.value, Unknown) else WhyUnknown.NOT_LOOKED_UP
    return f"{what} is not known ({WHY[why]})"


def found_empty(credential: Credential, name: str) -> tuple[Source, ...] | None:
    """Who looked for a list of the credential and found it empty; None when nobody says so."""
    found = [a for a in credential.absent if a.field == name]
    return tuple(s for a in found for s in a.sources) if found else None


def ended(until: date | None, today: date) -> bool:
    """Whether what held until that day is over; what has no last day is not."""
    return until is not None and until < today


def ads_source(demand: Demand) -> Source:
    """The counted ads as a source: how many, from when to when, and whether they are invented."""
    window = f"ads from {demand.first} to {demand.last}" if demand.first and demand.last else "ads"
    return Source(
        Method.COMPUTED, date=demand.last, n=demand.n, note=f"invented example {window}" if demand.examples else window
    )


def market_source(case_market: str, n: int) -> Source:
    """Ads counted in a built market as a source."""
    return Source(Method.COMPUTED, n=n, note=case_market or "the built market")


def academic_credit(credential: Credential) -> tuple[CreditValue, ...]:
    """Credit that a study programme may take (ECTS, semester hours ...), continuing-education units left out."""
    return tuple(c for c in credential.credit if c.system.upper() not in CONTINUING_EDUCATION)

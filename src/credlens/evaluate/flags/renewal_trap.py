"""Renewal trap: keeping it alive for five years costs more than getting it."""

from __future__ import annotations

from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite_fact, unknown_words
from credlens.evaluate.flags.base import RedFlag, Verdict, cannot_tell, clear, fires
from credlens.evaluate.renewals import amount_in, renewal_bills
from credlens.model.credential import Credential


def check(case: Case) -> Verdict:
    """Fires when five years of renewals cost more than the dearest first cost; clear up to the cheapest one."""
    bills, credential = renewal_bills(case.credential), case.credential
    evidence = cite_fact("validity", credential.validity) + cite_fact("renewal", credential.renewal)
    if all(b is not None and not b.amount for b in bills):
        return clear("keeping it for five years costs nothing", evidence)
    if None in bills:
        return cannot_tell(_missing(credential), evidence)
    quote = case.quote
    if quote is None or quote.low is None or quote.high is None:
        return cannot_tell("what it costs in the first place is not known", evidence)
    sums = [a for b in bills if (a := amount_in(b, quote.high.currency)) is not None]
    if len(sums) < len(bills):
        return cannot_tell("first cost and renewal are in different currencies, which are not converted", evidence)
    span = " or ".join(f"{a:,f}" for a in sorted(sums))
    first = f"{quote.low}" if quote.low == quote.high else f"{quote.low} to {quote.high}"
    words = f"renewing it for five years costs {quote.high.currency} {span}, getting it {first}"
    if min(sums) > quote.high.amount:
        return fires(words, evidence)
    return clear(words, evidence) if max(sums) <= quote.low.amount else cannot_tell(words, evidence)


def _missing(credential: Credential) -> str:
    """Which part of the sum is not known."""
    if not credential.validity.candidates():
        return unknown_words("how long it holds", credential.validity)
    holds = " or ".join(str(v) for v in credential.validity.candidates() if v.months is not None)
    return f"it holds for {holds}, and what renewing it costs is not known"


FLAG = RedFlag(
    id="renewal_trap",
    question="Does keeping it for five years cost more than getting it?",
    reference="CTDL renewalFrequency and RenewalFee, as recorded; the threshold (more than the first cost) is a "
    "judgement of this project.",
    check=check,
)

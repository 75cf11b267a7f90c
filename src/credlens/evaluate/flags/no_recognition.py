"""No recognition: nobody vouches for it, and enough ads were searched to say that hardly any names it."""

from __future__ import annotations

from dataclasses import dataclass

from credlens.evaluate.case import Case
from credlens.evaluate.cite import ads_source, cite, ended, found_empty, market_source
from credlens.evaluate.criteria.recognition import UNHEARD, in_words
from credlens.evaluate.flags.base import RedFlag, Verdict, cannot_tell, clear, fires
from credlens.evaluate.rates import mention_rate
from credlens.evaluate.registers.claimed import UNCONFIRMED, confirmed_by, is_confirmed
from credlens.evaluate.registers.listed import accreditor_lines
from credlens.model.gap import Evidence
from credlens.model.register import Lists

LISTS = {"accreditation": "accreditation", "recognition": "endorsement", "credit": "credit"}  # who could vouch


@dataclass(frozen=True, slots=True)
class _Count:
    """One body of ads, and between which shares of all such ads would name it."""

    n: int
    rare: float
    often: float
    words: str


def check(case: Case) -> Verdict:
    """Fires when it is known that nothing vouches for it, and the upper bound of the share of ads that name it is below 1 in 2,000.

    With no mention that takes 6,000 ads (rule of three), the target's own or those of its occupation in a built market, whichever are
    more. That no accreditation is recorded is not that there is none: where nobody has looked, or where only its provider
    claims one, it cannot be told.
    """
    counts, evidence = _counts(case)
    words = counts[0].words if counts else _uncounted(case)
    vouched, claimed = _vouched(case)
    if vouched:
        return clear(f"{'; '.join(vouched)}; {words}", evidence)
    if heard := [c.words for c in counts if c.rare >= UNHEARD]:
        return clear(heard[0], evidence)
    if claimed:
        return cannot_tell(f"{'; '.join(claimed)} ({UNCONFIRMED}); {words}", evidence)
    empty = {name: found_empty(case.credential, name) for name in LISTS}
    evidence += tuple(e for name, by in empty.items() if by for e in cite(f"no {LISTS[name]}", by))
    open_lists = [LISTS[name] for name, by in empty.items() if by is None]
    rarely = bool(counts) and counts[0].often < UNHEARD
    needed = "; 6,000 ads would be needed to tell" * (bool(counts) and not rarely)
    if open_lists:
        unsure = f"nobody has looked up whether it has any {' or '.join(open_lists)}"
        return cannot_tell(f"nothing that vouches for it is recorded, and {unsure}; {words}{needed}", evidence)
    nobody = f"nobody vouches for it (no {', no '.join(LISTS.values())})"
    if rarely:
        return fires(f"not worth it on current evidence: {nobody}, and it is {words}", evidence)
    return cannot_tell(f"{nobody}; {words}{needed}", evidence)


def _vouched(case: Case) -> tuple[list[str], list[str]]:
    """Who vouches for it today, and who is only claimed to; an accreditor that nobody recognises does not."""
    credential, today = case.credential, case.today
    found = [
        (f"{a.what} accredited by {a.body}", is_confirmed(case, a))
        for a in credential.accreditation
        if not ended(a.until, today) and not any(accreditor_lines(a.body, case.registers, Lists.UNRECOGNISED, a.what))
    ]
    found += [
        (f"{r.kind.replace('_', ' ')}: {r.by}", confirmed_by(case, r.by, r.sources)) for r in credential.recognition
    ]
    found += [
        (f"credit: {c.system}", confirmed_by(case, c.by, c.sources))
        for c in credential.credit
        if not ended(c.until, today)
    ]
    return [words for words, sure in found if sure], [words for words, sure in found if not sure]


def _counts(case: Case) -> tuple[list[_Count], tuple[Evidence, ...]]:
    """Bodies of ads in which its name was searched for, the larger first; invented ads and empty bodies left out."""
    if not case.looked_for:
        return [], ()
    counts, evidence = [], []
    own, market = case.demand.recognition(case.credential.id), case.recognised
    if own.share.n:
        evidence.append(Evidence(f"named in {own.share.k} of {own.share.n} ads", ads_source(case.demand)))
    if own.share.n and not case.demand.examples:
        counts.append(_Count(own.share.n, *mention_rate(own.share.k, own.share.n), in_words(own)))
    if market is not None and market.n and market.low is not None and market.high is not None:
        where = case.market or "the built market"
        evidence.append(Evidence(f"named in {market.k:,} of {market.n:,} ads", market_source(where, market.n)))
        often = max(market.high, market.at_most or 0.0)
        counts.append(_Count(market.n, market.low if market.k else 0.0, often, f"in {where}: {market.words}"))
    return sorted(counts, key=lambda c: -c.n), tuple(evidence)


def _uncounted(case: Case) -> str:
    if not case.looked_for:
        return "ads were not searched for its title, which could mean other things"
    if case.demand.n == 0:
        return "there are no ads of this target to search"
    seen = case.demand.recognition(case.credential.id)
    return f"named in {seen.share.k} of {seen.share.n} example ads, which are invented and say nothing about employers"


FLAG = RedFlag(
    id="no_recognition",
    question="Does nobody vouch for it, and does hardly any ad name it?",
    reference="Rule of three: Hanley & Lippman-Hand 1983, JAMA 249, 1743-1745. The threshold of 1 ad in 2,000 is a "
    "judgement of this project.",
    check=check,
    gates=True,
)

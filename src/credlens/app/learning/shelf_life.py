"""Use case: the shelf life of what a person has: skills that lose demand, credentials that expire, and which of these to renew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from credlens.app.ports import Ports
from credlens.app.presenting.calendar import last_day, lasts
from credlens.app.presenting.holdings import Holding, holdings
from credlens.app.situation import Situation
from credlens.app.target import stored_situation
from credlens.evaluate.renewals import bill, renewal_ways
from credlens.model.credential import Credential
from credlens.model.market import Trend
from credlens.model.quantity import Share
from credlens.model.serial import plain
from credlens.model.skill import Alias
from credlens.outcomes.renewing import (
    FEWEST,
    HeldTerm,
    RenewalWay,
    Renewing,
    RenewVerdict,
    SkillTerm,
    SkillVerdict,
    SoleSkill,
    renewing,
    skill_term,
)
from credlens.skills.matcher import PhraseIndex

EMPTY = "Nothing is known of you yet. Give your documents: credlens profile import RESUME, or badges: credlens wallet add FILE"
NO_TARGET = "There is no target yet, so nobody can say what renewing brings: credlens gap --ads FOLDER"
NO_MARKET = "Trends of skills need a market of dated ads of at least two years: credlens market build FOLDER"
NO_CREDENTIALS = "No credential of yours is known: credlens wallet add FILE"
_SKILLS = (SkillVerdict.FALLING, SkillVerdict.RISING, SkillVerdict.STEADY, SkillVerdict.UNKNOWN)
_CREDENTIALS = (RenewVerdict.RENEW, RenewVerdict.CANNOT_TELL, RenewVerdict.LET_GO, RenewVerdict.NOT_NEEDED_YET)


@dataclass(frozen=True)
class SkillLife:
    """A held skill and where its demand goes."""

    uri: str
    label: str
    term: SkillTerm


@dataclass(frozen=True)
class CredentialLife:
    """A held credential, what is known of renewing it, and what to do.

    Attributes:
        id: in the catalog; None when the catalog does not know it.
    """

    id: str | None
    held: HeldTerm
    found: Renewing


@dataclass(frozen=True)
class ShelfLife:
    """Skills, those that fall first; credentials, those to act on first; and what the whole lacks, with next steps."""

    skills: tuple[SkillLife, ...] = ()
    credentials: tuple[CredentialLife, ...] = ()
    words: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """``skills``, ``credentials`` and ``words``; unknown values are null."""
        return {
            "skills": [_skill(s) for s in self.skills],
            "credentials": [_credential(c) for c in self.credentials],
            "words": list(self.words),
        }


def shelf_life(ports: Ports, here: Situation | None = None) -> ShelfLife:
    """What loses demand and what expires, of all that the stored person has. Looking leaves nothing behind.

    Args:
        ports: the doors.
        here: where the person stands, when it is known already.
    """
    if not ports.has_state():
        return ShelfLife(words=(EMPTY,))
    here = here or stored_situation(ports)
    held = holdings(ports, here.knowledge, here.person)
    skills = tuple(sorted(_skills(here), key=lambda s: (_SKILLS.index(s.term.verdict), s.label)))
    credentials = tuple(
        sorted(
            (_life(here, each) for each in held),
            key=lambda c: (_CREDENTIALS.index(c.found.verdict), c.held.last_day or date.max, c.held.name),
        )
    )
    words = []
    if not here.demand.n:
        words.append(NO_TARGET)
    if here.market is None:
        words.append(NO_MARKET)
    if not held:
        words.append(NO_CREDENTIALS)
    return ShelfLife(skills, credentials, tuple(words))


def _skills(here: Situation) -> Iterator[SkillLife]:
    """Every held skill, with its trend where the market has one."""
    taxonomy, held = here.knowledge.taxonomy, sorted(here.person.skills)
    trends: dict[str, Trend] = {}
    if here.market is not None and held:
        trends = here.market.trends_of(held)
    why = "no market was built" if here.market is None else "it is not among the skills that the market's ads name most"
    for skill in held:
        if skill in taxonomy:
            ref = taxonomy[skill].ref()
            yield SkillLife(ref["uri"], ref["label"], skill_term(trends.get(skill), why))


def _life(here: Situation, holding: Holding) -> CredentialLife:
    credential = holding.credential
    last = last_day(holding)
    named, required = _named(here, holding)
    validity = credential.validity.candidates() if credential else ()
    held = HeldTerm(
        name=holding.name,
        today=here.ports.today,
        last_day=last[0] if last else None,
        lasting=last is None and lasts(holding),
        ways=_ways(credential),
        named=named,
        required=required,
        law=_law(here, holding),
        sole=tuple(_sole(here, holding)),
        months=validity[0].months if len(validity) == 1 else None,
    )
    return CredentialLife(credential.id if credential else None, held, renewing(held))


def _ways(credential: Credential | None) -> tuple[RenewalWay, ...]:
    """Every way that sources name, at its price for one validity."""
    ways = renewal_ways(credential) if credential else ()
    return tuple(dict.fromkeys(RenewalWay(w.method, bill(1, w), w.hours) for w in ways))


def _named(here: Situation, holding: Holding) -> tuple[Share | None, int | None]:
    """(ads that name it, those that require it): of the ads given, or of the market's where those are few and these are more."""
    credential = holding.credential
    names = {n.id for n in here.knowledge.credential_names}
    if credential is None or credential.id not in names:
        return _by_words(here, holding), None
    given = here.demand.recognition(credential.id)
    found = here.market.recognised(credential) if here.market and given.share.n < FEWEST else None
    if found is not None and found.n > given.share.n:
        return Share(found.k, found.n), max(found.required, given.required)
    return (given.share if given.share.n else None), given.required


def _by_words(here: Situation, holding: Holding) -> Share | None:
    """Ads given that have its name in them, word for word; None where none has, since they may call it otherwise."""
    target = here.ports.store().target()
    if target is None or not target.postings or not holding.name.strip():
        return None
    phrase = PhraseIndex([("", [Alias(holding.name)])])
    k = sum(bool(phrase.find(posting.text)) for posting in target.postings)
    return Share(k, len(target.postings)) if k else None


def _law(here: Situation, holding: Holding) -> str:
    """The licence that the law demands for the target, where this credential is it; empty otherwise."""
    demanded = {g.requirement for g in here.gap.gates if g.by == "law" and g.kind == "licence"}
    for occupation in here.knowledge.occupations:
        if occupation.licence in demanded and PhraseIndex([("", occupation.licence_names)]).find(holding.name):
            return f"{occupation.title}, {occupation.jurisdiction_label}: {occupation.licence}"
    return ""


def _sole(here: Situation, holding: Holding) -> Iterator[SoleSkill]:
    """Wanted skills of which every piece of evidence is the line or badge of this credential."""
    for skill, wanted in sorted(here.demand.skills.items(), key=lambda pair: (-pair[1].share.k, pair[0])):
        held = here.person.skills.get(skill)
        if wanted.share.k and held and held.evidence and all(e.where == holding.where for e in held.evidence):
            yield SoleSkill(here.knowledge.taxonomy[skill].label, wanted.share)


def _skill(life: SkillLife) -> dict[str, Any]:
    term = life.term
    return {
        "skill": {"uri": life.uri, "label": life.label},
        "verdict": term.verdict.value,
        "change_per_year": plain(term.change_per_year),
        "ci90": plain(term.ci90),
        "half_life_years": plain(term.half_life_years),
        "n_quarters": term.n_quarters,
        "n": term.n,
        "because": term.because,
    }


def _credential(life: CredentialLife) -> dict[str, Any]:
    held, found = life.held, life.found
    return {
        "credential": life.id,
        "name": held.name,
        "expires": held.last_day.isoformat() if held.last_day else None,
        "never_expires": held.lasting,
        "days_left": held.days_left,
        "verdict": found.verdict.value,
        "because": list(found.because),
        "decide_on": found.decide_on.isoformat() if found.decide_on else None,
        "renewal": {
            "ways": plain(held.ways),
            "months": held.months,
            "needed_by": {"ci90": plain(found.needed), "n": found.n} if found.n else None,
            "worth_from": plain(found.worth_from),
            "named": plain(held.named),
            "required": held.required,
            "law": held.law or None,
            "rests_on_it_alone": [{"skill": s.label, "share": plain(s.share)} for s in held.sole],
        },
    }

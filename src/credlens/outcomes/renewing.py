"""Renew a held credential or let it go, and whether a held skill is still asked for.

What renewing brings is the share of the target's ads that need the credential: they name it, or they name a skill that nothing else of the
person shows. What it takes is hours, and money counted in hours. All weights are judgements; the counts and their intervals are not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from math import ceil, expm1

from credlens.model.market import Trend, Verdict
from credlens.model.quantity import Money, Share

LEVEL = 0.9
AHEAD = 180  # days before the last one from which on it is decided; judgement: time for a course, and for a second try at an exam
WEEKLY = (
    2.0  # hours a week beside a job; judgement: a renewal of more hours than fit into these days is decided earlier
)
FEWEST = 30  # ads; judgement: none of 30 still leaves up to 8 % that ask for it, none of fewer says next to nothing
FEWEST_QUARTERS = 8  # outcomes: less cannot tell a trend from the time of the year
PER_HOUR = 0.001  # of the ads: judgement: 50 hours of renewing are worth it where at least 5 % of the ads need it
MOST = 0.10  # of the ads: judgement: what one ad of ten needs is worth any usual renewal
LEAST = 0.01  # of the ads: judgement: below, even a free renewal is no work worth planning
HOUR = Money(Decimal(25), "USD")  # judgement: what an hour is worth, so that money and hours add up


class RenewVerdict(StrEnum):
    """What to do about a held credential."""

    RENEW = "renew"
    LET_GO = "let_go"
    CANNOT_TELL = "cannot_tell"
    NOT_NEEDED_YET = "not_needed_yet"  # it does not expire, or not soon


class SkillVerdict(StrEnum):
    """Where the demand for a held skill goes."""

    FALLING = "falling"
    RISING = "rising"
    STEADY = "steady"  # no change can be told apart from none
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class RenewalWay:
    """One way of renewing, for the next validity; unknown parts are None."""

    method: str
    cost: Money | None = None
    hours: float | None = None

    def __str__(self) -> str:
        cost = "a price nobody states" if self.cost is None else str(self.cost) if self.cost.amount else "no money"
        hours = "hours nobody states" if self.hours is None else f"{self.hours:g} h"
        return f"{self.method.replace('_', ' ')}: {cost} and {hours}"


@dataclass(frozen=True, slots=True)
class SoleSkill:
    """A wanted skill that only this credential shows, with the ads that name the skill."""

    label: str
    share: Share


@dataclass(frozen=True, slots=True)
class HeldTerm:
    """A held credential and what is known of renewing it.

    Attributes:
        last_day: it holds; None when that is not known. ``lasting``: it is known not to expire.
        ways: of renewing it; empty when none is known.
        named: ads of the target that name it; None when there is no target, or nobody searched the ads for it.
        required: ads that require it, among those; None when nobody looked how firmly they ask.
        law: the law that demands it for the target, in words; empty when none is known to.
        sole: wanted skills that rest on it alone.
        months: of the next validity; None when not known.
    """

    name: str
    today: date
    last_day: date | None = None
    lasting: bool = False
    ways: tuple[RenewalWay, ...] = ()
    named: Share | None = None
    required: int | None = 0
    law: str = ""
    sole: tuple[SoleSkill, ...] = ()
    months: int | None = None

    @property
    def days_left(self) -> int | None:
        """Days until the last one, which is 0; negative once it is over; None when the last day is not known."""
        return None if self.last_day is None else (self.last_day - self.today).days


@dataclass(frozen=True, slots=True)
class Renewing:
    """What to do about it, and why.

    Attributes:
        because: sentences, the reason first, a next step last.
        needed: interval of the share of ads that need it, at 90 %; ``n``: ads counted. (0, 1) and 0 when nothing is known.
        worth_from: the share from which renewing is worth what it takes: from the cheapest way to the dearest.
        decide_on: the day from which it is to be decided; None when it is now, or never.
    """

    verdict: RenewVerdict
    because: tuple[str, ...]
    needed: tuple[float, float]
    n: int
    worth_from: tuple[float, float]
    decide_on: date | None = None


@dataclass(frozen=True, slots=True)
class SkillTerm:
    """Where the demand for a held skill goes.

    Attributes:
        change_per_year: of the odds that an ad names it (-0.2: a fifth less); ``ci90``: its interval. None when unknown.
        half_life_years: until half as many ads name it if it goes on so; None unless it falls.
    """

    verdict: SkillVerdict
    because: str
    n_quarters: int
    n: int
    change_per_year: float | None = None
    ci90: tuple[float, float] | None = None
    half_life_years: float | None = None


def renewing(held: HeldTerm, hour: Money = HOUR) -> Renewing:
    """Renew it or let it go.

    What a law demands is renewed; what an ad requires is never let go; of what may never expire nobody can tell. More demand never turns RENEW into LET_GO, and a higher price
    never turns LET_GO into RENEW.

    Args:
        held: the credential.
        hour: what an hour is worth. A price in another currency counts as unknown, since there is no rate offline.
    """
    needed, n = _needed(held)
    worth_from = _worth_from(held.ways, hour)
    verdict, reasons = _decide(held, needed, n, worth_from)
    left, begin = held.days_left, None
    if left is None or left > _ahead(held):
        waiting = _wait(held)
        if waiting is not None:
            verdict, begin = RenewVerdict.NOT_NEEDED_YET, waiting[0]
            reasons = (waiting[1], *(("What it looks like today: " + reasons[0],) if begin and reasons else ()))
    if left is None and not held.lasting:
        verdict = RenewVerdict.CANNOT_TELL
        reasons = ("Whether or when it expires is not known: ask whoever gave it.", *reasons)
    if left is not None and left < 0:
        reasons = (f"It expired on {held.last_day}. {_again(held)}", *reasons)
    if verdict is RenewVerdict.LET_GO:
        reasons += ("You may leave it off your resume, and the record stays: that you earned it remains true.",)
    return Renewing(verdict, reasons, needed, n, worth_from, begin)


def skill_term(trend: Trend | None, why_none: str = "no market was built") -> SkillTerm:
    """What the trend of a skill says of it.

    Args:
        trend: None when there is none.
        why_none: the reason for that, in words.
    """
    if trend is None:
        return SkillTerm(SkillVerdict.UNKNOWN, f"Unknown: {why_none}.", 0, 0)
    q, n = trend.quarters, trend.n
    low, high, slope = trend.low, trend.high, trend.slope
    if q < FEWEST_QUARTERS:
        return SkillTerm(
            SkillVerdict.UNKNOWN, f"Unknown: ads of {q} quarters, and a trend needs {FEWEST_QUARTERS}.", q, n
        )
    if trend.verdict is Verdict.UNKNOWN or slope is None or low is None or high is None:
        return SkillTerm(SkillVerdict.UNKNOWN, f"Unknown: {trend.words.removeprefix('unknown: ')}.", q, n)
    change, between = expm1(slope), (expm1(low), expm1(high))
    counted = f"the odds that an ad names it changed by {change:+.0%} a year (90 % interval {between[0]:+.0%} to {between[1]:+.0%}), {q} quarters, {n:,} ads"
    if trend.bent:
        return SkillTerm(
            SkillVerdict.UNKNOWN, f"Unknown: its share did not move along one line; {counted}.", q, n, change, between
        )
    if high < 0:
        half = trend.half_life_years
        ends = f" Half as many ads would name it in {half:.1f} years if it went on so." if half is not None else ""
        return SkillTerm(SkillVerdict.FALLING, f"Asked for less: {counted}.{ends}", q, n, change, between, half)
    if low > 0:
        return SkillTerm(SkillVerdict.RISING, f"Asked for more: {counted}.", q, n, change, between)
    return SkillTerm(SkillVerdict.STEADY, f"No change that can be told from none: {counted}.", q, n, change, between)


def _needed(held: HeldTerm) -> tuple[tuple[float, float], int]:
    """Interval of the share of ads that need it, and how many ads were counted.

    An ad may name it, and a skill besides: at least the largest of the shares need it, at most all of them together.
    """
    named = held.named if held.named is not None and held.named.n else None
    alone = [each.share for each in held.sole if each.share.k]
    ends = [share.interval(LEVEL) for share in ([named] if named else []) + alone]
    low = max((end[0] for end in ends), default=0.0)
    # where nobody searched the ads for its name, all of them may name it
    high = min(1.0, sum(end[1] for end in ends)) if named else 1.0
    return (low, high), max((share.n for share in ([named] if named else []) + alone), default=0)


def _worth_from(ways: Iterable[RenewalWay], hour: Money) -> tuple[float, float]:
    """The share of ads from which renewing pays: by the cheapest way that sources name, and by the dearest."""
    bars = [_bar(way, hour) for way in ways] or [(LEAST, MOST)]
    return min(b[0] for b in bars), max(b[1] for b in bars)


def _bar(way: RenewalWay, hour: Money) -> tuple[float, float]:
    money = None
    if way.cost is not None and (not way.cost.amount or way.cost.currency == hour.currency):
        money = float(way.cost.amount / hour.amount)
    least = PER_HOUR * ((money or 0.0) + (way.hours or 0.0))
    known = money is not None and way.hours is not None
    low = min(MOST, max(LEAST, least))
    return low, low if known else MOST


def _decide(
    held: HeldTerm, needed: tuple[float, float], n: int, bar: tuple[float, float]
) -> tuple[RenewVerdict, tuple[str, ...]]:
    asked, cost = _asked(held), _cost(held)
    if held.law:
        return RenewVerdict.RENEW, (f"The law demands it: {held.law}.", *asked, *cost)
    if not n:
        return RenewVerdict.CANNOT_TELL, (
            "No ad tells: there are none, or none has its name as you write it.",
            *cost,
            "Give job ads of what you aim at, or look for its name in those you have: credlens gap --ads FOLDER",
        )
    low, high = needed
    if low >= bar[1]:
        return RenewVerdict.RENEW, (*asked, f"That is worth what it takes ({_limit(bar)}).", *cost)
    named = held.named
    nobody = named is not None and not named.k and named.n >= FEWEST and not any(each.share.k for each in held.sole)
    if (nobody or (high < bar[0] and held.required is not None)) and not held.required:
        if nobody:
            why = f"Nobody asks for it, and nothing that is asked for rests on it alone: at most {high:.0%} of the ads may need it."
        else:
            why = f"{_span(needed)} of the ads need it, and {_limit(bar)}."
        return RenewVerdict.LET_GO, (*asked, why, "No law that is known here demands it for your target.", _saved(held))
    return RenewVerdict.CANNOT_TELL, (*asked, *_undecided(held, needed, n, bar), *cost)


def _undecided(held: HeldTerm, needed: tuple[float, float], n: int, bar: tuple[float, float]) -> tuple[str, ...]:
    """Why it cannot be told, and what would."""
    lines = [f"{_span(needed)} of the ads need it; {_limit(bar)}."]
    if held.required is None:
        lines.append("How firmly these ads ask is not known: read them before you let it go.")
    elif held.required:
        lines.append("Some ads require it, so it is not to be let go before you looked at these.")
    if held.named is None:
        lines.append("The ads were not searched for all that it is called: look for its names in them yourself.")
    elif n < FEWEST:
        lines.append(f"{n} ads are few: give at least {FEWEST} with credlens gap --ads FOLDER")
    elif bar[1] > bar[0]:
        lines.append("What renewing takes is not wholly known: ask whoever gave it for the price and the hours.")
    else:
        lines.append("More ads would narrow it: credlens gap --ads FOLDER. Till then it is your choice.")
    return tuple(lines)


def _asked(held: HeldTerm) -> tuple[str, ...]:
    lines = []
    if held.named is not None and held.named.n:
        firm = f", {held.required} require it" if held.named.k and held.required is not None else ""
        lines.append(f"{_counted(held.named)} name it{firm}.")
    lines += [f"{_counted(s.share)} name {s.label}, which nothing else of yours shows." for s in held.sole if s.share.k]
    return tuple(lines)


def _counted(share: Share) -> str:
    low, high = share.interval(LEVEL)
    return f"{share.k} of {share.n} ads ({100 * low:.0f} to {100 * high:.0f} %)"


def _span(ends: tuple[float, float]) -> str:
    return f"{100 * ends[0]:.0f} to {100 * ends[1]:.0f} %"


def _limit(bar: tuple[float, float]) -> str:
    ends = f"{100 * bar[0]:.1f} %" if bar[0] == bar[1] else f"{100 * bar[0]:.1f} to {100 * bar[1]:.1f} %"
    return f"renewing is worth it from {ends} of the ads on, a judgement"


def _cost(held: HeldTerm) -> tuple[str, ...]:
    if not held.ways:
        return ("How it is renewed, and at what price, is not known.",)
    period = f" for the next {held.months} months" if held.months else ""
    return (f"Renewing takes{period}: {' or '.join(dict.fromkeys(map(str, held.ways)))}.",)


def _saved(held: HeldTerm) -> str:
    if not held.ways:
        return "What you save is not known: nobody states what renewing takes."
    return f"You save {' or '.join(dict.fromkeys(str(w).split(': ', 1)[1] for w in held.ways))}."


def _again(held: HeldTerm) -> str:
    if not held.ways:
        return "What it would take to hold it again is not known, and may be the whole exam: ask whoever gave it."
    ways = " or ".join(dict.fromkeys(map(str, held.ways)))
    return f"Renewing took {ways}; after the last day the issuer may ask for the whole exam: ask first."


def _wait(held: HeldTerm) -> tuple[date | None, str] | None:
    """(the day to decide on, why not before it); None when it is not known whether there is time."""
    if held.last_day is not None:
        begin = held.last_day - timedelta(days=_ahead(held))
        return begin, f"It holds until {held.last_day}: nothing is to be done before {begin}."
    return (None, "It does not expire: there is nothing to renew.") if held.lasting else None


def _ahead(held: HeldTerm) -> int:
    """Days before the last one from which on it is to be decided: as many as the longest way takes, and :data:`AHEAD` at least."""
    return max(AHEAD, ceil(7 * max((way.hours or 0.0 for way in held.ways), default=0.0) / WEEKLY))

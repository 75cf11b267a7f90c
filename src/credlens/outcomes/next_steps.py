"""What to do next: interviews that a search would bring, for each thing that the free hours of a week can go into.

Going on as now sends so many applications a week, each of which brings an interview with the person's own base rate. A choice takes the free
hours until it is done. After that, and all along for who applies more, the free hours go into more applications, of which there are only as
many as there are suitable ads. What is done changes the odds of an interview, and how many ads are suitable.

Everything that is not known is drawn, the same draws for every choice, so that what they share does not blur the difference between them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from credlens.model.application import Application
from credlens.model.belief import EffectPrior
from credlens.model.next_step import Choice, NextKind, PlanAdvice, Search, Worth
from credlens.outcomes.effect import logit

Floats = NDArray[np.float64]

DRAWS = 4000
_SEED = 20  # any number: the same answer every time
SUPPLY = (
    2.0,
    0.5,
)  # judgement: suitable ads for each application of the busiest weeks, and the spread of its logarithm
EFFORT_SPREAD = 0.5  # judgement: of the logarithm of the hours that an application takes
REFERRED_MOST = 0.5  # judgement: of all applications can have somebody inside
REFERRAL_HOURS = (
    6.0,
    0.5,
)  # judgement: of talks for each application that somebody recommends, and the spread of its logarithm
LEAVE_BELOW = 0.2  # probability that a credential brings more than anything else does, below which it waits; judgement
USUAL_PACE = 3.0  # judgement: applications a week, where the log does not say
_PACE_DAYS = 56  # of the log that tell the pace of today
_FEWEST = 10  # applications that tell how many suitable ads there are
_BUSY_DAYS = 28  # in a row in which most were sent: so many suitable ads there were at least


def pace(applications: Sequence[Application], today_ordinal: int) -> float | None:
    """Applications a week over the last eight weeks, or since the first one; None when none was sent in these."""
    ages = [today_ordinal - a.applied.toordinal() for a in applications]
    young = [age for age in ages if 0 <= age < _PACE_DAYS]
    if not young:
        return None
    span = min(_PACE_DAYS, max(7, max(ages) + 1))
    return 7 * len(young) / span


def busiest(applications: Sequence[Application]) -> float:
    """Applications a week in the four weeks in which most were sent; the usual pace where too few are logged to tell."""
    if len(applications) < _FEWEST:
        return USUAL_PACE
    days = sorted(a.applied.toordinal() for a in applications)
    most = max((bisect_right(days, day + _BUSY_DAYS - 1) - i for i, day in enumerate(days)), default=0)
    return 7 * most / _BUSY_DAYS


def worth(search: Search, choices: Sequence[Choice], prior: EffectPrior = EffectPrior()) -> tuple[Worth, ...]:  # noqa: B008
    """What each choice is expected to bring, most first; ties as they are given.

    Args:
        search: as it goes now.
        choices: at least one.
        prior: of the base rate.
    """
    chance = np.random.default_rng(_SEED)
    rate = _base_rates(search, prior, chance)
    supply = search.busiest * np.exp(np.log(SUPPLY[0]) + SUPPLY[1] * chance.standard_normal(DRAWS))
    effort = search.application_hours * np.exp(EFFORT_SPREAD * chance.standard_normal(DRAWS))
    taken = chance.random(DRAWS)
    asking = REFERRAL_HOURS[0] * np.exp(REFERRAL_HOURS[1] * chance.standard_normal(DRAWS))
    now = search.pace * search.weeks * expit(rate)
    shared = chance.standard_normal(DRAWS)  # what a market thinks of certificates is much the same for all of them
    gains = []
    for choice in choices:
        own = np.random.default_rng([_SEED, crc32(choice.id.encode())]).standard_normal(
            DRAWS
        )  # the same beside whatever else
        z = (shared + own) / np.sqrt(2) if choice.kind is NextKind.CREDENTIAL else own
        effect = choice.effect[0] + choice.effect[1] * z
        if choice.kind is NextKind.NETWORKING:
            brought = _networking(search, rate, effect, asking)
        else:
            brought = _then_apply(search, choice, rate, effect, np.maximum(supply, search.pace), effort, taken)
        gains.append(brought - now)
    table = np.array(gains)
    best = np.bincount(table.argmax(axis=0), minlength=len(choices)) / DRAWS
    others = [i for i, c in enumerate(choices) if c.kind is not NextKind.CREDENTIAL]
    otherwise = table[others].max(axis=0) if others else np.full(DRAWS, -np.inf)
    found = [
        Worth(
            choice,
            float(gain.mean()),
            float(np.quantile(gain, 0.05)),
            float(np.quantile(gain, 0.95)),
            float(share),
            float((gain > otherwise).mean()) if choice.kind is NextKind.CREDENTIAL else 0.0,
            _done(choice, search),
        )
        for choice, gain, share in zip(choices, table, best, strict=True)
    ]
    return tuple(sorted(found, key=lambda w: -w.mean))


def advice(found: Sequence[Worth], planned: Collection[str]) -> tuple[PlanAdvice, tuple[str, ...]]:
    """What the worth of choices says of a plan, and which of its credentials are worth their hours now.

    One stays unless it is likely that something else than a credential brings more: changing course costs, too, and the estimates are rough.

    Args:
        found: every choice.
        planned: credentials that the plan still has; none without a plan.
    """
    steps = [w for w in found if w.choice.id in planned]
    worthwhile = tuple(w.choice.id for w in steps if w.beats >= LEAVE_BELOW)
    if not steps:
        return PlanAdvice.NO_PLAN, ()
    if len(worthwhile) == len(steps):
        return PlanAdvice.CONTINUE, worthwhile
    return PlanAdvice.FEWER if worthwhile else PlanAdvice.PAUSE, worthwhile


def carried_over(learned: Mapping[str, tuple[float, float]], prior: EffectPrior) -> tuple[float, float]:
    """(mean, sd) of the effect of a credential that nobody showed yet, after what a log says of others.

    Half of what is between a credential's effect and the prior is taken to hold for all credentials of this person, by how much the log
    narrowed it (a judgement: effects turn with the person more than with the credential, as experience does in Rivas & Baker 2018).

    Args:
        learned: (mean, sd) of the effect after the log, by credential.
    """
    shared = prior.sd**2 / 2
    precision, pulled = 1 / shared, 0.0
    for mean, sd in learned.values():
        if sd >= prior.sd:
            continue
        seen = 1 / (1 / sd**2 - 1 / prior.sd**2)  # variance of what the log alone says
        noise = seen + shared  # of one credential around what is shared
        precision += 1 / noise
        pulled += ((mean / sd**2 - prior.mean / prior.sd**2) * seen - prior.mean) / noise
    return prior.mean + pulled / precision, float(np.sqrt(1 / precision + shared))


def _base_rates(search: Search, prior: EffectPrior, chance: np.random.Generator) -> Floats:
    """Draws of the log odds of an interview as the person applies now."""
    grid = np.linspace(logit(0.0005), logit(0.95), 400)
    logs = -0.5 * ((grid - prior.base_mean) / prior.base_sd) ** 2
    logs += search.interviews * grid - search.settled * np.logaddexp(0, grid)
    mass = np.exp(logs - logs.max())
    cdf = np.cumsum(mass) / mass.sum()
    u = (np.arange(DRAWS) + 0.5) / DRAWS
    chance.shuffle(u)
    drawn: Floats = np.interp(u, cdf, grid)
    return drawn


def _then_apply(
    search: Search, choice: Choice, rate: Floats, effect: Floats, supply: Floats, effort: Floats, taken: Floats
) -> Floats:
    """Interviews over the weeks ahead: as now until it is done, then with its effect, more ads and the free hours."""
    until = min(search.weeks, _weeks(choice, search))
    wider: Floats | float = 1.0
    if choice.reach is not None and search.reach is not None:
        # One more in both: few ads tell a ratio badly, and none is none. A certificate is proof to some employers and not to others.
        wider = max(1.0, (choice.reach + 1) / (search.reach[0] + 1)) ** taken
    more = np.minimum(search.pace + search.hours / effort, np.maximum(supply * wider, search.pace))
    brought: Floats = until * search.pace * expit(rate) + (search.weeks - until) * more * expit(rate + effect)
    return brought


def _networking(search: Search, rate: Floats, effect: Floats, asking: Floats) -> Floats:
    """Interviews over the weeks ahead when the free hours go into talks: no more applications, but some with somebody inside."""
    referred = np.minimum(search.hours / asking, REFERRED_MOST * search.pace)
    brought: Floats = search.weeks * (referred * expit(rate + effect) + (search.pace - referred) * expit(rate))
    return brought


def _weeks(choice: Choice, search: Search) -> float:
    if not choice.hours:
        return choice.weeks
    return max(choice.weeks, choice.hours / search.hours if search.hours > 0 else float("inf"))


def _done(choice: Choice, search: Search) -> float | None:
    until = _weeks(choice, search)
    return until if until <= search.weeks else None

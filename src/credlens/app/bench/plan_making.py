"""Large made planning problems: what `build` would leave of a catalog of any size for one person, with a seed.

Nothing in it is a statement about anything that exists. The mix of prices, hours and depths is a judgement, made to look like the catalogs that
can be imported: most is short and cheap or by the month, popularity follows Zipf's law, and what is asked for first is a small set of basics that
many teach, in circles too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

import numpy as np

from credlens.model.credential import CostPattern, Depth
from credlens.model.plan import Limits
from credlens.model.quantity import Money
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Bundle, Need, Offer, Saving
from credlens.plan.problem import Problem
from credlens.plan.value import DEPTH_FACTOR, FULL_DOSE, proof

START = date(2026, 1, 5)
WEEKS, HOURS_A_WEEK, BUDGET, MOST = 36, 8.0, 800, 10  # those of the prototype in the design notes, to compare with it
TAXONOMY = 2_000  # skills
BASICS = 24  # skills that others ask for first
CURRENCY = "USD"

# judgement: all shares below, made to look like what can be imported
PLATFORMS = 12
BY_YEAR = 2  # of the platforms, the last ones, sell a year instead of a month
DEPTHS = (Depth.CORE, Depth.PART, Depth.TOUCHED)
DEPTH_SHARES = (0.35, 0.35, 0.30)
SKILLS_EACH = (0.15, 0.25, 0.25, 0.15, 0.12, 0.08)  # one to six
EXAM, SUBSCRIBED, CERTIFIED, OUTRIGHT, FREE = range(5)
PRICE_SHARES = (0.10, 0.37, 0.20, 0.25, 0.08)
ALSO_OUTRIGHT = 0.08  # of those by subscription can be bought for good, too
ONE_NEED, TWO_NEEDS = 0.15, 0.05
SAVING, SAVED = 0.05, 0.2  # so many save this share of their hours after a basic course
COHORTS = 0.03
FIRSTS = tuple(date(START.year + m // 12, m % 12 + 1, 1) for m in range(1, 13))  # when cohorts begin
BUNDLED = 0.01  # of the offers, in pairs


@dataclass(frozen=True)
class _Made:
    """A catalog in columns; credentials by skill number, -1 where there is no further skill or need."""

    skills: np.ndarray  # (n, 6)
    depths: np.ndarray  # (n, 6), place in DEPTHS
    hours: np.ndarray  # (n,)
    quality: np.ndarray
    price: np.ndarray
    platform: np.ndarray
    needs: np.ndarray  # (n, 2)
    saves: np.ndarray  # (n,)
    basics: np.ndarray  # (BASICS,)
    popularity: np.ndarray  # (TAXONOMY,), sums to 1

    @cached_property
    def dose(self) -> np.ndarray:
        """As ``credlens.plan.value.dose``: exams in full, a short course in proportion."""
        return np.where(self.price == EXAM, 1.0, np.minimum(1.0, self.hours / FULL_DOSE))

    @cached_property
    def proofs(self) -> np.ndarray:
        """How far each of its skills is proved, (n, 6); 0 where there is none."""
        factor = np.array([DEPTH_FACTOR[d] for d in DEPTHS])[self.depths]
        shown = factor * (0.4 + 0.6 * self.quality[:, None]) * self.dose[:, None]
        return np.where(self.skills >= 0, shown, 0.0)

    def teaches(self, skill: int) -> np.ndarray:
        """Which credentials can meet a prerequisite: those with this skill as a main subject or a unit."""
        deep = self.depths < DEPTHS.index(Depth.TOUCHED)
        return np.asarray(((self.skills == skill) & deep).any(axis=1))


def made_problem(credentials: int, skills: int, seed: int) -> Problem:
    """The problem of one person before a made catalog.

    Args:
        credentials: in the catalog; of these, the ones become offers that prove a wanted skill further than touching it, and all that can meet a
            prerequisite of one of them.
        skills: wanted ones, out of :data:`TAXONOMY`; their weights follow Zipf's law.
        seed: the same gives the same problem.

    Raises:
        ValueError: more skills are wanted than there are.
    """
    if not 0 < skills <= TAXONOMY - BASICS:
        raise ValueError(f"1 to {TAXONOMY - BASICS} skills can be wanted, not {skills}")
    rng = np.random.default_rng([seed, credentials, skills])
    made = _catalog(rng, credentials)
    wanted = _wanted(rng, made, skills)
    chosen, met = _reached(made, wanted)
    offers = _offers(rng, made, chosen, wanted, met)
    names = sorted({o.credential for o in offers})
    pairs = rng.permutation(len(names))[: 2 * int(BUNDLED * len(names) / 2)].reshape(-1, 2)
    bundles = tuple(
        Bundle(f"bundle-{k:04d}", tuple(sorted(names[i] for i in pair)), Decimal(int(rng.integers(1, 9)) * 5))
        for k, pair in enumerate(pairs)
    )
    ranks = rng.permutation(skills) + 1
    targets = tuple(sorted((f"skill-{s:04d}", 1.0 / float(r)) for s, r in zip(wanted, ranks, strict=True)))
    return Problem(_limits(), targets, offers, bundles=bundles)


def _limits() -> Limits:
    return Limits(
        budget=Money(Decimal(BUDGET), CURRENCY),
        hours_per_week=HOURS_A_WEEK,
        start=START,
        deadline=START + timedelta(weeks=WEEKS, days=-1),
        max_credentials=MOST,
    )


def _catalog(rng: np.random.Generator, n: int) -> _Made:
    popularity = 1 / np.arange(1, TAXONOMY + 1) ** 0.8
    popularity /= popularity.sum()
    skills = rng.choice(TAXONOMY, (n, 6), p=popularity)
    each = rng.choice(np.arange(1, 7), n, p=SKILLS_EACH)
    skills = np.where(np.arange(6) < each[:, None], skills, -1)
    for k in range(1, 6):  # a skill that comes twice counts once
        again = (skills[:, :k] == skills[:, k : k + 1]).any(axis=1)
        skills[again, k] = -1
    basics = 20 + rng.permutation(TAXONOMY // 4)[:BASICS]  # known to many, but not the commonest ones
    return _Made(
        skills=skills,
        depths=rng.choice(len(DEPTHS), (n, 6), p=DEPTH_SHARES),
        hours=np.clip(np.round(rng.lognormal(np.log(20), 0.9, n), 1), 1, 400),
        quality=np.round(rng.beta(5, 4, n), 3),
        price=rng.choice(len(PRICE_SHARES), n, p=PRICE_SHARES),
        platform=_zipf(rng, PLATFORMS, n),
        needs=_needs(rng, skills, basics),
        saves=np.where(rng.random(n) < SAVING, rng.choice(basics, n), -1),
        basics=basics,
        popularity=popularity,
    )


def _needs(rng: np.random.Generator, skills: np.ndarray, basics: np.ndarray) -> np.ndarray:
    """Up to two basics each that it does not teach itself; which ones depends on what it teaches first, so that providers ask alike."""
    n = len(skills)
    draw = rng.random(n)
    many = np.where(draw < TWO_NEEDS, 2, np.where(draw < TWO_NEEDS + ONE_NEED, 1, 0))
    asked = basics[
        rng.integers(0, BASICS, (TAXONOMY, 2))
    ]  # skill -> what it builds on, itself a basic with its own: circles
    needs = asked[skills[:, 0]]
    own = (needs[:, :, None] == skills[:, None, :]).any(axis=2)
    needs = np.where((np.arange(2) < many[:, None]) & ~own, needs, -1)
    needs[needs[:, 0] == needs[:, 1], 1] = -1
    return np.asarray(needs)


def _zipf(rng: np.random.Generator, size: int, n: int) -> np.ndarray:
    shares = 1 / np.arange(1, size + 1)
    return rng.choice(size, n, p=shares / shares.sum())


def _wanted(rng: np.random.Generator, made: _Made, skills: int) -> list[int]:
    """Wanted skills: commoner ones oftener, but no basics, which would be half met already."""
    liked = np.sqrt(made.popularity)
    liked[made.basics] = 0
    return sorted(int(s) for s in rng.choice(TAXONOMY, skills, replace=False, p=liked / liked.sum()))


def _reached(made: _Made, wanted: Sequence[int]) -> tuple[np.ndarray, dict[int, np.ndarray]]:
    """Which credentials become offers, and basic skill -> which of them meet it; as ``credlens.plan.building.build`` reaches and drops."""
    useful = (np.isin(made.skills, wanted) & (made.proofs > DEPTH_FACTOR[Depth.TOUCHED])).any(axis=1)
    teachers = {int(b): made.teaches(int(b)) for b in made.basics}
    open_: set[int] = set()  # basics that can be had, starting from nothing
    while True:
        startable = (np.isin(made.needs, [-1, *open_])).all(axis=1)
        now = {b for b, who in teachers.items() if (who & startable).any()}
        if now == open_:
            break
        open_ = now
    chosen = useful & startable
    asked: set[int] = set()
    while more := {int(s) for s in np.unique(made.needs[chosen]) if s >= 0} - asked:
        asked |= more
        for basic in more:
            chosen = chosen | (teachers[basic] & startable)
    return np.flatnonzero(chosen), {b: np.flatnonzero(who & chosen) for b, who in teachers.items()}


def _offers(
    rng: np.random.Generator, made: _Made, chosen: np.ndarray, wanted: Sequence[int], met: dict[int, np.ndarray]
) -> tuple[Offer, ...]:
    by = {b: tuple(_name(int(i)) for i in who) for b, who in met.items()}
    needs = {b: Need(names, f"skill-{b:04d}") for b, names in by.items() if names}
    aims = frozenset(wanted)
    prices = _Prices(rng, made)
    draws = rng.random((len(chosen), 2))
    found: list[Offer] = []
    for i, (alone, cohort) in zip(chosen.tolist(), draws.tolist(), strict=True):
        skills, depths = made.skills[i].tolist(), made.depths[i].tolist()
        quality, hours = float(made.quality[i]), float(made.hours[i])
        dose = float(made.dose[i])
        proofs = tuple(
            sorted(
                (f"skill-{s:04d}", dose * proof(DEPTHS[d], quality))
                for s, d in zip(skills, depths, strict=True)
                if s in aims
            )
        )
        saver = int(made.saves[i])
        savings = (Saving(by[saver], round(SAVED * hours, 1), f"skill-{saver:04d}"),) if by.get(saver) else ()
        own_needs = tuple(needs[b] for b in made.needs[i].tolist() if b >= 0)
        exam = int(made.price[i]) == EXAM
        found.extend(
            Offer(
                _name(i),
                option,
                hours,
                charges,
                proofs,
                own_needs,
                savings,
                starts=FIRSTS if cohort < COHORTS and not exam else (),
                valid_months=36 if exam else None,
                renewal=Decimal(50) if exam else Decimal(0),
                quality=quality,
            )
            for option, charges in prices.of(i, both=alone < ALSO_OUTRIGHT)
        )
    return tuple(sorted(found, key=lambda o: o.name))


def _name(number: int) -> str:
    return f"made-{number:06d}"


class _Prices:
    """What each credential costs; equal charges are one object, which keeps a large problem small."""

    def __init__(self, rng: np.random.Generator, made: _Made) -> None:
        n = len(made.price)
        self._made = made
        self._platforms = [self._subscription(k, int(rng.integers(15, 60))) for k in range(PLATFORMS)]
        self._outright = np.clip(np.round(rng.lognormal(np.log(60), 0.9, n), -1), 10, 500).astype(int).tolist()
        self._certificate = rng.choice([29, 39, 49, 79, 99], n).tolist()
        self._exam = (rng.integers(10, 41, n) * 10).tolist()
        self._passes = np.round(rng.uniform(0.5, 0.95, n), 1).tolist()
        self._charges: dict[tuple[CostPattern, int, float | None], Charge] = {}

    def of(self, i: int, *, both: bool) -> list[tuple[str, tuple[Charge, ...]]]:
        """Options with their charges, by name; ``both``: what is by subscription can be bought for good, too."""
        kind = int(self._made.price[i])
        if kind == SUBSCRIBED:
            monthly = ("subscription", (self._platforms[int(self._made.platform[i])],))
            once = ("once", (self._charge(CostPattern.ONE_OFF, self._outright[i]),))
            return [once, monthly] if both else [monthly]
        if kind == EXAM:
            return [("exam", (self._charge(CostPattern.PER_ATTEMPT, self._exam[i], self._passes[i]),))]
        if kind == CERTIFIED:
            return [("certified", (self._charge(CostPattern.FREE_AUDIT_PAID_CERT, self._certificate[i]),))]
        if kind == OUTRIGHT:
            return [("once", (self._charge(CostPattern.ONE_OFF, self._outright[i]),))]
        return [("free", (self._charge(CostPattern.FREE, 0),))]

    def _charge(self, pattern: CostPattern, amount: int, passes: float | None = None) -> Charge:
        key = (pattern, amount, passes)
        if key not in self._charges:
            what = "exam" if pattern is CostPattern.PER_ATTEMPT else "tuition"
            self._charges[key] = Charge(pattern, Decimal(amount), CURRENCY, what, pass_rate=passes)
        return self._charges[key]

    @staticmethod
    def _subscription(number: int, monthly: int) -> Charge:
        year = number >= PLATFORMS - BY_YEAR
        pattern = CostPattern.PER_YEAR if year else CostPattern.PER_MONTH
        amount = Decimal(8 * monthly if year else monthly)
        return Charge(pattern, amount, CURRENCY, subscription=f"platform-{number:02d}")

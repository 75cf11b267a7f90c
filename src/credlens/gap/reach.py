"""Which ads are within reach, and which skills would bring more of them there.

An ad is *within reach* when the skills it names that the person shows weigh at least :data:`REACH` of all the skills it names. A skill that
the ad requires weighs 2, any other that it names 1: where an ad says nothing of how firmly it asks, all weigh the same. Transversal skills
and names of whole fields weigh nothing: nobody is turned away for not proving them by a certificate. An ad with one skill that weighs is
within reach with that skill only. An ad that names none cannot be judged, and counts neither as within reach nor as out of it.

The threshold and the weights are judgements. Lower demands would call everything within reach, and asking for all of an ad's skills would
say that nothing is: ads name wishes along with needs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from math import ceil, fsum

from credlens.gap.shapley import shapley
from credlens.model.gap import Gap, Learnt, WhatIf
from credlens.model.posting import Requirement
from credlens.model.skill import Reuse, Skill, Taxonomy

REACH = 0.6  # an ad is within reach when what the person shows weighs at least this share of what it names
_RATIO = Fraction(str(REACH))  # exact, so that no rounding tips an ad
REQUIRED = 2  # weight of a skill that the ad requires
NAMED = 1  # weight of any other skill that it names

Ad = Mapping[str, Requirement]
"""The skills that one ad names, and how firmly."""


def counts(skill: Skill) -> bool:
    """Whether a skill weighs in judging an ad: a course can teach it, and it is not the name of a whole field."""
    return skill.reuse is not Reuse.TRANSVERSAL and not skill.whole_field


class Openings:
    """The ads that are not within reach yet, and what would open them.

    Args:
        ads: what each distinct ad names.
        have: skills that the person shows far enough.
        taxonomy: the skills spoken of; others are passed over.
    """

    def __init__(self, ads: Iterable[Ad], have: Collection[str], taxonomy: Taxonomy) -> None:
        self.n = self.unjudged = self.now = 0
        self._needs: list[int] = []  # of each closed ad: the weight that is missing to be within reach
        self._lacks: list[dict[str, int]] = []  # of each closed ad: missing skill -> its weight
        self._where: dict[str, list[int]] = defaultdict(list)  # missing skill -> closed ads that name it
        for ad in ads:
            weights = {s: _weight(r) for s, r in ad.items() if s in taxonomy and counts(taxonomy[s])}
            if not weights:
                self.unjudged += 1
                continue
            self.n += 1
            need = ceil(_RATIO * sum(weights.values())) - sum(w for s, w in weights.items() if s in have)
            if need <= 0:
                self.now += 1
                continue
            lacks = {s: w for s, w in weights.items() if s not in have}
            for skill in lacks:
                self._where[skill].append(len(self._needs))
            self._needs.append(need)
            self._lacks.append(lacks)

    def opened(self, skills: Iterable[str]) -> int:
        """How many closed ads come within reach when all of these are shown."""
        return sum(g >= self._needs[ad] for ad, g in self._gained(skills).items())

    def opened_beside(self, skills: Collection[str], wanted: Iterable[str]) -> dict[str, int]:
        """For each wanted skill, how many closed ads come within reach when it and ``skills`` are all shown."""
        gained = self._gained(skills)
        base = sum(g >= self._needs[ad] for ad, g in gained.items())

        def more(skill: str) -> int:
            if skill in skills:
                return 0
            ads = self._where.get(skill, ())
            return sum(gained[ad] < self._needs[ad] <= gained[ad] + self._lacks[ad][skill] for ad in ads)

        return {skill: base + more(skill) for skill in wanted}

    def alone(self, skill: str) -> int:
        """How many closed ads come within reach when this skill alone is added."""
        return sum(self._lacks[ad][skill] >= self._needs[ad] for ad in self._where.get(skill, ()))

    def together(self) -> dict[str, float]:
        """The fair share of each missing skill in what closing everything opens, in ads.

        The sum of its Shapley values over the ads. The shares of all skills add up to the number of closed ads, since with everything
        closed every ad that can be judged is within reach.
        """
        shares: dict[str, list[float]] = defaultdict(list)
        for need, lacks in zip(self._needs, self._lacks, strict=True):
            heavy = sum(w == REQUIRED for w in lacks.values())
            for skill, weight in lacks.items():
                shares[skill].append(float(shapley(heavy, len(lacks) - heavy, need, weight)))
        return {s: fsum(found) for s, found in sorted(shares.items())}  # fsum: the order of the ads does not matter

    def nearest(self, done: Collection[str] = ()) -> int | None:
        """The fewest skills besides those ``done`` that bring one more ad within reach; None when no ad is left."""
        gained = self._gained(done)
        least = []
        for ad, (need, lacks) in enumerate(zip(self._needs, self._lacks, strict=True)):
            rest = need - gained[ad]
            heavy = sum(w == REQUIRED for s, w in lacks.items() if s not in done)
            if rest > 0:
                least.append(ceil(rest / REQUIRED) if rest <= REQUIRED * heavy else heavy + rest - REQUIRED * heavy)
        return min(least, default=None)

    def steps(self, skills: Sequence[str]) -> tuple[tuple[str, int], ...]:
        """(skill, ads within reach), the skills taken one after the other, each time the one that opens most; ties as they are given."""
        done: list[str] = []
        found = []
        while left := [s for s in skills if s not in done]:
            opened = self.opened_beside(done, left)
            best = max(left, key=lambda s: opened[s])  # max keeps the first of equals
            done.append(best)
            found.append((best, self.now + opened[best]))
        return tuple(found)

    def _gained(self, skills: Iterable[str]) -> Counter[int]:
        gained: Counter[int] = Counter()
        for skill in dict.fromkeys(skills):
            for ad in self._where.get(skill, ()):
                gained[ad] += self._lacks[ad][skill]
        return gained


def what_if(gap: Gap, ads: Sequence[Ad], taxonomy: Taxonomy, skills: Sequence[str]) -> WhatIf:
    """How many ads come within reach when these skills are learnt.

    Args:
        gap: the gap before.
        ads: what each distinct ad names; none when not known.
        taxonomy: holds all the skills.
        skills: ids; each counts once.
    """
    wanted = tuple(dict.fromkeys(skills))
    if not ads:
        return WhatIf(0, None, None, ())
    have = {i.skill for i in gap.items if i.rank is None}
    openings = Openings(ads, have, taxonomy)
    after = openings.opened(wanted)
    named = {s for ad in ads for s in ad}
    each = tuple(
        Learnt(
            s,
            openings.alone(s),
            after - openings.opened(o for o in wanted if o != s),
            _remark(taxonomy[s], have, named),
        )
        for s in wanted
    )
    return WhatIf(openings.n, openings.now, openings.now + after, each)


def _remark(skill: Skill, have: Collection[str], named: Collection[str]) -> str:
    if skill.id not in named:
        return "no ad here names it"
    if skill.id in have:
        return "you can show it already"
    return "" if counts(skill) else "it does not count towards reach: a certificate hardly proves it"


def _weight(requirement: Requirement) -> int:
    return REQUIRED if requirement is Requirement.REQUIRED else NAMED


def share_shown(ad: Ad, have: Collection[str], taxonomy: Taxonomy) -> float | None:
    """How far a person matches one ad: the share by weight of the skills it names that they show, in [0, 1]; None when none of them weighs."""
    weights = {s: _weight(r) for s, r in ad.items() if s in taxonomy and counts(taxonomy[s])}
    if not weights:
        return None
    return sum(w for s, w in weights.items() if s in have) / sum(weights.values())

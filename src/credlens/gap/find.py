"""Signature 1, second half: demand minus profile, ranked by what closing each part would open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from credlens.gap import shown as showing
from credlens.gap import words
from credlens.gap.reach import Ad, Openings
from credlens.gap.shown import ENOUGH, shown_to
from credlens.model.demand import Demand, SkillDemand
from credlens.model.gap import Advice, Gap, GapItem, Gate, Reach
from credlens.model.person import HeldSkill, Person
from credlens.model.skill import Reuse, Taxonomy

SELDOM = 0.1  # a skill that fewer than a tenth of the ads name is listed, but nobody should plan for it
FIRST = 3  # "list the top three skills you lack"


def find(
    person: Person,
    demand: Demand,
    taxonomy: Taxonomy,
    *,
    target: str,
    today: date,
    gates: Sequence[Gate] = (),
    ads: Sequence[Ad] = (),
) -> Gap:
    """The ranked gap of a person towards a target.

    The rank orders by what closing a skill would open: its fair share of the ads that closing everything brings within reach (see
    :mod:`credlens.gap.reach`) x what is missing of it x (1 + how firmly it is asked for) / 2; a firm demand counts 1, one that says
    nothing of it one half, a wish 0. Where the share of ads is an estimate from few ads and what was known before, the fair share is that
    of an ad that names the skill, times the estimated share; a skill that only the knowledge from before names gets the mean. Without
    ads, the estimated share stands alone. How often a skill is asked for decides only between equals, then the skill's id. Skills that a
    course can teach come before transversal ones and names of whole fields; seldom ones come last. The first three leave out what is
    known and only lacks proof: that needs a badge or a project, and no course.

    Args:
        person: what the person can show.
        demand: what the ads ask for.
        taxonomy: the skills spoken of.
        target: the goal in words.
        today: the day by which something was not used for long.
        gates: found by :func:`credlens.gap.gates.find_gates`.
        ads: what each distinct ad names and how firmly, to count what comes within reach; none when not known.
    """
    asked = {s: d for s, d in sorted(demand.skills.items()) if s in taxonomy}
    held = {s: h for s, h in person.skills.items() if s not in person.refused}
    items = [_item(d, held.get(s), taxonomy, today) for s, d in asked.items()]
    others = (s for s in held if s not in asked)
    have = {i.skill for i in items if _enough(i)} | {s for s in others if showing.shown(held[s]) >= ENOUGH}
    openings = Openings(ads, have, taxonomy) if ads else None
    if openings is not None:
        items = _opening(items, openings)
    lacking = _ranked([i for i in items if not _enough(i)])
    kept = sorted((i for i in items if _enough(i)), key=lambda i: (-i.demand.expected, -i.demand.share.k, i.skill))
    first = tuple(i.skill for i in lacking if i.learnable and not (i.umbrella or i.seldom or i.unproven))[:FIRST]
    n = openings.n if openings is not None else 0
    if openings is not None:
        beside = openings.opened_beside(first, [i.skill for i in lacking])
        lacking = [replace(i, opens_with_first=beside[i.skill]) for i in lacking]
    said = [_said(i, first, n) for i in (*lacking, *kept)]
    return Gap(
        target,
        demand.n,
        tuple(said),
        tuple(gates),
        first,
        begin_with=_begin([i for i in said if i.skill in first], n, taxonomy),
        prove=_prove(said),
        skip=_skip(said),
        within_reach=_reach(openings, first, said),
    )


def _item(asked: SkillDemand, held: HeldSkill | None, taxonomy: Taxonomy, today: date) -> GapItem:
    skill = taxonomy[asked.skill]
    return GapItem(
        skill=asked.skill,
        demand=asked,
        held=held,
        missing=1.0 - shown_to(held, asked, skill, today),
        opens=None,
        learnable=skill.reuse is not Reuse.TRANSVERSAL,
        umbrella=skill.whole_field,
        rank=None,
        seldom=_seldom(asked),
        level_gap=showing.level_gap(held, asked),
        stale=showing.stale(held, skill, today),
        unproven=showing.unproven(held),
    )


def _enough(item: GapItem) -> bool:
    return 1.0 - item.missing >= ENOUGH


def _opening(items: Sequence[GapItem], openings: Openings) -> list[GapItem]:
    shares = openings.together()
    return [replace(i, opens=openings.alone(i.skill), opens_together=shares.get(i.skill, 0.0)) for i in items]


def _ranked(items: Sequence[GapItem]) -> list[GapItem]:
    value = _values(items)

    def order(item: GapItem) -> tuple[bool, bool, float, float, str]:
        taught = item.learnable and not item.umbrella
        return (item.seldom, not taught, -value[item.skill], -item.worth, item.skill)

    return [replace(item, rank=place) for place, item in enumerate(sorted(items, key=order), 1)]


def _values(items: Sequence[GapItem]) -> Mapping[str, float]:
    """What ranks: the fair share in an ad that names the skill x expected share of ads x what is missing x firmness."""
    named = [i for i in items if i.opens_together is not None and i.demand.share.k and i.learnable and not i.umbrella]
    ads = sum(i.demand.share.k for i in named)
    usual = sum(i.opens_together or 0.0 for i in named) / ads if ads else 1.0

    def part(item: GapItem) -> float:
        known = item.opens_together is not None and item.demand.share.k > 0
        return (item.opens_together or 0.0) / item.demand.share.k if known else usual

    # Rounded, so that equal values whose sums went different ways are equal.
    return {i.skill: round(part(i) * i.demand.expected * i.missing * (1 + _firm(i.demand)) / 2, 12) for i in items}


def _firm(asked: SkillDemand) -> float:
    """How firmly the ads that name it ask, in [0, 1]: those that say nothing of it count one half, so that one firm voice is not all."""
    silent = asked.share.k - asked.required.n
    return (asked.required.k + silent / 2) / asked.share.k if asked.share.k else asked.firmness


def _seldom(asked: SkillDemand) -> bool:
    # One ad among ten or more may be a slip of the writer or the reader; with few ads one is all there is.
    slip = asked.blend is None and asked.share.k < 2 and asked.share.n >= 10
    return asked.expected < SELDOM or slip


def _said(item: GapItem, first: Sequence[str], n: int) -> GapItem:
    return replace(item, why=words.why(item, first, n), remarks=words.remarks(item))


def _begin(items: Sequence[GapItem], n: int, taxonomy: Taxonomy) -> Advice | None:
    """Of the first, given by rank, the one that opens most alone; ties by the fair share, then by rank."""
    if not items:
        return None
    chosen = max(items, key=lambda i: (i.opens or 0, round(i.opens_together or 0.0, 12), -(i.rank or 0)))
    return Advice(chosen.skill, words.begin(chosen, [i for i in items if i is not chosen], n, taxonomy))


def _prove(items: Sequence[GapItem]) -> tuple[Advice, ...]:
    """What is known without proof and often enough asked for, most wanted first."""
    open_ = [i for i in items if i.unproven and not i.seldom and i.learnable and not i.umbrella]
    ordered = sorted(open_, key=lambda i: (-i.demand.expected, -i.demand.firmness, i.skill))
    return tuple(Advice(i.skill, words.proof(i)) for i in ordered)


def _skip(items: Sequence[GapItem]) -> tuple[Advice, ...]:
    """What is held as far as it is asked for, in use and on solid evidence, most wanted first."""
    return tuple(
        Advice(i.skill, words.skip(i.held, i.demand))
        for i in items
        if i.rank is None
        and i.held is not None
        and i.learnable
        and not (i.umbrella or i.seldom or i.stale)
        and showing.solid(i.held)
        and showing.masters(i.held, i.demand.level)
    )


def _reach(openings: Openings | None, first: Sequence[str], items: Sequence[GapItem]) -> Reach | None:
    if openings is None:
        return None
    share = {i.skill: i.opens_together or 0.0 for i in items}
    # Ties of a step fall to the greater fair share, then to rank.
    by_share = sorted(first, key=lambda s: -round(share[s], 12))
    return Reach(openings.n, openings.unjudged, openings.now, openings.steps(by_share), openings.nearest(first))

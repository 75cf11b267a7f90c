"""The loop itself: from a situation to options, worth and plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from credlens.app.ads import AdsRead
from credlens.app.beside import beside
from credlens.app.knowledge import Knowledge
from credlens.app.situation import Situation
from credlens.app.solving import must_be_right, solved
from credlens.evaluate.ranked import why_unranked
from credlens.model.credential import Credential
from credlens.model.errors import UserError
from credlens.model.gap import Gap, GateState
from credlens.model.loop import Loop, Option
from credlens.model.person import Person
from credlens.model.plan import Limits, Plan
from credlens.model.schedule import Timetable
from credlens.model.scorecard import Comparison, Scorecard
from credlens.model.weighting import DEFAULT, Weighting
from credlens.plan.portfolio import communities_for

if TYPE_CHECKING:
    from credlens.app.why import Why
    from credlens.plan.problem import Problem

VARIED = 3  # among so many first options, kinds of provider differ where the catalog has them


@dataclass(frozen=True)
class Wishes:
    """What a person wants of their plans besides the limits.

    Attributes:
        alternatives: how many different plans to look for.
        considering: credentials they asked about: judged even when no gap needs them.
        exclude, fixed: credentials that plans must not, or must, contain.
        weighting: what matters to them; the default weights when None.
        effort: how long to search, in deterministic seconds; the usual when None.
        save_problem: where to write the problem that was solved, as a file for ``credlens plan --problem``; None for nowhere.
        explain: whether to say why the first plan is as it is, and which plans no other beats; it takes a few seconds.
        open_to: cost options not everybody can use that are open to them, by name ("library", "student").
    """

    alternatives: int = 3
    considering: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    weighting: Weighting | None = None
    open_to: tuple[str, ...] = ()
    explain: bool = False
    effort: float | None = None
    save_problem: Path | None = None

    def named(self) -> tuple[str, ...]:
        """Every credential that the person named."""
        return (*self.considering, *self.exclude, *self.fixed)


def run(here: Situation, ads: AdsRead, limits: Limits, wishes: Wishes) -> Loop:
    """Options, worth and plans for the gap of a situation.

    Raises:
        UserError: a named credential is not in the catalog.
    """
    knowledge, person, gap = here.knowledge, here.person, here.gap
    for named in wishes.named():
        if named not in knowledge.catalog:
            raise UserError(
                f"The catalog has no credential {named!r}.", what_to_do="Look for it: credlens catalog search WORDS."
            )
    from credlens.plan.conflicts.currency import elsewhere

    wanted = [i.skill for i in gap.core]
    comparison = judge(here, limits, wishes)
    options = {s: options_for(s, knowledge, person, limits, comparison) for s in wanted}
    plans, why, left_out, timetables, because = _plans(here, comparison, limits, wishes)
    fields = list(dict.fromkeys(knowledge.taxonomy[s].field for s in (*gap.first, *wanted[:10])))
    return Loop(
        made=here.ports.today,
        person=person,
        demand=here.demand,
        gap=gap,
        limits=limits,
        taxonomy=knowledge.taxonomy,
        catalog=knowledge.catalog,
        options={s: found for s, found in options.items() if found},
        comparison=comparison,
        plans=plans,
        why_no_plan=why,
        left_out=left_out,
        priced_elsewhere=elsewhere(left_out),
        considering=wishes.considering,
        communities=communities_for(fields, knowledge.communities),
        notes=ads.notes,
        problems=(*ads.problems, *knowledge.problems),
        timetables=timetables,
        reasons=because.reasons,
        front=because.front,
        conflict=because.conflict,
    )


def options_for(
    skill: str, knowledge: Knowledge, person: Person, pace: Limits, comparison: Comparison
) -> tuple[Option, ...]:
    """Credentials that teach a skill, best first.

    Order: what no flag keeps out of plans before the rest; with a known price before those without; then how much evidence it builds for this
    skill (depth x quality); then the lower price; then id. Among the first three, kinds of provider differ where the catalog has them, so that a person sees real alternatives.
    """
    from credlens.plan.money.quote import best_of, quotes
    from credlens.plan.value import evidence_for

    found = []
    for credential in knowledge.catalog.teaching(skill):
        ways = quotes(credential, person, pace)
        currency = pace.budget.currency
        best = best_of(ways, currency)
        others = tuple(q for q in ways if q.option != best.option)
        card = comparison.card(credential.id)
        price = best.high.amount if best.high is not None and best.high.currency == currency else None
        rank = (bool(card.gating()), price is None, -evidence_for(credential, skill, card), price or 0, credential.id)
        found.append((rank, credential, Option(credential.id, best, others)))
    found.sort(key=lambda t: t[0])
    return _varied([(credential, option) for _, credential, option in found])


def judge(here: Situation, limits: Limits, wishes: Wishes) -> Comparison:
    """Scorecards of everything that may be shown; ranked, and asked what to look up, only among real rivals.

    Rivals teach one of the skills to close first, or were named by the person: whether an accounting exam beats an SQL course is no question.
    """
    catalog = here.knowledge.catalog
    wanted = {c.id for skill in here.gap.first for c in catalog.teaching(skill)}
    named = {*wishes.considering, *wishes.fixed}

    def unranked(card: Scorecard) -> str:
        return (
            why_unranked(card) if card.credential in named | wanted else "it teaches none of the skills to close first"
        )

    def made() -> Comparison:
        return here.compare(_candidates(here, wishes), limits, limits, wishes.weighting or DEFAULT, unranked)

    asked = (wishes.considering, wishes.fixed, wishes.weighting)
    return here.ports.remember("judged", lambda: (here.key, limits, asked), made)


def _candidates(here: Situation, wishes: Wishes) -> list[Credential]:
    """What is judged: everything that teaches a missing skill, that the person holds, or that they named; in id order."""
    catalog = here.knowledge.catalog
    ids = {c.id for item in here.gap.core for c in catalog.teaching(item.skill)}
    ids |= {h.credential for h in here.person.credentials if h.credential in catalog and h.credential is not None}
    ids |= {*wishes.considering, *wishes.fixed}
    return [catalog[i] for i in sorted(ids)]


def _plans(
    here: Situation, comparison: Comparison, limits: Limits, wishes: Wishes
) -> tuple[tuple[Plan, ...], tuple[str, ...], tuple[tuple[str, str], ...], Mapping[str, Timetable], Why]:
    """Plans that the independent checker accepts; or none, and why; what no plan may use; the plans' timetables by name; and their reasons."""
    from credlens.app.why import Why, explain, why_none

    gap, person, catalog = here.gap, here.person, here.knowledge.catalog
    if gap.blocked:
        closed = [g for g in gap.gates if g.blocks and g.state is GateState.CLOSED]
        return (), tuple(why_blocked(gap, g.requirement or g.kind, g.opens_with) for g in closed), (), {}, Why()
    from credlens.plan.building.build import build
    from credlens.plan.checking import check_facts, check_problem
    from credlens.plan.conflicts.currency import useless_budget
    from credlens.plan.schedule.weeks import timetable

    cards = {c.credential: c for c in comparison.cards}
    problem = build(
        gap, person, catalog, cards, limits, exclude=wishes.exclude, fixed=wishes.fixed, open_to=wishes.open_to
    )
    if wishes.save_problem is not None:
        _save(problem, here, wishes.save_problem)
    useless = useless_budget(problem)
    if useless is not None:
        return (), useless.because, problem.excluded, {}, Why(conflict=useless)
    found = solved(
        problem, wishes.alternatives, wishes.effort, lambda s: here.knowledge.taxonomy[s].label, here.ports.news
    )
    for each in found:
        told = check_facts(
            each, problem, catalog=catalog, person=person, limits=limits, gap=gap, scorecards=cards, fixed=wishes.fixed
        )
        must_be_right(each, (*check_problem(each, problem), *told))
    finished = tuple(beside(p, problem, here) for p in found)
    timetables = {p.name: timetable(p, problem, catalog) for p in found}
    if found:
        why = explain(problem, found, wishes.considering, catalog, here.knowledge.taxonomy) if wishes.explain else Why()
        return finished, (), problem.excluded, timetables, why
    free = build(gap, person, catalog, cards, replace(limits, languages=()), fixed=wishes.fixed, open_to=wishes.open_to)
    why = why_none(problem, free, wishes.exclude, catalog)
    return finished, why.conflict.because if why.conflict else (), problem.excluded, timetables, why


def _save(problem: Problem, here: Situation, path: Path) -> None:
    """The problem as a file, with the names of its credentials and skills."""
    from credlens.plan.files.problem_file import write

    catalog, skills = here.knowledge.catalog, [here.knowledge.taxonomy[s] for s, _ in problem.targets]
    named = {*(o.credential for o in problem.offers), *(c for c, _ in problem.excluded)}
    named |= {a.credential for a in problem.awards}
    text = write(
        problem,
        titles={name: catalog[name].title for name in named if name in catalog},
        labels={s.id: s.label for s in skills},
        uris={s.id: s.uri for s in skills},
    )
    here.ports.files.write(path, text)


def why_blocked(gap: Gap, requirement: str, opens_with: str) -> str:
    """Why no credential leads to a goal that the law guards."""
    return f"To work as {gap.target}, the law asks for: {requirement}. No microcredential replaces it. What opens the way: {opens_with}."


def _varied(found: Sequence[tuple[Credential, Option]]) -> tuple[Option, ...]:
    ahead: list[Option] = []
    kinds: set[str] = set()
    for credential, option in found:
        kind = getattr(credential.provider.value, "kind", None)
        if len(ahead) < VARIED and kind is not None and kind not in kinds:
            kinds.add(kind)
            ahead.append(option)
    return (*ahead, *(o for _, o in found if o not in ahead))

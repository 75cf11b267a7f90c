"""The head of the report: who, towards what, with what limits, and the answer in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from credlens.model.gap import Gap
from credlens.model.loop import Loop
from credlens.model.plan import Plan
from credlens.present import words
from credlens.present.context import Context
from credlens.present.views.coverage import left_open


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above everything.

    Attributes:
        example: what is invented, in words; empty for a real person with real ads.
        answer: one sentence; ``then``: what follows from it, may be empty.
        limits: (name, value) pairs.
    """

    name: str
    story: str
    target: str
    made: str
    example: str
    answer: str
    then: str
    limits: tuple[tuple[str, str], ...]


def header(context: Context) -> Header:
    """The head of a loop's report."""
    loop = context.loop
    return Header(
        name=loop.person.name,
        story=loop.story,
        target=loop.gap.target,
        made=words.day(loop.made),
        example=_example(loop),
        answer=_answer(context),
        then=_then(context),
        limits=_limits(loop),
    )


def often_held(gap: Gap) -> str:
    """How many skills can be shown of those that are not seldom asked for: "3 of the 14 skills that 41 ads for analyst ask for"."""
    often = [i for i in gap.items if not i.seldom]
    held = sum(1 for i in often if i.rank is None)
    asked = f"{words.count(gap.n, 'ad')} for {gap.target} ask for" if gap.n else f"are usual for {gap.target}"
    return f"{held} of the {words.count(len(often), 'skill')} that {asked}"


def plan_in_short(context: Context, plan: Plan) -> str:
    """A plan's end: "done by 21 Mar 2027 (17 weeks) for USD 196; statistics stays open, 2 skills are covered in part"."""
    first = min((s.start for s in plan.steps), default=context.loop.made)
    time = words.count(words.weeks(first, plan.finish), "week")
    text = f"done by {words.day(plan.finish)} ({time}) for {_price(plan)}"
    part, nothing = left_open(plan)
    says = []
    if nothing:
        open_skills = context.skills(nothing)
        says.append(f"{words.first_few(open_skills, 2)} {'stays' if len(open_skills) == 1 else 'stay'} open")
    if part:
        says.append(f"{words.count(len(part), 'skill')} {'is' if len(part) == 1 else 'are'} covered in part")
    return f"{text}; {', '.join(says) or 'nothing that you lack stays open'}"


def _price(plan: Plan) -> str:
    return "no money" if plan.cost.amount == 0 else words.money(plan.cost)


def _example(loop: Loop) -> str:
    parts = ["person"] * loop.example + ["ads"] * loop.demand.examples
    if not parts:
        return ""
    return f"Example {' and example '.join(parts)}, invented: a demonstration, not a finding about the labour market."


def _answer(context: Context) -> str:
    gap = context.loop.gap
    closed = [g for g in gap.gates if g.blocks and g.state == "closed"]
    if closed:
        wanted = words.listing([g.requirement for g in closed])
        return f"No microcredential opens the way to {gap.target}: first it takes this: {wanted}."
    if not gap.items:
        return f"The {words.count(gap.n, 'ad')} for {gap.target} name no skill that could be read, so there is no gap to show."
    text = f"You can show {often_held(gap)}"
    if gap.n and any(i.seldom for i in gap.items):
        text += " often enough to plan for"
    if not gap.core:
        return f"{text}: what is left is to prove them."
    if not gap.first:
        return f"{text}; none of the rest is one that a certificate proves well."
    item = gap.item(gap.path[0])
    asks = f", asked for in {item.demand.share.k} of {item.demand.share.n} ads" if item and gap.n else ""
    return f"{text}; begin with {context.skill(gap.path[0])}{asks}."


def _then(context: Context) -> str:
    loop = context.loop
    if loop.gap.blocked:
        return "What does open it stands first below. What follows after that is for information, not a reason to pay."
    if loop.plans:
        plan = loop.plans[0]
        steps = words.listing([context.title(s.credential) for s in plan.steps]) or "no paid step"
        return f"The {plan.name} plan: {steps}, {plan_in_short(context, plan)}."
    if loop.why_no_plan:
        return "No plan fits your limits; the reasons, and what would change that, stand under Plan."
    return ""


def _limits(loop: Loop) -> tuple[tuple[str, str], ...]:
    limits = loop.limits
    demand = loop.demand
    dated = ""
    if demand.first and demand.last:
        dated = f", {words.day(demand.first)} to {words.day(demand.last)}"
    budget = words.money(limits.budget) if limits.budget.amount else "no money"
    people = words.count(demand.employers, "employer")
    return (
        ("Ads read", f"{words.count(demand.n, 'distinct ad')} of {people}{dated}"),
        ("Budget", f"{budget}, at most {words.count(limits.max_credentials, 'credential')}"),
        (
            "Study",
            f"{limits.hours_per_week:g}{words.NBSP}h a week, {words.day(limits.start)} to {words.day(limits.deadline)}",
        ),
    )

"""Plans: what to take when, what it costs, what it covers, and what stays open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from markupsafe import Markup

from credlens.model.plan import Community, Plan, PlanStatus, Project, Step, Supplement
from credlens.model.quantity import Money
from credlens.present import words
from credlens.present.charts import bars, timeline
from credlens.present.context import Context
from credlens.present.notes import safe_link
from credlens.present.views.header import plan_in_short

COVERED = 0.5  # evidence that counts as covered, as the planner counts it


@dataclass(frozen=True, slots=True)
class StepView:
    """One step on the timeline."""

    title: str
    role: str
    when: str
    weeks: str
    hours: str
    cost: str
    skills: str
    bar: Markup


@dataclass(frozen=True, slots=True)
class MonthView:
    """What is paid in one month."""

    month: str
    amount: str
    total: str
    what: str
    bar: Markup


@dataclass(frozen=True, slots=True)
class SkillView:
    """How far one skill is covered, and from when."""

    label: str
    state: str
    meaning: str
    since: str
    bar: Markup
    supplements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProjectView:
    """One portfolio project."""

    title: str
    skills: str
    deliverable: str
    data: str
    hours: str
    proves: str


@dataclass(frozen=True, slots=True)
class PlanView:
    """One plan."""

    name: str
    anchor: str
    lead: str
    status: str
    cost: str
    hours: str
    finish: str
    coverage: str
    takes: tuple[str, ...]
    open_skills: str
    steps: tuple[StepView, ...]
    axis: Markup
    months: tuple[MonthView, ...]
    skills: tuple[SkillView, ...]
    projects: tuple[ProjectView, ...]


@dataclass(frozen=True, slots=True)
class CommunityView:
    """A place to ask for feedback."""

    name: str
    link: str
    address: str
    ask: str
    free: str
    source: str


@dataclass(frozen=True, slots=True)
class Plans:
    """All plans, the strongest first; or why there is none."""

    lead: str
    plans: tuple[PlanView, ...]
    why_none: tuple[str, ...]
    communities: tuple[CommunityView, ...]


def plans(context: Context) -> Plans:
    """The plans of a loop."""
    loop = context.loop
    return Plans(
        lead=_lead(context),
        plans=tuple(_plan(context, p) for p in loop.plans),
        why_none=tuple(words.full_stop(w) for w in loop.why_no_plan),
        communities=tuple(_community(c) for c in loop.communities),
    )


def _lead(context: Context) -> str:
    loop = context.loop
    if not loop.plans:
        if not loop.gap.missing:
            return "You can show all that these ads ask for: there is nothing to plan. Put your hours into applications and projects."
        return "No plan fits. That is an answer too: it saves the money that a poor fit would cost."
    text = f"{words.upper_first(plan_in_short(context, loop.plans[0]))}."
    if len(loop.plans) > 1:
        text += f" {words.count(len(loop.plans) - 1, 'other way', 'other ways')} to do it stand beside it."
    if loop.gap.blocked:
        text += " It does not open the gate at the top: for information only."
    return text


def _plan(context: Context, plan: Plan) -> PlanView:
    limits = context.loop.limits
    span = timeline.Span(limits.start, max(limits.deadline, plan.finish))
    covered = sum(1 for c in plan.by_skill if c.evidence >= COVERED)
    return PlanView(
        name=words.upper_first(plan.name),
        anchor=context.anchor("plan", plan.name),
        lead=words.full_stop(plan_in_short(context, plan)),
        status=_status(plan),
        cost=f"{words.money(plan.cost)} of {words.money(limits.budget)}",
        hours=f"{plan.hours:.0f}{words.NBSP}h",
        finish=words.day(plan.finish),
        coverage=f"{covered} of {words.count(len(plan.by_skill), 'skill')}; {words.percent(plan.coverage)} weighed by demand",
        takes=tuple(context.title(s.credential) for s in plan.steps),
        open_skills=words.listing(context.skills(plan.uncovered)) or "none",
        steps=tuple(_step(context, s, span) for s in plan.steps),
        axis=timeline.axis(span),
        months=_months(plan),
        skills=_skills(context, plan),
        projects=tuple(_project(context, p) for p in plan.projects),
    )


def _status(plan: Plan) -> str:
    if plan.status is PlanStatus.OPTIMAL:
        return "Proven best: no other choice within your limits covers more by this measure."
    return f"At most {ceil(plan.gap * 100 - 1e-9)}{words.NBSP}% below the best possible plan; the search was stopped there."


def _step(context: Context, step: Step, span: timeline.Span) -> StepView:
    first, last = words.weeks(span.first, step.start), words.weeks(span.first, step.finish)
    return StepView(
        title=context.title(step.credential),
        role="free course for what stays open" if step.role == "supplement" else "",
        when=f"{words.day(step.start)} to {words.day(step.finish)}",
        weeks=f"week {first}" if first == last else f"weeks {first}{words.DASH}{last}",
        hours=f"{step.hours:.0f}{words.NBSP}h",
        cost=_sum([p.amount for p in step.payments]) or "no payment of its own",
        skills=words.listing(context.skills(step.skills)) or "none of the gap",
        bar=timeline.bar(span, step.start, step.finish, [p.day for p in step.payments], supplement=step.role == "supplement"),
    )


def _sum(amounts: list[Money]) -> str:
    totals: dict[str, Money] = {}
    for amount in amounts:
        totals[amount.currency] = totals[amount.currency] + amount if amount.currency in totals else amount
    return words.listing([words.money(t) for t in totals.values()])


def _months(plan: Plan) -> tuple[MonthView, ...]:
    """Every month from the first to the last payment, those without one as well; sums start at the plan's begin."""
    paid = sorted((p for s in plan.steps for p in s.payments), key=lambda p: (p.day, p.what))
    if not paid:
        return ()
    months = _calendar(paid[0].day, paid[-1].day)
    by_month = {m: [p for p in paid if (p.day.year, p.day.month) == (m.year, m.month)] for m in months}
    sums = {m: sum((p.amount.amount for p in found), Decimal(0)) for m, found in by_month.items()}
    most = float(max(sums.values()))
    so_far: list[Money] = []
    views = []
    for m, found in by_month.items():
        so_far += [p.amount for p in found]
        views.append(
            MonthView(
                month=words.month(m),
                amount=_sum([p.amount for p in found]) or "nothing",
                total=_sum(so_far),
                what="; ".join(dict.fromkeys(p.what for p in found)),
                bar=bars.bar(float(sums[m]), most),
            )
        )
    return tuple(views)


def _calendar(first: date, last: date) -> list[date]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    starts = [first.year * 12 + first.month - 1 + i for i in range(count)]
    return [date(m // 12, m % 12 + 1, 1) for m in starts]


def _skills(context: Context, plan: Plan) -> tuple[SkillView, ...]:
    since = _since(plan)
    extra: dict[str, list[Supplement]] = {}
    for supplement in plan.supplements:
        extra.setdefault(supplement.skill, []).append(supplement)
    views = [
        SkillView(
            label=context.skill(c.skill),
            state="covered" if c.evidence >= COVERED else ("partly" if c.evidence > 0 else "open"),
            meaning="good" if c.evidence >= COVERED else "caution",
            since=f"from {words.day(since[c.skill])}" if c.evidence >= COVERED and c.skill in since else "",
            bar=bars.covered(c.evidence, COVERED),
            supplements=tuple(_supplement(context, s) for s in extra.pop(c.skill, [])),
        )
        for c in plan.by_skill
    ]
    views += [
        SkillView(context.skill(s), "open", "caution", "", bars.covered(0.0, COVERED), tuple(_supplement(context, x) for x in found))
        for s, found in extra.items()
    ]
    return tuple(views)


def _since(plan: Plan) -> Mapping[str, date]:
    done: dict[str, date] = {}
    for step in plan.steps:
        for skill in step.skills:
            done[skill] = max(step.finish, done.get(skill, step.finish))
    return done


def _supplement(context: Context, supplement: Supplement) -> str:
    if supplement.free:
        price = "free"
    else:
        price = "price unknown" if supplement.cost is None else words.money(supplement.cost)
    time = "hours unknown" if supplement.hours is None else f"{supplement.hours:.0f}{words.NBSP}h"
    fits = "fits into your limits" if supplement.fits else "does not fit into your limits: for later"
    return f"{context.title(supplement.credential)} ({price}, {time}; {fits})"


def _project(context: Context, project: Project) -> ProjectView:
    return ProjectView(
        title=project.title,
        skills=words.listing(context.skills(project.skills)),
        deliverable=words.full_stop(project.deliverable),
        data=words.full_stop(project.data),
        hours=f"{project.hours_min:g}{words.DASH}{project.hours_max:g}{words.NBSP}h, our judgement",
        proves=words.full_stop(project.proves),
    )


def _community(community: Community) -> CommunityView:
    free = {True: "free", False: "not free", None: "cost unknown"}
    return CommunityView(
        name=community.name,
        link=safe_link(community.address),
        address=community.address,
        ask=community.ask,
        free=free[community.free],
        source=community.source,
    )

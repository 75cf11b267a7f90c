"""Plans: what to take when, what it costs, what it covers, and what stays open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from markupsafe import Markup

from credlens.model.plan import Community, Limits, Plan, PlanStatus, Project, Step
from credlens.present import words
from credlens.present.charts import timeline
from credlens.present.context import Context
from credlens.present.notes import safe_link
from credlens.present.views.coverage import COVERED, SkillView, coverage, left_open
from credlens.present.views.days import DayView, WeekView, days, weeks
from credlens.present.views.header import plan_in_short
from credlens.present.views.payments import MonthView, payments, total

OPEN_SKILLS = 6  # so many open skills are named side by side, the others counted
SKILL_ROWS = 12


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
class ProjectView:
    """One portfolio project."""

    title: str
    skills: str
    deliverable: str
    data: str
    hours: str
    proves: str
    begin: str = ""


@dataclass(frozen=True, slots=True)
class PlanView:
    """One plan; ``more_skills`` are those further down the rank.

    Attributes:
        part_skills: covered in part; ``open_skills``: not covered; empty when there are none.
        gives_up: what it has less than the strongest plan.
        months: payments by month; ``aside``: whether any of it is set aside.
        days: to keep in mind; ``by_week``: hours; ``other_paces``: sentences.
        apply: from when on to apply; ``credit``: what it counts for; ``remarks``: on its steps; each a sentence or more.
        away: whether days off are drawn; ``sat``: whether an exam is.
    """

    name: str
    anchor: str
    lead: str
    status: str
    cost: str
    hours: str
    finish: str
    coverage: str
    takes: tuple[str, ...]
    part_skills: str
    open_skills: str
    gives_up: tuple[str, ...]
    steps: tuple[StepView, ...]
    axis: Markup
    weeks: str
    away: bool
    sat: bool
    months: tuple[MonthView, ...]
    aside: bool
    days: tuple[DayView, ...]
    by_week: tuple[WeekView, ...]
    other_paces: tuple[str, ...]
    skills: tuple[SkillView, ...]
    more_skills: tuple[SkillView, ...]
    projects: tuple[ProjectView, ...]
    apply: str
    credit: tuple[str, ...]
    remarks: tuple[str, ...]


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
        if not loop.gap.core:
            return "You can show all that these ads ask for often: there is nothing to plan. Put your hours into applications and projects."
        return "No plan fits. That is an answer too: it saves the money that a poor fit would cost."
    text = f"{words.upper_first(plan_in_short(context, loop.plans[0]))}."
    if len(loop.plans) > 1:
        text += f" {words.count(len(loop.plans) - 1, 'other way', 'other ways')} to do it stand beside it."
    if loop.priced_elsewhere and loop.limits.budget.amount > 0:
        text += f" {_elsewhere(loop.priced_elsewhere)}"
    if loop.gap.blocked:
        text += " It does not open the gate at the top: for information only."
    return text


def _elsewhere(priced: Sequence[tuple[str, int]]) -> str:
    many = sum(n for _, n in priced)
    each = priced[0][0] if len(priced) == 1 else words.listing([f"{currency} ({n})" for currency, n in priced])
    left = f"{words.count(many, 'credential')} {'is' if many == 1 else 'are'} left out"
    return f"{left}: priced in {each}, and there is no exchange rate offline."


def _plan(context: Context, plan: Plan) -> PlanView:
    limits = context.loop.limits
    span = timeline.Span(limits.start, max(limits.deadline, plan.finish))
    skills = coverage(context, plan)
    covered = sum(1 for c in plan.by_skill if c.evidence >= COVERED)
    part, nothing = left_open(plan)
    times = context.loop.timetables.get(plan.name)
    exams = {e.credential: e.day for e in times.exams} if times else {}
    paid = payments(context, plan)
    return PlanView(
        name=words.upper_first(plan.name),
        anchor=context.anchor("plan", plan.name),
        lead=words.full_stop(plan_in_short(context, plan)),
        status=_status(plan),
        cost=_cost(plan, limits),
        hours=f"{plan.hours:.0f}{words.NBSP}h",
        finish=words.day(plan.finish),
        coverage=f"{covered} of {words.count(len(plan.by_skill), 'skill')}; {words.percent(plan.coverage)} when weighed by demand",
        takes=tuple(context.title(s.credential) for s in plan.steps),
        part_skills=words.first_few(context.skills(part), OPEN_SKILLS),
        open_skills=words.first_few(context.skills(nothing), OPEN_SKILLS),
        gives_up=plan.gives_up,
        steps=tuple(_step(context, s, span, exams.get(s.credential)) for s in plan.steps),
        axis=timeline.axis(span),
        weeks=f"Weeks 1 to {words.weeks(span.first, span.last)}, until your deadline",
        away=any(first <= span.last and last >= span.first for first, last in limits.off),
        sat=bool(exams),
        months=paid,
        aside=any(m.aside for m in paid),
        days=days(context, times) if times else (),
        by_week=weeks(context, times) if times else (),
        other_paces=tuple(p.says for p in times.other_paces) if times else (),
        skills=skills[:SKILL_ROWS],
        more_skills=skills[SKILL_ROWS:],
        projects=tuple(_project(context, p, plan) for p in plan.projects),
        apply=plan.applying.because if plan.applying else "",
        credit=plan.credit.told,
        remarks=tuple(f"{context.title(c)}: {words.full_stop(said)}" for c, said in plan.remarks),
    )


def _cost(plan: Plan, limits: Limits) -> str:
    budget = words.money(limits.budget) if limits.budget.amount else "no budget"
    return f"{words.money(plan.cost)} of {budget}" if plan.cost.amount else f"nothing of {budget}"


def _status(plan: Plan) -> str:
    if plan.status is PlanStatus.OPTIMAL:
        return "Proven best of its kind within your limits."
    return f"At most {ceil(plan.gap * 100 - 1e-9)}{words.NBSP}% below the best possible plan of its kind."


def _step(context: Context, step: Step, span: timeline.Span, exam: date | None) -> StepView:
    first, last = words.weeks(span.first, step.start), words.weeks(span.first, step.finish)
    return StepView(
        title=context.title(step.credential),
        role="free course for what stays open" if step.role == "supplement" else "",
        when=f"{words.day(step.start)} to {words.day(step.finish)}",
        weeks=f"week {first}" if first == last else f"weeks {first}{words.DASH}{last}",
        hours=f"{step.hours:.0f}{words.NBSP}h",
        cost=total([p.amount for p in step.payments]) or "no payment of its own",
        skills=words.listing(context.skills(step.skills)) or "none of the gap",
        bar=timeline.bar(
            span,
            step.start,
            step.finish,
            timeline.Marks([p.day for p in step.payments], exam, context.loop.limits.off),
            supplement=step.role == "supplement",
        ),
    )


def _project(context: Context, project: Project, plan: Plan) -> ProjectView:
    day = dict(plan.project_days).get(project.id)
    return ProjectView(
        title=project.title,
        skills=words.listing(context.skills(project.skills)),
        deliverable=words.full_stop(project.deliverable),
        data=words.full_stop(project.data),
        hours=f"{project.hours_min:g}{words.DASH}{project.hours_max:g}{words.NBSP}h, our judgement",
        proves=words.full_stop(project.proves),
        begin=f"from {words.day(day)}, when its skills are taught" if day else "",
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

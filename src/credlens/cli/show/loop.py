"""The whole loop in the terminal: who, gates, gap, options, plans, projects, feedback, report."""

from __future__ import annotations

from rich.console import Console

from credlens.app.demo import DemoResult
from credlens.cli.show.gap import show_gap
from credlens.cli.show.options import show_options
from credlens.cli.show.page import bullets, cell, console, count, heading, labels, sentence, table
from credlens.model.loop import Loop
from credlens.model.plan import Plan, PlanStatus, Supplement


def show_demo(result: DemoResult) -> None:
    """The answer to ``credlens demo``."""
    page, run = console(), result.loop
    sentence(page, f"{run.person.name}. {run.story}", style="bold")
    sentence(
        page,
        "Example person and example ads, all invented; the credentials and their facts are real, with source and date.",
        style="dim",
    )
    show_gap(page, run.gap, run.demand, run.taxonomy)
    for skill in run.gap.first:
        heading(page, f"Options for {run.taxonomy[skill].label}")
        show_options(page, run.options.get(skill, ()), run.catalog, run.comparison, run.demand)
    _considering(page, run)
    _held(page, run)
    show_plans(page, run)
    if result.report is not None:
        page.print()
        sentence(page, f"The whole story with pictures and every source: {result.report}")
        sentence(
            page,
            "Open it with: credlens demo --open. Your own: credlens profile import RESUME, then credlens gap --ads FOLDER.",
            style="dim",
        )


def show_plans(page: Console, run: Loop) -> None:
    """Plans side by side, or why there is none."""
    heading(page, "Plan")
    if not run.plans:
        sentence(page, "No plan is shown, and here is why:", style="bold")
        bullets(page, run.why_no_plan)
    for index, plan in enumerate(run.plans):
        _plan(page, plan, run, detailed=index == 0)
    if run.communities:
        heading(page, "Where to ask for feedback")
        bullets(page, [f"{c.name} ({c.address}): {c.ask}" for c in run.communities])
    sentence(
        page,
        "A credential alone is not enough: show the skill in a project, and ask people who do the job.",
        style="dim",
    )


def _plan(page: Console, plan: Plan, run: Loop, *, detailed: bool) -> None:
    best = "proven best" if plan.status is PlanStatus.OPTIMAL else f"at most {plan.gap:.1%} below the best possible"
    page.print()
    sentence(
        page,
        f"{plan.name.capitalize()}: {count(len(plan.steps), 'credential')}, {plan.cost}, {plan.hours:.0f} h, done by {plan.finish}; "
        f"builds evidence for {plan.coverage:.0%} of what is missing, weighted by how often ads ask ({best}).",
        style="bold",
    )
    rows = table(
        ("from", "left"), ("to", "left"), ("hours", "right"), ("cost", "right"), ("credential", "left"), ("for", "left")
    )
    for step in plan.steps:
        paid = sum((p.amount.amount for p in step.payments), start=run.limits.budget.amount * 0)
        rows.add_row(
            cell(step.start),
            cell(step.finish),
            cell(f"{step.hours:.0f}"),
            cell(f"{paid:,.0f}" if paid else "free"),
            cell(run.catalog[step.credential].title),
            cell(labels(step.skills[:4], run.taxonomy) + (" ..." if len(step.skills) > 4 else "")),
        )
    page.print(rows)
    if not detailed:
        return
    if plan.uncovered:
        sentence(
            page,
            f"Stays uncovered: {labels(plan.uncovered[:8], run.taxonomy)}"
            + (" ..." if len(plan.uncovered) > 8 else "."),
        )
    bullets(page, [_supplement(s, run) for s in plan.supplements[:6]])
    if plan.projects:
        heading(page, "Show it: portfolio projects")
        bullets(
            page,
            [
                f"{p.title} ({labels(p.skills, run.taxonomy)}; {p.hours_min:g}-{p.hours_max:g} h): {p.deliverable}"
                for p in plan.projects[:5]
            ],
        )


def _supplement(s: Supplement, run: Loop) -> str:
    cost = "free" if s.free else str(s.cost) if s.cost else "price unknown"
    when = "fits beside the plan" if s.fits else "after the plan"
    return f"For {run.taxonomy[s.skill].label}: {run.catalog[s.credential].title} ({cost}, {when})"


def _considering(page: Console, run: Loop) -> None:
    for credential in run.considering:
        card = run.comparison.card(credential)
        heading(page, f"You asked about: {run.catalog[credential].title}")
        named = run.demand.recognition(credential).share
        sentence(
            page,
            f"Named in {named.k} of {named.n} ads. Quality {card.quality.median:.2f} ({card.quality.low:.2f} to {card.quality.high:.2f}).",
        )
        bullets(
            page, [f"{f.state.value.replace('_', ' ')}: {f.because}" for f in card.flags if f.state.value != "clear"]
        )


def _held(page: Console, run: Loop) -> None:
    lapsed = [h for h in run.person.credentials if h.expired(run.made)]
    if lapsed:
        heading(page, "Lapsed")
        bullets(
            page,
            [
                f"{h.name}: lapsed by {h.expires}. List it as expired or renew it; do not show it as current."
                for h in lapsed
            ],
        )

"""What stands beside a plan, in the terminal: supplements, when to apply, projects, credit, and remarks."""

from __future__ import annotations

from rich.console import Console

from credlens.cli.show.page import bullets, heading, labels, sentence
from credlens.model.loop import Planned
from credlens.model.plan import Plan, Project, Supplement

SUPPLEMENTS, PROJECTS = 6, 5  # so many are told; the rest is in the JSON and the report


def show_beside(page: Console, plan: Plan, run: Planned) -> None:
    """Everything that stands beside one plan; nothing where there is nothing."""
    bullets(page, [_supplement(s, run) for s in plan.supplements[:SUPPLEMENTS]])
    if plan.applying is not None:
        heading(page, "When to apply")
        sentence(page, plan.applying.because)
    if plan.projects:
        heading(page, "Show it: portfolio projects")
        bullets(page, [_project(p, plan, run) for p in plan.projects[:PROJECTS]])
    if plan.credit.told:
        heading(page, "What it counts for")
        bullets(page, plan.credit.told)
    if plan.remarks:
        heading(page, "What else to know")
        bullets(page, [f"{run.catalog[c].title}: {words}" for c, words in plan.remarks])


def _supplement(s: Supplement, run: Planned) -> str:
    cost = "free" if s.free else str(s.cost) if s.cost else "price unknown"
    when = "fits beside the plan" if s.fits else "after the plan"
    named = labels(s.skills or (s.skill,), run.taxonomy)
    return f"For {named}: {run.catalog[s.credential].title} ({cost}, {when})"


def _project(p: Project, plan: Plan, run: Planned) -> str:
    day = dict(plan.project_days).get(p.id)
    when = f"; from {day}" if day else ""
    return f"{p.title} ({labels(p.skills, run.taxonomy)}; {p.hours_min:g}-{p.hours_max:g} h{when}): {p.deliverable}"

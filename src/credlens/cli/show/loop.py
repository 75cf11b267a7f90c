"""The whole loop in the terminal: who, gates, gap, options, plans, projects, feedback, report."""

from __future__ import annotations

from rich.console import Console

from credlens.app.demo import DemoResult
from credlens.cli.show.gap import show_gap
from credlens.cli.show.options import show_options
from credlens.cli.show.page import bullets, console, heading, sentence, whole
from credlens.cli.show.plan import show_plans
from credlens.model.loop import Loop


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
        sentence(page, "The whole story with pictures and every source:")
        whole(page, result.report)
        sentence(
            page,
            "Open it with: credlens demo --open. Your own: credlens profile import RESUME, then credlens gap --ads FOLDER.",
            style="dim",
        )


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

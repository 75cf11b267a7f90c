"""Why a plan is as it is, in the terminal: its steps, its rivals, its limits, and the plans that no other beats."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console

from credlens.cli.show.page import bullets, cell, count, heading, sentence, table
from credlens.model.loop import Loop
from credlens.model.plan_reasons import FrontPoint


def show_why(page: Console, run: Loop) -> None:
    """The reasons of the first plan, and the front; nothing when they were not asked for."""
    if run.reasons is not None:
        told = run.reasons.told
        for title, lines in (
            (f"Why the {run.reasons.plan} plan has these steps", told.steps),
            ("Why others are not in it", told.rivals),
            ("What a little more would buy", told.limits),
        ):
            if lines:
                heading(page, title)
                bullets(page, lines)
    if len(run.front) > 1:
        titles = {c: credential.title for c, credential in run.catalog.credentials.items()}
        _front(page, run.front, titles)


def _front(page: Console, points: tuple[FrontPoint, ...], titles: Mapping[str, str]) -> None:
    heading(page, "What money and time buy")
    rows = table(
        ("cost", "right whole"),
        ("covers", "right whole"),
        ("finish", "left whole"),
        ("plan", "left"),
        ("takes", "left"),
    )
    for point in points:
        plan = point.plan
        rows.add_row(
            cell(f"{plan.cost.amount:,.2f}".removesuffix(".00") if plan.cost.amount else "free"),
            cell(f"{100 * plan.coverage:.0f} %"),
            cell(plan.finish),
            cell(" and ".join(point.names) or "-", "bold" if point.names else ""),
            cell(", ".join(titles.get(s.credential, s.credential) for s in plan.steps)),
        )
    page.print(rows)
    sentence(
        page,
        f"{count(len(points), 'plan')} of which no other is better in cost, coverage, finish and quality at once; there may be more "
        "between them.",
        style="dim",
    )

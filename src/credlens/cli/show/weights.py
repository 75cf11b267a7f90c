"""Weights in the terminal: bars, presets, and the questions of the interview."""

from __future__ import annotations

from collections.abc import Mapping

import click

from credlens.app.weighting import PresetsResult, WeightsResult
from credlens.cli.show.page import bullets, cell, console, heading, sentence, table
from credlens.model.interview import Question

WIDTH = 24  # characters of the longest bar


def show_result(result: WeightsResult) -> None:
    """The answer to ``credlens weights show`` and to whatever changes them."""
    page = console()
    sentence(page, f"What counts: {result.weighting.origin}.", style="bold")
    for note in result.notes:
        sentence(page, note)
    most = max(w.weight for w in result.weights)
    for group in dict.fromkeys(w.group for w in result.weights):
        heading(page, group.capitalize())
        rows = table(
            ("criterion", "left whole"),
            ("", "left whole"),
            ("weight", "right"),
            ("90 %", "right whole"),
            ("default", "right"),
        )
        for row in result.weights:
            if row.group == group:
                rows.add_row(
                    cell(words(row.id)),
                    cell("█" * round(WIDTH * row.weight / most)),
                    cell(f"{row.weight:.0%}"),
                    cell(f"{100 * row.low:.0f}-{row.high:.0%}"),
                    cell(f"{row.default:.0%}", "dim"),
                )
        page.print(rows)
    page.print()
    sentence(page, "weight: expected share of its group. 90 %: where nine of ten simulated weights lie.", style="dim")
    for note in result.notes:
        sentence(page, note)
    if not result.kept:
        sentence(page, "Say what matters to you: credlens weights ask, or credlens weights presets.", style="dim")


def show_presets(result: PresetsResult) -> None:
    """The answer to ``credlens weights presets``."""
    page = console()
    for preset in result.presets:
        heading(page, preset.name)
        sentence(page, preset.for_whom, style="bold")
        sentence(page, preset.because)
        source = preset.source
        bullets(page, [line for line in (source.note, source.address) if line], style="dim")
    page.print()
    sentence(page, "Use one from now on: credlens weights use NAME. For one run: --preset NAME.", style="dim")


def show_question(question: Question) -> None:
    """Two criteria to choose between, on stderr."""
    click.echo(f"\n{question.group.capitalize()}, question {question.number} of at most {question.most}.", err=True)
    click.echo("Which matters more to you?", err=True)
    click.echo(f"  a  {words(question.one)}: {question.one_asks}", err=True)
    click.echo(f"  b  {words(question.other)}: {question.other_asks}", err=True)


def show_criteria(group: str, asked: Mapping[str, str]) -> None:
    """The numbered criteria of a group, on stderr."""
    click.echo(f"\n{group.capitalize()}: which matter most to you?", err=True)
    for number, (name, question) in enumerate(asked.items(), 1):
        click.echo(f"  {number}  {words(name)}: {question}", err=True)


def words(criterion: str) -> str:
    """A criterion's id in words."""
    return criterion.replace("_", " ")

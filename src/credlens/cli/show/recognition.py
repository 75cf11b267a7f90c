"""Recognition of a credential in the terminal."""

from __future__ import annotations

from rich.text import Text

from credlens.app.market.recognition import RecognitionResult
from credlens.cli.show.page import cell, console, heading, sentence, table
from credlens.model.market import Recognition


def show_recognition(result: RecognitionResult) -> None:
    """One sentence, then occupation by occupation."""
    page = console()
    heading(page, f"{result.title}: named by employers")
    sentence(page, f"In all ads of the market it is {result.overall.words}", style="bold")
    if result.occupations:
        page.print()
        rows = table(
            ("occupation", "left"),
            ("named in", "right whole"),
            ("employers", "right"),
            ("required", "right"),
            ("rate", "right whole"),
            ("90 %", "right whole"),
        )
        for job, found in result.occupations:
            rows.add_row(cell(job.label), *recognition_cells(found))
        page.print(rows)
    else:
        sentence(page, "No occupation with enough ads names it.")
    sentence(
        page,
        "The rate is drawn towards how often occupations name credentials at all, so that one mention in few ads is not taken for a habit. "
        "Not being named is no rejection: most ads name no credential.",
        style="dim",
    )


def recognition_cells(found: Recognition) -> tuple[Text, ...]:
    """Named in, employers, required, rate and its interval."""
    rate = "unknown" if found.rate is None else f"{100 * found.rate:.1f} %"
    ends = "" if found.low is None or found.high is None else f"{100 * found.low:.1f}-{100 * found.high:.1f} %"
    return (
        cell(f"{found.k:,} of {found.n:,}"),
        cell(f"{found.employers:,}"),
        cell(f"{found.required:,}"),
        cell(rate),
        cell(ends),
    )

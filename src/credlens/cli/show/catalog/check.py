"""Mistakes in records, and the list of what somebody should look up, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from credlens.app.catalog.checking import CheckResult
from credlens.app.catalog.offered import Task
from credlens.app.catalog.telling.words import field_words
from credlens.cli.show.page import bullets, cell, console, count, heading, sentence, table

_LACKS = {
    "conflicting": "sources disagree",
    "unknown": "unknown",
    "stale": "old",
    "undated": "undated",
    "recalled": "from memory alone",
}
MOST_DOUBTS = 5  # pairs that may be one, in words; with --json all of them
MOST_ADDRESSES = 3  # pages to look at for one credential


def show_check(result: CheckResult, *, limit: int) -> None:
    """How many records were checked (mistakes stand on stderr), then what to look up, worst first.

    Args:
        limit: credentials whose list is shown.
    """
    page = console()
    verdict = f"{count(len(result.problems), 'mistake')}." if result.problems else "No mistakes."
    sentence(page, f"{count(result.checked, 'record')} checked. {verdict}", style="bold")
    if result.tasks:
        _work(page, result, limit)
    if result.doubts:
        heading(page, "May be the same thing")
        for doubt in result.doubts[:MOST_DOUBTS]:
            bullets(page, [f"{doubt.one} and {doubt.other} ({doubt.probability:.0%}; {doubt.because})"])
        more = len(result.doubts) - MOST_DOUBTS
        sentence(
            page,
            (f"... and {more:,} more pairs. " if more > 0 else "")
            + "Say which: credlens catalog same ID ID, or credlens catalog apart ID ID.",
            style="dim",
        )
    for note in result.notes:
        sentence(page, f"{note}.", style="dim")


def _work(page: Console, result: CheckResult, limit: int) -> None:
    heading(page, "To look up")
    rows = table(("what is wrong", "left"), ("fields", "right"))
    for lack, n in sorted(result.by_lack.items(), key=lambda each: list(_LACKS).index(each[0])):
        rows.add_row(cell(_LACKS[lack]), cell(f"{n:,}"))
    page.print(rows)
    groups = _groups(result)
    for name, tasks in groups[:limit]:
        page.print()
        sentence(page, name, style="bold")
        for lack, words in _LACKS.items():
            fields = [field_words(t.field) for t in tasks if t.lack == lack]
            if fields:
                sentence(
                    page, f"{words}: {', '.join(fields)}", style="yellow" if lack == "conflicting" else "", indent=2
                )
        addresses = list(dict.fromkeys(a for t in tasks for a in t.look_at))
        if addresses:
            page.print(*(cell(f"  look at {a}", "dim") for a in addresses[:MOST_ADDRESSES]), sep="\n", overflow="fold")
        else:
            sentence(page, "nobody knows a page to look at", style="dim", indent=2)
    if len(groups) > limit:
        page.print()
        sentence(
            page,
            f"... and {len(groups) - limit:,} more credentials: --limit N shows more, --json all.",
            style="dim",
        )


def _groups(result: CheckResult) -> Sequence[tuple[str, list[Task]]]:
    """Tasks by credential: those on which sources disagree first, then those with most to look up."""
    groups: dict[str, list[Task]] = {}
    for task in result.tasks:
        groups.setdefault(task.credential, []).append(task)

    def worst(group: tuple[str, list[Task]]) -> tuple[int, int, str]:
        name, tasks = group
        return -sum(t.lack == "conflicting" for t in tasks), -len(tasks), name

    return sorted(groups.items(), key=worst)

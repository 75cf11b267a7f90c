"""Figures of ``bench verify``, in the terminal."""

from __future__ import annotations

from credlens.app.bench.verify import VerifyBench
from credlens.cli.show.page import cell, console, heading, sentence, table


def show_verify(result: VerifyBench) -> None:
    """A row for each way of securing, then what came of tampering, then many badges at once."""
    page = console()
    rows = table(("badge", "left"), ("verdict", "left"), ("n", "right"), ("median, ms", "right"), ("95 %, ms", "right"))
    for speed in result.speeds:
        names = ("what", "verdict", "n", "median_ms", "p95_ms")
        rows.add_row(*(cell(speed[name]) for name in names))
    page.print(rows)
    for limit in result.to_json()["limits"]:
        if not limit["kept"]:
            sentence(
                page, f"Not kept: {limit['what']} takes {limit['median_ms']} ms, asked for are {limit['asked_ms']}."
            )
    tampered = result.mutations
    if tampered:
        heading(page, "Tampered badges")
        passed = f"{tampered['false_verified']} of {tampered['n']:,} passed although they say something else"
        same = f"{tampered['unchanged']:,} say the same as before and passed"
        sentence(page, f"{passed}; {same}; {len(tampered['crashes'])} failed in the program.", style="bold")
        sentence(page, ", ".join(f"{verdict} {n:,}" for verdict, n in tampered["verdicts"].items()))
        sentence(page, f"The slowest took {tampered['slowest_ms']} ms ({tampered['slowest']}).")
    if result.many:
        heading(page, "Many at once")
        many = result.many
        sentence(
            page,
            f"{many['n']:,} badges of {many['kinds']} kinds in {many['seconds']} s: {many['per_second']} a second.",
        )

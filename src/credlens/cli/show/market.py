"""The market in the terminal: what it was built from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console

from credlens.app.market.build import BuildResult
from credlens.app.market.show import MarketResult
from credlens.cli.show.page import bullets, cell, console, count, heading, sentence, table
from credlens.model.errors import Problem

MOST_KINDS = 12
MOST_OCCUPATIONS = 25


def show_build(result: BuildResult) -> None:
    """Counts by source, what was merged, what was rejected."""
    page = console()
    _basis(page, result.about)
    if result.about["rejected"]:
        page.print()
        sentence(
            page,
            f"{count(result.about['rejected'], 'entry', 'entries')} could not be read and stayed out:",
            style="yellow",
        )
        bullets(page, _kinds(result.about["rejects"]))
    page.print()
    sentence(page, "Ask it: credlens market demand OCCUPATION, trend SKILL, recognition CREDENTIAL.", style="dim")


def _kinds(rejects: Sequence[Mapping[str, Any]]) -> list[str]:
    """What could not be read, problems that say the same as one line: thousands of them read alike."""
    ordered = sorted(rejects, key=lambda r: (-r["times"], r["where"]))
    lines = [
        (f"{r['times']:,} like this, the first at " if r["times"] > 1 else "")
        + str(Problem(r["where"], r["message"], r["what_to_do"]))
        for r in ordered[:MOST_KINDS]
    ]
    rest = sum(r["times"] for r in ordered[MOST_KINDS:])
    return [*lines, f"{rest:,} more (with --json)"] if rest else lines


def show_market(result: MarketResult) -> None:
    """What was counted, and which occupations have most ads."""
    page = console()
    _basis(page, result.about)
    heading(page, "Occupations with most ads")
    rows = table(("occupation", "left"), ("from", "left"), ("ads", "right"), ("how sure", "right"))
    for job in result.occupations[:MOST_OCCUPATIONS]:
        sure = "-" if job.probability is None else f"{100 * job.probability:.0f} %"
        source = "the ads' title" if job.taxonomy == "title" else job.taxonomy
        rows.add_row(cell(job.label), cell(source, "dim"), cell(f"{job.ads:,}"), cell(sure))
    page.print(rows)
    if len(result.occupations) > MOST_OCCUPATIONS:
        sentence(page, f"... and {len(result.occupations) - MOST_OCCUPATIONS:,} more.", style="dim")


def _basis(page: Console, about: Mapping[str, Any]) -> None:
    heading(page, "Market")
    rows = table(
        ("source", "left"),
        ("ads", "right whole"),
        ("new texts", "right whole"),
        ("dated", "right whole"),
        ("from", "left whole"),
        ("to", "left whole"),
        ("rejected", "right whole"),
    )
    for source in about["sources"]:
        ads = f"{source['read']:,}" if source["read"] or not source["counts"] else f"{source['counts']:,} counts"
        days = (source["first"] or "-", source["last"] or "-")
        rows.add_row(
            cell(source["name"]),
            cell(ads),
            cell(f"{source['texts']:,}"),
            cell(f"{source['dated']:,}"),
            *map(cell, days),
            cell(f"{source['rejected']:,}"),
        )
    page.print(rows)
    page.print()
    if not about["read"]:
        sentence(page, "No ads, but tables that count terms by month: they have trends.", style="bold")
        return
    sentence(page, _merged(about), style="bold")
    known = (
        f"{about['with_occupation']:,} have an occupation of {about['occupations_from']}"
        if about["with_occupation"]
        else "no taxonomy of occupations is imported, so each title stands for itself"
    )
    sentence(
        page,
        f"Of these {known}, {about['with_region']:,} a country, {about['dated']:,} a date; {count(about['employers'], 'employer is', 'employers are')} named.",
    )
    for source in about["one_employer"]:
        sentence(page, f"{source} names no employer in any ad; its ads count as those of one.", style="dim")


def _merged(about: Mapping[str, Any]) -> str:
    read, same, near = about["read"], about["same_text"], about["near"]
    text = f"{count(read, 'ad')} read"
    if same or near:
        text += f"; {same:,} the same text as another and {near:,} nearly the same (another city, another number)"
    again = f", {about['again']:,} of them again in a later month" if about["again"] else ""
    return f"{text}. {about['counted']:,} are counted, the same ad once a month{again}."

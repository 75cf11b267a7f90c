"""Figures of ``bench plan``, in the terminal."""

from __future__ import annotations

from typing import Any

from credlens.cli.common import Result
from credlens.cli.show.page import cell, console, sentence, table

_COLUMNS = ("offers", "first_s", "near_s", "proven_s", "gap", "peak_memory_mb")
_TITLES = ("offers", "first plan, s", "gap 1 %, s", "proven, s", "gap at the end", "memory, MB")
_FIGURES = {"near_s": "seconds to a gap of 1 %", "proven_s": "seconds to proof", "peak_memory_mb": "MB of memory"}


def show_plans(result: Result) -> None:
    """What brute force says in a sentence, a row for each size of made catalogs, and other ways to plan beside it."""
    found = result.to_json()
    page = console()
    if found["cases"]:
        _cases(page, found["cases"])
    if not found["cells"]:
        return
    rows = table(("credentials", "right"), ("skills", "right"), *((title, "right") for title in _TITLES))
    for of in found["cells"]:
        values = (_spread(of[name], of["seeds"]) for name in _COLUMNS)
        rows.add_row(cell(f"{of['credentials']:,}"), cell(str(of["skills"])), *map(cell, values))
    page.print(rows)
    sentence(page, "Median over the seeds, least and most in brackets; where not every seed got there, how many did.")
    beside = table(
        ("credentials", "right"),
        ("skills", "right"),
        ("beside it", "left"),
        ("worth of ours", "right"),
        ("its bound of ours", "right"),
        ("s", "right"),
    )
    for of in found["cells"]:
        for name, peer in of["peers"].items():
            figures = (_spread(peer[n], of["seeds"]) for n in ("worth_of_ours", "bound_of_ours", "cpu_s"))
            who = (f"{of['credentials']:,}", str(of["skills"]), name.replace("_", " "))
            beside.add_row(*map(cell, (*who, *figures)))
    if beside.row_count:
        page.print(beside)
    for of in found["cells"]:
        sentence(page, _holds(of))
    for limit in found["limits"]:
        sentence(page, _limit(limit))


def _cases(page: Any, of: dict[str, Any]) -> None:
    equal = ", ".join(f"{name} {many:,}" for name, many in of["equal"].items())
    sentence(
        page,
        f"{of['n']:,} random small problems, {of['with_a_plan']:,} with a plan. As good as the best of all plans: {equal}."
        f" {of['different']:,} different, {of['refused_by_the_checker']:,} refused by the checker,"
        f" {of['circular_supports']:,} circular supports.",
    )


def _holds(of: dict[str, Any]) -> str:
    repeat = "the same" if of["same_on_repeat"] else "not the same"
    return (
        f"{of['credentials']:,} credentials, {of['skills']} skills: {of['accepted']} of {of['seeds']} plans accepted by the checker,"
        f" {of['circular_supports']} circular supports; {repeat} on repeat,"
        f" the same in another order for {of['same_when_shuffled']} of {of['seeds']}."
    )


def _limit(limit: dict[str, Any]) -> str:
    measured = "not reached" if limit["measured"] is None else f"{limit['measured']:g}"
    kept = "kept" if limit["kept"] else "not kept"
    return (
        f"{limit['credentials']:,} credentials, {limit['skills']} skills, {_FIGURES[limit['figure']]}:"
        f" at most {limit['asked']:g} asked, {measured} at worst, {kept}."
    )


def _spread(value: dict[str, Any], seeds: int) -> str:
    if not value["n"]:
        return "not reached"
    shown = f"{value['median']:,g}"
    if value["min"] != value["max"]:
        shown += f" ({value['min']:,g} to {value['max']:,g})"
    return shown if value["n"] == seeds else f"{shown}, {value['n']} of {seeds}"

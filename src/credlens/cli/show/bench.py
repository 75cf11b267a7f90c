"""Figures of a bench, in the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from credlens.cli.common import Result
from credlens.cli.show.page import cell, console, heading, sentence, table


def show_figures(result: Result) -> None:
    """Every figure on a line, under its name."""
    page = console()
    rows = table(("figure", "left"), ("value", "right"))
    for name, value in _figures(result.to_json()):
        rows.add_row(cell(name), cell(value))
    page.print(rows)


def show_ranks(result: Result) -> None:
    """For each file a table: the linker beside the lexical baseline."""
    page = console()
    for file, found in result.to_json().items():
        heading(page, file)
        names = (("mrr", "MRR"), ("rp1", "RP@1"), ("rp5", "RP@5"), ("rp10", "RP@10"))
        rows = table(("", "left"), *((shown, "right") for _, shown in names))
        for title, figures in ((f"tier {found['tier']}", found), ("character TF-IDF", found["baseline"])):
            intervals = figures["ci95"]
            values = (f"{figures[n]:.3f} ({intervals[n][0]:.2f}-{intervals[n][1]:.2f})" for n, _ in names)
            rows.add_row(cell(title), *map(cell, values))
        page.print(rows)
        held = f"; {found['held_out']} by weights that have not seen them" if found["held_out"] else ""
        against = (
            f", known to {found['taxonomy']}"
            if found["taxonomy"]
            else ", known by their words alone: no ESCO is imported"
        )
        speed = f"{found['sentences_per_second']:,} sentences a second"
        sentence(
            page,
            f"{found['queries']} sentences{held}; {found['labels']:,} labels{against}; {speed}. Intervals: 95 %, bootstrap.",
        )


def show_gold(result: Result) -> None:
    """A table of figures: one row each, one column for each split."""
    page = console()
    found = result.to_json()
    splits = found["splits"]
    rows = table(("figure", "left"), *((f"{name} (n = {of['ads']})", "right") for name, of in splits.items()))
    names = list(dict.fromkeys(name for of in splits.values() for name in of if name != "ads"))
    for name in names:
        rows.add_row(cell(name.replace("_", " ")), *(cell(_interval(of[name])) for of in splits.values()))
    page.print(rows)
    sentence(
        page,
        f"{found['ads']} labelled ads read, {found['not_checked']} not checked: their text is not among the ads given. Intervals: 95 %, bootstrap.",
    )


def show_search(result: Result) -> None:
    """A row for each kind of search, and what the import took."""
    page = console()
    found = result.to_json()
    rows = table(
        ("search", "left"),
        *((name, "right") for name in ("n", "finds", "p50 ms", "p99 ms", "max ms", "others, p50 ms")),
    )
    for kind, times in found["kinds"].items():
        others = [
            f"{kinds[kind]['p50_ms']:g} ({name.replace('_', ' ')})"
            for name, kinds in found["peers"].items()
            if kind in kinds
        ]
        figures = (
            times["n"],
            f"{times['finds']:,.0f}",
            *(f"{times[name]:g}" for name in ("p50_ms", "p99_ms", "max_ms")),
        )
        rows.add_row(cell(kind.replace("_", " ")), *map(cell, map(str, figures)), cell("; ".join(others)))
    page.print(rows)
    sentence(
        page,
        f"{found['records']:,} credentials imported in {found['import_seconds']:g} s of processor time ({found['records_per_second']:,} a second),"
        f" {found['file_mb']:g} MB. Over all {found['searches']} searches: half took at most {found['p50_ms']:g} ms, 99 % at most {found['p99_ms']:g} ms;"
        f" the first one {found['first_ms']:g} ms.",
    )
    for name, limit in found["limits"].items():
        sentence(
            page,
            f"{name.replace('_', ' ')}: at most {limit['asked']:g} asked, {'kept' if limit['kept'] else 'not kept'}.",
        )


def _interval(figure: dict[str, Any]) -> str:
    if figure["value"] is None:
        return "unknown"
    low, high = figure["ci95"]
    return f"{figure['value']:.3f} ({low:.2f}-{high:.2f}), {figure['labels']} labels"


def _figures(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _figures(part, f"{name} {key}".strip().replace("_", " "))
    elif isinstance(value, list):
        yield name, ", ".join(f"{part:,}" for part in value)
    elif isinstance(value, int | float):
        yield name, f"{value:,}"
    else:
        yield name, "unknown" if value is None else str(value)

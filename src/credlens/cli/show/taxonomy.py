"""Taxonomies in the terminal."""

from __future__ import annotations

from rich.console import Console

from credlens.app.taxonomy import TaxonomyImportResult, TaxonomyResult
from credlens.cli.show.page import bullets, cell, console, count, heading, sentence, table
from credlens.model.taxonomy import TaxonomyInfo

_COUNTS = {
    "skills": "skills",
    "groups": "groups of skills",
    "broader_relations": "relations to what is broader",
    "skill_relations": "relations between skills",
    "occupations": "occupations",
    "occupation_skill_relations": "relations between occupations and skills",
    "crosswalk": "matches between ESCO's and O*NET's occupations",
}


def show_list(result: TaxonomyResult) -> None:
    """The starter's skills by field, and what was imported."""
    page, taxonomy = console(), result.taxonomy
    heading(page, f"{taxonomy.name} {taxonomy.version}")
    sentence(page, taxonomy.attribution, style="dim")
    rows = table(("field of work", "left"), ("skills", "right"))
    for field, label in taxonomy.fields.items():
        rows.add_row(cell(label), cell(sum(s.field == field for s in taxonomy)))
    page.print(rows)
    for info in result.imported:
        _show_info(page, info)
    if not result.imported:
        sentence(page, "Nothing is imported. ESCO and O*NET can be: credlens taxonomy import --help.")


def show_import(result: TaxonomyImportResult) -> None:
    """What was taken in; problems go to stderr."""
    page = console()
    _show_info(page, result.info)
    if result.replaced:
        sentence(page, f"It replaces {result.replaced}.")
    if result.problems:
        sentence(page, f"{count(len(result.problems), 'row')} could not be used and stayed out.", style="yellow")


def _show_info(page: Console, info: TaxonomyInfo) -> None:
    heading(page, info.title)
    sentence(page, info.attribution, style="dim")
    rows = table(("n", "right"), ("", "left"))
    for name, words in _COUNTS.items():
        if info.counts.get(name):
            rows.add_row(cell(f"{info.counts[name]:,}"), cell(words))
    page.print(rows)
    bullets(page, info.notes)
    sentence(page, f"Imported on {info.imported}.", style="dim")

"""Catalog and doctor in the terminal."""

from __future__ import annotations

from dataclasses import fields

from credlens.app.catalog import CheckResult, ImportResult, SearchResult, ShowResult, StatsResult
from credlens.app.doctor import DoctorResult
from credlens.cli.show.page import bullets, cell, console, count, heading, known, sentence, table
from credlens.model.fact import Fact


def show_search(result: SearchResult) -> None:
    """Credentials found."""
    page = console()
    if not result.found:
        sentence(page, "No credential has all these words. Try fewer.")
        return
    rows = table(("id", "left"), ("credential", "left"), ("provider", "left"))
    for credential in result.found:
        rows.add_row(cell(credential.id, "bold"), cell(credential.title), cell(known(credential.provider)))
    page.print(rows)


def show_credential(result: ShowResult) -> None:
    """Every fact with its source; what nobody looked up comes last, by name."""
    page, credential = console(), result.credential
    heading(page, credential.title)
    rows = table(("field", "left"), ("value", "left"), ("source", "left"))
    missing = []
    for field in fields(credential):
        value = getattr(credential, field.name)
        if not isinstance(value, Fact):
            continue
        if not value.sources and not value.known:
            missing.append(field.name.replace("_", " "))
            continue
        note = f" ({value.condition or value.note})" if value.condition or value.note else ""
        rows.add_row(
            cell(field.name.replace("_", " ")),
            cell(f"{known(value)}{note}"),
            cell("; ".join(map(str, value.sources)), "dim"),
        )
    for cost in credential.costs:
        period = cost.pattern.value.replace("_", " ")
        words = f"{cost.currency} {known(cost.amount)} {period}, {cost.what}" + (
            f" ({cost.condition})" if cost.condition else ""
        )
        rows.add_row(cell(f"cost: {cost.option}"), cell(words), cell("; ".join(map(str, cost.amount.sources)), "dim"))
    for part in credential.assessment:
        rows.add_row(
            cell("assessment"), cell(part.type.value.replace("_", " ")), cell("; ".join(map(str, part.sources)), "dim")
        )
    page.print(rows)
    sentence(
        page,
        "Teaches: "
        + (", ".join(f"{result.taxonomy[t.skill].label} ({t.depth.value})" for t in credential.skills) or "unknown")
        + ".",
    )
    if missing:
        sentence(page, f"Nobody has looked up yet: {', '.join(missing)}.", style="yellow")


def show_stats(result: StatsResult) -> None:
    """Counts."""
    page = console()
    heading(page, "What is known")
    sentence(
        page,
        f"{result.credentials} credentials, {result.skills} skills in {result.fields_of_work} fields ({result.with_official_id} with an ESCO or "
        f"O*NET id), {result.occupations} regulated occupations, {result.projects} projects.",
        style="bold",
    )
    rows = table(("facts by method", "left"), ("n", "right"))
    for method, n in result.by_method.items():
        rows.add_row(cell(method), cell(n))
    page.print(rows)
    rows = table(("field", "left"), (f"known for, of {result.credentials}", "right"))
    for name, n in result.known_share.items():
        if name != "price":
            rows.add_row(cell(name.replace("_", " ")), cell(n))
    page.print(rows)


def show_check(result: CheckResult) -> None:
    """How many were checked; problems go to stderr."""
    verdict = f"{count(len(result.problems), 'mistake')}." if result.problems else "No mistakes."
    sentence(console(), f"{count(result.checked, 'record')} checked. {verdict}")


def show_import(result: ImportResult) -> None:
    """What was taken."""
    page = console()
    sentence(page, f"{count(len(result.imported), 'record')} taken into your catalog.")
    bullets(page, result.imported)


def show_doctor(result: DoctorResult) -> None:
    """Each thing looked at."""
    page = console()
    heading(page, f"credlens {result.version}")
    rows = table(("", "left"), ("looked at", "left"), ("found", "left"), ("what to do", "left"))
    marks = {"passed": ("✓", "green"), "failed": ("✗", "red"), "not_checked": ("?", "yellow")}
    for check in result.checks:
        mark, style = marks[check.result]
        rows.add_row(cell(mark, style), cell(check.name), cell(check.detail), cell(check.what_to_do))
    page.print(rows)
    sentence(page, "All well." if result.healthy else "Not well: see the lines marked ✗.", style="bold")

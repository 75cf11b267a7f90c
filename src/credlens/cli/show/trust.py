"""Lists of issuers in the terminal."""

from __future__ import annotations

from credlens.app.verifying.trust import KeptRegistry, Registries
from credlens.cli.show.page import cell, console, count, sentence, table
from credlens.model.naming import harmless


def show_added(result: Registries) -> None:
    """The answer to ``trust add``."""
    page = console()
    for registry in result.registries:
        signed = f"signed with {registry.key}" if registry.key else "not signed"
        sentence(page, harmless(f"Kept as {registry.name}: {count(len(registry.issuers), 'issuer')}, {signed}."))


def show_list(result: Registries) -> None:
    """The answer to ``trust list``."""
    page = console()
    page.print()
    if not result.registries:
        sentence(page, "You have no list of issuers that you trust. Give one: credlens trust add FILE")
        return
    rows = table(("list", "left whole"), ("issuers", "right"), ("signed with", "left"))
    for registry in result.registries:
        rows.add_row(cell(registry.name), cell(_number(registry)), cell(harmless(registry.key or "not signed")))
    page.print(rows)
    for registry in result.registries:
        if registry.problem:
            sentence(page, harmless(str(registry.problem)))


def show_removed(result: Registries) -> None:
    """The answer to ``trust remove``."""
    sentence(console(), f"Taken out: {', '.join(result.removed)}.")


def _number(registry: KeptRegistry) -> str:
    return "does not count" if registry.problem else str(len(registry.issuers))

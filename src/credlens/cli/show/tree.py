"""Trees of statements in the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from credlens.model.naming import harmless
from credlens.model.scorecard import Statement


def show_trees(page: Console, found: Iterable[Statement]) -> None:
    """What numbers came from, one tree below the other."""
    for statement in found:
        page.print()
        page.print(_tree(statement))


def _tree(statement: Statement) -> Tree:
    out = Tree(_label(statement, "bold"), guide_style="dim")
    _grow(out, statement.parts)
    return out


def _grow(tree: Tree, parts: Iterable[Statement]) -> None:
    for part in parts:
        _grow(tree.add(_label(part)), part.parts)


def _label(statement: Statement, style: str = "") -> Text:
    text = Text(harmless(statement.text), style=style)
    if statement.value:
        text.append(f" · {statement.value}", "dim")
    if statement.source:
        text.append(harmless(f" [{statement.source}]"), "dim")
    return text

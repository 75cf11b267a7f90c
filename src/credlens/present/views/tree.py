"""Trees of statements with their footnotes, as a page prints them."""

from __future__ import annotations

from dataclasses import dataclass

from credlens.model.scorecard import Statement
from credlens.present.notes import Notes, Ref


@dataclass(frozen=True, slots=True)
class Node:
    """One statement; ``unknown`` when it says that hardly anything is known."""

    text: str
    value: str
    unknown: bool
    refs: tuple[Ref, ...]
    parts: tuple[Node, ...]


def node(notes: Notes, statement: Statement) -> Node:
    """A statement and everything below it; statements of several sources are said once."""
    sources = [statement.source] if statement.source else []
    merged: dict[tuple[str, str], list[Statement]] = {}
    for part in statement.parts:
        merged.setdefault((part.text, part.value), []).append(part)
    return Node(
        statement.text,
        statement.value,
        "unknown:" in statement.text,
        notes.refs(sources),
        tuple(_same(notes, same) for same in merged.values()),
    )


def _same(notes: Notes, same: list[Statement]) -> Node:
    first = node(notes, same[0])
    refs = {r.number: r for s in same for r in notes.refs([s.source] if s.source else [])}
    parts = first.parts or tuple(p for s in same[1:] for p in node(notes, s).parts)
    return Node(first.text, first.value, first.unknown, tuple(refs.values()), parts)

"""A record that was read in a page or badge, completed and corrected by the answers of a person."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from credlens.catalog.interview.question import SAID_BY_YOU
from credlens.model.credential import Credential
from credlens.model.fact import Fact, Overruled, Unknown, WhyUnknown

_NAMES = frozenset({"id", "title", "identifiers", "absent"})


def complete(read: Credential, said: Credential) -> Credential:
    """The record that was read, with what the person says in place of what was read; that stays visible as overruled.

    A list that the person names takes the place of the whole list, but for skills, which are added. What they do not say stays as it was read.
    """
    changes: dict[str, Any] = {}
    for each in fields(Credential):
        mine, theirs = getattr(said, each.name), getattr(read, each.name)
        if each.name in _NAMES:
            continue
        if isinstance(mine, Fact):
            changes[each.name] = _fact(theirs, mine)
        elif each.name == "stated":
            changes[each.name] = (*theirs, *mine)
        else:
            changes[each.name] = mine or theirs
    gone = {part.field for part in said.absent}
    filled = {name for name, value in changes.items() if value}
    return replace(
        read,
        **{**changes, **dict.fromkeys(gone, ())},
        title=said.title or read.title,
        identifiers=tuple(dict.fromkeys((*read.identifiers, *said.identifiers))),
        absent=(*said.absent, *(a for a in read.absent if a.field not in gone | filled)),
    )


def _fact(read: Fact[Any], said: Fact[Any]) -> Fact[Any]:
    if isinstance(said.value, Unknown) and said.value.why is not WhyUnknown.NOT_APPLICABLE:
        return read
    if read.known and read.value == said.value:
        return replace(read, sources=(*said.sources, *read.sources))
    if not read.known or not read.sources:
        return said
    return replace(said, overruled=(Overruled(read.value, read.sources[0], SAID_BY_YOU),))

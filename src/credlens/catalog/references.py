"""What a credential says of others by their names elsewhere, as ids of the catalog where it has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from credlens.model.credential import Credential
from credlens.model.offer import Identifier


def identifier(text: str) -> Identifier | None:
    """``scheme:value`` as an identifier; None for an id of the catalog."""
    scheme, colon, value = text.partition(":")
    return Identifier(scheme, value) if colon and scheme and value else None


def references(credential: Credential) -> tuple[Identifier, ...]:
    """Every other one it names by a name elsewhere, each once."""
    named = [r.target for r in credential.relations]
    named += [c for p in credential.prerequisites for c in p.credentials]
    named += list(credential.superseded_by.candidates())
    return tuple(dict.fromkeys(i for text in named if (i := identifier(text))))


def resolved(credential: Credential, ids: Mapping[Identifier, str]) -> Credential:
    """The same with ids in the place of names that the catalog has; the others stay as they are."""

    def known(text: str) -> str:
        name = identifier(text)
        return ids.get(name, text) if name else text

    replaced = credential.superseded_by
    if isinstance(replaced.value, str):
        replaced = replace(replaced, value=known(replaced.value))
    return replace(
        credential,
        relations=tuple(replace(r, target=known(r.target)) for r in credential.relations),
        prerequisites=tuple(
            replace(p, credentials=tuple(map(known, p.credentials))) if p.credentials else p
            for p in credential.prerequisites
        ),
        superseded_by=replaced,
    )


def circle(credentials: Iterable[Credential]) -> tuple[str, ...]:
    """Ids of credentials each of which has to be earned before the next, the first one again at the end; empty when there is no circle.

    Only hard conditions that a single credential can meet count: of alternatives, another one may be the way out.
    """
    graph = {
        c.id: [
            p.credentials[0]
            for p in c.prerequisites
            if p.hard and len(p.credentials) == 1 and not p.either and not p.skills
        ]
        for c in credentials
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return tuple(found)
    return ()

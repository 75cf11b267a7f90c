"""The credential that somebody means by an id, a title or another name of it."""

from __future__ import annotations

import difflib

from credlens.app.catalog.index import indexed
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.catalog.query import Query
from credlens.catalog.titles import words
from credlens.model.credential import Credential
from credlens.model.errors import UserError

LOOKED_AT = 20  # finds for a title, among which it has to be


def find_credential(ports: Ports, knowledge: Knowledge, name: str, where: str = "ID") -> Credential:
    """The credential with this id, or with this very title or alias.

    Args:
        ports, knowledge: where to look.
        name: as the person wrote it.
        where: they wrote it, for the message.

    Raises:
        UserError: there is none, or several have that title; the message names the nearest.
    """
    catalog = knowledge.catalog
    if name in catalog:
        return catalog[name]
    wanted = name.casefold()
    for credential in knowledge.curated.credentials.values():
        if wanted in (credential.title.casefold(), *(a.text.casefold() for a in credential.aliases)):
            return catalog[credential.id]
    alike = _called(ports, knowledge, name)
    if len(alike) == 1:
        return catalog[alike[0]]
    if alike:
        raise UserError(
            f"{len(alike)} credentials are called {name!r}.",
            where=where,
            what_to_do=f"Name one of: {', '.join(sorted(alike)[:5])}.",
        )
    raise UserError(f"The catalog has no credential {name!r}.", where=where, what_to_do=_hint(ports, knowledge, name))


def _called(ports: Ports, knowledge: Knowledge, name: str) -> list[str]:
    """Ids of what has this very title; of what has it as another name when there is none."""
    catalog = knowledge.catalog
    near = [catalog[i] for i in indexed(ports, knowledge).search(Query(name, count=LOOKED_AT)).ids]
    wanted = words(name)
    titled = [c.id for c in near if words(c.title) == wanted]
    return titled or [c.id for c in near if any(words(a.text) == wanted for a in c.aliases)]


def _hint(ports: Ports, knowledge: Knowledge, name: str) -> str:
    near = difflib.get_close_matches(name.casefold(), list(knowledge.curated.credentials), n=3, cutoff=0.5)
    near += indexed(ports, knowledge).search(Query(name.replace("-", " "), count=3)).ids
    if not near:
        return "Look for it: credlens catalog search WORDS."
    return f"Did you mean {', '.join(dict.fromkeys(near[:3]))}?"

"""Signature 2: records of any shape to one catalog."""

from __future__ import annotations

from collections.abc import Iterable

from credlens.catalog.references import circle
from credlens.model.credential import Catalog, Credential
from credlens.model.errors import Problem


def build(records: Iterable[Credential], origin: str = "starter") -> tuple[Catalog, list[Problem]]:
    """A catalog in id order, later records of the same id winning; references to credentials it does not have are listed.

    A record with a dangling reference stays: what it says of itself is still true.
    """
    by_id = {c.id: c for c in records}
    catalog = Catalog(dict(sorted(by_id.items())), origin)
    problems = [
        Problem(
            f"{c.id}: {field}",
            f"There is no credential {missing!r} in the catalog.",
            "Correct the id, or add that credential.",
        )
        for c in catalog.credentials.values()
        for field, missing in _references(c)
        if missing not in catalog
    ]
    return catalog, [*problems, *circular(catalog.credentials.values())]


def circular(credentials: Iterable[Credential]) -> list[Problem]:
    """The problem of credentials each of which has to be earned before the next, round and round; none when there is no such circle."""
    found = circle(credentials)
    if not found:
        return []
    words = " before ".join(found)
    return [
        Problem(
            f"{found[0]}: prerequisites",
            f"Nobody can begin here: {words}.",
            "One of these conditions is wrong, or is not a hard one. Look at the official pages.",
        )
    ]


def _references(credential: Credential) -> list[tuple[str, str]]:
    wanted = [("prerequisites", other) for p in credential.prerequisites for other in p.credentials]
    wanted += [("superseded_by", other) for other in credential.superseded_by.candidates()]
    return wanted

"""Signature 2: records of any shape to one catalog."""

from __future__ import annotations

from collections.abc import Iterable

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
    return catalog, problems


def _references(credential: Credential) -> list[tuple[str, str]]:
    wanted = [("prerequisites", other) for p in credential.prerequisites for other in p.credentials]
    wanted += [("superseded_by", other) for other in credential.superseded_by.candidates()]
    return wanted

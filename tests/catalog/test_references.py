from __future__ import annotations

import pytest

from credlens.catalog.references import circle, references, resolved
from credlens.model.credential import Credential, Prerequisite
from credlens.model.offer import Identifier, Relation, RelationKind


def needs(credential_id: str, *others: str, hard: bool = True, either: str = "") -> Credential:
    asked = Prerequisite(hard=hard, sources=(), credentials=others, either=either)
    return Credential(credential_id, credential_id, prerequisites=(asked,))


def test_names_elsewhere_become_ids_where_the_catalog_has_them() -> None:
    credential = Credential(
        "b",
        "B",
        relations=(Relation(RelationKind.PART_OF, "ctid:ce-1", ()), Relation(RelationKind.PART_OF, "ctid:ce-9", ())),
        prerequisites=(Prerequisite(hard=True, sources=(), credentials=("ctid:ce-1", "own-id")),),
    )
    assert references(credential) == (Identifier("ctid", "ce-1"), Identifier("ctid", "ce-9"))

    found = resolved(credential, {Identifier("ctid", "ce-1"): "a"})
    assert [r.target for r in found.relations] == ["a", "ctid:ce-9"]
    assert found.prerequisites[0].credentials == ("a", "own-id")


def test_a_circle_is_found_with_its_members() -> None:
    found = circle([needs("a", "b"), needs("b", "c"), needs("c", "a"), needs("d", "a")])
    assert set(found) == {"a", "b", "c"}
    assert found[0] == found[-1]


@pytest.mark.parametrize(
    "credentials",
    [
        [needs("a", "b"), needs("b", "c")],
        [needs("a", "b"), needs("b", "a", hard=False)],
        [needs("a", "b"), needs("b", "a", "c")],  # c is a way out
        [needs("a", "b"), needs("b", "a", either="or-work")],
    ],
)
def test_no_circle(credentials: list[Credential]) -> None:
    assert circle(credentials) == ()

from __future__ import annotations

from itertools import permutations

from credlens.catalog.build import build
from credlens.model.credential import Credential, Prerequisite
from credlens.model.errors import Problem
from credlens.model.fact import Fact, Unknown, WhyUnknown


def _needs(credential_id: str, *others: str) -> Credential:
    return Credential(
        credential_id, credential_id, prerequisites=(Prerequisite(hard=True, sources=(), credentials=others),)
    )


def test_a_catalog_is_in_id_order_whatever_the_order_of_records() -> None:
    records = [Credential(i, i) for i in ("c", "a", "b")]

    for order in permutations(records):
        catalog, problems = build(order, "mine")
        assert list(catalog.credentials) == ["a", "b", "c"]
        assert catalog.origin == "mine"
        assert problems == []


def test_a_later_record_of_the_same_id_wins() -> None:
    catalog, _ = build([Credential("a", "starter"), Credential("a", "own")])

    assert catalog["a"].title == "own"
    assert len(catalog) == 1


def test_dangling_references_are_listed_and_their_records_stay() -> None:
    catalog, problems = build(
        [
            _needs("b", "a", "gone"),
            Credential("a", "a", superseded_by=Fact("vanished")),
            Credential("c", "c", superseded_by=Fact("a")),
        ]
    )

    advice = "Correct the id, or add that credential."
    assert len(catalog) == 3
    assert problems == [
        Problem("a: superseded_by", "There is no credential 'vanished' in the catalog.", advice),
        Problem("b: prerequisites", "There is no credential 'gone' in the catalog.", advice),
    ]


def test_every_side_of_a_conflict_is_a_reference_and_an_unknown_is_none() -> None:
    conflict: Fact[str] = Fact(Unknown(WhyUnknown.CONFLICTING, ("b", "gone")))
    _, problems = build([Credential("a", "a", superseded_by=conflict), Credential("b", "b")])

    assert [p.where for p in problems] == ["a: superseded_by"]


def test_no_records_make_an_empty_catalog() -> None:
    catalog, problems = build([])

    assert len(catalog) == 0
    assert problems == []


def test_conditions_in_a_circle_are_listed_and_the_records_stay() -> None:
    catalog, problems = build([_needs("a", "b"), _needs("b", "a"), _needs("c")])
    assert len(catalog) == 3
    assert len(problems) == 1
    assert "Nobody can begin here" in problems[0].message

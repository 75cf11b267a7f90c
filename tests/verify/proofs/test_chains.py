"""Proofs that build on others."""

from __future__ import annotations

from typing import Any

import pytest

from credlens.verify.proofs.chains import ChainFlaw, previous

A, B, C = {"id": "a"}, {"id": "b", "previousProof": "a"}, {"id": "c", "previousProof": ["a", "b"]}


def test_a_proof_builds_on_those_it_names_in_its_order() -> None:
    assert [previous(p, [A, B, C]) for p in (A, B, C)] == [[], [A], [A, B]]


@pytest.mark.parametrize(
    "proofs",
    [
        [{"id": "a", "previousProof": "a"}],
        [{"id": "a", "previousProof": "b"}, {"id": "b", "previousProof": "a"}],
        [{"id": "a", "previousProof": "b"}, {"id": "b", "previousProof": "c"}, {"id": "c", "previousProof": "b"}, A],
        [{"previousProof": "x"}, A],
        [{"previousProof": 5}, A],
        [{"previousProof": [None]}, A],
        [{"previousProof": {"id": "a"}}, A],
        [{"previousProof": "a"}, A, dict(A)],
        [{"previousProof": ["a"] * 9}, A],
    ],
)
def test_a_chain_that_does_not_end_is_refused(proofs: Any) -> None:
    with pytest.raises(ChainFlaw):
        [previous(proof, proofs) for proof in proofs]

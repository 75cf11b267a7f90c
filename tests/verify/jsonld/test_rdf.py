from itertools import permutations

import pytest

from credlens.verify.jsonld.rdf import TooMuchWorkError, UnknownContextError, canonical, canonical_quads
from credlens.verify.limits import LIMITS


def _graph(edges):
    return "".join(f"_:e{a} <http://p.example/> _:e{b} .\n" for a, b in edges)


@pytest.mark.parametrize("nodes", [7, 8, 12])
def test_a_clique_of_alike_nodes_is_refused(nodes):
    with pytest.raises(TooMuchWorkError):
        canonical_quads(_graph(permutations(range(nodes), 2)), LIMITS)


def test_two_cycles_of_four_are_canonical_whatever_their_names():
    edges = [(0, 1), (1, 2), (2, 3), (3, 0), (4, 5), (5, 6), (6, 7), (7, 4)]
    renamed = [((a * 3 + 1) % 8, (b * 3 + 1) % 8) for a, b in reversed(edges)]
    assert canonical_quads(_graph(edges), LIMITS) == canonical_quads(_graph(renamed), LIMITS)


def test_an_unknown_context_is_named():
    with pytest.raises(UnknownContextError, match="no.example"):
        canonical({"@context": "https://no.example/c", "id": "urn:x"}, LIMITS)

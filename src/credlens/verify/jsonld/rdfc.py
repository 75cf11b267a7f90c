"""RDF Dataset Canonicalization, RDFC-1.0: one text for a set of statements, whatever its nodes without a name are called.

Written here and not taken from a library, as strangers choose the statements: telling alike nodes apart can take work without end, and
what is refused must not depend on chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256, sha384
from itertools import permutations
from math import factorial
from typing import Any

Quad = tuple[str, str, str, str]
"""Subject, predicate, object and graph, each as in N-Quads: ``<IRI>``, ``_:label`` or a literal; an empty graph is the default one."""

_DIGESTS: Mapping[str, Callable[[bytes], Any]] = {"sha256": sha256, "sha384": sha384}
_DEPTH = 200  # of nodes without a name that hang on each other, all with a double: far from the interpreter's limit
_MANY = 12  # nodes of which nobody counts the orders


class TooMuchWorkError(ValueError):
    """Canonicalising would take more work than the limits allow."""


def canonical_text(quads: Iterable[Quad], work: int, digest: str = "sha256") -> str:
    """Canonical N-Quads (RDFC-1.0 section 4.4).

    Args:
        work: how many hashes of neighbours (section 4.7) may be made, and names given out in trying orders (section 4.8 step 5.4).
        digest: the hash to tell nodes apart with: ``sha256`` or ``sha384``.

    Raises:
        TooMuchWorkError: it would take more.
    """
    return _Canonical(sorted(set(quads)), work, digest).text()


class _Names:
    """Names given out in order (section 4.5)."""

    __slots__ = ("given", "prefix")

    def __init__(self, prefix: str, given: Mapping[str, str] | None = None) -> None:
        self.prefix = prefix
        self.given = dict(given or {})

    def of(self, node: str) -> str:
        """The name of a node: a new one when it has none."""
        name = self.given.get(node)
        if name is None:
            name = self.given[node] = f"{self.prefix}{len(self.given)}"
        return name

    def copy(self) -> _Names:
        return _Names(self.prefix, self.given)


class _Canonical:
    """One run of the algorithm."""

    def __init__(self, quads: list[Quad], work: int, digest: str = "sha256") -> None:
        self._digest = _DIGESTS[digest]
        self._quads = quads
        self._work = work
        self._names = _Names("_:c14n")
        self._about: dict[str, list[Quad]] = {}
        for quad in quads:
            for node in {quad[0], quad[2], quad[3]}:
                if node.startswith("_:"):
                    self._about.setdefault(node, []).append(quad)
        self._first = {node: self._first_degree(node) for node in sorted(self._about)}

    def text(self) -> str:
        alike: dict[str, list[str]] = {}
        for node, digest in self._first.items():
            alike.setdefault(digest, []).append(node)
        groups = [alike[digest] for digest in sorted(alike)]
        for nodes in groups:
            if len(nodes) == 1:
                self._names.of(nodes[0])
        for nodes in groups:
            if len(nodes) > 1:
                self._name_alike(nodes)
        given = self._names.given
        return "".join(sorted(line(given.get(s, s), p, given.get(o, o), given.get(g, g)) for s, p, o, g in self._quads))

    def _name_alike(self, nodes: list[str]) -> None:
        """Name nodes of one first-degree hash, by all that hangs on them (section 4.4.3 step 5)."""
        results = []
        for node in nodes:
            if node not in self._names.given:
                names = _Names("_:b")
                names.of(node)
                results.append(self._n_degree(node, names, 1))
        for _, names in sorted(results, key=lambda result: result[0]):
            for node in names.given:
                self._names.of(node)

    def _first_degree(self, node: str) -> str:
        """Hash First Degree Quads (section 4.6)."""

        def marked(term: str) -> str:
            if not term.startswith("_:"):
                return term
            return "_:a" if term == node else "_:z"

        lines = sorted(line(marked(s), p, marked(o), marked(g)) for s, p, o, g in self._about[node])
        return self._hash("".join(lines))

    def _related(self, node: str, names: _Names) -> dict[str, list[str]]:
        """Nodes beside a node by how they stand to it (sections 4.7 and 4.8 step 3)."""
        found: dict[str, list[str]] = {}
        for s, predicate, o, g in self._about[node]:
            for position, other in (("s" + predicate, s), ("o" + predicate, o), ("g", g)):
                if other.startswith("_:") and other != node:
                    name = self._names.given.get(other) or names.given.get(other) or self._first[other]
                    found.setdefault(self._hash(position + name), []).append(other)
        return found

    def _n_degree(self, node: str, names: _Names, depth: int) -> tuple[str, _Names]:
        """Hash N-Degree Quads (section 4.8)."""
        self._spend(len(self._about[node]))
        if depth > _DEPTH:
            raise _too_much()
        related = self._related(node, names)
        data = []
        for digest in sorted(related):
            nodes = related[digest]
            self._spend(factorial(min(len(nodes), _MANY)) * len(nodes) if len(nodes) > 1 else 0)
            chosen: tuple[str, _Names] | None = None
            for order in permutations(nodes):
                chosen = self._path(order, names, chosen, depth) or chosen
            assert chosen is not None  # there is always one order  # noqa: S101
            data += [digest, chosen[0]]
            names = chosen[1]
        return self._hash("".join(data)), names

    def _path(
        self, order: tuple[str, ...], names: _Names, chosen: tuple[str, _Names] | None, depth: int
    ) -> tuple[str, _Names] | None:
        """The path for one order of alike nodes (section 4.8 step 5.4); None when it does not come before the chosen one."""
        names = names.copy()
        path = ""
        new = []
        for node in order:
            known = self._names.given.get(node)
            if known is None and node not in names.given:
                new.append(node)
            path += known or names.of(node)
        if _after(path, chosen):
            return None
        for node in new:
            digest, result = self._n_degree(node, names, depth + 1)
            path += f"{names.of(node)}<{digest}>"
            names = result
            if _after(path, chosen):
                return None
        return (path, names) if chosen is None or path < chosen[0] else None

    def _hash(self, text: str) -> str:
        found: str = self._digest(text.encode()).hexdigest()
        return found

    def _spend(self, work: int) -> None:
        self._work -= work
        if self._work < 0:
            raise _too_much()


def line(subject: str, predicate: str, obj: str, graph: str) -> str:
    """A statement as a line of canonical N-Quads."""
    return f"{subject} {predicate} {obj} {graph} .\n" if graph else f"{subject} {predicate} {obj} .\n"


def _after(path: str, chosen: tuple[str, _Names] | None) -> bool:
    return chosen is not None and len(path) >= len(chosen[0]) and path > chosen[0]


def _too_much() -> TooMuchWorkError:
    return TooMuchWorkError("Too many of its parts have no name and are alike: to tell them apart takes too much work.")

"""RDF statements: out of JSON-LD in expanded form, and in N-Quads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rfc8785 import CanonicalizationError, dumps

from credlens.verify.jsonld.rdfc import Quad, TooMuchWorkError

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_TYPE = f"<{_RDF}type>"
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S*")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,4})?")
_WHOLE = 1e21  # from here on, numbers without a fraction are written as doubles too


class TermError(ValueError):
    """What a document's terms mean cannot be found out."""


def statements(tree: list[Any], most: int) -> list[Quad]:
    """The statements of an expanded document (JSON-LD 1.1 API section 8: object to RDF, without producing generalized RDF).

    They are read straight out of the tree, without sorting them by node first: each may come several times, and the work grows with the
    document only.

    Args:
        most: how many there may be.

    Raises:
        TermError: there is a value that cannot be written down as RDF.
        TooMuchWorkError: there are more.
    """
    reader = _Reader(most)
    for node in tree:
        reader.node(node, "")
    return reader.found


class _Reader:
    """Statements so far, and the names given to nodes without one."""

    def __init__(self, most: int) -> None:
        self.found: list[Quad] = []
        self._most = most
        self._labels: dict[str, str] = {}
        self._nodes = 0

    def node(self, node: Mapping[str, Any], graph: str | None) -> str | None:
        """Add what is said of a node; returns its term, or None when its name is no absolute address.

        Args:
            graph: the term of the graph it is in; None in a graph whose name is no absolute address: nothing is said there.
        """
        term = self._resource(node["@id"]) if "@id" in node else self._fresh()
        for name, values in node.items():
            if name == "@type":
                for kind in values:
                    self._add(term, _TYPE, self._resource(kind), graph)
            elif name in {"@graph", "@included"}:
                for inner in values:
                    self.node(inner, term if name == "@graph" else graph)
            elif name == "@reverse":
                self._reverse(term, values, graph)
            elif not name.startswith("@"):
                predicate = self._resource(name)
                for value in values:
                    self._add(term, predicate, self._object(value, graph), graph)
        return term

    def _reverse(self, term: str | None, values: Mapping[str, Any], graph: str | None) -> None:
        """Add what others say of a node, that is written down at it (JSON-LD 1.1 section 4.8)."""
        for predicate, others in values.items():
            for other in others:
                self._add(self.node(other, graph), self._resource(predicate), term, graph)

    def _object(self, value: Mapping[str, Any], graph: str | None) -> str | None:
        if "@value" in value:
            return _literal(value)
        if "@list" in value:
            return self._list(value["@list"], graph)
        return self.node(value, graph)

    def _list(self, values: list[Any], graph: str | None) -> str:
        """The first cell of a list (section 8.3)."""
        head = f"<{_RDF}nil>"
        cells = [(self._fresh(), self._object(value, graph)) for value in values]
        for cell, value in reversed(cells):
            self._add(cell, f"<{_RDF}first>", value, graph)
            self._add(cell, f"<{_RDF}rest>", head, graph)
            head = cell
        return head

    def _add(self, subject: str | None, predicate: str | None, obj: str | None, graph: str | None) -> None:
        """Add a statement, unless one of its parts is no absolute address: JSON-LD leaves such out."""
        if subject is None or predicate is None or obj is None or graph is None or predicate.startswith("_:"):
            return
        self.found.append((subject, predicate, obj, graph))
        if len(self.found) > self._most:
            raise TooMuchWorkError(f"It makes more than {self._most} statements.")

    def _resource(self, name: Any) -> str | None:
        if not isinstance(name, str):  # null stands in expanded documents where it stood in the document
            return None
        if name.startswith("_:"):
            if name not in self._labels:
                self._labels[name] = self._fresh()
            return self._labels[name]
        return f"<{name}>" if _IRI.fullmatch(name) else None

    def _fresh(self) -> str:
        self._nodes += 1
        return f"_:b{self._nodes}"


def _literal(value: Mapping[str, Any]) -> str:
    """A value as a literal (section 8.2)."""
    content = value["@value"]
    kind = value.get("@type")
    if kind == "@json":
        try:
            return _written(dumps(content).decode(), f"{_RDF}JSON")
        except CanonicalizationError:
            raise TermError("A number in it cannot be written down exactly.") from None
    if isinstance(content, bool):
        return _written("true" if content else "false", kind or f"{_XSD}boolean")
    if isinstance(content, int | float):
        return _number(content, kind)
    if kind == f"{_XSD}double" and _NUMBER.fullmatch(content):  # as the libraries do with which badges are signed
        return _written(_double(float(content)), kind)
    if "@language" in value:
        if not _LANGUAGE.fullmatch(value["@language"]):
            raise TermError(f"{value['@language'][:80]!r} is no code of a language.")
        return f"{_quoted(content)}@{value['@language']}"
    return _written(content, kind or f"{_XSD}string")


def _number(value: float, kind: str | None) -> str:
    if kind == f"{_XSD}double" or abs(value) >= _WHOLE or not float(value).is_integer():
        return _written(_double(value), kind or f"{_XSD}double")
    return _written(str(int(value)), kind or f"{_XSD}integer")


def _double(value: float) -> str:
    """The canonical form of a double (XML Schema 1.1 part 2 section 3.3.5.2, with 15 digits after the point)."""
    mantissa, exponent = f"{value:.15E}".split("E")
    whole, fraction = mantissa.split(".")
    return f"{whole}.{fraction.rstrip('0') or '0'}E{int(exponent)}"


_ESCAPES = {chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F)} | {
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
    '"': '\\"',
    "\\": "\\\\",
}
_ESCAPING = str.maketrans(_ESCAPES)


def _quoted(text: str) -> str:
    """A text as canonical N-Quads want it (RDFC-1.0 section 5)."""
    return f'"{text.translate(_ESCAPING)}"'


def _written(text: str, kind: str) -> str:
    if kind == f"{_XSD}string":
        return _quoted(text)
    if not _IRI.fullmatch(kind):
        raise TermError(f"{kind[:80]!r} is a kind of value without a meaning.")
    return f"{_quoted(text)}^^<{kind}>"


_NAMED = r"<(?:[^\x00-\x20<>\"{}|^`\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>"
_UNNAMED = r"_:\w(?:[\w.:\-\u00B7]*[\w:\-\u00B7])?"
_TEXT = r"\"(?:[^\"\\\n\r]|\\[tbnrf\"'\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*\""
_LINE = re.compile(
    rf"[ \t]*({_NAMED}|{_UNNAMED})[ \t]*({_NAMED})[ \t]*"
    rf"(?:({_NAMED}|{_UNNAMED})|({_TEXT})(?:\^\^({_NAMED})|@([A-Za-z]+(?:-[A-Za-z0-9]+)*))?)"
    rf"[ \t]*({_NAMED}|{_UNNAMED})?[ \t]*\.[ \t]*(?:#.*)?"
)
_EMPTY = re.compile(r"[ \t]*(?:#.*)?")
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SHORT = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def read_nquads(text: str, most: int) -> list[Quad]:
    """The statements of N-Quads (RDF 1.1 N-Quads section 4).

    Raises:
        TermError: a line is no statement.
        TooMuchWorkError: there are more than ``most``.
    """
    found: list[Quad] = []
    for number, content in enumerate(re.split(r"[\r\n]+", text), 1):
        match = _LINE.fullmatch(content)
        if match is not None:
            subject, predicate, resource, literal, kind, language, graph = match.groups()
            if literal is not None:
                plain = _unescaped(literal[1:-1])
                resource = (
                    f"{_quoted(plain)}@{language}"
                    if language
                    else _written(plain, _unescaped(kind or f"<{_XSD}string>")[1:-1])
                )
            found.append(
                (_unescaped(subject), _unescaped(predicate), _resource_text(resource), _unescaped(graph or ""))
            )
        elif not _EMPTY.fullmatch(content):
            raise TermError(f"Line {number} is no statement.")
        if len(found) > most:
            raise TooMuchWorkError(f"It makes more than {most} statements.")
    return found


def _resource_text(term: str) -> str:
    return term if term.startswith('"') else _unescaped(term)


def _unescaped(text: str) -> str:
    """A term with its escapes (N-Quads section 2.4) read."""
    if "\\" not in text:
        return text

    def one(match: re.Match[str]) -> str:
        code = match[1] or match[2]
        if not code:
            return _SHORT.get(match[3], match[3])
        value = int(code, 16)
        if value > 0x10FFFF or 0xD800 <= value < 0xE000:
            raise TermError(f"There is no character of number {code}.")
        return chr(value)

    return _ESCAPED.sub(one, text)

"""A node as a credential's fields with the rest of what it says, and a credential as a node."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from credlens.catalog.codec import encode
from credlens.catalog.ctdl.identity import style_of
from credlens.catalog.ctdl.names import EXTENSION, Node, address_of, reference
from credlens.catalog.ctdl.skills import gathered
from credlens.catalog.ctdl.statements import (
    Context,
    Kept,
    Part,
    Rest,
    Statement,
    Style,
    Tally,
    as_node,
    elements,
    mark,
    put_back,
)
from credlens.catalog.ctdl.terms import READERS, WRITERS
from credlens.catalog.values.facts import known
from credlens.catalog.values.reading import Reading
from credlens.model.credential import Credential
from credlens.model.fact import Fact
from credlens.model.offer import Kept as KeptText

SCHEME = "ctdl"
LISTS = frozenset(f.name for f in fields(Credential) if f.default == ())
_LANGUAGE = "credlens:language"
_UNTYPED = "ceterms:Credential"


@dataclass(frozen=True, slots=True)
class Read:
    """What a node says.

    Attributes:
        fields: of a :class:`~credlens.model.credential.Credential`, by name.
    """

    fields: Mapping[str, Any]
    kept: tuple[KeptText, ...]


@dataclass(slots=True)
class _Filling:
    """The fields as they fill up."""

    reading: Reading
    style: Style
    values: dict[str, Any] = field(default_factory=dict)
    written: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)

    def take(self, part: Part) -> tuple[str, ...]:
        """Put a part into its field; the marks of what the field writes of it. None when the field holds something else already."""
        marks = tuple(mark(s) for s in _write(part.field, part.value, self.style))
        seen = self.written.setdefault(part.field, set())
        if part.field in LISTS:
            held = self.values.setdefault(part.field, [])
            if not (marks in seen if marks else part.value in held):
                held.append(part.value)
        elif part.field not in self.values:
            self.values[part.field] = self._scalar(part)
        elif marks not in seen:
            return ()
        seen.add(marks)
        return marks

    def _scalar(self, part: Part) -> Any:
        if part.field == "title" or isinstance(part.value, Fact):
            return part.value
        return known(part.value, part.source or self.reading.source, note=part.note)


def read(node: Node, reading: Reading, tally: Tally) -> Read:
    """The fields that a node fills, and what is left of it.

    Args:
        node: with what it refers to inside it (:meth:`~credlens.catalog.ctdl.graph.Graph.joined`).
        tally: its statements are counted here.
    """
    style = style_of(node)
    context, filling, rest = Context(reading, node, style), _Filling(reading, style), Rest(tally)
    statements = {
        name: found for name, value in node.items() if (found := elements(value)) and name not in {"@id", EXTENSION}
    }
    for name in (*(n for n in READERS if n in statements), *(n for n in statements if n not in READERS)):
        stands: dict[int, list[str]] = {}
        for part in READERS[name](context, name, statements[name]) if name in READERS else ():
            written = filling.take(part)
            for place in part.at:
                stands.setdefault(place, []).extend(written)
        rest.settle(name, statements[name], stands)
    kept = rest.kept()
    own_name = reference(node)
    if own_name and not own_name.startswith("_:"):
        kept["@id"] = [own_name]
    if style.language != "en":
        kept[_LANGUAGE] = [style.language]
    values = {name: tuple(v) if name in LISTS else v for name, v in filling.values.items()}
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return Read(values, (KeptText(SCHEME, text),) if kept else ())


def node_of(credential: Credential) -> Node:
    """A credential in CTDL's own terms, with what was kept of the node that it came from."""
    kept = _kept(credential)
    style = _style(credential, kept)
    written: list[Statement] = []
    for name in WRITERS:
        value = getattr(credential, name)
        for member in value if name in LISTS else (value,):
            found = member.get(None) if isinstance(member, Fact) else member
            if found is not None:
                written += _write(name, found, style)
    own_name = next((n for n in kept.get("@id", ()) if isinstance(n, str)), None) or _own_name(credential)
    rest = {name: values for name, values in kept.items() if name not in {"@id", _LANGUAGE}}
    out = as_node(gathered(put_back(written, rest), written))
    out.setdefault("@type", _UNTYPED)
    return {"@id": own_name, "@type": out.pop("@type"), **out}


def exported(credential: Credential) -> Node:
    """The same with the whole record in the extension, for what CTDL has no terms for."""
    return node_of(credential) | {EXTENSION: encode(credential)}


def _write(name: str, value: Any, style: Style) -> list[Statement]:
    writer = WRITERS.get(name)
    return list(writer(value, style)) if writer and not isinstance(value, Fact) else []


def _kept(credential: Credential) -> Kept:
    """What was kept of the nodes that it came from, all together; a text that is no JSON object holds nothing."""
    out: Kept = {}
    for kept in credential.kept:
        if kept.source != SCHEME:
            continue
        try:
            found = json.loads(kept.text)
        except (ValueError, RecursionError):
            continue
        for name, values in found.items() if isinstance(found, dict) else ():
            out.setdefault(name, []).extend(values if isinstance(values, list) else [values])
    return out


def _style(credential: Credential, kept: Kept) -> Style:
    """How the record writes: as the node did that it came from."""
    language = next((t for t in kept.get(_LANGUAGE, ()) if isinstance(t, str)), "en")
    page = credential.official_url.get(None)
    kind = credential.kind.get("")
    types = [f"ceterms:{kind}"] if kind else kept.get("@type", [])
    node = {"@type": [t for t in types if isinstance(t, str)], "ceterms:subjectWebpage": page}
    return style_of(node | {"@id": next(iter(kept.get("@id", ())), None)}, language)


def _own_name(credential: Credential) -> str:
    ctid = next((i for i in credential.identifiers if i.scheme == "ctid"), None)
    return address_of(str(ctid) if ctid else credential.id)

"""Nodes out of files: registry envelopes, ``@graph`` documents, what was sent to a publishing API, single nodes, lists and lines of any of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from credlens.catalog.ctdl.names import Node, compact_node, nesting
from credlens.catalog.offer import SourceFile
from credlens.catalog.values.days import day
from credlens.catalog.values.jsonfile import DEEPEST, records
from credlens.model.errors import Problem

_OF_THE_DOCUMENT = frozenset(
    {"@graph", "@language", "@value", "@list", "@set", "@base", "@vocab"}
)  # no statements of a thing


@dataclass(frozen=True, slots=True)
class Found:
    """A node as it stands in a file.

    Attributes:
        scope: within which its blank names ("_:b0") mean something.
        updated: when the registry last heard of it; None when the file does not say.
    """

    node: Node
    file: str
    where: str
    scope: str
    updated: date | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A record of what somebody holds, which is no offer."""

    file: str


def found_in(file: SourceFile) -> Iterator[Found | Held | Problem]:
    """The nodes of a file in their order, and what is wrong with it."""
    for record in records(file, "@graph.item"):
        if isinstance(record, Problem):
            yield record
            continue
        where, value = record
        yield from _nodes(value, file.name, where, file.name, None)


def _nodes(value: Node, file: str, where: str, scope: str, updated: date | None) -> Iterator[Found | Held | Problem]:
    if "decoded_resource" in value or "envelope_ceterms_ctid" in value:
        yield from _envelope(value, file, where)
    elif isinstance(value.get("GraphInput"), dict):
        yield from _nodes(value["GraphInput"], file, where, where, updated)
    elif "credentialSubject" in value:
        yield Held(file)
    elif isinstance(members := value.get("@graph", value.get("graph")), list | dict):
        for number, member in enumerate(members if isinstance(members, list) else [members], start=1):
            if isinstance(member, dict):
                yield from _nodes(member, file, f"{where}: node {number}", where, updated)
            else:
                yield Problem(f"{where}: node {number}", "This is no object, where a node was expected.")
    else:
        node = {k: v for k, v in compact_node(value).items() if k not in _OF_THE_DOCUMENT}
        own = day(node.get("ceasn:dateModified") or node.get("schema:dateModified"))
        yield Found(node, file, where, scope, updated or own)


def _envelope(value: Node, file: str, where: str) -> Iterator[Found | Held | Problem]:
    """What a registry's envelope holds; its signed form (``resource``) says the same and is not opened."""
    resource: Any = value.get("decoded_resource")
    if isinstance(resource, str):
        try:
            resource = json.loads(resource)
        except (ValueError, RecursionError):
            resource = None
        if nesting(resource) > DEEPEST:
            resource = None
    if not isinstance(resource, dict):
        ctid = value.get("envelope_ceterms_ctid")
        yield Problem(
            where,
            f"The envelope of {ctid} holds no resource that can be read.",
            "Ask the registry for its `decoded_resource`.",
        )
        return
    headers = value.get("node_headers")
    updated = day(headers.get("updated_at")) if isinstance(headers, dict) else None
    yield from _nodes(resource, file, where, where, updated)

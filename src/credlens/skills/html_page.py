"""What a saved web page says of itself for machines: JSON-LD, simple microdata, its address and its title."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

_DEEPEST = 100  # levels of nesting; what walks over a value later must not run out of stack
_VALUE_IN = ("content", "datetime", "href", "src")  # where microdata has values that are not the visible text


def json_ld(tree: LexborHTMLParser) -> tuple[list[Any], list[str]]:
    """(the values of the page's JSON-LD blocks, why others could not be parsed)."""
    values: list[Any] = []
    broken: list[str] = []
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            value = json.loads(node.text(), strict=False)
        except (ValueError, RecursionError) as error:
            broken.append(str(error))
            continue
        if _is_deep(value):
            broken.append(f"it is nested more than {_DEEPEST} levels deep")
        else:
            values.append(value)
    return values, broken


def objects(value: Any, wanted: Collection[str]) -> Iterator[dict[str, Any]]:
    """The outermost objects of one of the wanted types, in the order written; types count without prefix or address."""
    stack = [value]
    while stack:
        here = stack.pop()
        if isinstance(here, list):
            stack += reversed(here)
        elif isinstance(here, dict):
            if has_type(here, wanted):
                yield here
            else:
                stack += reversed([v for v in here.values() if isinstance(v, list | dict)])


def has_type(record: dict[str, Any], wanted: Collection[str]) -> bool:
    """Whether an object is of one of the wanted types ("schema:Course" and "https://schema.org/Course" are Course)."""
    stated = record.get("@type")
    return any(
        isinstance(t, str) and re.split(r"[:/#]", t)[-1] in wanted
        for t in (stated if isinstance(stated, list) else [stated])
    )


def microdata(tree: LexborHTMLParser) -> list[dict[str, Any]]:
    """The page's outermost microdata items as objects with ``@type``, in the way JSON-LD writes them.

    References by ``itemref`` are not followed.
    """
    found: dict[int, dict[str, Any]] = {}
    top: list[dict[str, Any]] = []
    both = {node.mem_id: node for node in tree.css("[itemscope], [itemprop]")}  # one that has both is met twice
    for node in both.values():  # in the order of the document: what holds others comes first
        scope = _scope(node, found)
        value: Any = _value(node)
        if "itemscope" in node.attributes:
            value = found[node.mem_id] = {"@type": (node.attributes.get("itemtype") or "").split(" ")[0]}
            if scope is None:
                top.append(value)
        if scope is not None and value not in (None, ""):
            for name in (node.attributes.get("itemprop") or "").split():
                _add(scope, name, value)
    return top


def canonical_address(tree: LexborHTMLParser) -> str:
    """The address that the page gives as its own; empty when it gives none."""
    for selector, attribute in (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content")):
        node = tree.css_first(selector)
        address = (node.attributes.get(attribute) or "").strip() if node else ""
        if address:
            return address
    return ""


def first_words(tree: LexborHTMLParser, tag: str) -> str:
    """The text of the first element of a tag, on one line; empty when there is none."""
    node = tree.css_first(tag)
    return " ".join(node.text().split()) if node else ""


def _is_deep(value: Any) -> bool:
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(_DEEPEST):
        members = (m for v in level for m in (v.values() if isinstance(v, dict) else v))
        level = [m for m in members if isinstance(m, dict | list)]
        if not level:
            return False
    return True


def _scope(node: LexborNode, found: dict[int, dict[str, Any]]) -> dict[str, Any] | None:
    """The item that a node belongs to: the nearest around it."""
    around = node.parent
    while around is not None:
        if around.mem_id in found:
            return found[around.mem_id]
        around = around.parent
    return None


def _value(node: LexborNode) -> str | None:
    for name in _VALUE_IN:
        if node.attributes.get(name):
            return node.attributes[name]
    return node.text(separator=" ", strip=True)


def _add(item: dict[str, Any], name: str, value: Any) -> None:
    """A property of an item; given again it becomes a list."""
    name = name.rsplit("/", 1)[-1]
    if name not in item:
        item[name] = value
    elif isinstance(item[name], list):
        item[name].append(value)
    else:
        item[name] = [item[name], value]

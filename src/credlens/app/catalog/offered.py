"""What the faces may offer of the catalog: sources to import, forms to export, values to narrow a search by, fields that are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from credlens.app.catalog.own import SOURCE as OWN
from credlens.catalog.entry import FACETS
from credlens.catalog.exports import EXPORTS
from credlens.catalog.filled import COMPARED, filled
from credlens.catalog.sources import SOURCES
from credlens.catalog.values.kinds import of_words
from credlens.catalog.values.languages import language
from credlens.catalog.worklist import Task
from credlens.registry import Registry

__all__ = ["COMPARED", "FACETS", "Task", "exports", "facet_value", "filled", "source_names", "sources"]

OWN_TITLE = "hand-written records, as YAML"


def source_names() -> tuple[str, ...]:
    """Every source by name, without loading any."""
    return (OWN, *SOURCES.names())


def sources() -> tuple[tuple[str, str], ...]:
    """Every source by name, with what it is in a few words; hand-written records first."""
    return ((OWN, OWN_TITLE), *_titles(SOURCES))


def exports() -> tuple[tuple[str, str], ...]:
    """Every form that credentials go out in, by name, with what it is in a few words."""
    return tuple(_titles(EXPORTS))


def facet_value(facet: str, words: str) -> str:
    """A facet's value as the index writes it: "professional body" is ``professional_body``, "micro credential" ``MicroCredential``."""
    if facet == "kind":
        return found.kind if (found := of_words(words)) else words.strip()
    if facet == "language":
        return words.strip() if "-" in words else language(words) or words.strip()
    joint = "-" if facet == "field" else "_"
    return re.sub(r"[\s_-]+", joint, words.strip().casefold())


def _titles(registry: Registry[Any]) -> Iterator[tuple[str, str]]:
    for name in registry.names():
        try:
            yield name, registry[name].title
        except (ImportError, AttributeError) as failure:  # a broken member of somebody else's breaks only itself
            yield name, f"cannot be loaded: {failure}"

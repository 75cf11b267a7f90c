"""Where credentials come from: one file for each shape that catalogs are published in.

A source is a function from (file name, bytes) pairs to credentials and problems; one bad record is listed and does not stop the others.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from credlens.model.credential import Credential
from credlens.model.errors import Problem
from credlens.registry import Registry

CatalogSource = Callable[[Iterable[tuple[str, bytes]], Collection[str]], tuple[list[Credential], list[Problem]]]

SOURCES: Registry[CatalogSource] = Registry(
    "catalog_source",
    {"yaml": "credlens.catalog.sources.yaml_files:read"},
)

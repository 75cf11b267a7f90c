"""Taxonomies: where skills come from, one file for each shape that a taxonomy is published in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from credlens.model.errors import Problem
from credlens.model.skill import Taxonomy
from credlens.registry import Registry

TaxonomyReader = Callable[[Iterable[tuple[str, bytes]]], tuple[Taxonomy, list[Problem]]]

TAXONOMIES: Registry[TaxonomyReader] = Registry(
    "taxonomy",
    {"starter": "credlens.skills.taxonomies.starter:read"},
)

"""Taxonomies: where skills come from, one file for each shape that a taxonomy is published in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from credlens.model.errors import Problem
from credlens.model.skill import Taxonomy
from credlens.registry import Registry
from credlens.skills.taxonomies.releases import ReleaseFormat

TaxonomyReader = Callable[[Iterable[tuple[str, bytes]]], tuple[Taxonomy, list[Problem]]]

#: Hand-written taxonomies that come with the program.
TAXONOMIES: Registry[TaxonomyReader] = Registry(
    "taxonomy",
    {"starter": "credlens.skills.taxonomies.starter:read"},
)

#: Published taxonomies that a person imports.
RELEASES: Registry[ReleaseFormat] = Registry(
    "release",
    {
        "esco": "credlens.skills.taxonomies.esco:FORMAT",
        "onet": "credlens.skills.taxonomies.onet:FORMAT",
        "rsd": "credlens.skills.taxonomies.rsd:FORMAT",
    },
)

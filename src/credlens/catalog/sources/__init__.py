"""Where credentials come from: one file for each shape that catalogs are published in.

The contract is :class:`~credlens.catalog.offer.CatalogSource`. Hand-written YAML (``yaml_files``) is the starter catalog's own format, is
validated against the taxonomy, and stands above all of these.
"""

from __future__ import annotations

from credlens.catalog.offer import CatalogSource
from credlens.registry import Registry

SOURCES: Registry[CatalogSource] = Registry(
    "catalog_source",
    {
        "ctdl": "credlens.catalog.sources.ctdl:SOURCE",
        "mslearn": "credlens.catalog.sources.mslearn.source:SOURCE",
        "openedx": "credlens.catalog.sources.openedx.source:SOURCE",
        "coursera": "credlens.catalog.sources.coursera.source:SOURCE",
        "credly": "credlens.catalog.sources.credly:SOURCE",
        "openbadges": "credlens.catalog.sources.openbadges.source:SOURCE",
        "elm": "credlens.catalog.sources.elm.source:SOURCE",
        "schema-org": "credlens.catalog.sources.schema_org.source:SOURCE",
        "etpl": "credlens.catalog.sources.etpl.source:SOURCE",
        "csv": "credlens.catalog.sources.csv_table.source:SOURCE",
    },
)

"""Records as publishers lay them out; a new one is one file here and one line in the table.

A shape is needed only where names alone do not say what is what, or lie too deep: records under plain names are read without one.
"""

from __future__ import annotations

from collections.abc import Sequence

from credlens.market.shapes.base import Record, Shape
from credlens.registry import Registry

SHAPES: Registry[Shape] = Registry(
    "ad_shape",
    {
        "schema.org": "credlens.market.shapes.schema_org:SHAPE",
        "greenhouse": "credlens.market.shapes.greenhouse:SHAPE",
        "lever": "credlens.market.shapes.lever:SHAPE",
        "ashby": "credlens.market.shapes.ashby:SHAPE",
        "usajobs": "credlens.market.shapes.usajobs:SHAPE",
        "careeronestop": "credlens.market.shapes.careeronestop:SHAPE",
    },
)


def of(records: Sequence[Record]) -> Shape | None:
    """The first shape that fits more than half of the records."""
    for name in SHAPES:
        shape = SHAPES[name]
        if 2 * sum(shape.fits(record) for record in records) > len(records):
            return shape
    return None

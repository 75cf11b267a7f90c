"""The market's kernel: texts of ads in, what they ask for out, one Arrow record batch at a time.

Every engine runs this and nothing else over the texts: the local one in processes, a cluster through the same two signatures. Counting what
comes out is left to SQL (:mod:`credlens.market.tables`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pyarrow as pa

from credlens.market import near
from credlens.market.rows import table_of
from credlens.model.occupation import DegreeLevel
from credlens.model.posting import Reading, Requirement
from credlens.model.skill import SkillLevel

TEXTS = pa.schema([("text", pa.string()), ("body", pa.string())])
"""In: the digest of a text, and the text; each text once."""

MENTIONS = pa.schema(
    [
        ("text", pa.string()),
        ("kind", pa.string()),
        ("key", pa.string()),
        ("firmness", pa.int8()),
        ("level", pa.int8()),
        ("instead", pa.int8()),
    ]
)
"""Out: one row for each thing a text asks for.

``kind`` is skill, degree, licence or credential; ``key`` its id, level or name; ``firmness`` 2 required, 1 preferred, 0 not said; ``level``
the place of a skill's level in :class:`~credlens.model.skill.SkillLevel`, 0 when not said; ``instead`` 1 when experience may stand in for a
degree.
"""

SIGNATURES = pa.schema([("text", pa.string()), ("signature", pa.binary())])
"""Out: the near-duplicate signature of each text (:func:`credlens.market.near.signature`), as its bytes."""

FIRMNESS = {Requirement.REQUIRED: 2, Requirement.PREFERRED: 1, Requirement.UNCLEAR: 0}
LEVELS = tuple(SkillLevel)

_NO_MENTIONS = pa.RecordBatch.from_pylist([], schema=MENTIONS)
_Row = tuple[str, str, int, int, int]


def mentions(batch: pa.RecordBatch, read: Callable[[str], Reading]) -> pa.RecordBatch:
    """What each text asks for.

    Args:
        batch: of :data:`TEXTS`.
        read: text -> what it asks for.

    Returns:
        A batch of :data:`MENTIONS`, in the order of the texts.
    """
    rows = [
        (text, *row)
        for text, body in zip(batch["text"].to_pylist(), batch["body"].to_pylist(), strict=True)
        for row in _rows(read(body))
    ]
    (batch,) = table_of(rows, MENTIONS).combine_chunks().to_batches() or [_NO_MENTIONS]
    return batch


def signatures(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The near-duplicate signature of each text of a batch of :data:`TEXTS`, as a batch of :data:`SIGNATURES`."""
    marks = [near.signature(body).tobytes() for body in batch["body"].to_pylist()]
    return pa.RecordBatch.from_arrays([batch["text"], pa.array(marks, pa.binary())], schema=SIGNATURES)


def _rows(reading: Reading) -> Iterator[_Row]:
    for skill in reading.skills:
        yield "skill", skill.skill, FIRMNESS[skill.requirement], LEVELS.index(skill.level), 0
    degree = reading.degree
    if degree.level is not DegreeLevel.UNSTATED:
        yield "degree", degree.level.value, _firm(degree.required), 0, int(bool(degree.experience_substitutes))
    licences = {licence.name: licence.required for licence in reading.licences}
    for name, required in licences.items():
        yield "licence", name, _firm(required), 0, 0
    # A licence with a record in the catalog is one of the credentials, too.
    named = {licence.credential: licence.required for licence in reading.licences if licence.credential}
    named |= {mention.id: mention.required for mention in reading.credentials}
    for key, required in named.items():
        yield "credential", key, _firm(required), 0, 0


def _firm(required: bool | None) -> int:
    return 0 if required is None else 2 if required else 1

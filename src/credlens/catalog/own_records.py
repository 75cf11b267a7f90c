"""A person's own records: as they wrote them (YAML), or as the program keeps what they had judged (``codec``).

What the program writes itself goes through the codec and not through YAML: it loses nothing, neither the probability of a skill that was read nor
the quote behind a fact, and there is no second writer to be kept in step with the reader.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from credlens.catalog import codec
from credlens.catalog.sources import yaml_files
from credlens.model.credential import Credential
from credlens.model.errors import OutsideError, Problem


def read(records: Sequence[tuple[str, bytes]], skill_ids: Collection[str]) -> tuple[list[Credential], list[Problem]]:
    """The credentials in (id, bytes) pairs, hand-written ones first; one that cannot be read is left out and listed.

    Args:
        records: one credential in each.
        skill_ids: the skills that a hand-written one may name.
    """
    found, problems = yaml_files.read([(n, d) for n, d in records if not codec.is_packed(d)], skill_ids)
    for name, data in records:
        if codec.is_packed(data):
            try:
                found.append(codec.unpack(data))
            except OutsideError:
                problems.append(Problem(name, "This record of yours is damaged.", "Judge it again with --keep."))
    return found, problems

"""What several documents about one person show, put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from itertools import chain

from credlens.profile.found import Findings


def merge(findings: Iterable[Findings]) -> Findings:
    """Everything in the order of the documents, the same thing at the same place once.

    Nothing is added up here: a skill's years are counted over all its times together, overlaps once.
    """
    parts = tuple(findings)
    return Findings(
        **{
            field.name: tuple(dict.fromkeys(chain.from_iterable(getattr(part, field.name) for part in parts)))
            for field in fields(Findings)
        }
    )

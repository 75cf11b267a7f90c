"""Review cards: each thing read in a person's documents, for them to keep, correct or drop."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CardKind(StrEnum):
    """What was read."""

    NAME = "name"
    JOB = "job"
    EDUCATION = "education"
    SKILL = "skill"
    CREDENTIAL = "credential"
    LICENCE = "licence"
    LANGUAGE = "language"


class Verdict(StrEnum):
    """What the person says of a card."""

    KEEP = "keep"
    CORRECT = "correct"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Correction:
    """The person's verdict on a card; it outlives the document, so that reading the same thing again changes nothing.

    Attributes:
        card: id of the card.
        value: what it should say instead; empty unless the verdict is ``correct``.
    """

    card: str
    verdict: Verdict
    value: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One thing that was read.

    Attributes:
        id: short digest of kind and what was read: the same thing read again, in any document, has the same id.
        value: what was read, in words ("SQL", "Google Data Analytics Certificate, 2024-05-01").
        where, quote: the line it was read from.
        probability: how sure the reading is, in [0, 1]; 1.0 where a field of a structured document says so.
        verdict: the person's, None while they have not looked at it; ``corrected``: what they wrote instead.
    """

    id: str
    kind: CardKind
    value: str
    where: str
    quote: str
    probability: float
    verdict: Verdict | None = None
    corrected: str = ""

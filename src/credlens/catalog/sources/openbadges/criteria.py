"""What has to be done for a badge, in its issuer's words, and the assessments that those words plainly name.

Of assessments only English nouns are read, in a sentence that says they have to be passed, handed in and the like: "complete a project" is
one, "project management" and "tests water" are none. What is missed stays unknown; what is read says that a program read it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from credlens.catalog.values import jsonld
from credlens.catalog.values.addresses import is_address
from credlens.catalog.values.text import line, plain
from credlens.model.credential import Assessment, AssessmentType, Credential
from credlens.model.fact import Method, Source

_DONE = r"\b(?:pass(?:e[sd]|ing)?|complet(?:es?|ed|ing)|submit(?:s|ted|ting)?|finish(?:e[sd]|ing)?|deliver(?:s|ed|ing)?|hand(?:s|ed|ing)? in)\b"
_TAKEN = rf"(?:{_DONE}|\b(?:tak(?:es?|ing)|took|sit(?:s|ting)?|score[sd]?|scoring)\b)"
# What follows a noun that stands for itself: not "exam preparation", "project manager", "test tube".
_END = (
    r"(?=[\W_]*$|[\W_]*[.,;:!?()]|[\W_]+(?:about|after|and|are|at|before|by|for|from|in|is|lasting|of|on|or|that|to|under|using|which|with|within|worth)\b)"
    r"(?!\s+(?:and|or|&)\s+\w+\s+(?:manage|prep))"
)
_NAMED = (
    (AssessmentType.WRITTEN_EXAM, re.compile(rf"{_TAKEN}.{{0,80}}?\b(?P<noun>exam(?:ination)?s?|tests?)\b{_END}", re.IGNORECASE)),
    (AssessmentType.QUIZ, re.compile(rf"{_TAKEN}.{{0,80}}?\b(?P<noun>quiz(?:zes)?)\b{_END}", re.IGNORECASE)),
    (AssessmentType.PROJECT, re.compile(rf"{_DONE}.{{0,80}}?\b(?P<noun>projects?)\b{_END}", re.IGNORECASE)),
    (AssessmentType.PORTFOLIO, re.compile(rf"{_DONE}.{{0,80}}?\b(?P<noun>(?:e-?)?portfolios?)\b{_END}", re.IGNORECASE)),
)  # fmt: skip
# Exams that are not written, and tests that are made rather than taken.
_OTHER = re.compile(
    r"\b(?:oral|practical|performance|hands-?on|lab(?:oratory)?|driving|swim(?:ming)?|fitness|unit|integration|regression|blood|water|soil|drug)\W+(?:\w+\W+)?$",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:no|not|without|never|optional(?:ly)?|instead|rather|may|can|could|if)\b|n't\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_LONGEST = 20_000  # characters that are read; criteria are a few sentences


def narrative(record: dict[str, Any]) -> str:
    """What has to be done, in words: of versions 2 and 3, of platforms' exports, and of version 1 where no page is given."""
    criteria = record.get("criteria")
    said = [c.get("narrative") for c in jsonld.nodes(criteria)]
    said += [c for c in jsonld.many(criteria) if isinstance(c, str) and not is_address(c)]
    said.append(record.get("criteriaNarrative"))
    return "\n\n".join(dict.fromkeys(text for s in said if (text := plain(s))))


def narrative_of(credential: Credential) -> str:
    """The same of a credential that was made of a badge; empty when there was none."""
    kept = (json.loads(k.text).get("criteria") for k in credential.kept if k.source == "openbadges")
    return next((text for text in kept if isinstance(text, str)), "")


def assessments(text: str, source: Source) -> tuple[Assessment, ...]:
    """The assessments that a text plainly names, each once, with the sentence it was read in."""
    read = replace(source, method=Method.PARSED)
    found: dict[AssessmentType, str] = {}
    for kind, sentence in _named(text):
        found.setdefault(kind, sentence)
    return tuple(
        Assessment(kind, (replace(read, note="; ".join(n for n in (read.note, f"read in: {sentence}") if n)),))
        for kind, sentence in found.items()
    )


def _named(text: str) -> Iterator[tuple[AssessmentType, str]]:
    for part in _SENTENCE.split(text[:_LONGEST]):
        sentence = line(re.sub(r"[*_`#]+", "", part))
        if _NOT.search(sentence):
            continue
        for kind, pattern in _NAMED:
            found = pattern.search(sentence)
            if found and not _OTHER.search(sentence[: found.start("noun")]):
                yield kind, sentence[:200]

"""For whom it is made, and its level in the European Qualifications Framework."""

from __future__ import annotations

import re

from credlens.catalog.pages.said import Found, Page, settled
from credlens.catalog.values.levels import level
from credlens.model.credential import CredentialLevel
from credlens.model.fact import Source

_LABEL = r"(?:(?:course |skill |difficulty |experience |program(?:me)? |exam |certification )?level|difficulty|nivel(?: de dificultad| del curso)?)"
_SHORT = re.compile(
    r"(?:level: )?(beginner|introductory|intermediate|advanced|expert|foundational|entry)[ -]level|nivel (principiante|basico|inicial|intermedio|avanzado|experto)"
)
_FOR = re.compile(
    r"\b(?:course|program(?:me)?|certificat\w+|class|bootcamp|training|curso|programa|credential)\b[^.;]{0,40}\b(?:for|aimed at|designed for|suitable for|para|dirigido a) (?:absolute |complete |total )?(beginners|principiantes)\b"
)
_EQF = re.compile(
    r"\b(?:eqf|european qualifications framework|mec)(?: level| nivel)?:? ?([1-8])\b|\blevel ([1-8]) (?:of|in|on) the (?:eqf|european qualifications framework)\b"
)


def read(page: Page) -> Found:
    """The level that a label or a short line says; titles are not read: "Advanced Excel" may be for anybody."""
    found: list[tuple[CredentialLevel, Source]] = []
    for value, line, quote in page.labelled(_LABEL):
        if word := level(re.split(r"[,.(;]", value)[0]):
            found.append((word, page.source(quote, line)))
    for sentence in page.sentences:
        word = level(sentence.text) if re.search(r"\s[\u00b7\u2022|]\s", sentence.line.text) else None
        if word and not sentence.refused:  # one of several facts on a line
            found.append((word, page.of(sentence)))
        short = _SHORT.fullmatch(sentence.text.strip(" ."))
        if short and (word := level(short[1] or short[2])):
            found.append((word, page.of(sentence)))
    if not found:
        found = [(CredentialLevel.BEGINNER, page.of(h.sentence)) for h in page.hits(_FOR)]
    fields = {"level": settled("level", found)} if found else {}
    framework = [(int(h.match[1] or h.match[2]), page.of(h.sentence)) for h in page.hits(_EQF)]
    return Found({**fields, **({"eqf": settled("eqf", framework)} if framework else {})})

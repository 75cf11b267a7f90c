"""Occupations, industries and subjects of published schemes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from credlens.catalog.ctdl.names import ALIGNMENT, Node, concept_name, reference
from credlens.catalog.ctdl.statements import Context, Statement, Style, each
from credlens.catalog.values.jsonld import words
from credlens.catalog.values.text import line
from credlens.model.offer import Classification

# Scheme: the property, the words of its address or name, the address it is written with, its name.
_SCHEMES = {
    "soc": ("ceterms:occupationType", r"onet|\bsoc\b|standard occupational", "https://www.onetcenter.org/taxonomy.html", "Standard Occupational Classification"),
    "isco": ("ceterms:occupationType", r"isco", "https://www.ilo.org/isco", "International Standard Classification of Occupations"),
    "esco": ("ceterms:occupationType", r"esco", "https://esco.ec.europa.eu", "European Skills, Competences, Qualifications and Occupations"),
    "naics": ("ceterms:industryType", r"naics|north american industry", "https://www.census.gov/naics/", "North American Industry Classification System"),
    "cip": ("ceterms:instructionalProgramType", r"\bcip|cipcode|instructional program", "https://nces.ed.gov/ipeds/cipcode/", "Classification of Instructional Programs"),
    "isced-f": ("ceterms:instructionalProgramType", r"isced", "https://uis.unesco.org/en/topic/international-standard-classification-education-isced", "International Standard Classification of Education"),
}  # fmt: skip
# What a code of a scheme looks like, for alignments that leave out the scheme.
_CODES = {
    "ceterms:occupationType": (("soc", re.compile(r"\d\d-\d{4}(?:\.\d\d)?")),),
    "ceterms:instructionalProgramType": (("cip", re.compile(r"\d\d\.\d{2,4}")),),
}  # fmt: skip


@each
def read_classification(context: Context, name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:occupationType``, ``industryType``, ``instructionalProgramType``; what has a name but no code of a scheme is kept."""
    if not isinstance(value, dict):
        return
    code = line(value.get("ceterms:codedNotation"))
    scheme = _scheme(name, value, code)
    if scheme and code:
        yield "classifications", Classification(scheme, code, concept_name(value), (context.source,))


@each
def read_naics(context: Context, _name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:naics``: bare codes."""
    if (code := line(value)) and re.fullmatch(r"\d{2,6}", code):
        yield "classifications", Classification("naics", code, "", (context.source,))


def _scheme(name: str, value: Node, code: str) -> str | None:
    about = " ".join((
        reference(value.get("ceterms:framework")), line(words(value.get("ceterms:frameworkName"))), reference(value.get("ceterms:targetNode")),
    )).casefold()  # fmt: skip
    for scheme, (of, words_of_it, _, _) in _SCHEMES.items():
        if of == name and re.search(words_of_it, about):
            return scheme
    return next((scheme for scheme, shape in _CODES.get(name, ()) if shape.fullmatch(code)), None)


def write_classification(value: Classification, style: Style) -> Iterator[Statement]:
    """An alignment; one of a scheme that CTDL has no property for stays in the extension."""
    if value.scheme == "naics" and not value.name:
        yield "ceterms:naics", value.code
    elif value.scheme in _SCHEMES:
        name, _, address, called = _SCHEMES[value.scheme]
        about: Node = {
            "@type": ALIGNMENT,
            "ceterms:framework": address,
            "ceterms:frameworkName": style.text(called),
            "ceterms:codedNotation": value.code,
        }
        if value.name:
            about["ceterms:targetNodeName"] = style.text(value.name)
        yield name, about

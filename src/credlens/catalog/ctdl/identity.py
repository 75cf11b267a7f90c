"""What a credential is called, what it is, and where: the terms with one value each."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import pycountry

from credlens.catalog.ctdl.names import (
    Node,
    address_of,
    aligned,
    concept,
    concept_name,
    ctid_of,
    identifier_of,
    reference,
    target_of,
    types,
)
from credlens.catalog.ctdl.statements import Context, Part, Statement, Style, each, elements
from credlens.catalog.values.addresses import canonical, is_address
from credlens.catalog.values.days import day
from credlens.catalog.values.jsonld import words
from credlens.catalog.values.kinds import of_ctdl
from credlens.catalog.values.languages import language
from credlens.catalog.values.text import line, plain
from credlens.model.credential import CredentialLevel, Status
from credlens.model.offer import DeliveryMode, Identifier
from credlens.model.skill import Alias

EVERYWHERE = "WORLD"
# Schemes whose names belong to one thing alone, so that they may go out, and come in, as `ceterms:identifier`.
_SCHEMES = frozenset({"coursera", "mslearn", "openedx", "credly", "openbadge", "elm", "etpl"})
_LEVELS = {"BeginnerLevel": CredentialLevel.BEGINNER, "IntermediateLevel": CredentialLevel.INTERMEDIATE,
           "AdvancedLevel": CredentialLevel.ADVANCED}  # fmt: skip
_STATUS = {"Active": Status.ACTIVE, "Deprecated": Status.DEPRECATED, "Ceased": Status.CEASED}
_MODES = {"OnlineOnly": (DeliveryMode.ONLINE, "Online Only"), "InPerson": (DeliveryMode.ONSITE, "In-Person Only"),
          "BlendedDelivery": (DeliveryMode.BLENDED, "Blended Delivery")}  # fmt: skip
_EQF = "http://data.europa.eu/snb/eqf/"


@each
def read_ctid(context: Context, name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:ctid``."""
    found = ctid_of(value)
    if found and isinstance(value, str) and len(found) == len(value.strip()):
        yield "identifiers", Identifier("ctid", found)
    elif isinstance(value, str) and not value.startswith("_:"):
        context.reading.problem(
            name, f"{value[:60]!r} is no CTID (`ce-` and a UUID).", "The record's address counts instead."
        )


@each
def read_page(_context: Context, _name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:subjectWebpage``."""
    if is_address(value):
        yield "official_url", value.strip()
        if page := canonical(value):
            yield "identifiers", Identifier("url", page)


@each
def read_same(_context: Context, _name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:sameAs``."""
    found = identifier_of(value)
    if found and found.scheme in {"ctid", "url"}:
        yield "identifiers", found


@each
def read_identifier(_context: Context, _name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:identifier``, of schemes that are known to name one thing only; a local course code does not."""
    if isinstance(value, dict):
        scheme = line(words(value.get("ceterms:identifierTypeName"))).casefold()
        code = line(value.get("ceterms:identifierValueCode"))
        if scheme in _SCHEMES and code:
            yield "identifiers", Identifier(scheme, code)


def write_identifier(value: Identifier, style: Style) -> Iterator[Statement]:
    """The CTID, another page, or a name in a known scheme. The record's own address and page are told elsewhere."""
    if value.scheme == "ctid":
        yield "ceterms:ctid", value.value
    elif str(value) in style.own:
        return
    elif value.scheme == "url":
        yield "ceterms:sameAs", address_of(str(value))
    elif value.scheme in _SCHEMES:
        about = {"ceterms:identifierTypeName": style.text(value.scheme), "ceterms:identifierValueCode": value.value}
        yield "ceterms:identifier", {"@type": "ceterms:IdentifierValue", **about}


@each
def read_type(_context: Context, _name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``@type``: the kind, and what such a thing proves where its definition says so."""
    found = of_ctdl(value) if isinstance(value, str) else None
    if found:
        yield "kind", found.kind
        if found.evidence_class:
            yield "evidence_class", found.evidence_class


def read_words(field: str) -> Any:
    """A reader of a text in one or more languages: the English one, else the first."""

    def reader(_context: Context, _name: str, values: list[Any]) -> Iterator[Part]:
        order = sorted(range(len(values)), key=lambda i: (not _is_english(values[i]), i))
        for place in order:
            found = words(values[place])
            if found:
                yield Part(field, line(found) if field == "title" else plain(found), (place,))
                return

    return reader


def _is_english(value: Any) -> bool:
    return isinstance(value, dict) and next(iter(value), "").casefold().startswith("en")


@each
def read_alias(_context: Context, _name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:alternateName``."""
    if text := line(words(value)):
        yield "aliases", Alias(text)


def read_languages(_context: Context, _name: str, values: list[Any]) -> Iterator[Part]:
    """``ceterms:inLanguage``: all of its languages together."""
    codes = [language(v) if isinstance(v, str) else None for v in values]
    found = tuple(dict.fromkeys(c for c in codes if c))
    if found:
        yield Part("languages", found, tuple(i for i, c in enumerate(codes) if c))


def write_languages(value: tuple[str, ...], _style: Style) -> Iterator[Statement]:
    """One statement for each language."""
    yield from (("ceterms:inLanguage", code) for code in value)


@each
def read_version(_context: Context, _name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:versionIdentifier`` and ``ceterms:versionCode``."""
    code = value.get("ceterms:identifierValueCode") if isinstance(value, dict) else value
    if text := line(code):
        yield "version", text


def write_version(value: str, _style: Style) -> Iterator[Statement]:
    """A version's code."""
    yield "ceterms:versionIdentifier", {"@type": "ceterms:IdentifierValue", "ceterms:identifierValueCode": value}


@each
def read_status(_context: Context, _name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:credentialStatusType`` and ``ceterms:lifeCycleStatusType``; a status of other kinds (probationary, developing) is kept."""
    if found := _STATUS.get(concept(value) or concept_name(value)):
        yield "status", found


def write_status(value: Status, style: Style) -> Iterator[Statement]:
    """The status, in the scheme that such a thing has."""
    name = value.value.capitalize()
    if style.learning or style.exam:
        yield "ceterms:lifeCycleStatusType", aligned("LifeCycleStatus", "lifeCycle", name, name, style.language)
    else:
        yield "ceterms:credentialStatusType", aligned("CredentialStatus", "credentialStat", name, name, style.language)


@each
def read_end(_context: Context, _name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:expirationDate``: when it is no longer offered."""
    if found := day(value):
        yield "ends", found


def write_end(value: date, _style: Style) -> Iterator[Statement]:
    """The day."""
    yield "ceterms:expirationDate", value.isoformat()


@each
def read_successor(_context: Context, _name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:supersededBy``."""
    if found := target_of(value):
        yield "superseded_by", found


def write_successor(value: str, _style: Style) -> Iterator[Statement]:
    """Its address."""
    yield "ceterms:supersededBy", address_of(value)


def read_level(_context: Context, _name: str, values: list[Any]) -> Iterator[Part]:
    """``ceterms:audienceLevelType``, when it says one of ours and no two; school levels are kept."""
    found = {i: level for i, v in enumerate(values) if (level := _LEVELS.get(concept(v)))}
    if len(set(found.values())) == 1:
        yield Part("level", next(iter(found.values())), tuple(found))


def write_level(value: CredentialLevel, style: Style) -> Iterator[Statement]:
    """An audience level; CTDL has none for experts."""
    name = next((n for n, level in _LEVELS.items() if level is value), None)
    if name:
        yield (
            "ceterms:audienceLevelType",
            aligned("AudienceLevel", "audLevel", name, f"{value.value.capitalize()} Level", style.language),
        )


@each
def read_eqf(_context: Context, _name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:atLevel``, where it is a level of the European Qualifications Framework."""
    target = value.get("ceterms:targetNode") if isinstance(value, dict) else value
    if reference(target).startswith(_EQF) and (number := concept(target)).isdigit() and 1 <= int(number) <= 8:
        yield "eqf", int(number)


def write_eqf(value: int, _style: Style) -> Iterator[Statement]:
    """An alignment to the level."""
    about: Node = {"ceterms:framework": _EQF.rstrip("/"), "ceterms:targetNode": f"{_EQF}{value}"}
    yield "ceterms:atLevel", {"@type": "ceterms:CredentialAlignmentObject", **about}


def read_mode(_context: Context, _name: str, values: list[Any]) -> Iterator[Part]:
    """``ceterms:deliveryType``, when it names one; of two at choice the record has no single one."""
    found = {i: _MODES[concept(v)][0] for i, v in enumerate(values) if concept(v) in _MODES}
    if len(set(found.values())) == 1:
        yield Part("mode", next(iter(found.values())), tuple(found))


def write_mode(value: DeliveryMode, style: Style) -> Iterator[Statement]:
    """A delivery type; work is a way of learning in CTDL."""
    for name, (mode, text) in _MODES.items():
        if mode is value:
            yield "ceterms:deliveryType", aligned("Delivery", "deliveryType", name, text, style.language)
    if value is DeliveryMode.WORK:
        yield (
            "ceterms:learningMethodType",
            aligned("LearningMethod", "learnMethod", "WorkBased", "Work-Based", style.language),
        )


@each
def read_method(_context: Context, _name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:learningMethodType``, as far as it says that the learning is work."""
    if concept(value) == "WorkBased":
        yield "mode", DeliveryMode.WORK


def read_jurisdictions(_context: Context, _name: str, values: list[Any]) -> Iterator[Part]:
    """``ceterms:jurisdiction``: whole countries without exceptions, or everywhere; anything else is kept."""
    found: dict[int, list[str]] = {}
    for place, value in enumerate(values):
        if not isinstance(value, dict) or elements(value.get("ceterms:jurisdictionException")):
            continue
        if value.get("ceterms:globalJurisdiction") is True:
            found[place] = [EVERYWHERE]
            continue
        codes = [_country(p) for p in elements(value.get("ceterms:mainJurisdiction"))]
        if codes and all(codes):
            found[place] = [c for c in codes if c]
    codes_found = tuple(dict.fromkeys(c for codes in found.values() for c in codes))
    if codes_found:
        yield Part("jurisdictions", codes_found, tuple(found))


def write_jurisdictions(value: tuple[str, ...], style: Style) -> Iterator[Statement]:
    """One profile for each country."""
    for code in value:
        about: Node = {"ceterms:globalJurisdiction": True}
        if code != EVERYWHERE:
            about = {"ceterms:globalJurisdiction": False, "ceterms:mainJurisdiction": [_place(code, style)]}
        yield "ceterms:jurisdiction", {"@type": "ceterms:JurisdictionProfile", **about}


def _country(place: Any) -> str | None:
    """The code of a place that is a whole country, or a whole state or province of one (ISO 3166)."""
    if not isinstance(place, dict) or any(
        place.get(f"ceterms:{n}") for n in ("addressLocality", "postalCode", "streetAddress")
    ):
        return None
    region = line(words(place.get("ceterms:addressRegion")))
    return _code(line(words(place.get("ceterms:addressCountry"))), region)


@functools.lru_cache(maxsize=512)
def _code(country: str, region: str) -> str | None:
    try:
        code = str(pycountry.countries.lookup(country).alpha_2) if country else ""
    except LookupError:
        return None
    if not region or not code:
        return code or None
    subdivisions: Any = pycountry.subdivisions
    parts = subdivisions.get(country_code=code) or ()
    named = (
        str(s.code)
        for s in parts
        if region.casefold() in {s.name.casefold(), s.code.casefold(), s.code.split("-", 1)[1].casefold()}
    )
    return next(named, None)


def _place(code: str, style: Style) -> Node:
    """A country, or a part of one by the name that ISO gives it."""
    country, _, part = code.partition("-")
    place: Node = {"@type": "ceterms:Place", "ceterms:addressCountry": style.text(country)}
    if part:
        subdivisions: Any = pycountry.subdivisions
        found = subdivisions.get(code=code)
        place["ceterms:addressRegion"] = style.text(str(found.name) if found else code)
    return place


def style_of(node: Node, chosen: str | None = None) -> Style:
    """How a node writes."""
    found = types(node)
    names = elements(node.get("ceterms:name"))
    english = [e for e in names if _is_english(e)] or [e for e in names if isinstance(e, dict)]
    tag = chosen or next((t for e in english[:1] for t in e if t != "@none"), "en")
    pages = [identifier_of(e) for e in elements(node.get("ceterms:subjectWebpage")) if is_address(e)]
    own = frozenset(str(i) for i in (identifier_of(reference(node)), *pages) if i)
    return Style(tag, any(t.partition(":")[2] in LEARNING for t in found), "ceterms:AssessmentProfile" in found, own)


LEARNING = frozenset({"Course", "LearningProgram", "LearningOpportunityProfile", "LearningOpportunity"})

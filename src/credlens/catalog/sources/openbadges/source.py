"""Open Badges: badge classes (1.x, 2.x) and achievements (3.0), alone, in lists, or inside what people were awarded.

Out of an awarded badge only the class or achievement is read: who holds it, since when and with which evidence is no part of an offer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from credlens.catalog.offer import CatalogEvent, CatalogSource, Note, Offer, Settings, SourceFile
from credlens.catalog.sources.openbadges.achievement import Record, achievement, key_of, page_of, text_of
from credlens.catalog.values import jsonld
from credlens.catalog.values.facts import imported
from credlens.catalog.values.jsonfile import records
from credlens.catalog.values.reading import Once, Reading
from credlens.catalog.values.text import line
from credlens.model.errors import Problem

# Where lists of badges lie in the files that platforms and backpacks give.
_LISTS = ("item", "result.item", "badges.item", "data.item", "@graph.item")
_INSIDE = (
    "badges", "result", "data", "items", "@graph", "assertion", "verifiableCredential", "credentialSubject", "achievement", "badge",
)  # fmt: skip
_OFFERS = frozenset({"BadgeClass", "Achievement"})
_PROFILES = frozenset({"Issuer", "Profile", "IssuerOrg"})
_ENDORSING = frozenset({"EndorsementCredential", "Endorsement"})
_PROFILE = "issuer profile"
_PARTS = (
    (_PROFILES, _PROFILE),
    (frozenset({"CryptographicKey"}), "verification key"),
    (frozenset({"RevocationList"}), "revocation list"),
    (frozenset({"Evidence", "IdentityObject", "VerificationObject", "HostedBadge", "SignedBadge", "Image", "ImageObject"}), "evidence or image object"),
)  # fmt: skip
_ABOUT_CONTEXTS = frozenset({"@context", "id", "@id", "name", "description", "version", "validation"})
_OF_ISSUERS = frozenset({"name", "url", "description", "image", "email", "revocationList", "org", "contact", "@context", "id", "@id", "publicKey", "verification"})  # fmt: skip
_DEEPEST = 12  # a record holds records, which hold records; nothing real goes further down


@dataclass(slots=True)
class _Others:
    """What other records say that an offer needs, and what was met that is no offer.

    Attributes:
        profiles: by address.
        claims: endorsements, by the address of what they endorse.
        pointing: awarded badges that only name the address of their class.
        parts: files and records that only serve others, by what they are.
    """

    profiles: dict[str, Record] = field(default_factory=dict)
    claims: dict[str, list[Record]] = field(default_factory=dict)
    pointing: Counter[str] = field(default_factory=Counter)
    parts: Counter[str] = field(default_factory=Counter)


def read(files: Sequence[SourceFile], settings: Settings) -> Iterator[CatalogEvent]:
    """The offers of all files. They are gone through twice: an issuer or endorsement may stand behind what refers to it."""
    others = _Others()
    for file in files:
        for event in records(file, *_LISTS):
            if not isinstance(event, Problem):
                _note_others(event[1], others)
    once = Once()
    used: set[str] = set()
    for file in files:
        empty = True
        for event in records(file, *_LISTS):
            if isinstance(event, Problem):
                empty = False
                yield event
                continue
            found = list(_offers(*event))
            for place, record, issuer in found:
                used.add(key_of(record))
                yield from _offer(record, issuer, place, others, once, settings)
            if not found and (part := _part(event[1])):
                others.parts[part] += 1
            empty = empty and not found and not _told(event[1])
        if empty:
            yield Problem(
                file.name,
                "There is no badge class and no achievement in it.",
                "Give the JSON of a badge class (2.x), of an achievement (3.0), or of an awarded badge that holds one.",
            )
    yield from _notes(others, used)


def _offer(
    record: Record, issuer: Any, place: str, others: _Others, once: Once, settings: Settings
) -> Iterator[CatalogEvent]:
    key = key_of(record)
    if not line(record.get("name")):
        yield Problem(place, "The badge has no name.", "It is left out; give it a `name`.")
        return
    again = once.again(key, record, place)
    if isinstance(again, Problem):
        yield again
    if again:
        return
    reading = Reading(place, imported(page_of(record), settings.as_of, place))
    claims = others.claims.get(key, [])
    credential = achievement(record, _maker(record, issuer, others), claims, reading)
    yield from reading.problems
    yield Offer(key, credential, text_of(record), place)


def _maker(record: Record, issuer: Any, others: _Others) -> Record:
    """The profile behind it: who created an achievement or issues a class, else who awarded the badge it was found in.

    An address alone names nobody, unless one of the files holds the profile of that address.
    """
    for stated in (record.get("creator"), record.get("issuer"), record.get("issuerOpenBadgeId"), issuer):
        for one in jsonld.many(stated):
            profile = one if isinstance(one, dict) and one.get("name") else others.profiles.get(jsonld.address_of(one))
            if profile:
                return profile
    return {}


def _offers(place: str, record: Record, issuer: Any = None, depth: int = 0) -> Iterator[tuple[str, Record, Any]]:
    """The classes and achievements in a record, each with who issued the badge that it was found in."""
    if depth > _DEEPEST:
        return
    if _is_offer(record):
        yield place, record, issuer
        return
    if "credentialSubject" in record and not _ENDORSING & set(jsonld.types(record)):
        issuer = record.get("issuer", issuer)
    for name in _INSIDE:
        inner = record.get(name)
        several = isinstance(inner, list)
        for number, one in enumerate(jsonld.nodes(inner), start=1):
            here = f"{place}: {name}" + (f" {number}" if several else "")
            if name in {"achievement", "badge"} and not jsonld.types(one):
                # Inside an award no type is needed: version 0.5 and 1.0 have none.
                yield here, {**one, "type": "Achievement"} if name == "achievement" else one, issuer
            else:
                yield from _offers(here, one, issuer, depth + 1)


def _is_offer(record: Record) -> bool:
    stated = jsonld.types(record)
    if stated or record.get("entityType"):
        return bool(_OFFERS & {*stated, record.get("entityType")})
    # Version 1.0 has no types; nothing but a class has criteria.
    return "criteria" in record and "name" in record


def _told(record: Record) -> bool:
    """Whether a record without an offer is one of those that are counted, or serve others."""
    stated = set(jsonld.types(record))
    return bool(stated & (_ENDORSING | {"Assertion"})) or bool(_pointed(record)) or bool(_part(record))


def _part(record: Record) -> str:
    """What a record is that only serves badges, whatever its version; empty for any other."""
    stated = set(jsonld.types(record))
    if named := next((words for types, words in _PARTS if stated & types), ""):
        return named
    if stated:
        return ""
    if "@context" in record and not record.keys() - _ABOUT_CONTEXTS:
        return "JSON-LD context"
    # Version 1.0 has no types: an issuer is a name with an address.
    is_issuer = record.keys() >= {"name", "url"} and not record.keys() - _OF_ISSUERS
    return _PROFILE if is_issuer else ""


def _pointed(record: Record) -> str:
    """The address of the class of an awarded badge that only names that address."""
    subjects = jsonld.nodes(record.get("credentialSubject"))
    stated = (record.get("badge"), *(s.get("achievement") for s in subjects))
    return next((a for a in stated if isinstance(a, str)), "")


def _note_others(record: Record, others: _Others, depth: int = 0) -> None:
    stated = set(jsonld.types(record))
    address = jsonld.address_of(record)
    if stated & _PROFILES and address and record.get("name"):
        others.profiles.setdefault(address, record)
    if stated & _ENDORSING:
        subject = jsonld.node(record.get("credentialSubject", record.get("claim")))
        others.claims.setdefault(jsonld.address_of(subject), []).append(record)
        return
    if pointed := _pointed(record):
        others.pointing[pointed] += 1
    if depth <= _DEEPEST:
        for name in (*_INSIDE, "issuer", "creator"):
            for one in jsonld.nodes(record.get(name)):
                _note_others(one, others, depth + 1)


def _notes(others: _Others, used: set[str]) -> Iterator[Note]:
    pointing = sum(n for address, n in others.pointing.items() if address not in used)
    if pointing:
        yield Note(
            f"{pointing} awarded badge{'s' * (pointing != 1)} left aside: only the address of the badge class is given; "
            "open it and give that file as well"
        )
    for kind, number in sorted(others.parts.items()):
        serving = "it serves those that name it" if number == 1 else "they serve those that name them"
        yield Note(f"{number} {kind}{'s' * (number != 1)} among the files: no badge, {serving}")
    unused = sum(len(claims) for address, claims in others.claims.items() if address not in used)
    if unused:
        yield Note(f"{unused} endorsement{'s' * (unused != 1)} left aside: what is endorsed is in none of the files")


SOURCE = CatalogSource("Open Badges 1.x to 3.0 (badge classes and achievements)", (".json", ".jsonld"), read)

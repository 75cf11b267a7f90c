"""How CTDL calls things: properties with or without prefix or as addresses, things by CTID or address, concepts of its schemes."""

from __future__ import annotations

import functools
import re
from typing import Any, TypeAlias

from credlens.catalog.values.addresses import canonical
from credlens.catalog.values.jsonld import words
from credlens.catalog.values.text import line
from credlens.model.offer import Identifier

Node: TypeAlias = dict[str, Any]

EXTENSION = "credlens:record"
OWN = "credlens:"  # before the id of a record that has no name elsewhere
REGISTRY = "https://credentialengineregistry.org/resources/"
ALIGNMENT = "ceterms:CredentialAlignmentObject"
_ADDRESSES = (
    ("purl.org/ctdl/terms/", "ceterms:"),
    ("credreg.net/ctdl/terms/", "ceterms:"),
    ("purl.org/ctdlasn/terms/", "ceasn:"),
    ("credreg.net/ctdlasn/terms/", "ceasn:"),
    ("credreg.net/qdata/terms/", "qdata:"),
    ("purl.org/qdata/terms/", "qdata:"),
    ("schema.org/", "schema:"),
)
# Names without prefix are CTDL's own, but for those of the schemas that it borrows from.
_BORROWED = {
    **dict.fromkeys(("competencyText", "competencyLabel", "competencyCategory", "isChildOf", "hasChild"), "ceasn:"),
    **dict.fromkeys(("value", "minValue", "maxValue", "unitText"), "schema:"),
    **dict.fromkeys(
        ("relevantDataSet", "dataSetTimePeriod", "dataAttributes", "percentage", "median", "holdersInSet", "subjectsInSet", "passRate",
         "employmentRate", "earningsDistribution", "earningsAmount", "relatedEmployment", "unrelatedEmployment"), "qdata:",
    ),
}  # fmt: skip
_KEYWORDS = {"id": "@id", "type": "@type", "graph": "@graph", "context": "@context"}
_MOST = 1e300
_TAG = re.compile(r"(?!id$|url$)(?:[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*|@none)", re.IGNORECASE)
_CTID = re.compile(r"ce-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])", re.IGNORECASE)


def compact(value: Any) -> Any:
    """The same JSON in short: every property under its prefix, values without ``@value`` and lists of one around them, no ``@context``.

    What a ``credlens:`` member holds is left alone. Numbers that are none in JSON, or that no machine number holds, become null.
    """
    if isinstance(value, list):
        members = [compact(v) for v in value]
        plain = len(members) == 1 and (not isinstance(members[0], dict | list) or is_language_map(members[0]))
        return members[0] if plain else members
    if isinstance(value, int | float) and not -_MOST < value < _MOST:
        return None
    if not isinstance(value, dict) or is_language_map(value):
        return value
    if "@value" in value and not isinstance(value["@value"], dict | list):
        tag = value.get("@language")
        return (
            {tag: value["@value"]}
            if isinstance(tag, str) and isinstance(value["@value"], str)
            else compact(value["@value"])
        )
    if set(value) <= {"@id", "id"} and isinstance(value.get("@id", value.get("id")), str):
        return value.get("@id", value.get("id"))
    return compact_node(value)


def compact_node(value: Node) -> Node:
    """The same for an object that is known to be a thing, not a value."""
    out: Node = {}
    for key, member in value.items():
        name = property_name(key)
        if name == "@context":
            continue
        inner = member if name.startswith("credlens:") else compact(member)
        if name in out:  # written twice, in two spellings
            inner = [*_listed(out[name]), *_listed(inner)]
        out[name] = inner
    return out


@functools.lru_cache(maxsize=4096)
def property_name(key: str) -> str:
    """A property's name with its prefix ("name", "https://purl.org/ctdl/terms/name" -> "ceterms:name")."""
    name = key.strip()
    bare = re.sub(r"^https?://(?:www\.)?", "", name)
    if bare != name:
        return next((prefix + bare.removeprefix(start) for start, prefix in _ADDRESSES if bare.startswith(start)), name)
    if name.startswith("@") or ":" in name:
        return name
    return _KEYWORDS.get(name) or _BORROWED.get(name, "ceterms:") + name


def is_language_map(value: Any) -> bool:
    """Whether it is a text in one or more languages: ``{"en": "...", "fr-CA": ["...", "..."]}``."""
    return (
        isinstance(value, dict)
        and bool(value)
        and all(_TAG.fullmatch(k) for k in value)
        and all(isinstance(v, str) or (isinstance(v, list) and all(isinstance(t, str) for t in v)) for v in value.values())
    )  # fmt: skip


def types(node: Node) -> tuple[str, ...]:
    """The types of a node, each with its prefix."""
    return tuple(property_name(t) for t in _listed(node.get("@type")) if isinstance(t, str))


def reference(value: Any) -> str:
    """The address that a value refers to: a plain one, or that of an object; empty when it has none."""
    if isinstance(value, dict):
        value = value.get("@id")
    return value.strip() if isinstance(value, str) else ""


def ctid_of(text: Any) -> str:
    """The CTID in an address or text, in small letters; empty when there is none."""
    found = _CTID.search(text) if isinstance(text, str) else None
    return found[0].lower() if found else ""


def key_of(ref: str) -> str:
    """What all references to one thing have in common: the CTID, whichever address of the registry it stands in, else the reference."""
    return ctid_of(ref) or ref.strip()


def identifier_of(value: Any) -> Identifier | None:
    """What a reference names, as other records would name it; None for a node without a name of its own."""
    ref = reference(value)
    if ctid := ctid_of(ref) or (ctid_of(value.get("ceterms:ctid")) if isinstance(value, dict) else ""):
        return Identifier("ctid", ctid)
    if ref and not ref.startswith(("_:", OWN)):
        if page := canonical(ref):
            return Identifier("url", page)
        scheme, _, rest = ref.partition(":")
        if rest and scheme not in {"http", "https"} and re.fullmatch(r"\S+", ref):
            return Identifier(scheme, rest)
    if isinstance(value, dict) and (page := canonical(reference(value.get("ceterms:subjectWebpage")))):
        return Identifier("url", page)
    return None


def target_of(value: Any) -> str | None:
    """What a reference points to, as records point to each other: ``scheme:value``, or the id of a record of ours."""
    ref = reference(value)
    if ref.startswith(OWN):
        return ref.removeprefix(OWN) or None
    found = identifier_of(value)
    return str(found) if found else None


def address_of(target: str) -> str:
    """The reference that names what ``scheme:value``, or the id of a record, names."""
    scheme, mark, value = target.partition(":")
    if not mark:
        return OWN + target
    if scheme == "ctid":
        return REGISTRY + value
    return f"https://{value}" if scheme == "url" else target


def concept(value: Any) -> str:
    """The concept of a scheme that a value names, without prefix ("costType:Tuition", an alignment to it -> "Tuition"); else empty."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = reference(value.get("ceterms:targetNode")) or value.get("@id")
    return re.split(r"[:/#]", value.strip())[-1] if isinstance(value, str) else ""


def concept_name(value: Any) -> str:
    """What an alignment calls its concept; empty when it has no name."""
    if not isinstance(value, dict):
        return ""
    return line(
        words(value.get("ceterms:targetNodeName") or value.get("ceterms:targetName") or value.get("skos:prefLabel"))
    )


def aligned(scheme: str, prefix: str, name: str, words_of_it: str, language: str) -> Node:
    """An alignment to a concept of one of CTDL's own schemes, as the registry writes it."""
    return {
        "@type": ALIGNMENT,
        "ceterms:framework": f"https://credreg.net/ctdl/terms/{scheme}",
        "ceterms:targetNode": f"{prefix}:{name}",
        "ceterms:frameworkName": {language: scheme},
        "ceterms:targetNodeName": {language: words_of_it},
    }


def named(words_of_it: str, language: str) -> Node:
    """An alignment to what is only known by a name."""
    return {"@type": ALIGNMENT, "ceterms:targetNodeName": {language: words_of_it}}


def spaced(name: str) -> str:
    """A concept's name as words ("InState" -> "In State")."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)


def nesting(value: Any) -> int:
    """How many levels of objects and lists a value has."""
    level, deep = [value], 0
    while containers := [c for c in level if isinstance(c, dict | list)]:
        level = [m for c in containers for m in (c.values() if isinstance(c, dict) else c)]
        deep += 1
    return deep


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]

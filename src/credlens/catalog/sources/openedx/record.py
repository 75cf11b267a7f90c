"""What courses and programmes of Open edX have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from credlens.catalog.values import levels
from credlens.catalog.values.addresses import canonical, is_address
from credlens.catalog.values.facts import known
from credlens.catalog.values.languages import language
from credlens.catalog.values.organisations import organisation
from credlens.catalog.values.reading import Reading, distinct
from credlens.catalog.values.text import line, plain
from credlens.model.credential import CredentialLevel, Organisation
from credlens.model.fact import Fact, not_looked_up
from credlens.model.offer import Classification, Identifier, StatedSkill

SCHEME = "openedx"


def entries(value: Any) -> list[Any]:
    """The members of a list; a single value is a list of one, nothing an empty one."""
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def first(*values: Any) -> Any:
    """The first of several that says something; None when none does."""
    return next((v for v in values if v not in (None, "", [], {})), None)


def identifiers(key: str, address: object) -> tuple[Identifier, ...]:
    """The site's own key and the page."""
    page = canonical(address)
    return (Identifier(SCHEME, key), *((Identifier("url", page),) if page else ()))


def page(address: object, r: Reading) -> Fact[str]:
    """The page without what follows a visitor around."""
    said = line(address)
    return known(said.split("?utm_")[0].split("&utm_")[0], r.source) if is_address(said) else not_looked_up()


def names(value: Any) -> list[str]:
    """Names of organisations: of objects (else their keys), or out of the ``key: name`` of a search result."""
    found = []
    for entry in entries(value):
        if isinstance(entry, dict):
            found.append(line(entry.get("name")) or line(entry.get("key")))
        else:
            key, colon, name = line(entry).partition(": ")
            found.append(name if colon else key)
    return [n for n in dict.fromkeys(found) if n]


def provider(value: Any, r: Reading) -> Fact[Organisation]:
    """Who made it: the first organisation, with the others in a note."""
    found = names(value)
    if not found:
        return not_looked_up()
    return known(organisation(found[0]), r.source, note=f"with {', '.join(found[1:])}" if found[1:] else "")


def platform(record: Mapping[str, Any], address: object, r: Reading) -> Fact[Organisation]:
    """The site, when the record names it: edX by its address, others as the partner they are."""
    host = urlsplit(line(address)).hostname if is_address(address) else None
    if line(record.get("partner")).casefold() == "edx" or (host or "").removeprefix("www.") == "edx.org":
        return known(organisation("edX"), r.source)
    partner = record.get("partner")
    return (
        known(organisation(line(partner)), r.source) if isinstance(partner, str) and line(partner) else not_looked_up()
    )


def level(value: Any, r: Reading) -> Fact[CredentialLevel]:
    """For whom it is made."""
    return known(levels.level(value.get("name") if isinstance(value, dict) else value), r.source)


def languages(value: Any, r: Reading) -> Fact[tuple[str, ...]]:
    """Codes of the languages it is taught in."""
    found = tuple(dict.fromkeys(code for v in entries(value) if (code := language(v))))
    return known(found, r.source) if found else not_looked_up()


def skills(record: Mapping[str, Any], r: Reading) -> tuple[StatedSkill, ...]:
    """The skills that the site tagged it with."""
    said = [s.get("name") if isinstance(s, dict) else s for s in entries(record.get("skills"))]
    said += entries(record.get("skill_names"))
    return distinct(StatedSkill(name, (r.source,)) for s in said if (name := line(s)))


def subjects(record: Mapping[str, Any], r: Reading) -> tuple[Classification, ...]:
    """The site's own subjects."""
    found = []
    for subject in entries(record.get("subjects")):
        name = line(subject.get("name") if isinstance(subject, dict) else subject)
        code = line(subject.get("slug")) if isinstance(subject, dict) else ""
        if name or code:
            found.append(
                Classification(f"{SCHEME}-subject", code or name.casefold().replace(" ", "-"), name, (r.source,))
            )
    return tuple(dict.fromkeys(found))


def description(*values: Any) -> str:
    """The first text that says something."""
    return next((said for v in values if (said := plain(v))), "")


def about(*values: Any) -> str:
    """All that it says of itself, to read skills in."""
    parts = [plain(v) for value in values for v in entries(value)]
    return "\n".join(dict.fromkeys(p for p in parts if p))

"""Names of credentials out of hand-written YAML: how ads write them, which exams stand for them, and who awards them.

The list holds well-known names whether or not the catalog has a record of them; an entry with the id of a record adds ways of writing it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from credlens.model.credential import Credential, EvidenceClass
from credlens.model.errors import Problem
from credlens.model.fact import Source, Unknown
from credlens.model.skill import Alias
from credlens.yamlfile import Record, load, read_sources, sources_of


class Trust(Enum):
    """How sure a way of writing is to mean the credential."""

    FIRM = ""
    DOUBTFUL = "?"  # an abbreviation, in exactly that case, that also means other things
    SCHEME = "~"  # a method or body that is also known without a certificate of it


@dataclass(frozen=True, slots=True)
class NameAlias:
    """A way of writing, and how sure it is."""

    alias: Alias
    trust: Trust = Trust.FIRM


@dataclass(frozen=True, slots=True)
class CredentialName:
    """A credential by its names.

    Attributes:
        id: id in the catalog, else one of this list; stable for ever.
        title: how it is shown.
        aliases: ways of writing, the title's among them; exam codes too.
        issuer: who awards it; empty when many do.
        licence: whether it is permission by a state to practise or drive, which an ad asks for as a licence.
    """

    id: str
    title: str
    aliases: tuple[NameAlias, ...]
    issuer: str = ""
    licence: bool = False
    sources: tuple[Source, ...] = ()


def named(
    id_: str, title: str, aliases: Iterable[Alias] = (), *, issuer: str = "", licence: bool = False
) -> CredentialName:
    """A credential all of whose ways of writing are sure."""
    return CredentialName(id_, title, tuple(map(NameAlias, aliases)), issuer, licence)


def as_name(credential: Credential) -> CredentialName:
    """The names of a catalog's record."""
    issuer = credential.issuer.value
    return named(
        credential.id,
        credential.title,
        credential.aliases,
        issuer="" if isinstance(issuer, Unknown) else str(issuer),
        licence=credential.evidence_class.value is EvidenceClass.LICENCE,
    )


def read(files: Iterable[tuple[str, bytes]]) -> tuple[list[CredentialName], list[Problem]]:
    """Names out of (file name, bytes) pairs; one with a mistake is left out and listed."""
    names: dict[str, CredentialName] = {}
    problems: list[Problem] = []
    for file, data in files:
        top, found = load(data, file)
        if top is not None:
            for part in ("field", "label"):
                top.text(part, "")
            table = read_sources(top)
            default = sources_of(top, table)
            for entry in top.records("names"):
                name = _name(entry, table, default)
                if name is not None and name.id in names:
                    entry.problem("id", f"The credential {name.id!r} is named twice.", "Put the names together.")
                elif name is not None:
                    names[name.id] = name
            top.finish()
        problems += found
    return list(names.values()), problems


def _name(entry: Record, table: dict[str, Source], default: tuple[Source, ...]) -> CredentialName | None:
    title = entry.text("title")
    written = [_alias(words) for words in entry.strings("aliases")]
    codes = [NameAlias(Alias(code, exact=True)) for code in entry.strings("codes")]
    found = CredentialName(
        id=entry.text("id"),
        title=title,
        aliases=tuple(dict.fromkeys([*written, *codes])),
        issuer=entry.text("issuer", ""),
        sources=sources_of(entry, table, default),
    )
    return found if entry.finish() else None


def _alias(words: str) -> NameAlias:
    """``=`` marks an alias that is exact in case, ``?`` a doubtful abbreviation (exact as well), ``~`` the name of a scheme."""
    for trust in (Trust.DOUBTFUL, Trust.SCHEME):
        if words.startswith(trust.value):
            return NameAlias(Alias(words[1:], exact=trust is Trust.DOUBTFUL), trust)
    return NameAlias(Alias(words.removeprefix("="), exact=words.startswith("=")))

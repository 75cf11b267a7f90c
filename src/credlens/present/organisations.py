"""Organisations' own pages at LinkedIn, out of hand-written YAML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from credlens.model.errors import Problem
from credlens.model.fact import Method, Source
from credlens.yamlfile import load, read_sources, sources_of


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation's page at LinkedIn.

    Attributes:
        id: the number of the page, which LinkedIn calls organizationId.
        names: how issuers of that name are written, exactly but for their case.
        sources: where the number was read.
    """

    id: int
    names: tuple[str, ...]
    sources: tuple[Source, ...]


def read(files: Iterable[tuple[str, bytes]]) -> tuple[tuple[Organisation, ...], list[Problem]]:
    """Organisations out of (file name, bytes) pairs; what has a mistake is left out and listed.

    A number from memory is a mistake: it could put a stranger's logo on somebody's profile.
    """
    found: list[Organisation] = []
    problems: list[Problem] = []
    for file, data in files:
        top, noted = load(data, file)
        if top is not None:
            table = read_sources(top)
            for entry in top.records("organisations"):
                number, names, sources = entry.whole("id"), entry.strings("names"), sources_of(entry, table)
                if number is None and not entry.has("id"):
                    entry.problem("id", "The page has no number.", "Add `id:` with the number of its LinkedIn page.")
                if not names:
                    entry.problem("names", "The organisation has no name.", "Add `names: [...]`.")
                if any(s.method is not Method.READ for s in sources):
                    entry.problem("from", "A number counts only where it was read.", "Name a source that was read.")
                if entry.finish() and number is not None:
                    found.append(Organisation(number, names, sources))
            top.finish()
        problems += noted
    return tuple(found), problems


def page_of(name: str, known: Iterable[Organisation]) -> Organisation | None:
    """The page of an organisation of exactly that name, whatever its case; None where no page of it is known, or more than one."""
    wanted = " ".join(name.split()).casefold()
    hits = [o for o in known if any(n.casefold() == wanted for n in o.names)]
    return hits[0] if wanted and len(hits) == 1 else None

"""Well-known issuers out of hand-written YAML."""

from __future__ import annotations

import re
from collections.abc import Iterable

from credlens.model.errors import Problem
from credlens.verify.trust.registries import KnownIssuer
from credlens.yamlfile import Record, load, read_sources, sources_of

_HOST = re.compile(r"(?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+")


def read(files: Iterable[tuple[str, bytes]]) -> tuple[tuple[KnownIssuer, ...], list[Problem]]:
    """Issuers out of (file name, bytes) pairs; what has a mistake is left out and listed."""
    found: list[KnownIssuer] = []
    problems: list[Problem] = []
    for file, data in files:
        top, noted = load(data, file)
        if top is not None:
            table = read_sources(top)
            usual = sources_of(top, table)
            for entry in top.records("issuers"):
                sources_of(entry, table, usual)
                issuer = _issuer(entry)
                if entry.finish():
                    found.append(issuer)
            top.finish()
        problems += noted
    return tuple(found), problems


def _issuer(entry: Record) -> KnownIssuer:
    names, dids = entry.strings("names"), entry.strings("dids")
    if not names:
        entry.problem("names", "The issuer has no name.", "Add `names: [...]`, first what it calls itself.")
    domains, platforms = _hosts(entry, "domains"), _hosts(entry, "platforms")
    if not (domains or platforms):
        entry.problem("domains", "Where the issuer issues does not stand there.", "Add `domains: [...]`.")
    for did in dids:
        if not did.startswith("did:"):
            entry.problem("dids", f"{did!r} is no DID.", "A DID begins with `did:`.")
    return KnownIssuer(names, domains, dids, platforms)


def _hosts(entry: Record, key: str) -> tuple[str, ...]:
    found = entry.strings(key)
    for host in found:
        if not _HOST.fullmatch(host):
            entry.problem(key, f"{host!r} is no host.", "Write it in small letters, without https:// and www.")
    return found

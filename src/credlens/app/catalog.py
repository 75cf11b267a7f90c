"""Use cases around the catalog: search it, look at one credential, count what is known, check and import records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from credlens.app import shapes
from credlens.app.knowledge import Knowledge
from credlens.app.ports import NamedBytes, Ports
from credlens.catalog.build import build
from credlens.catalog.sources import SOURCES
from credlens.model.credential import Catalog, Credential
from credlens.model.errors import InputError, Problem, UserError
from credlens.model.fact import Fact, Method, Source
from credlens.model.serial import plain
from credlens.model.skill import Taxonomy


@dataclass(frozen=True)
class SearchResult:
    """Credentials that match some words, best first."""

    found: tuple[Credential, ...]

    def to_json(self) -> dict[str, Any]:
        """``{"credentials": [{"id", "title", "provider"}]}``."""
        return {
            "credentials": [
                {"id": c.id, "title": c.title, "provider": getattr(c.provider.value, "name", None)} for c in self.found
            ]
        }


def search(ports: Ports, query: str) -> SearchResult:
    """Credentials whose title, names, provider or skills contain all the words; those with the words in the title first."""
    knowledge = Knowledge(ports)
    words = query.casefold().split()
    ranked = []
    for credential in knowledge.catalog.credentials.values():
        title = f"{credential.id} {credential.title}".casefold()
        more = " ".join(
            (
                title,
                *(a.text for a in credential.aliases),
                *(
                    str(getattr(role.value, "name", ""))
                    for role in (credential.issuer, credential.provider, credential.platform)
                ),
                *(knowledge.taxonomy[t.skill].label for t in credential.skills),
            )
        ).casefold()
        if all(w in more for w in words):
            ranked.append((-sum(w in title for w in words), credential.id, credential))
    return SearchResult(tuple(c for *_, c in sorted(ranked, key=lambda r: r[:2])))


@dataclass(frozen=True)
class ShowResult:
    """One credential with everything known of it."""

    credential: Credential
    taxonomy: Taxonomy

    def to_json(self) -> dict[str, Any]:
        """Every field as ``{"value" | "unknown", "sources"}``."""
        out = {f.name: plain(getattr(self.credential, f.name)) for f in fields(self.credential)}
        out["skills"] = [
            {**self.taxonomy[t.skill].ref(), "depth": t.depth.value, "sources": plain(t.sources)}
            for t in self.credential.skills
        ]
        return out


def show(ports: Ports, credential_id: str) -> ShowResult:
    """One credential.

    Raises:
        UserError: the catalog does not have it.
    """
    knowledge = Knowledge(ports)
    return ShowResult(find_credential(knowledge.catalog, credential_id), knowledge.taxonomy)


def find_credential(catalog: Catalog, credential_id: str) -> Credential:
    """The credential with this id, or with this very title or alias.

    Raises:
        UserError: there is none; the message names the nearest.
    """
    if credential_id in catalog:
        return catalog[credential_id]
    wanted = credential_id.casefold()
    for credential in catalog.credentials.values():
        if wanted in (credential.title.casefold(), *(a.text.casefold() for a in credential.aliases)):
            return credential
    import difflib

    near = difflib.get_close_matches(wanted, list(catalog.credentials), n=3, cutoff=0.5)
    hint = f"Did you mean {', '.join(near)}?" if near else "Look for it: credlens catalog search WORDS."
    raise UserError(f"The catalog has no credential {credential_id!r}.", where="ID", what_to_do=hint)


@dataclass(frozen=True)
class StatsResult:
    """What is known, counted."""

    credentials: int
    skills: int
    fields_of_work: int
    with_official_id: int
    occupations: int
    projects: int
    facts: int
    unknown: int
    by_method: dict[str, int]
    by_pattern: dict[str, int]
    known_share: dict[str, int]

    def to_json(self) -> dict[str, Any]:
        """The counts by their names."""
        return {f.name: plain(getattr(self, f.name)) for f in fields(self)}


def stats(ports: Ports) -> StatsResult:
    """How much is known about how many things, and how it came to be known."""
    knowledge = Knowledge(ports)
    scalar: list[tuple[str, Fact[Any]]] = []
    listed: list[Source] = []
    patterns: Counter[str] = Counter()
    for credential in knowledge.catalog.credentials.values():
        for f in fields(credential):
            value = getattr(credential, f.name)
            if isinstance(value, Fact):
                scalar.append((f.name, value))
            elif isinstance(value, tuple):
                listed += [s for part in value for s in getattr(part, "sources", ())]
        patterns.update(c.pattern.value for c in credential.costs)
        scalar += [("price", c.amount) for c in credential.costs]
    methods: Counter[Method] = Counter(s.method for _, fact in scalar for s in fact.sources)
    methods.update(s.method for s in listed)
    known = Counter(name for name, fact in scalar if fact.known)
    return StatsResult(
        credentials=len(knowledge.catalog),
        skills=len(knowledge.taxonomy),
        fields_of_work=len(knowledge.taxonomy.fields),
        with_official_id=sum(1 for s in knowledge.taxonomy if s.esco or s.onet),
        occupations=len(knowledge.occupations),
        projects=len(knowledge.projects),
        facts=sum(known.values()) + len(listed),
        unknown=sum(1 for _, fact in scalar if not fact.known),
        by_method={m.value: n for m, n in sorted(methods.items())},
        by_pattern=dict(sorted(patterns.items())),
        known_share=dict(sorted(known.items())),
    )


@dataclass(frozen=True)
class CheckResult:
    """What is wrong with catalog records."""

    checked: int
    problems: tuple[Problem, ...]

    def to_json(self) -> dict[str, Any]:
        """``{"checked", "problems"}``."""
        return {"checked": self.checked, "problems": shapes.problems(self.problems)}


def check(ports: Ports, paths: Sequence[Path] = ()) -> CheckResult:
    """Check records in files or folders; the whole starter and own catalog when none are named."""
    knowledge = Knowledge(ports)
    if not paths:
        dangling = build(knowledge.catalog.credentials.values())[1]
        others = len(knowledge.occupations) + len(knowledge.projects) + len(knowledge.communities)
        return CheckResult(len(knowledge.catalog) + others, (*knowledge.problems, *dangling))
    files, problems = ports.files.walk(paths, _is_yaml)
    found, wrong = SOURCES["yaml"]([(f.name, f.data) for f in files], knowledge.taxonomy.skills)
    dangling = build([*knowledge.catalog.credentials.values(), *found])[1]
    own = {c.id for c in found}
    return CheckResult(len(files), (*problems, *wrong, *(d for d in dangling if d.where.split(":")[0] in own)))


@dataclass(frozen=True)
class ImportResult:
    """What was taken into the person's own catalog, and what was not."""

    imported: tuple[str, ...]
    problems: tuple[Problem, ...]

    def to_json(self) -> dict[str, Any]:
        """``{"imported", "problems"}``."""
        return {"imported": list(self.imported), "problems": shapes.problems(self.problems)}


def import_records(ports: Ports, source: str, paths: Sequence[Path]) -> ImportResult:
    """Take records into the person's own catalog; one of the same id replaces the earlier one, so importing twice changes nothing.

    A record with a mistake is left out and listed; the others are taken, all in one step.

    Raises:
        UserError: there is no such source.
        InputError: not one record could be read.
    """
    read = SOURCES[source]
    knowledge = Knowledge(ports)
    files, problems = ports.files.walk(paths, _is_yaml)
    taken: list[NamedBytes] = []
    for file in files:
        found, wrong = read([(file.name, file.data)], knowledge.taxonomy.skills)
        problems += wrong
        taken += [NamedBytes(credential.id, file.data) for credential in found]
    if not taken:
        raise InputError(
            problems
            or [Problem(", ".join(map(str, paths)), "There is no record there.", "Name a file or folder of records.")]
        )
    ports.store().save_records(taken)
    return ImportResult(tuple(sorted(r.name for r in taken)), tuple(problems))


def _is_yaml(name: str) -> bool:
    return name.endswith((".yaml", ".yml"))

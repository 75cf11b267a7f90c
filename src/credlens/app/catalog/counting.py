"""Use case: how much is known about how many things, and how it came to be known."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from typing import Any

from credlens.app.catalog.index import indexed
from credlens.app.catalog.whole import every
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.catalog.age import Age, field_age
from credlens.catalog.filled import COMPARED, filled, only_recalled, sources
from credlens.model.credential import Catalog
from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown
from credlens.model.serial import plain

PRICED = ("costs", "hours", "assessment", "validity")
"""The four that no open catalog has together."""


@dataclass(frozen=True)
class StatsResult:
    """What is known, counted.

    Attributes:
        filled_mean: compared fields known, on average a credential.
        with_source: share of known compared fields with a source that somebody read or a catalog states.
        recalled_only: share of known compared fields behind which is nothing but memory.
        known_share: compared field -> for how many it is known.
        sourced: compared field -> for how many somebody read it or a catalog states it.
        old: compared field -> for how many the newest word is too old or undated.
        conflicts: compared fields on which sources disagree.
        imported: current statements by source.
    """

    credentials: int
    skills: int
    fields_of_work: int
    with_official_id: int
    occupations: int
    projects: int
    compared_fields: int
    filled_mean: float
    filled_least: int
    with_source: float
    recalled_only: float
    facts: int
    unknown: int
    conflicts: int
    by_method: dict[str, int]
    by_pattern: dict[str, int]
    known_share: dict[str, int]
    sourced: dict[str, int]
    old: dict[str, int]
    imported: dict[str, int]

    def to_json(self) -> dict[str, Any]:
        """The counts by their names."""
        return {f.name: plain(getattr(self, f.name)) for f in fields(self)}


def stats(ports: Ports) -> StatsResult:
    """Counts over the whole catalog, imported records included."""
    knowledge = Knowledge.of(ports)
    catalog = knowledge.catalog
    tally = _tally(ports, catalog)
    known = sum(tally.known.values())
    taxonomy = knowledge.taxonomy
    return StatsResult(
        credentials=len(catalog),
        skills=len(taxonomy),
        fields_of_work=len(taxonomy.fields),
        with_official_id=sum(1 for s in taxonomy if s.esco or s.onet),
        occupations=len(knowledge.occupations),
        projects=len(knowledge.projects),
        compared_fields=len(COMPARED),
        filled_mean=known / len(catalog) if len(catalog) else 0.0,
        filled_least=tally.least,
        with_source=sum(tally.sourced.values()) / known if known else 0.0,
        recalled_only=tally.recalled / known if known else 0.0,
        facts=known,
        unknown=len(catalog) * len(COMPARED) - known,
        conflicts=tally.conflicts,
        by_method={m.value: n for m, n in sorted(tally.methods.items())},
        by_pattern=dict(sorted(tally.patterns.items())),
        known_share={name: tally.known[name] for name in COMPARED},
        sourced={name: tally.sourced[name] for name in COMPARED},
        old={name: n for name, n in tally.old.items() if n},
        imported=dict(sorted(indexed(ports, knowledge).counts().items())),
    )


class _Tally:
    """Counts that grow credential by credential."""

    def __init__(self) -> None:
        self.known: Counter[str] = Counter()
        self.sourced: Counter[str] = Counter()
        self.old: Counter[str] = Counter()
        self.methods: Counter[Method] = Counter()
        self.patterns: Counter[str] = Counter()
        self.recalled = self.conflicts = 0
        self.least = len(COMPARED)


def _tally(ports: Ports, catalog: Catalog) -> _Tally:
    tally, total = _Tally(), len(catalog)
    for done, credential in enumerate(every(catalog)):
        ports.progress("credentials", done, total)
        names = filled(credential)
        tally.least = min(tally.least, len(names))
        tally.known.update(names)
        for name in names:
            said = sources(credential, name)
            if any(s.method in {Method.READ, Method.IMPORTED} for s in said):
                tally.sourced[name] += 1
            tally.recalled += only_recalled(credential, name)
            tally.old[name] += field_age(credential, name, ports.today) in {Age.STALE, Age.UNDATED}
        tally.patterns.update(c.pattern.value for c in credential.costs)
        for fact in _facts(credential):
            tally.conflicts += isinstance(fact.value, Unknown) and fact.value.why is WhyUnknown.CONFLICTING
        tally.methods.update(s.method for s in _all_sources(credential))
    ports.progress("credentials", total, total)
    return tally


def _facts(credential: Any) -> list[Fact[Any]]:
    found = [v for f in fields(credential) if isinstance(v := getattr(credential, f.name), Fact)]
    return found + [c.amount for c in credential.costs]


def _all_sources(credential: Any) -> list[Source]:
    found = [s for fact in _facts(credential) for s in fact.sources]
    for f in fields(credential):
        value = getattr(credential, f.name)
        if isinstance(value, tuple):
            found += [s for part in value for s in getattr(part, "sources", ())]
    return found

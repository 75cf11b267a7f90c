"""Use case: one credential with everything known of it, who says so, what is old and what else it may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from credlens.app.catalog.finding import find_credential
from credlens.app.catalog.index import indexed
from credlens.app.catalog.ports import Statement
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.catalog.age import Age, field_age
from credlens.catalog.filled import COMPARED, filled
from credlens.catalog.identity import Doubt
from credlens.model.credential import Credential
from credlens.model.serial import plain
from credlens.model.skill import Taxonomy


@dataclass(frozen=True)
class ShowResult:
    """One credential.

    Attributes:
        statements: every word that imported catalogs ever had on it, the oldest first; empty for what is hand-written only.
        old: compared field -> "stale" or "undated", for fields whose newest word is too old or has no date.
        doubts: credentials that may be the same thing.
        titles: of other credentials that it names.
        mine: whether it is among the person's own records.
    """

    credential: Credential
    taxonomy: Taxonomy
    today: date
    statements: tuple[Statement, ...]
    old: Mapping[str, Age]
    doubts: tuple[Doubt, ...]
    titles: Mapping[str, str]
    mine: bool = False

    def to_json(self) -> dict[str, Any]:
        """Every field as ``{"value" | "unknown", "sources"}``; then what is old, the history and the doubts."""
        out = {f.name: plain(getattr(self.credential, f.name)) for f in fields(self.credential)}
        out["skills"] = [
            {
                **(self.taxonomy[t.skill].ref() if t.skill in self.taxonomy else {"uri": None, "label": t.skill}),
                "depth": t.depth.value,
                "probability": plain(t.probability),
                "sources": plain(t.sources),
            }
            for t in self.credential.skills
        ]
        out["filled"] = {"fields": list(filled(self.credential)), "of": len(COMPARED)}
        out["old"] = {name: age.value for name, age in self.old.items()}
        out["history"] = [
            {"source": s.source, "key": s.key, "file": s.file, "seen": plain(s.seen), "until": plain(s.until)}
            for s in self.statements
        ]
        out["doubts"] = [plain(d) for d in self.doubts]
        return out


def show(ports: Ports, credential_id: str) -> ShowResult:
    """One credential, by id, title or another name.

    Raises:
        UserError: the catalog does not have it.
    """
    knowledge = Knowledge.of(ports)
    credential = find_credential(ports, knowledge, credential_id)
    store = indexed(ports, knowledge)
    ages = {name: field_age(credential, name, ports.today) for name in COMPARED}
    named = [r.target for r in credential.relations] + [c for p in credential.prerequisites for c in p.credentials]
    return ShowResult(
        credential,
        knowledge.taxonomy,
        ports.today,
        store.history(credential.id),
        {name: age for name, age in ages.items() if age in {Age.STALE, Age.UNDATED}},
        tuple(d for d in store.doubts() if credential.id in {d.one, d.other}),
        store.entry_titles(sorted({*named, *credential.superseded_by.candidates()})),
        any(c.id == credential.id for c in knowledge.kept),
    )

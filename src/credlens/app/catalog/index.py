"""Keeps the hand-written records in the index that searches look into, beside the imported ones."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from hashlib import sha256

from credlens.app.catalog.ports import Batch, CatalogStore
from credlens.app.catalog.whole import merged
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.catalog import codec
from credlens.catalog.entry import FACETS, FORM, Entry, entry

CURATED, IDS = "curated", "curated-ids"


def indexed(ports: Ports, knowledge: Knowledge) -> CatalogStore:
    """The store, with an entry for every hand-written record as it is now.

    They are indexed anew when a record, the taxonomy or the form of an entry changed since the last time.
    """
    store = ports.catalog()
    curated = knowledge.curated.credentials
    digest = _digest(knowledge)
    if store.mark(CURATED) == digest:
        return store
    said = store.current(list(curated))
    entries = [entry(merged(c, said.get(c.id, ())), knowledge.taxonomy) for c in curated.values()]
    before = set(json.loads(store.mark(IDS) or "[]"))
    gone = sorted(before - set(curated))
    kept = store.current(gone)
    entries += [entry(merged(None, statements), knowledge.taxonomy) for statements in kept.values()]
    store.save(Batch(entries=entries, dropped=[i for i in gone if i not in kept]))
    store.set_mark(IDS, json.dumps(sorted(curated)))
    store.set_mark(CURATED, digest)
    return store


def _digest(knowledge: Knowledge) -> str:
    form: Iterable[str] = (str(FORM), *FACETS, *(f.name for f in fields(Entry)))
    known = sha256(" ".join(form).encode())
    known.update(" ".join(i.key for i in knowledge.imported).encode())
    for skill in knowledge.starter:
        known.update(f"{skill.id}\t{skill.label}\n".encode())
    for credential in knowledge.curated.credentials.values():
        known.update(json.dumps(codec.encode(credential), sort_keys=True).encode())
    return known.hexdigest()

"""Studies and motives as the JSON that other programs read. Names and shapes stay put."""

from __future__ import annotations

from typing import Any

from credlens.model.motive import Motive
from credlens.model.serial import plain, source_json
from credlens.model.study import Applied, Effect

Json = dict[str, Any]


def provider(value: Motive) -> Json:
    """Who offers a credential, how they earn by it, and what to check because of that."""
    return {
        "name": value.provider or None,
        "kind": value.kind.value if value.kind else None,
        "earns": plain(value.earns),
        "words": value.words,
        "watch": value.watch,
        "evidence": [{"statement": e.statement, "source": source_json(e.source)} for e in value.evidence],
    }


def study(value: Applied) -> Json:
    """A study, and why it is shown. Evidence, never a promise."""
    found = value.study
    return {
        "id": found.id,
        "title": found.title,
        "authors": list(found.authors),
        "year": found.year,
        "design": found.design.value,
        "studied": found.studied,
        "population": found.population,
        "n": found.n,
        "n_of": found.n_of,
        "effects": [effect(e) for e in value.effects],
        "caveat": found.caveat,
        "fit": value.fit.value,
        "because": value.because,
        "sources": [source_json(s) for s in found.sources],
    }


def effect(value: Effect) -> Json:
    """One finding; ``sources`` only where they are not those of the whole study."""
    parts = {
        "outcome": value.outcome,
        "size": value.size,
        "direction": value.direction.value,
        "value": plain(value.value),
        "unit": value.unit or None,
        "interval": None if value.low is None or value.high is None else [plain(value.low), plain(value.high)],
    }
    return {**parts, "sources": [source_json(s) for s in value.sources]} if value.sources else parts

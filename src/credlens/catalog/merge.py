"""Several records of one credential to one record. Nothing is chosen silently.

A field on which sources agree carries them all. A value is given up for another only when it rests on memory alone and the other does not,
or when the field is one that changes and the other value is newer by :data:`SUPERSEDED_AFTER` days; it stays visible as overruled.
Anything else that differs is a conflict with every side kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from credlens.catalog import likeness
from credlens.catalog.costs import merge_costs
from credlens.model.credential import Assessment, Credential, TaughtSkill
from credlens.model.fact import Fact, Method, Overruled, Source, Unknown, WhyUnknown, not_looked_up
from credlens.model.skill import Alias

T = TypeVar("T")

SUPERSEDED_AFTER = 180  # days; the age at which a price counts as old
CHANGING = frozenset({
    "costs", "status", "ends", "superseded_by", "version", "schedule", "rating", "free_aid", "official_url", "duration",
})  # fmt: skip
# Prose and marks: two sources never agree to the letter, and the better one is enough.
FIRST_OF = frozenset({"description", "prior_learning", "free_aid", "rating"})
# How good a word is when it comes to choosing which one is shown among equals.
_TRUST = {
    Method.READ: 0,
    Method.IMPORTED: 1,
    Method.PARSED: 2,
    Method.STATED: 2,
    Method.COMPUTED: 2,
    Method.RECALLED: 3,
}


@dataclass(frozen=True, slots=True)
class Record:
    """A credential as one source has it; ``source`` names options of payment that only this one knows."""

    source: str
    credential: Credential


def merge(records: Sequence[Record]) -> Credential:
    """One credential out of records of it, the most trusted first: id, title and the order of lists are the first one's.

    Merging a record with itself changes nothing, and the order of the others matters only to the order of lists.
    """
    # A record that was exported and came back says nothing new.
    records = [r for place, r in enumerate(records) if all(r.credential != e.credential for e in records[:place])]
    first, *others = records
    if not others:
        return first.credential
    everybody = [r.credential for r in records]
    changes: dict[str, Any] = {}
    for each in fields(Credential):
        values = [getattr(c, each.name) for c in everybody]
        if isinstance(values[0], Fact):
            changes[each.name] = merge_facts(each.name, values)
        elif each.name in _LISTS:
            changes[each.name] = _LISTS[each.name](values)
    changes["aliases"] = _aliases(everybody)
    changes["costs"] = merge_costs([(r.source, r.credential.costs) for r in records], merge_facts)
    return replace(first.credential, **changes)


@dataclass(slots=True)
class _Side:
    """A value and everybody who says it."""

    value: Any
    sources: list[Source]
    fact: Fact[Any]

    @property
    def remembered(self) -> bool:
        return bool(self.sources) and all(s.method is Method.RECALLED for s in self.sources)

    @property
    def newest(self) -> date | None:
        return max((s.date for s in self.sources if s.date), default=None)


def merge_facts(name: str, facts: Sequence[Fact[T]]) -> Fact[T]:
    """One fact out of what several records say of one field.

    Args:
        name: the field's, which decides when two values are the same (``catalog.likeness``) and whether newer ones win.
        facts: at least one, the most trusted first.
    """
    sides = _sides(name, facts)
    if not sides:
        said = [f for f in facts if isinstance(f.value, Unknown) and f.value.why is not WhyUnknown.NOT_LOOKED_UP]
        # "Does not apply" says more than "is not stated".
        said.sort(key=lambda f: f.value.why is not WhyUnknown.NOT_APPLICABLE)  # type: ignore[union-attr]
        return replace(said[0], sources=_once(s for f in said for s in f.sources)) if said else not_looked_up()
    kept, overruled = _overrule(name, sides)
    overruled = [*overruled, *(o for f in facts for o in f.overruled if all(o != x for x in overruled))]
    if len(kept) == 1:
        side = kept[0]
        return Fact(side.value, _once(side.sources), side.fact.condition, side.fact.note, tuple(overruled))
    return Fact(
        Unknown(WhyUnknown.CONFLICTING, tuple(s.value for s in kept)),
        tuple(_best(s.sources) for s in kept),
        overruled=tuple(overruled),
    )


def _sides(name: str, facts: Sequence[Fact[T]]) -> list[_Side]:
    """Every different value with its sources, in the order of trust."""
    sides: list[_Side] = []
    for fact in facts:
        pairs: Iterable[tuple[Any, list[Source]]]
        if isinstance(fact.value, Unknown):
            pairs = [(v, [s]) for v, s in zip(fact.value.values, fact.sources, strict=False)]
        else:
            pairs = [(fact.value, list(fact.sources))]
        for value, sources in pairs:
            for side in sides:
                joined = likeness.joined(name, side.value, value)
                if joined is not None:
                    side.value = joined
                    side.sources += sources
                    break
            else:
                sides.append(_Side(value, list(sources), fact))
    return sides


def _overrule(name: str, sides: list[_Side]) -> tuple[list[_Side], list[Overruled[Any]]]:
    overruled: list[Overruled[Any]] = []

    def give_up(losers: list[_Side], why: str) -> None:
        overruled.extend(Overruled(s.value, _best(s.sources), why) for s in losers)
        for side in losers:
            sides.remove(side)

    if any(not s.remembered for s in sides):
        give_up([s for s in sides if s.remembered], "remembered; a source says otherwise")
    newest = max((s.newest for s in sides if s.newest), default=None)
    if name in CHANGING and newest is not None:
        limit = newest - timedelta(days=SUPERSEDED_AFTER)
        give_up([s for s in sides if s.newest is not None and s.newest < limit], "older")
    if name in FIRST_OF:
        sides[1:] = []
    return sides, overruled


def _best(sources: Sequence[Source]) -> Source:
    return min(sources, key=lambda s: (_TRUST[s.method], -(s.date or date.min).toordinal())) if sources else _NOBODY


_NOBODY = Source(Method.RECALLED)


def _once(sources: Iterable[Source]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(sources))


def _aliases(everybody: Sequence[Credential]) -> tuple[Alias, ...]:
    """All ways of writing it; the titles of the others among them."""
    found = list(everybody[0].aliases)
    there = {everybody[0].title.casefold(), *(a.text.casefold() for a in found)}
    for other in everybody[1:]:
        for alias in (Alias(other.title), *other.aliases):
            if alias.text.casefold() not in there:
                there.add(alias.text.casefold())
                found.append(alias)
    return tuple(found)


def _union(key: Callable[[Any], Any]) -> Callable[[Sequence[tuple[Any, ...]]], tuple[Any, ...]]:
    """Joins lists: entries of one key are one, with the sources of both."""

    def join(lists: Sequence[tuple[Any, ...]]) -> tuple[Any, ...]:
        return _joined(lists, key, lambda same, entry: replace(same, sources=_once((*same.sources, *entry.sources))))

    return join


def _joined(
    lists: Sequence[tuple[Any, ...]], key: Callable[[Any], Any], both: Callable[[Any, Any], Any]
) -> tuple[Any, ...]:
    """The entries of all lists; those of one key in different lists are one. What one list has twice, it has for a reason."""
    found: list[Any] = list(lists[0])
    for entries in lists[1:]:
        free = list(range(len(found)))
        for entry in entries:
            place = next((p for p in free if key(found[p]) == key(entry)), None)
            if place is None:
                found.append(entry)
                continue
            free.remove(place)
            if hasattr(entry, "sources"):
                found[place] = both(found[place], entry)
    return tuple(found)


def _taught(same: TaughtSkill, other: TaughtSkill) -> TaughtSkill:
    """The first one's depth, the surest one's probability."""
    sure = max(same.probability, other.probability)
    return replace(same, sources=_once((*same.sources, *other.sources)), probability=sure)


def _assessed(same: Assessment, other: Assessment) -> Assessment:
    """What the first does not say, the other one does."""
    missing = {f.name: getattr(other, f.name) for f in fields(Assessment) if getattr(same, f.name) is None}
    return replace(same, **missing, sources=_once((*same.sources, *other.sources)))


def _but_sources(entry: Any) -> tuple[Any, ...]:
    return tuple(getattr(entry, f.name) for f in fields(entry) if f.name != "sources")


_LISTS: dict[str, Callable[[Sequence[tuple[Any, ...]]], tuple[Any, ...]]] = {
    "identifiers": _union(lambda i: i),
    "stated": _union(lambda s: (s.name.casefold(), s.uri)),
    "skills": lambda lists: _joined(lists, lambda t: t.skill, _taught),
    "assessment": lambda lists: _joined(lists, lambda a: (a.type, a.condition), _assessed),
    "prerequisites": _union(_but_sources),
    "accreditation": _union(lambda a: (a.what, a.body.casefold(), a.standard.casefold())),
    "recognition": _union(lambda r: (r.by.casefold(), r.kind)),
    "credit": _union(_but_sources),
    "stacks_into": _union(lambda s: s.into.casefold()),
    "relations": _union(lambda r: (r.kind, r.target)),
    "classifications": _union(lambda c: (c.scheme, c.code or c.name.casefold())),
    "outcomes": _union(_but_sources),
    "absent": _union(lambda a: a.field),
    "kept": _union(lambda k: k),
}

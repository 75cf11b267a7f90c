"""An imported taxonomy as Arrow tables, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from credlens.io.taxonomies.columns import DECIMAL, FLAGS, IDS, TEXT, TEXTS, WHOLE, WORD, YES, Schema, pack, unpack
from credlens.model.fact import Source
from credlens.model.occupation import EducationShare, ElementRating, Occupation, OccupationMatch, Task, TechnologyUse
from credlens.model.skill import Alias, Reuse, Skill, SkillKind
from credlens.model.taxonomy import ImportedTaxonomy, SkillGroup

V = TypeVar("V")
Tables = Mapping[str, Any]
Read = Callable[[str], Any]
"""The Arrow table of a name."""

LINKS = ("broader", "essential", "optional", "keywords", "alignments", "occupation_codes", "collections")
_OWNED = {"of": WORD}  # the occupation that a row belongs to

SCHEMAS: Mapping[str, Schema] = {
    "skills": {
        "id": TEXT,
        "label": TEXT,
        "aliases": TEXTS,
        "exact": FLAGS,
        "kind": WORD,
        "reuse": WORD,
        "field": WORD,
        "vendor": WORD,
        "broader": IDS,
        "esco": TEXT,
        "onet": WORD,
        "whole_field": YES,
        "description": TEXT,
        "address": TEXT,
    },
    "groups": {"id": TEXT, "label": TEXT, "code": TEXT, "description": TEXT, "names": TEXTS},
    "links": {"kind": WORD, "from": TEXT, "to": IDS},
    "occupations": {
        "id": TEXT,
        "uri": TEXT,
        "label": TEXT,
        "titles": TEXTS,
        "description": TEXT,
        "code": TEXT,
        "isco08": WORD,
        "onet_soc": TEXT,
        "broader": IDS,
        "regulated": YES,
        "essential": IDS,
        "optional": IDS,
        "job_zone": WHOLE,
    },
    "technologies": _OWNED | {"skill": WORD, "hot": YES, "in_demand": YES},
    "elements": _OWNED
    | {
        "skill": WORD,
        "scale": WORD,
        "value": DECIMAL,
        "n": WHOLE,
        "low": DECIMAL,
        "high": DECIMAL,
        "month": WORD,
        "suppress": YES,
        "relevant": YES,
        "source": WORD,
    },
    "tasks": _OWNED | {"id": TEXT, "text": TEXT, "core": YES, "n": WHOLE, "month": WORD},
    "education": _OWNED | {"level": WORD, "percent": DECIMAL, "n": WHOLE, "month": WORD, "suppress": YES},
    "occupation_groups": {"code": TEXT, "label": TEXT},
    "crosswalk": {"esco": TEXT, "onet_soc": WORD, "match": WORD, "similarity": DECIMAL, "confidence": DECIMAL},
}


class Deferred(Mapping[str, V]):
    """A mapping that is read when somebody looks into it."""

    def __init__(self, make: Callable[[], Mapping[str, V]]) -> None:
        self._make = make

    @cached_property
    def _all(self) -> Mapping[str, V]:
        return self._make()

    def __getitem__(self, key: str) -> V:
        return self._all[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


def to_tables(taxonomy: ImportedTaxonomy) -> dict[str, Any]:
    """Every table by name."""
    jobs = taxonomy.occupations.values()
    rows: dict[str, Iterator[tuple[Any, ...]]] = {
        "skills": map(_skill_row, taxonomy.skills.values()),
        "groups": ((g.id, g.label, g.code, g.description, g.names) for g in taxonomy.groups.values()),
        "links": ((kind, one, other) for kind in LINKS for one, other in getattr(taxonomy, kind).items()),
        "occupations": map(_occupation_row, jobs),
        "technologies": ((o.id, t.skill, t.hot, t.in_demand) for o in jobs for t in o.technologies),
        "elements": ((o.id, *_element_row(e)) for o in jobs for e in o.elements),
        "tasks": ((o.id, t.id, t.text, t.core, t.n, t.month) for o in jobs for t in o.tasks),
        "education": ((o.id, e.level, e.percent, e.n, e.month, e.suppress) for o in jobs for e in o.education),
        "occupation_groups": iter(taxonomy.occupation_groups.items()),
        "crosswalk": ((m.esco, m.onet_soc, m.match, m.similarity, m.confidence) for m in taxonomy.crosswalk),
    }
    return {name: pack(schema, rows[name]) for name, schema in SCHEMAS.items()}


def from_tables(read: Read, about: Mapping[str, Any], source: Source) -> ImportedTaxonomy:
    """The taxonomy in tables; occupations, relations and groups are read when somebody looks at them.

    Args:
        read: gives the table of a name.
        about: kind, name, version, attribution, language and notes.
        source: where all of it comes from.
    """

    def rows(name: str) -> Any:
        return unpack(SCHEMAS[name], read(name))

    def links(kind: str) -> Deferred[tuple[str, ...]]:
        return Deferred(lambda: everything[kind])

    everything: Mapping[str, dict[str, tuple[str, ...]]] = Deferred(lambda: _links(rows("links")))
    related: dict[str, Any] = {kind: links(kind) for kind in LINKS}
    return ImportedTaxonomy(
        **about,
        **related,
        source=source,
        skills={row[0]: _skill(row, (source,)) for row in rows("skills")},
        groups=Deferred(lambda: {row[0]: SkillGroup(*row) for row in rows("groups")}),
        occupations=Deferred(lambda: _occupations(rows)),
        occupation_groups=Deferred(lambda: dict(rows("occupation_groups"))),
        crosswalk=tuple(OccupationMatch(*row) for row in rows("crosswalk")),
    )


def _skill_row(s: Skill) -> tuple[Any, ...]:
    names = [a.text for a in s.aliases]
    exact = [a.exact for a in s.aliases] if any(a.exact for a in s.aliases) else ()
    about = (s.kind, s.reuse, s.field, s.vendor, s.broader, s.esco, s.onet, s.whole_field, s.description, s.address)
    return (s.id, s.label, names, exact, *about)


def _skill(row: tuple[Any, ...], sources: tuple[Source, ...]) -> Skill:
    key, label, names, exact, kind, reuse, field, vendor, broader, esco, onet, whole, text, address = row
    aliases = tuple(map(Alias, names, exact) if exact else map(Alias, names))
    return Skill(
        key,
        label,
        aliases,
        _KINDS[kind],
        _REUSES[reuse],
        field,
        sources,
        vendor,
        broader,
        esco,
        onet,
        whole,
        text,
        address,
    )


_KINDS: Mapping[str | None, SkillKind | None] = {None: None} | {str(k): k for k in SkillKind}
_REUSES: Mapping[str | None, Reuse | None] = {None: None} | {str(r): r for r in Reuse}


def _links(rows: Any) -> dict[str, dict[str, tuple[str, ...]]]:
    links: dict[str, dict[str, tuple[str, ...]]] = {kind: {} for kind in LINKS}
    for kind, one, others in rows:
        links[kind][one] = others
    return links


def _occupation_row(o: Occupation) -> tuple[Any, ...]:
    return tuple(getattr(o, column) for column in SCHEMAS["occupations"])


def _element_row(e: ElementRating) -> tuple[Any, ...]:
    low, high = e.ci95 or (None, None)
    return (e.skill, e.scale, e.value, e.n, low, high, e.month, e.suppress, e.relevant, e.source)


def _occupations(rows: Read) -> dict[str, Occupation]:
    def owned(name: str, make: Callable[..., V]) -> dict[str, list[V]]:
        found: dict[str, list[V]] = {}
        for of, *about in rows(name):
            found.setdefault(of, []).append(make(*about))
        return found

    technologies, tasks = owned("technologies", TechnologyUse), owned("tasks", Task)
    elements, education = owned("elements", _element), owned("education", EducationShare)
    jobs = {}
    for row in rows("occupations"):
        key, about = row[0], dict(zip(SCHEMAS["occupations"], row, strict=True))
        about |= {"technologies": tuple(technologies.get(key, ())), "elements": tuple(elements.get(key, ()))}
        about |= {"tasks": tuple(tasks.get(key, ())), "education": tuple(education.get(key, ()))}
        jobs[key] = Occupation(**about)
    return jobs


def _element(
    skill: str,
    scale: str,
    value: float,
    n: int | None,
    low: float | None,
    high: float | None,
    month: str,
    suppress: bool,
    relevant: bool,
    source: str,
) -> ElementRating:
    ci95 = None if low is None or high is None else (low, high)
    return ElementRating(skill, scale, value, n, ci95, month, suppress, relevant, source)

"""A published taxonomy as it was imported: concepts with what its publisher says about them, and how they hang together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from credlens.model.fact import Source
from credlens.model.occupation import Occupation, OccupationMatch
from credlens.model.skill import Skill

Links = Mapping[str, tuple[str, ...]]
"""From an id to the ids it is related to, in the order of the source."""


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """A group that skills are filed under: ESCO's skill groups and ISCED fields, O*NET's commodities, categories of descriptors.

    Attributes:
        id: key among the taxonomy's groups.
        code: the publisher's code ("S5.6.1", "0613", "43232306"); empty when there is none.
        names: other names, for looking it up.
    """

    id: str
    label: str
    code: str = ""
    description: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class ImportedTaxonomy:
    """One release of a taxonomy. What the release leaves out is empty here.

    Attributes:
        kind: which publication shape it came in: esco, onet or rsd.
        name: key among imported taxonomies: the kind, and for descriptors the library they came from.
        version: None when the release does not say.
        attribution: what its publisher asks to be shown.
        source: where all of it comes from; every skill names it.
        language: of its labels (ISO 639-1).
        notes: what a person should know about how it was understood.
        skills: by id, in the order of the source. The first of a skill's aliases is its label, the others are its alternative labels.
        groups: by id.
        broader: id of a skill or group -> ids of the skills and groups directly above it; several levels deep.
        essential, optional: id of a skill -> ids of skills it needs, or may need (ESCO's skill-skill relations).
        keywords: id of a skill -> topics it is filed under; they are no other names for it (Rich Skill Descriptors).
        alignments: id of a skill -> addresses of concepts elsewhere that its publisher aligns it with.
        occupation_codes: id of a skill -> SOC or O*NET-SOC codes of occupations that use it (Rich Skill Descriptors).
        collections: name of a collection ("digital") -> ids of its skills.
        occupations: by id.
        occupation_groups: code (ISCO-08) -> label.
        crosswalk: matches between ESCO's and O*NET's occupations.
    """

    kind: str
    name: str
    version: str | None
    attribution: str
    source: Source
    language: str
    skills: Mapping[str, Skill]
    notes: tuple[str, ...] = ()
    groups: Mapping[str, SkillGroup] = field(default_factory=dict)
    broader: Links = field(default_factory=dict)
    essential: Links = field(default_factory=dict)
    optional: Links = field(default_factory=dict)
    keywords: Links = field(default_factory=dict)
    alignments: Links = field(default_factory=dict)
    occupation_codes: Links = field(default_factory=dict)
    collections: Links = field(default_factory=dict)
    occupations: Mapping[str, Occupation] = field(default_factory=dict)
    occupation_groups: Mapping[str, str] = field(default_factory=dict)
    crosswalk: tuple[OccupationMatch, ...] = ()

    @property
    def key(self) -> str:
        """Name and version in one word, as the store and messages call it."""
        return f"{self.name}-{self.version or 'unknown'}"

    def counts(self) -> dict[str, int]:
        """How much it holds, by what."""
        jobs = self.occupations.values()
        return {
            "skills": len(self.skills),
            "groups": len(self.groups),
            "skill_relations": sum(map(len, (*self.essential.values(), *self.optional.values()))),
            "broader_relations": sum(map(len, self.broader.values())),
            "occupations": len(self.occupations),
            "occupation_skill_relations": sum(
                len(o.essential) + len(o.optional) + len(o.technologies) + len({e.skill for e in o.elements})
                for o in jobs
            ),
            "crosswalk": len(self.crosswalk),
        }


@dataclass(frozen=True)
class TaxonomyInfo:
    """What is known of an imported taxonomy without loading it.

    Attributes:
        order: smaller was imported earlier; of two taxonomies that share a name for a skill, the earlier one keeps it.
        imported: the day it was imported.
        counts: how much it holds, by what.
        problems: entries that could not be read and were left out.
        sources: (file, SHA-256 in hexadecimal) of what it was read from.
        digest: SHA-256 over name, version, sources and how they are kept: equal for equal content.
    """

    kind: str
    name: str
    version: str | None
    attribution: str
    language: str
    notes: tuple[str, ...]
    order: int
    imported: date
    counts: Mapping[str, int]
    problems: int
    sources: tuple[tuple[str, str], ...]
    digest: str

    @property
    def key(self) -> str:
        """Name and version in one word."""
        return f"{self.name}-{self.version or 'unknown'}"

    @property
    def title(self) -> str:
        """Name and version in words."""
        return f"{self.name} {self.version}" if self.version else f"{self.name} (version unknown)"

"""Skills, and the taxonomy they come out of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from credlens.model.fact import Source

ESCO_SKILL = "http://data.europa.eu/esco/skill/"


class SkillKind(StrEnum):
    """What sort of thing a skill is. ESCO's skillType is knowledge, or skill/competence (``skill`` here)."""

    KNOWLEDGE = "knowledge"
    SKILL = "skill"
    TOOL = "tool"


class Reuse(StrEnum):
    """ESCO's skill reuse level: how far beyond one occupation a skill is worth something."""

    TRANSVERSAL = "transversal"
    CROSS_SECTOR = "cross-sector"
    SECTOR_SPECIFIC = "sector-specific"
    OCCUPATION_SPECIFIC = "occupation-specific"


class SkillLevel(StrEnum):
    """How far a skill reaches, lowest first: read from evidence and correctable, or asked for by an ad."""

    UNKNOWN = "unknown"
    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"
    EXPERT = "expert"


@dataclass(frozen=True, slots=True)
class Alias:
    """A way a skill or credential is written in a text; ``exact`` ones match only in exactly that case."""

    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill of a taxonomy.

    Attributes:
        id: stable key inside the taxonomy ("sql").
        label: how people write it.
        aliases: everything the reader looks for, the label among it.
        kind, reuse: None when its taxonomy does not say.
        field: field of work it is filed under ("data-analytics"); empty when its taxonomy files skills in another way.
        vendor: the vendor whose product it is bound to, if any.
        broader: ids of skills that whoever shows this one also shows in part.
        esco: UUID of the same ESCO concept; ``onet``: O*NET commodity code or element id.
        whole_field: the name of a whole field of work ("data analysis"): closed by closing its parts, not by itself.
        description: what it is, in its taxonomy's words; empty when there are none.
        address: where its own taxonomy names it (O*NET, Rich Skill Descriptors); None for our own, and for ESCO, where it follows
            from ``esco``.
    """

    id: str
    label: str
    aliases: tuple[Alias, ...]
    kind: SkillKind | None
    reuse: Reuse | None
    field: str
    sources: tuple[Source, ...]
    vendor: str | None = None
    broader: tuple[str, ...] = ()
    esco: str | None = None
    onet: str | None = None
    whole_field: bool = False
    description: str = ""
    address: str | None = None

    @property
    def uri(self) -> str:
        """ESCO's address when it is an ESCO skill, else the address of its own taxonomy, else a URN of our own."""
        return f"{ESCO_SKILL}{self.esco}" if self.esco else self.address or f"urn:credlens:skill:{self.id}"

    def ref(self) -> dict[str, str]:
        """The skill as results name it."""
        return {"uri": self.uri, "label": self.label}


@dataclass(frozen=True)
class Taxonomy:
    """Skills by id, with the name, version and attribution of where they come from."""

    name: str
    version: str
    attribution: str
    skills: Mapping[str, Skill]
    fields: Mapping[str, str] = field(default_factory=dict)  # field of work -> its label

    def __getitem__(self, skill_id: str) -> Skill:
        return self.skills[skill_id]

    def __contains__(self, skill_id: object) -> bool:
        return skill_id in self.skills

    def __iter__(self) -> Iterator[Skill]:
        return iter(self.skills.values())

    def __len__(self) -> int:
        return len(self.skills)

    def find(self, words: str) -> Skill | None:
        """The skill with this id, URI, label or alias, whatever its case; None when there is none."""
        wanted = words.strip().casefold()
        for skill in self:
            if wanted in (skill.id, skill.uri.casefold(), skill.label.casefold()):
                return skill
        return next((s for s in self if any(a.text.casefold() == wanted for a in s.aliases)), None)

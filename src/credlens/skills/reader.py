"""The reader: everything a text asks for. The first tier finds names by phrases and rules; the others link other words to skills, too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from credlens.model.occupation import RegulatedOccupation
from credlens.model.posting import CredentialMention, Reading, Requirement, SkillMention
from credlens.model.skill import SkillLevel, Taxonomy
from credlens.skills.ambiguity import Senses
from credlens.skills.credential_names import CredentialName
from credlens.skills.credentials import CredentialIndex
from credlens.skills.degrees import field_spans, read_degree
from credlens.skills.experience import read_experience
from credlens.skills.gazetteer import REMEMBERED, Gazetteer
from credlens.skills.levels import TELLS_LEVEL, Reach, higher, level_at, reaches_in
from credlens.skills.licences import LicenceHit
from credlens.skills.linking.mentions import Linked, join
from credlens.skills.matcher import Hit
from credlens.skills.memory import Memory
from credlens.skills.sections import Asked, Layout
from credlens.skills.stems import DEGREE

LANE = "gazetteer"
_UNKNOWN = SkillLevel.UNKNOWN
_FIRM = {Requirement.UNCLEAR: 0, Requirement.PREFERRED: 1, Requirement.REQUIRED: 2}


class Reader:
    """Reads texts in terms of a taxonomy, a catalog's names and the regulated occupations.

    Args:
        taxonomy: the skills looked for.
        credential_names: names of the credentials looked for.
        occupations: regulated occupations, for the names of their licences.
        senses: what is known of words that are names, too; see :class:`credlens.skills.gazetteer.Gazetteer`.
        own: (skill id, alias) pairs that were written for reading ads; see there.
    """

    def __init__(
        self,
        taxonomy: Taxonomy,
        credential_names: Sequence[CredentialName] = (),
        occupations: Sequence[RegulatedOccupation] = (),
        *,
        senses: Senses | None = None,
        own: Iterable[tuple[str, str]] | None = None,
    ) -> None:
        self.taxonomy = taxonomy
        self._skills = Gazetteer(taxonomy, senses, own)
        self._studied: Memory[str, tuple[tuple[int, int], ...]] = Memory(REMEMBERED)
        self._credentials = CredentialIndex(credential_names, occupations)

    def read(self, text: str, linked: Linked | None = None) -> Reading:
        """Everything: skills, degree, licences, credentials, experience. Offsets count code points of ``text``.

        Args:
            text: any text.
            linked: what links words to skills, for the higher tiers; without it skills are found by their names.
        """
        layout = Layout(text)
        skills = self._asked(text, layout)
        abstained: tuple[SkillMention, ...] = ()
        if linked is not None:
            skills, abstained = join(text, layout, linked, skills, field_spans(text, layout))
        credentials, licences = self._credentials.read(text, layout)
        return Reading(
            skills,
            read_degree(text, layout),
            licences,
            credentials,
            read_experience(text, layout),
            abstained,
        )

    def skills(self, text: str) -> tuple[SkillMention, ...]:
        """The skills an ad asks for, in order of first mention."""
        return self._asked(text, Layout(text))

    def credentials(self, text: str) -> tuple[CredentialMention, ...]:
        """The credentials an ad names, in order of first mention."""
        return self._credentials.read(text, Layout(text))[0]

    def skill_hits(self, text: str) -> tuple[Hit, ...]:
        """Every place that names a skill, whatever is said of it: for resumes and course descriptions."""
        return tuple(Hit(f.skill, f.start, f.end, f.alias, f.probability) for f in self._skills.find(text))

    def credential_hits(self, text: str) -> tuple[Hit, ...]:
        """Every place that names a credential, whatever is said of it."""
        return self._credentials.hits(text)

    def licence_hits(self, text: str) -> tuple[LicenceHit, ...]:
        """Every place that names a licence, whatever is said of it."""
        return self._credentials.licence_hits(text)

    def _asked(self, text: str, layout: Layout) -> tuple[SkillMention, ...]:
        """The skills named where something is asked for, but not as what was studied for a degree."""
        places: dict[str, list[tuple[int, int, float, Requirement]]] = {}
        levels: dict[str, SkillLevel] = {}
        reaches: Sequence[Reach] | None = ()
        until = -1
        for offset, stretch in self._skills.stretches(text):
            for skill, first, last, _, probability in stretch:
                start, end = first + offset, last + offset
                if start >= until:
                    block = layout.asked(start)
                    until, subjects = block.until, self._subjects(layout, block)
                    reaches = None if block.kinds & TELLS_LEVEL else ()
                asked = block.at(start)
                if asked is None or (subjects and any(a <= start and end <= b for a, b in subjects)):
                    continue
                if reaches is None:
                    reaches = reaches_in(layout, block)
                if reaches:
                    place = start - block.start
                    level = level_at(reaches, place, place + 1)
                    if level is not _UNKNOWN:
                        levels[skill] = higher(levels.get(skill, level), level)
                at = places.get(skill)
                if at is None:
                    places[skill] = [(start, end, probability, asked)]
                else:
                    at.append((start, end, probability, asked))
        return tuple([_mention(skill, at, levels.get(skill, _UNKNOWN)) for skill, at in places.items()])

    def _subjects(self, layout: Layout, block: Asked) -> Sequence[tuple[int, int]]:
        """Where a block names the subjects of degrees."""
        if not block.kinds & DEGREE:
            return ()
        text = layout.text[block.start : block.end]
        spans = self._studied.get(text)
        if spans is None:
            spans = field_spans(text)
            self._studied.put(text, spans)
        return [(block.start + a, block.start + b) for a, b in spans]


def _mention(skill: str, places: Sequence[tuple[int, int, float, Requirement]], level: SkillLevel) -> SkillMention:
    """A skill at all its places: as probable as the surest, asked for as firmly as the firmest."""
    if len(places) == 1:
        start, end, probability, firmest = places[0]
        return SkillMention(skill, ((start, end),), probability, firmest, ((LANE, probability),), level)
    probability = max(p for _, _, p, _ in places)
    firmest = max((requirement for _, _, _, requirement in places), key=_FIRM.__getitem__)
    return SkillMention(
        skill, tuple((start, end) for start, end, _, _ in places), probability, firmest, ((LANE, probability),), level
    )

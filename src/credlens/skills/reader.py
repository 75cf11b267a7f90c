"""The reader, first tier: everything a text names, found by phrases and rules."""

from __future__ import annotations

from collections.abc import Sequence

from credlens.model.occupation import RegulatedOccupation
from credlens.model.posting import CredentialMention, LicenceRequirement, Reading, Requirement, SkillMention
from credlens.model.skill import Alias, Taxonomy
from credlens.skills.degrees import field_spans, read_degree
from credlens.skills.experience import read_experience
from credlens.skills.licences import LicenceHit, LicenceIndex
from credlens.skills.matcher import Hit, PhraseIndex
from credlens.skills.sections import Layout
from credlens.skills.text import Folded, comparable, fold, quote_of

CERTAIN = 0.95
"""Probability given to a name of several words, or one matched in its exact case. A judgement, not calibrated on labelled text."""

LIKELY = 0.9
"""Probability given to a single word in any case, which may mean something else. A judgement, not calibrated on labelled text."""

BLOCKERS = (
    "go to market", "go live", "go getter", "go above", "go beyond", "go to", "go the extra mile", "on the go", "go forward", "go for it",
    "let's go", "to go", "excel in", "excel at", "excel as", "excel within", "excel under", "r us", "c suite", "c level", "class c",
    "word of mouth", "r d",
)  # fmt: skip
"""Everyday phrases that hold the name of a skill and do not mean it."""

_FIRM = {Requirement.UNCLEAR: 0, Requirement.PREFERRED: 1, Requirement.REQUIRED: 2}
_REQUIRED = {Requirement.REQUIRED: True, Requirement.PREFERRED: False, Requirement.UNCLEAR: None}


class Reader:
    """Reads texts in terms of a taxonomy, a catalog's names and the regulated occupations.

    Args:
        taxonomy: the skills looked for.
        credential_names: (id, title, aliases) of the credentials looked for.
        occupations: regulated occupations, for the names of their licences.
    """

    def __init__(
        self,
        taxonomy: Taxonomy,
        credential_names: Sequence[tuple[str, str, Sequence[Alias]]] = (),
        occupations: Sequence[RegulatedOccupation] = (),
    ) -> None:
        self.taxonomy = taxonomy
        self.names = {id_: title for id_, title, _ in credential_names}
        self._skills = PhraseIndex(((s.id, s.aliases) for s in taxonomy), BLOCKERS)
        self._credentials = PhraseIndex(
            (id_, [*([] if any(a.text == title for a in aliases) else [Alias(title)]), *aliases])
            for id_, title, aliases in credential_names
        )
        self._licences = LicenceIndex(occupations)

    def read(self, text: str) -> Reading:
        """Everything: skills, degree, licences, credentials, experience. Offsets count code points of ``text``."""
        folded, layout = fold(text), Layout(text)
        return Reading(
            self._read_skills(text, layout, folded),
            read_degree(text, layout),
            self._read_licences(text, layout, folded),
            self._read_credentials(text, layout, folded),
            read_experience(text, layout),
        )

    def skills(self, text: str) -> tuple[SkillMention, ...]:
        """The skills an ad asks for, in order of first mention."""
        return self._read_skills(text, Layout(text), fold(text))

    def credentials(self, text: str) -> tuple[CredentialMention, ...]:
        """The credentials an ad names, in order of first mention."""
        return self._read_credentials(text, Layout(text), fold(text))

    def skill_hits(self, text: str) -> tuple[Hit, ...]:
        """Every place that names a skill, whatever is said of it: for resumes and course descriptions."""
        return self._skills.find(text)

    def credential_hits(self, text: str) -> tuple[Hit, ...]:
        """Every place that names a credential, whatever is said of it."""
        return self._credentials.find(text)

    def licence_hits(self, text: str) -> tuple[LicenceHit, ...]:
        """Every place that names a licence, whatever is said of it."""
        return self._licences.find(text)

    def _read_skills(self, text: str, layout: Layout, folded: Folded) -> tuple[SkillMention, ...]:
        places: dict[str, list[tuple[Hit, Requirement]]] = {}
        studied = field_spans(text)
        for hit in self._skills.find(text, folded):
            if any(start <= hit.start and hit.end <= end for start, end in studied):
                continue
            passage = layout.at(hit.start)
            if passage.counted:
                places.setdefault(hit.key, []).append((hit, passage.requirement))
        mentions = []
        for skill, found in places.items():
            probability = max(_probability(hit.alias) for hit, _ in found)
            spans = tuple((hit.start, hit.end) for hit, _ in found)
            firmest = max((requirement for _, requirement in found), key=lambda r: _FIRM[r])
            mentions.append(SkillMention(skill, spans, probability, firmest, (("gazetteer", probability),)))
        return tuple(mentions)

    def _read_credentials(self, text: str, layout: Layout, folded: Folded) -> tuple[CredentialMention, ...]:
        best: dict[str, tuple[Requirement, str]] = {}
        for hit in self._credentials.find(text, folded):
            passage = layout.at(hit.start)
            if passage.counted and (hit.key not in best or _FIRM[passage.requirement] > _FIRM[best[hit.key][0]]):
                best[hit.key] = (passage.requirement, quote_of(text, *passage.sentence))
        return tuple(CredentialMention(k, self.names[k], _REQUIRED[r], quote) for k, (r, quote) in best.items())

    def _read_licences(self, text: str, layout: Layout, folded: Folded) -> tuple[LicenceRequirement, ...]:
        best: dict[str, tuple[str, Requirement, str]] = {}
        for hit in self._licences.find(text, folded):
            passage = layout.at(hit.start)
            key = comparable(hit.name)
            if passage.counted and (key not in best or _FIRM[passage.requirement] > _FIRM[best[key][1]]):
                best[key] = (hit.name, passage.requirement, quote_of(text, *passage.sentence))
        return tuple(LicenceRequirement(name, _REQUIRED[r], quote) for name, r, quote in best.values())


def _probability(alias: Alias) -> float:
    return CERTAIN if alias.exact or " " in comparable(alias.text) else LIKELY

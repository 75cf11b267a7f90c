"""Which skills of the taxonomy a badge names: in its alignments, its tags, its title and its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from credlens.app.badge import offer_of
from credlens.app.known_skills import KnownSkills
from credlens.app.ports import Ports
from credlens.catalog.offer import Offer
from credlens.catalog.skill_reading import Linked, SkillReading
from credlens.catalog.values.text import line
from credlens.model.offer import StatedSkill
from credlens.model.skill import Taxonomy
from credlens.model.verification import AchievementClaim, NamedBy, NamedSkill, Report, Verdict

_ALIGNED = frozenset({NamedBy.ADDRESS, NamedBy.CODE, NamedBy.NAME})
_NOBODYS = frozenset({Verdict.INVALID, Verdict.ISSUER_NOT_BOUND})


class BadgeSkills:
    """Finds the skills of badges: in the starter taxonomy, and for badges with alignments in what the person imported, too.

    A large taxonomy takes a second to load, and free words hardly ever are what only it has.

    Args:
        ports: the doors.
    """

    def __init__(self, ports: Ports) -> None:
        self._ports = ports

    def load(self) -> None:
        """Have at hand what is needed for every badge."""
        _ = self._starter

    @cached_property
    def _starter(self) -> _Finding:
        return _Finding(KnownSkills(self._ports, own=False))

    @cached_property
    def _all(self) -> _Finding:
        return _Finding(KnownSkills(self._ports)) if self._ports.taxonomies.imported() else self._starter

    def linked(self, report: Report) -> tuple[Report, tuple[NamedSkill, ...]]:
        """A report with the taxonomy's ids in its alignments; and its skills, those that it is aligned with first.

        They are those of the badge, and of badges inside it that are not known to be false. Alignments that are no skills (a level, a field
        of study, a rubric) are passed over; one that no skill is known for is kept. What else is named is told once.
        """
        achievements = tuple(_achievements(report))
        finding = self._all if any(a.skills for a in achievements) else self._starter
        aligned: dict[str, NamedSkill] = {}
        besides: dict[str, NamedSkill] = {}
        for achievement in achievements:
            offer = offer_of(achievement, self._ports.today)
            if offer is not None:
                names = {line(s.name) for s in achievement.skills}
                for each in finding.aligned(offer, names):
                    aligned.setdefault(each.named, each)
                for each in finding.said(offer, names):
                    besides.setdefault(each.skill, each)
        there = {each.skill for each in aligned.values()}
        found = (*aligned.values(), *(each for each in besides.values() if each.skill not in there))
        return _with_ids(report, found), found


class _Finding:
    """Finds the skills of one taxonomy."""

    def __init__(self, known: KnownSkills) -> None:
        self._taxonomy: Taxonomy = known.taxonomy
        self._reading = SkillReading(known.taxonomy, known.skill_reader)

    def aligned(self, offer: Offer, names: set[str]) -> Iterator[NamedSkill]:
        """Those of its alignments, which have these names."""
        for stated in offer.credential.stated:
            if _is_aligned(stated, names):
                link = self._reading.linked(stated)
                yield self._told(link, link.how) if link else NamedSkill(stated.name, NamedBy.UNKNOWN)

    def said(self, offer: Offer, names: set[str]) -> Iterator[NamedSkill]:
        """Those of its tags, its title and its text."""
        for stated in offer.credential.stated:
            link = None if _is_aligned(stated, names) else self._reading.linked(stated)
            if link:  # most other tags are no skills
                yield self._told(link, NamedBy.TAG)
        for text, how in ((offer.credential.title, NamedBy.TITLE), (offer.text, NamedBy.TEXT)):
            for link in self._reading.read(text):
                yield self._told(link, how)

    def _told(self, link: Linked, how: NamedBy) -> NamedSkill:
        skill = self._taxonomy[link.skill]
        return NamedSkill(link.words, how, skill.id, skill.label, skill.uri)


def _achievements(report: Report) -> Iterator[AchievementClaim]:
    yield from report.claims.achievements
    for part in report.parts:
        if part.verdict not in _NOBODYS:
            yield from _achievements(part)


def _is_aligned(stated: StatedSkill, names: set[str]) -> bool:
    """Whether it is an alignment; tags have neither address nor code."""
    return bool(stated.uri or stated.code) or stated.name in names


def _with_ids(report: Report, skills: tuple[NamedSkill, ...]) -> Report:
    ids = {s.named: s.skill for s in skills if s.how in _ALIGNED}
    claims = report.claims
    achievements = tuple(
        replace(a, skills=tuple(replace(s, skill=ids.get(line(s.name), "")) for s in a.skills))
        for a in claims.achievements
    )
    return replace(report, claims=replace(claims, achievements=achievements))

"""What a set of ads asks for: distinct ads counted, each share with its n."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from credlens.model.demand import DegreeDemand, Demand, NamedCredential, SkillDemand
from credlens.model.occupation import DEGREE_ORDER, DegreeLevel
from credlens.model.posting import Posting, Reading, Requirement, SkillMention
from credlens.model.quantity import Share
from credlens.model.skill import SkillLevel
from credlens.skills.organisations import organisation_key

EXAMPLES = 3  # places named for a skill, quotes kept for a degree

_Read = Sequence[tuple[Posting, Reading]]


def demand(postings: Sequence[Posting], reader_read: Callable[[str], Reading], *, read: int | None = None) -> Demand:
    """The demand of distinct ads.

    Args:
        postings: the ads, each text once (see :func:`credlens.market.dedupe.merge`).
        reader_read: text -> what it asks for.
        read: how many ads there were before doubles were merged; as many as given when None.
    """
    ads = [(posting, reader_read(posting.text)) for posting in postings]
    n = len(ads)
    days = sorted(p.posted for p in postings if p.posted)
    titles = Counter(p.title for p in postings if p.title)
    return Demand(
        n=n,
        read=n if read is None else read,
        employers=_employers(postings),
        skills=_skills(ads, n),
        degrees=_degrees(ads, n),
        credentials=_credentials(ads, n),
        licences=_licences(ads, n),
        titles=tuple(sorted(titles.items(), key=lambda t: (-t[1], t[0]))),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        examples=any(p.example for p in postings),
    )


def _employers(postings: Iterable[Posting]) -> int:
    return len({key for p in postings if (key := organisation_key(p.employer))})


def _skills(ads: _Read, n: int) -> Mapping[str, SkillDemand]:
    named: dict[str, list[tuple[Posting, SkillMention]]] = defaultdict(list)
    for posting, reading in ads:
        for mention in reading.skills:
            named[mention.skill].append((posting, mention))
    found = {}
    for skill, mentions in sorted(named.items(), key=lambda item: (-len(item[1]), item[0])):
        firm = sum(m.requirement is Requirement.REQUIRED for _, m in mentions)
        said = sum(m.requirement is not Requirement.UNCLEAR for _, m in mentions)
        places = tuple(p.where for p, _ in mentions[:EXAMPLES])
        found[skill] = SkillDemand(
            skill,
            Share(len(mentions), n),
            Share(firm, said),
            _employers(p for p, _ in mentions),
            places,
            _levels(mentions),
        )
    return found


def _levels(mentions: Iterable[tuple[Posting, SkillMention]]) -> tuple[tuple[SkillLevel, int], ...]:
    """How many ads ask for each level, lowest first; those that say none are left out."""
    counts = Counter(m.level for _, m in mentions)
    return tuple((level, counts[level]) for level in SkillLevel if level is not SkillLevel.UNKNOWN and counts[level])


def _degrees(ads: _Read, n: int) -> Mapping[DegreeLevel, DegreeDemand]:
    """By the lowest level each ad would take; an ad that only prefers a degree is in neither share."""
    found = {}
    for level in DEGREE_ORDER:
        asked = [reading.degree for _, reading in ads if reading.degree.level is level]
        if asked:
            instead = [d for d in asked if d.experience_substitutes]
            firm = [d for d in asked if d.required and not d.experience_substitutes]
            quotes = tuple(dict.fromkeys(d.quote for d in [*firm, *instead] if d.quote))[:EXAMPLES]
            found[level] = DegreeDemand(level, Share(len(firm), n), Share(len(instead), n), quotes)
    return found


def _credentials(ads: _Read, n: int) -> Mapping[str, NamedCredential]:
    """Credentials that ads name; a licence with a record in the catalog is one of them."""
    named: dict[str, list[tuple[Posting, bool]]] = defaultdict(list)
    for posting, reading in ads:
        asked = {m.id: m.required for m in reading.credentials}
        asked |= {licence.credential: licence.required for licence in reading.licences if licence.credential}
        for id_, required in asked.items():
            named[id_].append((posting, required is True))
    return {
        id_: NamedCredential(
            id_, Share(len(found), n), _employers(p for p, _ in found), sum(required for _, required in found)
        )
        for id_, found in sorted(named.items(), key=lambda item: (-len(item[1]), item[0]))
    }


def _licences(ads: _Read, n: int) -> Mapping[str, Share]:
    counts = Counter(name for _, reading in ads for name in {licence.name: None for licence in reading.licences})
    return {name: Share(k, n) for name, k in sorted(counts.items(), key=lambda item: (-item[1], item[0]))}

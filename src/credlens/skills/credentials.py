"""Credentials and licences that a text names: those of the lists, and others by their usual wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from credlens.model.occupation import RegulatedOccupation
from credlens.model.posting import CredentialMention, LicenceRequirement, Requirement
from credlens.model.skill import Alias
from credlens.skills.credential_context import Context
from credlens.skills.credential_names import CredentialName, Trust
from credlens.skills.licences import LicenceHit, is_cost, licences_in
from credlens.skills.matcher import Hit
from credlens.skills.names import NameIndex
from credlens.skills.sections import Layout
from credlens.skills.stems import CREDENTIAL, LICENCE
from credlens.skills.text import comparable, quote_of
from credlens.skills.unlisted import by_issuers, unlisted_in

_LICENCE_KEY = "licence:"  # in front of an occupation's id, so that it cannot be mistaken for a credential's
_FIRM = {Requirement.UNCLEAR: 0, Requirement.PREFERRED: 1, Requirement.REQUIRED: 2}
_REQUIRED = {Requirement.REQUIRED: True, Requirement.PREFERRED: False, Requirement.UNCLEAR: None}
_SHORTEST_SURE = 4  # letters: a shorter abbreviation of a licence may be anything
_SURE = frozenset({"CPA", "CDL", "NMLS", "NCLEX"})
_GENERAL_TITLE = re.compile(r",|\b(?:any|or|and|other|of a named)\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\((?=[^)]*[A-Z][^)a-z]*[A-Z])[A-Z0-9][\w+/.-]{1,11}\)$")  # an abbreviation


@dataclass(frozen=True, slots=True)
class _Place:
    """A place that names something: ``key`` is its id; ``name`` how it is called."""

    key: str
    name: str
    start: int
    end: int
    licence: bool
    credential: str | None = None


class CredentialIndex:
    """Finds credentials and licences in a text.

    Args:
        names: the credentials known; of two with one id, their ways of writing are put together under the first one's title.
        occupations: the regulated occupations, for the names of their licences.
    """

    def __init__(self, names: Sequence[CredentialName], occupations: Sequence[RegulatedOccupation] = ()) -> None:
        self.names: dict[str, CredentialName] = {}
        for name in names:
            known = self.names.get(name.id)
            self.names[name.id] = _merged(known, name) if known else name
        self._trust = {(n.id, a.alias): a.trust for n in self.names.values() for a in n.aliases}
        self._issued = by_issuers(n.issuer for n in self.names.values())
        self._licences = {o.id: o.licence_names for o in occupations if o.licence_names}
        self._of_licence = {id_: self._catalogued(aliases) for id_, aliases in self._licences.items()}
        self._index = _index(
            [
                *((n.id, _ways(n)) for n in self.names.values() if not n.licence),
                *((_LICENCE_KEY + id_, aliases) for id_, aliases in self._licences.items()),
                *((n.id, _ways(n)) for n in self.names.values() if n.licence),
            ]
        )

    @cached_property
    def _all(self) -> NameIndex[_Key]:
        return _index((n.id, _ways(n)) for n in self.names.values())

    def hits(self, text: str) -> tuple[Hit, ...]:
        """Every place that names a credential of the lists, licences among them, whatever is said of it: for resumes."""
        found = [Hit(f.what[0], f.start, f.end, f.what[1]) for f in self._all.find(text)]
        context = Context(text)
        return tuple(
            h for h in found if self._sure(h) or context.supports(h.start, h.end, scheme=self._scheme(h), others=())
        )

    @cached_property
    def _licence_names(self) -> NameIndex[_Key]:
        return _index(self._licences.items())

    def licence_hits(self, text: str) -> tuple[LicenceHit, ...]:
        """Every place that names a licence, whatever is said of it, left to right: for resumes."""
        found = [LicenceHit(self._licences[f.what[0]][0].text, f.start, f.end) for f in self._licence_names.find(text)]
        for name, start, end in licences_in(text, 0, len(text)):
            if _free(start, end, [(h.start, h.end) for h in found]):
                found.append(LicenceHit(name, start, end))
        return tuple(sorted(found, key=lambda h: h.start))

    def read(self, text: str, layout: Layout) -> tuple[tuple[CredentialMention, ...], tuple[LicenceRequirement, ...]]:
        """Credentials and licences that an ad asks for, each once, in order of first mention."""
        places = sorted(self._places(text, layout), key=lambda p: (p.start, p.end))
        best: dict[tuple[bool, str], tuple[_Place, Requirement]] = {}
        for place in places:
            passage = layout.at(place.start)
            key = (place.licence, comparable(place.name) if place.licence else place.key)
            if passage.counted and (key not in best or _FIRM[passage.requirement] > _FIRM[best[key][1]]):
                best[key] = (place, passage.requirement)
        credentials: list[CredentialMention] = []
        licences: list[LicenceRequirement] = []
        for place, requirement in best.values():
            quote, span = quote_of(text, *layout.at(place.start).sentence), (place.start, place.end)
            required = _REQUIRED[requirement]
            if place.licence:
                licences.append(LicenceRequirement(place.name, required, quote, span, place.credential))
            else:
                credentials.append(CredentialMention(place.key, place.name, required, quote, span))
        return tuple(credentials), tuple(licences)

    def _places(self, text: str, layout: Layout) -> Iterator[_Place]:
        taken: list[tuple[int, int]] = []
        context = Context(text)
        hits = [Hit(f.what[0], f.start, f.end, f.what[1]) for f in self._index.find(text, layout.stems.words)]
        for hit in self._believed(text, hits, context):
            place = self._place(hit)
            taken.append((hit.start, hit.end))
            yield place
        for start, end, _ in layout.sentences(LICENCE):
            for name, first, last in licences_in(text, start, end):
                if _free(first, last, taken):
                    taken.append((first, last))
                    yield _Place(name, name, first, last, licence=True)
        for start, end, _ in layout.sentences(CREDENTIAL):
            for first, last in unlisted_in(text, start, end, sorted(taken), self._issued):
                if _free(first, last, taken):
                    taken.append((first, last))
                    words = " ".join(text[first:last].split())
                    slug = re.sub(r"[^a-z0-9]+", "-", comparable(words)).strip("-")
                    yield _Place(f"unlisted:{slug}", words, first, last, licence=False)

    def _believed(self, text: str, hits: Sequence[Hit], context: Context) -> Iterator[Hit]:
        """Hits that are sure by themselves, or by what stands around them."""
        meant = [h for h in hits if not self._denied(h, context)]
        meant = [h for h in meant if h.alias.text != "CPA" or not is_cost(text, max(0, h.start - 80), h.end + 80)]
        sure = [h for h in meant if self._sure(h)]
        beside = [(h.start, h.end) for h in sure]
        yield from sure
        unsure = [h for h in meant if not self._sure(h)]
        for hit in [*unsure, *reversed(unsure)]:  # twice: what is believed late supports what stands before it
            place = (hit.start, hit.end)
            if place not in beside and context.supports(*place, scheme=self._scheme(hit), others=beside):
                beside.append(place)
                yield hit

    def _denied(self, hit: Hit, context: Context) -> bool:
        if context.denies(hit.start, hit.end):
            return True
        title = hit.key if hit.key.startswith(_LICENCE_KEY) else self.names[hit.key].title
        return hit.alias.exact and context.spelt_out(hit.start, hit.end, title)

    def _sure(self, hit: Hit) -> bool:
        if hit.key.startswith(_LICENCE_KEY):
            short = hit.alias.exact and len(hit.alias.text) < _SHORTEST_SURE
            return not short or hit.alias.text in _SURE
        return self._trust.get((hit.key, hit.alias), Trust.FIRM) is Trust.FIRM

    def _scheme(self, hit: Hit) -> bool:
        return self._trust.get((hit.key, hit.alias)) is Trust.SCHEME

    def _place(self, hit: Hit) -> _Place:
        occupation = hit.key.removeprefix(_LICENCE_KEY)
        if occupation != hit.key:
            name = self._licences[occupation][0].text
            return _Place(hit.key, name, hit.start, hit.end, licence=True, credential=self._of_licence[occupation])
        known = self.names[hit.key]
        return _Place(hit.key, known.title, hit.start, hit.end, known.licence, hit.key if known.licence else None)

    def _catalogued(self, aliases: Iterable[Alias]) -> str | None:
        """The id of the known licence that shares a way of writing."""
        wanted = {comparable(a.text) for a in aliases}
        licences = (n for n in self.names.values() if n.licence)
        return next((n.id for n in licences if any(comparable(a.alias.text) in wanted for a in n.aliases)), None)


_Key = tuple[str, Alias]


def _index(entries: Iterable[tuple[str, Sequence[Alias]]]) -> NameIndex[_Key]:
    return NameIndex(((key, alias), alias.text, alias.exact) for key, aliases in entries for alias in aliases)


def _merged(known: CredentialName, more: CredentialName) -> CredentialName:
    """One entry out of two with the same id; the later one says how far a way of writing is trusted."""
    trust = {(comparable(a.alias.text)): a for a in more.aliases}
    kept = [trust.pop(comparable(a.alias.text), a) for a in known.aliases]
    return replace(known, aliases=(*kept, *trust.values()), issuer=known.issuer or more.issuer)


def _ways(name: CredentialName) -> list[Alias]:
    """All ways of writing; the title too, with and without what it adds in brackets."""
    ways = [a.alias for a in name.aliases]
    for title in dict.fromkeys((name.title, _IN_BRACKETS.sub("", name.title))):
        if not _GENERAL_TITLE.search(title) and all(a.text != title for a in ways):
            ways.append(Alias(title, exact=" " not in title))
    return ways


def _free(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    return all(end <= a or start >= b for a, b in taken)

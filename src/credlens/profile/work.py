"""Jobs out of the entries of work: which words are the title and which the employer.

Each entry's head falls into parts (:mod:`credlens.profile.heads`). A reading says which part is the title and which the employer. It is
weighed by the words themselves (:mod:`credlens.profile.roles`) and by how the document's other entries are read: people write all their
jobs in one order. When nothing tells, the title stands first, and the review card is less sure.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from credlens.model.person import Job
from credlens.profile.found import Found
from credlens.profile.heads import Groups, groups_of, parts_of, without_parentheses
from credlens.profile.resume import Entry, Resume, Section
from credlens.profile.roles import ends_sentence, evidence, is_department, is_place, without_label
from credlens.skills.text import quote_of

SURE = 0.9  # of a dated job whose words, or whose neighbours, tell the title from the employer: a judgement
LESS_SURE = 0.6  # of an undated job: a judgement
UNTOLD = 0.5  # of one where nothing tells the title from the employer: a judgement
TOLD = 0.75  # probability of the order of title and employer from which on it counts as told

_TITLE_FIRST = 0.3  # resumes put the title first more often
_PLACE = 1.5  # against a part that is a place
_WITH_PLACE = (
    0.6  # for an employer, of a part before a place: employers stand beside their town more often than titles do
)
_ALONE = 1.0  # against a reading without an employer, or without a title
_STEEP = 1.5  # how steeply evidence counts
_OTHERS = 1.0  # how much the other entries count
_SMOOTH = 0.3  # entries that are added to each reading's share
_AT: Mapping[tuple[int, int], float] = {(0, 1): 0.0, (1, 0): 0.0, (0, 2): -0.4, (1, 1): -1.0, (2, 0): -0.8}
"""Where the second of the two may stand, (group, part), and how usual it is; the first stands first."""
_AFTER_COMMA = -0.4  # of the next group, where a comma in the first may set the two apart

_FIRST = (0, 0)
_APART = 2  # parts of a head: title and employer
_LONGEST_TITLE = 100  # characters; an undated line that is longer is no title
_GAP = timedelta(days=62)  # between two positions at one employer

Slot = tuple[int, int]


class Reading(NamedTuple):
    """Places of the title and of the employer in the head; None for one that it does not have."""

    title: Slot | None
    employer: Slot | None


def jobs_in(resume: Resume) -> list[tuple[Entry, Found[Job]]]:
    """The jobs of a resume with their entries, in its order."""
    entries = list(resume.of(Section.EXPERIENCE))
    if resume.structured:
        return [(entry, Found(job, SURE)) for entry in entries if (job := _of_fields(entry))]
    heads = [(entry, groups_of(entry)) for entry in entries]
    heads = [(entry, groups) for entry, groups in heads if entry.span or _may_be_undated(entry, groups)]
    header = (part for entry in resume.of(Section.HEADER) for group in _of_header(entry) for part in group)
    readings = _readings([groups for _, groups in heads], frozenset(part.casefold() for part in header))
    return _jobs([_Head(*head, *reading) for head, reading in zip(heads, readings, strict=True)])


class _Head(NamedTuple):
    """An entry with its parts, how they are read, and the probability that title and employer stand in that order."""

    entry: Entry
    groups: Groups
    reading: Reading
    told: float

    def words(self, slot: Slot | None) -> str:
        """What stands in a place."""
        if slot is None:
            return ""
        # Where title, employer and a third part each stand apart, commas belong to the names ("Smith, Jones & Partners").
        whole = len(self.groups) > _APART and self.reading == Reading(_FIRST, (1, 0))
        return without_label(", ".join(self.groups[slot[0]]) if whole else self.groups[slot[0]][slot[1]])


def _of_fields(entry: Entry) -> Job | None:
    """A job out of fields, without what stands in parentheses, as everywhere."""
    title = without_parentheses(entry.title)
    if entry.span is None and not title:
        return None
    return _job(entry, title, without_parentheses(entry.organisation))


def _job(entry: Entry, title: str, organisation: str) -> Job:
    start, end = (entry.span.start, entry.span.end) if entry.span else (None, None)
    head = entry.lines[0]
    return Job(title, organisation, start, end, head.where, quote_of(head.text, 0, len(head.text)))


def _may_be_undated(entry: Entry, groups: Groups) -> bool:
    return bool(groups) and len(entry.title) <= _LONGEST_TITLE and not ends_sentence(entry.title)


def _of_header(entry: Entry) -> Iterator[tuple[str, ...]]:
    return (group for line in entry.lines for group in parts_of(line.text))


def _readings(heads: Sequence[Groups], places: frozenset[str]) -> list[tuple[Reading, float]]:
    """For each head its likeliest reading, and the probability that title and employer stand in that order."""
    own = [{reading: _STEEP * score for reading, score in _scores(groups, places).items()} for groups in heads]
    shares = [_softmax(scores) for scores in own]
    total: Counter[Reading] = Counter()
    for share in shares:
        total.update(share)
    found: list[tuple[Reading, float]] = []
    for scores, share in zip(own, shares, strict=True):
        both = {r: s + _OTHERS * math.log(total[r] - share[r] + _SMOOTH) for r, s in scores.items()}
        weighed = _softmax(both)
        best = max(weighed, key=lambda r: weighed[r])  # the first of several: the order of the lines
        first = best.title == _FIRST
        found.append((best, sum(p for r, p in weighed.items() if (r.title == _FIRST) is first)))
    return found


def _scores(groups: Groups, places: frozenset[str]) -> dict[Reading, float]:
    """How well each reading of a head agrees with its words."""
    if not groups:
        return {Reading(None, None): 0.0}
    said = {(g, p): evidence(part) for g, group in enumerate(groups) for p, part in enumerate(group)}
    place = {(g, p): _is_place(group[p:], places) for g, group in enumerate(groups) for p in range(len(group))}
    for g, p in said:
        said[g, p] -= _WITH_PLACE * place.get((g, p + 1), False)
    first = said[_FIRST]
    found = {Reading(_FIRST, None): first - _ALONE, Reading(None, _FIRST): -first - _ALONE - _TITLE_FIRST}
    for slot, usual in _AT.items():
        if slot in said:
            cost = usual + _AFTER_COMMA * (slot == (1, 0) and len(groups[0]) > 1) - _PLACE * place[slot]
            found[Reading(_FIRST, slot)] = first - said[slot] + cost + _TITLE_FIRST
            found[Reading(slot, _FIRST)] = said[slot] - first + cost
    return found


def _is_place(parts: Sequence[str], places: frozenset[str]) -> bool:
    """Whether the first of some parts is a place: one of the resume's header, one that is known, or one before a state ("Dayton, OH")."""
    return parts[0].casefold() in places or any(is_place(part) for part in parts[:2])


def _softmax(scores: Mapping[Reading, float]) -> dict[Reading, float]:
    top = max(scores.values())
    weights = {reading: math.exp(score - top) for reading, score in scores.items()}
    total = sum(weights.values())
    return {reading: weight / total for reading, weight in weights.items()}


def _jobs(heads: Sequence[_Head]) -> list[tuple[Entry, Found[Job]]]:
    """The jobs as they are read; several titles below one employer all are at that employer."""
    found: list[tuple[Entry, Found[Job]]] = []
    above: _Head | None = None  # whose employer stands over what follows
    organisation = ""
    for i, head in enumerate(heads):
        reading = head.reading
        heir = reading.employer is None and above is not None and _follows(head, above, organisation)
        if not heir:
            organisation = head.words(reading.employer)
        above = head if reading.employer == _FIRST or heir else None
        if (
            reading.title is None
            and reading.employer
            and i + 1 < len(heads)
            and _follows(heads[i + 1], head, organisation)
        ):
            continue
        probability = (SURE if head.entry.span else LESS_SURE) if head.told >= TOLD else UNTOLD
        found.append((head.entry, Found(_job(head.entry, _title(head), organisation), probability)))
    return found


def _follows(head: _Head, above: _Head, organisation: str) -> bool:
    """Whether an entry that names no employer is a further position at the employer of the one above it."""
    if head.reading.employer is not None or not organisation or head.entry.span is None:
        return False
    if above.reading.title is None and above.entry.span is None:
        return True
    if above.entry.span is None or head.entry.span.end is None:
        return above.reading.title is None
    inside = above.reading.title is None and head.entry.span.start >= above.entry.span.start - _GAP
    return inside or abs(above.entry.span.start - head.entry.span.end) <= _GAP


def _title(head: _Head) -> str:
    """A title with the field behind its comma ("Vice President, Marketing"), unless the employer stands in the same part."""
    title, employer = head.reading
    if title is None or title[1] or (employer and employer[0] == title[0]):
        return head.words(title)
    group = head.groups[title[0]]
    if len(head.groups) > _APART:
        return head.words(title)
    return ", ".join(group[:2]) if len(group) > 1 and is_department(group[1]) else head.words(title)

"""ESCO's CSV release: concepts of the skills pillar, their hierarchy and relations, and the occupations that need them.

The files are those of https://esco.ec.europa.eu/en/use-esco/download ("classification", CSV, one language). Only the file of skills has to
be there; what the others would add is left out, and said in the notes.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from credlens.model.errors import InputError, Problem
from credlens.model.fact import Method, Source
from credlens.model.skill import ESCO_SKILL, Alias, Reuse, Skill, SkillKind
from credlens.model.taxonomy import ImportedTaxonomy, SkillGroup
from credlens.skills.taxonomies.esco_files import ESCO, Parts, language_of, tail, wanted
from credlens.skills.taxonomies.esco_occupations import isco_groups, read_occupations
from credlens.skills.taxonomies.releases import Heard, ReleaseFormat, silent, version_of
from credlens.skills.taxonomies.tables import Release, cells

DOWNLOAD = "https://esco.ec.europa.eu/en/use-esco/download"

_VERSION = re.compile(r"esco\D*(\d+)[._](\d+)(?:[._](\d+))?", re.IGNORECASE)
_KINDS = {"knowledge": SkillKind.KNOWLEDGE, "skill/competence": SkillKind.SKILL, "": None}
_REUSES: dict[str, Reuse | None] = {r.value: r for r in Reuse} | {"": None}
_NEEDED = ("conceptUri", "skillType", "reuseLevel", "preferredLabel", "altLabels", "description")
_LIVE = ("released", "")  # status of concepts in use; others are history

Links = dict[str, tuple[str, ...]]


def read(release: Release, version: str | None = None, hear: Heard = silent) -> tuple[ImportedTaxonomy, list[Problem]]:
    """The taxonomy in a release, and the rows of it that could not be read.

    Args:
        release: its files.
        version: what the person says it is.
        hear: told how many rows of all are done.

    Raises:
        InputError: it is no such release, a file of it is damaged or lacks a column, or its version is another one.
        UserError: the version that the person says is none.
    """
    said = version_of(release, _VERSION, version)
    parts = Parts(release, hear)
    if not parts.has("skills"):
        raise InputError([_no_release(release)])
    source = Source(Method.READ, DOWNLOAD, note=f"ESCO {said or 'of unknown version'}")
    skills = _Skills(parts, source)
    collections = _collections(parts, skills)
    groups, broader = _hierarchy(parts, skills)
    essential, optional = _relations(parts, skills)
    occupations = read_occupations(parts, skills.id_of)
    job_groups = isco_groups(parts)
    parts.done()
    taxonomy = ImportedTaxonomy(
        kind="esco",
        name="esco",
        version=said,
        attribution=attribution(said),
        source=source,
        language=language_of(release) or "en",
        skills={i: skills.with_broader(s, broader.get(i, ())) for i, s in skills.found.items()},
        notes=(*parts.notes(), *skills.notes(), *_unsaid(said, skills.newest)),
        groups=groups,
        broader=broader,
        essential=essential,
        optional=optional,
        collections=collections,
        occupations=occupations,
        occupation_groups=job_groups,
    )
    return taxonomy, parts.problems


def attribution(version: str | None) -> str:
    """The acknowledgement that the European Commission asks of services that use ESCO, with the version."""
    release = f"ESCO {version}" if version else "the release does not say its version"
    return f"This service uses the ESCO classification of the European Commission ({release})."


class _Skills:
    """The concepts of the skills pillar by UUID, and those that are no longer in use."""

    def __init__(self, parts: Parts, source: Source) -> None:
        self.found: dict[str, Skill] = {}
        self.newest = ""
        self._retired = 0
        self._unnamed = 0
        self._absent: set[str] = set()  # left out, and said so: relations to them are passed over
        self._problems, self._sources = parts.problems, (source,)
        for where, (uri, *about, day, status) in parts.rows(
            "skills", _NEEDED, "hiddenLabels", "modifiedDate", "status"
        ):
            uuid = tail(uri)
            if not uuid or not uri.startswith(ESCO_SKILL):
                self._wrong(where, f"{uri!r} is no address of an ESCO skill.", f"It has to begin with {ESCO_SKILL}")
            elif uuid in self.found:
                self._wrong(where, f"The skill {uuid} is there twice.", "Keep one of its rows.")
            elif status.casefold() not in _LIVE:
                self._retired += 1
                self._absent.add(uuid)
            elif self._take(where, uuid, *about):
                self.newest = max(self.newest, day[:10])
            else:
                self._absent.add(uuid)

    def _take(self, where: str, uuid: str, kind: str, reuse: str, label: str, alt: str, text: str, hidden: str) -> bool:
        if kind not in _KINDS:
            self._wrong(where, f"skillType is {kind!r}.", f"Use one of: {', '.join(filter(None, _KINDS))}.")
        elif reuse not in _REUSES:
            self._wrong(where, f"reuseLevel is {reuse!r}.", f"Use one of: {', '.join(filter(None, _REUSES))}.")
        else:
            names = dict.fromkeys(filter(None, (" ".join(label.split()), *cells(alt, "\n"), *cells(hidden, "\n"))))
            self._unnamed += not label
            # Without a label it is still a concept that relations speak of: it goes by another name, or by its address and is never looked for.
            label, aliases = next(iter(names), ESCO_SKILL + uuid), tuple(map(Alias, names))
            self.found[uuid] = Skill(
                uuid, label, aliases, _KINDS[kind], _REUSES[reuse], "", self._sources, esco=uuid, description=text
            )
            return True
        return False

    def id_of(self, uri: str, where: str) -> str | None:
        """The skill at an address; None when it is not there, and a problem unless that was said before."""
        uuid = tail(uri)
        if uuid in self.found:
            return uuid
        if uuid not in self._absent:
            self._wrong(where, f"There is no skill {uri!r} in the release.", "Take all files from the same release.")
        return None

    def with_broader(self, skill: Skill, above: tuple[str, ...]) -> Skill:
        """The skill with the skills above it; groups are no skills."""
        broader = tuple(b for b in above if b in self.found)
        return replace(skill, broader=broader) if broader else skill

    def learn_reuse(self, skill_id: str, reuse: Reuse) -> None:
        """Take a reuse level from elsewhere where the file of skills leaves it empty."""
        if self.found[skill_id].reuse is None:
            self.found[skill_id] = replace(self.found[skill_id], reuse=reuse)

    def notes(self) -> tuple[str, ...]:
        """What was left out or is unknown, in words."""
        unknown = sum(s.reuse is None for s in self.found.values())
        notes = [f"Skills no longer in use, and left out: {self._retired:,}."] if self._retired else []
        if self._unnamed:
            notes.append(
                f"Skills without a preferred label, known by their other names or their address alone: {self._unnamed:,}."
            )
        return (*notes, f"Skills whose reuse level is not stated: {unknown:,}.") if unknown else tuple(notes)

    def _wrong(self, where: str, message: str, what_to_do: str) -> None:
        self._problems.append(Problem(where, message, what_to_do))


def _collections(parts: Parts, skills: _Skills) -> Links:
    """Collections by name. Their word on a reuse level is taken where the file of skills has none and they agree."""
    collections: Links = {}
    said: dict[str, set[Reuse]] = {}
    for name, file in parts.collections():
        members: dict[str, None] = {}
        for where, (uri, reuse) in parts.rows_of(file, ("conceptUri", "reuseLevel")):
            found, level = skills.id_of(uri, where), _REUSES.get(reuse)
            if found:
                members[found] = None
                said.setdefault(found, set()).update({level} if level else ())
        collections[name] = tuple(members)
    for skill_id, levels in said.items():
        if len(levels) == 1:
            skills.learn_reuse(skill_id, levels.pop())
    return collections


def _hierarchy(parts: Parts, skills: _Skills) -> tuple[dict[str, SkillGroup], Links]:
    """Skill groups, and what each skill and group stands directly under."""
    groups = _groups(parts)
    above: dict[str, dict[str, None]] = {}
    for child, parent in _levels(parts, groups):
        above.setdefault(child, {})[parent] = None
    needed = ("conceptUri", "broaderUri", "conceptType", "broaderType")
    for where, (one, other, *kinds) in parts.rows("broaderrelationsskillpillar", needed):
        if not groups and "SkillGroup" in kinds:
            continue  # the notes say that there are no groups
        ends = [_key(u) if _key(u) in groups else skills.id_of(u, where) for u in (one, other)]
        if ends[0] and ends[1]:
            above.setdefault(ends[0], {})[ends[1]] = None
    return groups, {child: tuple(parents) for child, parents in above.items()}


def _groups(parts: Parts) -> dict[str, SkillGroup]:
    groups: dict[str, SkillGroup] = {}
    needed = ("conceptUri", "preferredLabel", "code")
    for _, (uri, label, code, alt, hidden, text) in parts.rows(
        "skillgroups", needed, "altLabels", "hiddenLabels", "description"
    ):
        names = tuple(dict.fromkeys(cells(alt, "\n") + cells(hidden, "\n")))
        groups[_key(uri)] = SkillGroup(_key(uri), label, code, text, names)
    return groups


def _levels(parts: Parts, groups: dict[str, SkillGroup]) -> list[tuple[str, str]]:
    """(group, group above it) out of the file with a column for each level; groups that are only there are added."""
    needed = ("Level 0 URI", "Level 0 preferred term")
    columns = [f"Level {level} {what}" for level in range(4) for what in ("URI", "preferred term", "code")]
    pairs = []
    for _, (_, _, *row) in parts.rows("skillshierarchy", needed, *columns):
        levels = [row[i : i + 3] for i in range(0, len(row), 3) if row[i]]
        for uri, label, code in levels:
            groups.setdefault(_key(uri), SkillGroup(_key(uri), label, code.replace("None", "")))
        pairs += [(_key(under[0]), _key(over[0])) for over, under in pairwise(levels)]
    return pairs


def _relations(parts: Parts, skills: _Skills) -> tuple[Links, Links]:
    """Skill -> the skills it needs, and may need."""
    found: dict[str, dict[str, dict[str, None]]] = {"essential": {}, "optional": {}}
    for where, (one, kind, other) in parts.rows(
        "skillskillrelations", ("originalSkillUri", "relationType", "relatedSkillUri")
    ):
        if kind not in found:
            parts.problems.append(Problem(where, f"relationType is {kind!r}.", "Use essential or optional."))
            continue
        ends = skills.id_of(one, where), skills.id_of(other, where)
        if ends[0] and ends[1]:
            found[kind].setdefault(ends[0], {})[ends[1]] = None
    essential, optional = ({i: tuple(o) for i, o in found[k].items()} for k in found)
    return essential, optional


def _key(uri: str) -> str:
    """A group's key: its address without what all of ESCO's have in common."""
    return uri.removeprefix(ESCO_SKILL).removeprefix(ESCO)


def _unsaid(version: str | None, newest: str) -> tuple[str, ...]:
    if version:
        return ()
    changed = f"; its newest skill changed on {newest}" if newest else ""
    return (f"The release does not say its version{changed}. Import it again with --version to name it.",)


def _no_release(release: Release) -> Problem:
    there = ", ".join((*(f.name for f in release.files), *release.others)[:8]) or "nothing"
    return Problem(
        release.name,
        f"This is no ESCO release: it holds no file of skills such as skills_en.csv. There is: {there}.",
        f"Download the classification as CSV from {DOWNLOAD}, and name its folder or zip file.",
    )


FORMAT = ReleaseFormat("ESCO", wanted, read)

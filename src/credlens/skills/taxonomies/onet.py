"""O*NET's text release: technologies and rated elements as skills, and the occupations that use and need them.

The files are those of https://www.onetcenter.org/database.html ("Text"). ``Occupation Data.txt`` has to be there, and one of the files that
hold skills; what the others would add is left out, and said in the notes. The workbooks of the Excel release are not read.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from credlens.model.errors import InputError, Problem
from credlens.model.fact import Method, Source
from credlens.model.occupation import TechnologyUse
from credlens.model.skill import Alias, Skill, SkillKind
from credlens.model.taxonomy import ImportedTaxonomy, SkillGroup
from credlens.skills.taxonomies.onet_files import FILES, Parts, element_id, wanted
from credlens.skills.taxonomies.onet_occupations import Names, Uses, about, occupation_names, read_occupations
from credlens.skills.taxonomies.releases import Heard, ReleaseFormat, silent, version_of
from credlens.skills.taxonomies.tables import Release

DATABASE = "https://www.onetcenter.org/database.html"
ELEMENT = "https://www.onetonline.org/find/descriptor/result/"
TECHNOLOGY = "urn:credlens:onet:technology:"  # O*NET gives its examples of technology no addresses of their own

_VERSION = re.compile(r"(?:o\*?net|\bdb)[\s_-]*v?(\d+)[._](\d+)", re.IGNORECASE)
_INSIDE = re.compile(rb"O\*NET\s+(\d+\.\d+)\s+Database")
_KINDS = {"skills": SkillKind.SKILL, "knowledge": SkillKind.KNOWLEDGE}


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
    said = version_of(release, _VERSION, version, _inside(release))
    parts = Parts(release, hear)
    if not (parts.has("occupations") and any(map(parts.has, ("technologies", *_KINDS)))):
        raise InputError([_no_release(release)])
    source = Source(Method.READ, DATABASE, note=f"O*NET {said or 'of unknown version'}")
    named = occupation_names(parts)
    skills, groups, broader, uses = _technologies(parts, source, named)
    elements = _elements(parts, source)
    occupations = read_occupations(parts, named, uses, elements)
    parts.done()
    taxonomy = ImportedTaxonomy(
        kind="onet",
        name="onet",
        version=said,
        attribution=attribution(said),
        source=source,
        language="en",
        skills=elements | skills,
        notes=parts.notes(),
        groups=groups,
        broader=broader,
        occupations=occupations,
    )
    return taxonomy, parts.problems


def attribution(version: str | None) -> str:
    """The credit that O*NET's licence asks for, with the version, and that its form was changed here."""
    return (
        f"This page includes information from the O*NET {f'{version} ' if version else ''}Database by the U.S. Department of Labor, "
        "Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. "
        "credlens has modified this information: it reads it as skills and joins it with others. USDOL/ETA has not approved, endorsed, "
        "or tested these modifications."
    )


def technology_id(example: str) -> str:
    """The key of a technology: its name, such that it can stand in an address."""
    return f"onet:{quote(example, safe='')}"


def _technologies(
    parts: Parts, source: Source, named: Names
) -> tuple[dict[str, Skill], dict[str, SkillGroup], dict[str, tuple[str, ...]], Uses]:
    """Technologies by id, the commodities they are filed under, and the uses of technologies by occupation."""
    commodities: dict[str, dict[str, None]] = {}
    names: dict[str, str] = {}
    groups: dict[str, SkillGroup] = {}
    uses: dict[str, dict[str, TechnologyUse]] = {}
    columns = ("Example", "Commodity Code", "Commodity Title", "Hot Technology", "In Demand")
    for where, soc, (example, code, title, hot, demand) in about(parts, "technologies", named, *columns):
        if not (example and code):
            parts.problems.append(Problem(where, "The example or the commodity is empty.", "Mend the row there."))
            continue
        key = technology_id(example)
        names[key] = example
        commodities.setdefault(key, {})[code] = None
        groups.setdefault(code, SkillGroup(code, title, code))
        uses.setdefault(soc, {}).setdefault(key, TechnologyUse(key, hot == "Y", demand == "Y"))
    skills = {
        key: Skill(
            key,
            names[key],
            (Alias(names[key]),),
            SkillKind.TOOL,
            None,
            "",
            (source,),
            onet=next(iter(codes)),
            address=TECHNOLOGY + key.removeprefix("onet:"),
        )
        for key, codes in commodities.items()
    }
    broader = {key: tuple(codes) for key, codes in commodities.items()}
    return skills, groups, broader, {soc: list(used.values()) for soc, used in uses.items()}


def _elements(parts: Parts, source: Source) -> dict[str, Skill]:
    """The rated elements that are skills or knowledge, by element id."""
    words = {element: text for _, (element, text) in parts.rows("content model", "Element ID", "Description")}
    elements: dict[str, Skill] = {}
    for role, kind in _KINDS.items():
        for where, (element, name) in parts.rows(role, "Element ID", "Element Name"):
            if element in elements:
                continue
            if not element_id(element) or not name:
                message = f"{element!r} is no element with a name."
                parts.problems.append(Problem(where, message, "Mend the row there."))
                continue
            text = words.get(element, "")
            elements[element] = Skill(
                element,
                name,
                (Alias(name),),
                kind,
                None,
                "",
                (source,),
                onet=element,
                description=text,
                address=ELEMENT + element,
            )
    return elements


def _inside(release: Release) -> str | None:
    for file in release.files:
        match = _INSIDE.search(file.data) if file.base.casefold().startswith("read me") else None
        if match:
            return match[1].decode()
    return None


def _no_release(release: Release) -> Problem:
    there = ", ".join((*(f.name for f in release.files), *release.others)[:8]) or "nothing"
    return Problem(
        release.name,
        f"This is no O*NET text release: it needs {FILES['occupations'].name} and {FILES['technologies'].name}. There is: {there}.",
        f"Download the database as text from {DATABASE}, and name its folder or zip file.",
    )


FORMAT = ReleaseFormat("O*NET", wanted, read)

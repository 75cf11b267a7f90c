"""Crosswalks between ESCO's and O*NET's occupations: the one that both publish, and tables of the same make."""

from __future__ import annotations

from credlens.model.errors import InputError, Problem
from credlens.model.occupation import OccupationMatch
from credlens.skills.taxonomies.tables import File, Shape, Table, decimal

ESCO = "http://data.europa.eu/esco/"

#: (O*NET-SOC code, ESCO address, kind of match, similarity, confidence): what the columns are called, publication by publication.
_PUBLISHED = (
    ("O*NET Id", "ESCO or ISCO URI", "Type of Match", "", ""),
    ("onet_code", "concept_uri", "", "semantic_similarity", "confidence"),
)
_SHAPE = Shape(preamble=True)


def read(file: File) -> tuple[tuple[OccupationMatch, ...], list[Problem]]:
    """The matches of a crosswalk, and the rows that could not be read.

    Raises:
        InputError: the file is damaged, or is none of the crosswalks known here.
    """
    table, columns = _table(file)
    problems: list[Problem] = []
    matches: dict[OccupationMatch, None] = {}
    for line, (onet, esco, kind, similarity, confidence) in table.rows(problems, *columns):
        if not onet or not esco.startswith(ESCO):
            what = f"{esco!r} is no address of ESCO" if onet else "the O*NET-SOC code is empty"
            problems.append(Problem(table.where(line), f"This is no match: {what}.", "Mend the row there."))
        else:
            matches[OccupationMatch(esco, onet, kind, decimal(similarity), decimal(confidence))] = None
    return tuple(matches), problems


def _table(file: File) -> tuple[Table, tuple[str, ...]]:
    failures: list[InputError] = []
    for columns in _PUBLISHED:
        try:
            return Table(file, columns[:2], _SHAPE), columns
        except InputError as failure:
            failures.append(failure)
    known = " or ".join(f"{onet!r} and {esco!r}" for onet, esco, *_ in _PUBLISHED)
    message = f"This is no crosswalk: it needs the columns {known}."
    if "column" not in failures[0].message:
        raise failures[0]
    raise InputError([Problem(file.base, message, "Name the ESCO-O*NET crosswalk as CSV.")])

"""How much of a usual degree an amount of academic credit is, and which degree words name."""

from __future__ import annotations

import re
from datetime import date

from credlens.model.fact import Method, Source
from credlens.model.occupation import DegreeLevel
from credlens.model.together import DegreePart

_READ = date(2026, 11, 22)
_US = (
    Source(
        Method.READ,
        "http://www.usg.edu/academic_programs/changes/credit_hour_requirements",
        date(2008, 12, 31),
        "University System of Georgia: 60 semester hours for an associate, 120 for a bachelor, 30 to 36 for a master",
    ),
    Source(Method.READ, "https://catalog.usu.edu/content.php?catoid=12&navoid=3205", date(2020, 5, 25)),
)
_ECTS = (
    Source(
        Method.READ,
        "http://ec.europa.eu/education/ects/users-guide/programme-context_en.htm",
        _READ,
        "ECTS users' guide: first cycle 180 or 240, second cycle 90 or 120 with 60 at the least",
    ),
)
_UK = (
    Source(
        Method.READ,
        "https://asem-education.org/compendiums/united-kingdom/",
        date(2020, 1, 1),
        "bachelor 360 to 480 UK credits, most masters at least 180; only the year is shown",
    ),
)
# System -> degree -> (credits of a usual one, who says so). The least usual number, but for masters by ECTS the middle one.
_USUAL: dict[str, dict[DegreeLevel, tuple[float, tuple[Source, ...]]]] = {
    "US semester hours": {
        DegreeLevel.ASSOCIATE: (60, _US),
        DegreeLevel.BACHELOR: (120, _US),
        DegreeLevel.MASTER: (30, _US),
    },
    "ECTS": {DegreeLevel.BACHELOR: (180, _ECTS), DegreeLevel.MASTER: (90, _ECTS)},
    "UK credits": {DegreeLevel.BACHELOR: (360, _UK), DegreeLevel.MASTER: (180, _UK)},
}
_SYSTEMS = (
    (re.compile(r"semester (?:credit )?(?:hours?|credits?)", re.IGNORECASE), "US semester hours"),
    (re.compile(r"\bECTS\b", re.IGNORECASE), "ECTS"),
    (re.compile(r"\b(?:UK credits?|CATS)\b", re.IGNORECASE), "UK credits"),
)
_LEVELS = (
    (DegreeLevel.DOCTORATE, re.compile(r"\b(?:PhD|Ph\.D|doctoral|doctorate)\b", re.IGNORECASE)),
    (
        DegreeLevel.MASTER,
        re.compile(
            # A vendor's "CEH Master" and a school's "Master Certificate" are no degrees.
            r"\bmasters?\b(?! [Cc]ertificat)|\bMaster(?:s\b|'s\b| of\b| degree\b| programme?\b| in\b)|\bOnline Master\b"
            r"|(?i:\bpostgraduate\b|(?<!under)\bgraduate (?:credits?|level|degree)|\bpgcert\b|\bpgdip\b)"
            r"|\b(?:MS|MSc|MA|MSCS|i?MBA|ALM|LLM)\b|\bFHEQ 7\b|\bEQF 7\b"
        ),
    ),
    (DegreeLevel.BACHELOR, re.compile(r"\b(?:bachelors?|undergraduate)\b|\b(?:BSc|BS|BA|BEng)\b", re.IGNORECASE)),
    (DegreeLevel.ASSOCIATE, re.compile(r"\bassociate(?:'s)? degree\b|\bAAS\b", re.IGNORECASE)),
)

_STATED = (
    # "(72 hours)", "(120 credits)", "(180 ECTS)" after the name, and "of the 36 of the online master" in the condition
    re.compile(
        r"\(\s*(?P<n>\d+(?:\.\d+)?) (?:(?P<ects>ECTS)|(?:[a-z]+ )?(?:hours?|credits?|credit points))\b", re.IGNORECASE
    ),
    re.compile(r"\bof the (?P<n>\d+) of (?:the|a|its)\b(?P<ects>)", re.IGNORECASE),
)
_COUNTABLE = re.compile(r"\b(?:credits?|hours?|ECTS|CATS)\b", re.IGNORECASE)


def size_of(system: str, towards: str, condition: str) -> float | None:
    """How many credits the degree has that is named, as its own text states; None when that does not state it.

    Args:
        system: in which the credit is counted; a size in ECTS says nothing about hours.
        towards: the name of the degree, perhaps with its size in brackets.
        condition: what is said beside it.
    """
    if not _COUNTABLE.search(system):
        return None
    hit = _STATED[0].search(towards) or (_STATED[1].search(condition) if towards else None)
    if hit is None or (hit["ects"] and "ECTS" not in system.upper()):
        return None
    return float(hit["n"]) or None


def level_of(words: str) -> DegreeLevel | None:
    """The degree that words name, the highest of several; None when they name none."""
    return next((level for level, pattern in _LEVELS if pattern.search(words)), None)


def parts_of(
    system: str,
    amount: float | None,
    level: DegreeLevel | None,
    size: float | None = None,
    sources: tuple[Source, ...] = (),
) -> tuple[DegreePart, ...]:
    """How much of a degree so much credit is: of the one that is named, when its size is stated, else of usual ones.

    Empty when the amount or what is usual in the system is not known.

    Args:
        system: of the credit, as written.
        amount: credits.
        level: the degree it counts towards; the degrees below a master when None.
        size: credits of the degree that is named; ``sources``: who states it.
    """
    if amount and size:
        return (DegreePart(level, min(1.0, amount / size), size, system, sources, usual=False),)
    name = next((n for pattern, n in _SYSTEMS if pattern.search(system)), "")
    if not amount or not name:
        return ()
    usual = _USUAL[name]
    levels = (
        [level] if level in usual else [lv for lv in usual if lv is not DegreeLevel.MASTER] if level is None else []
    )
    return tuple(DegreePart(lv, min(1.0, amount / usual[lv][0]), usual[lv][0], name, usual[lv][1]) for lv in levels)

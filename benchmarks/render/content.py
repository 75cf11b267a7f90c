"""A JSON Resume as blocks to draw, with the habits that resumes differ in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

MONTHS = [date(2000, month, 1).strftime("%B") for month in range(1, 13)]


@dataclass(frozen=True)
class Habits:
    """How somebody writes their resume.

    Attributes:
        dates: "long" (January 2020), "short" (Jan 2020), "number" (01/2020), "iso" (2020-01).
        dash: between two dates.
        now: the word for today.
        place: where the dates stand: "right" on the title's line, "below" it, "after" it in the same line.
        employer_first: whether the employer stands before the position.
        joined: whether both stand in one line.
        skills: "groups" ("Data: SQL, Excel"), "commas" (one list), "bullets" (an item for each).
        capitals: headings in capitals.
        certificates: "line" (name, issuer, date in one), "two" (issuer and date below), "right" (date at the right).
        headings: words for the sections.
    """

    dates: str = "short"
    dash: str = " \u2013 "
    now: str = "Present"
    place: str = "right"
    employer_first: bool = False
    joined: bool = False
    skills: str = "groups"
    capitals: bool = False
    certificates: str = "line"
    headings: tuple[tuple[str, str], ...] = ()


HABITS = (
    Habits(),
    Habits("long", " - ", "Present", "below", capitals=True, skills="commas", certificates="two"),
    Habits("number", " \u2013 ", "present", "right", employer_first=True, skills="bullets", certificates="right"),
    Habits("iso", " to ", "now", "after", joined=True, skills="groups", headings=(("work", "Work Experience"), ("certificates", "Licenses & Certifications"))),
    Habits("short", " \u2014 ", "Current", "below", employer_first=True, capitals=True, skills="groups", certificates="two",
           headings=(("work", "Professional Experience"), ("skills", "Technical Skills"))),
    Habits("long", " \u2013 ", "Present", "right", joined=True, employer_first=True, skills="commas", certificates="right",
           headings=(("work", "Employment History"), ("skills", "Core Competencies"), ("summary", "About Me"))),
)  # fmt: skip

HEADINGS = {
    "summary": "Summary", "work": "Experience", "volunteer": "Volunteering", "education": "Education", "skills": "Skills",
    "certificates": "Certificates", "languages": "Languages", "projects": "Projects", "awards": "Awards",
    "publications": "Publications", "interests": "Interests", "references": "References",
}  # fmt: skip
SIDEBAR = ("skills", "certificates", "languages", "interests")
MAIN = ("summary", "work", "education", "volunteer", "projects", "publications", "awards", "references")
ALL = ("summary", "work", "education", "skills", "certificates", "projects", "volunteer", "languages", "awards", "publications", "interests",
       "references")  # fmt: skip


@dataclass(frozen=True)
class Block:
    """One thing to draw.

    Attributes:
        kind: "heading", "title" (of an entry: bold), "sub" (below it), "text", "item", "label" (bold words before the text).
        right: what stands at the right of the line.
        label: of a "label".
    """

    kind: str
    text: str
    right: str = ""
    label: str = ""


@dataclass(frozen=True)
class Drawn:
    """A resume to draw: its head, and the blocks of its one column, or of its sidebar and main column."""

    name: str
    title: str
    contact: str
    sidebar: tuple[Block, ...]
    main: tuple[Block, ...]


def drawn(resume: dict[str, Any], habits: Habits, *, two: bool) -> Drawn:
    """The blocks of a resume."""
    basics = resume.get("basics", {})
    place = basics.get("location", {})
    where = ", ".join(w for w in (place.get("city"), place.get("region")) if w)
    contact = [w for w in (where, basics.get("email"), basics.get("phone"), basics.get("url")) if w]
    parts = {
        name: _section(name, resume, replace(habits, place="below") if two and name in SIDEBAR else habits)
        for name in ALL
    }
    if two:
        side = tuple(b for name in SIDEBAR for b in parts[name])
        main = tuple(b for name in MAIN for b in parts[name])
    else:
        side, main = (), tuple(b for name in ALL for b in parts[name])
    return Drawn(basics.get("name", ""), basics.get("label", ""), " | ".join(contact), side, main)


def _section(name: str, resume: dict[str, Any], habits: Habits) -> list[Block]:
    heading = dict(habits.headings).get(name, HEADINGS[name])
    blocks = _DRAW[name](resume, habits)
    return [Block("heading", heading.upper() if habits.capitals else heading), *blocks] if blocks else []


def _summary(resume: dict[str, Any], _: Habits) -> list[Block]:
    words = resume.get("basics", {}).get("summary", "")
    return [Block("text", words)] if words else []


def _work(resume: dict[str, Any], habits: Habits) -> list[Block]:
    return [
        b
        for w in resume.get("work", [])
        for b in _entry(w.get("position", ""), w.get("name", ""), w.get("location", ""), w, habits)
    ]


def _volunteer(resume: dict[str, Any], habits: Habits) -> list[Block]:
    return [
        b
        for w in resume.get("volunteer", [])
        for b in _entry(w.get("position", ""), w.get("organization", ""), "", w, habits)
    ]


def _projects(resume: dict[str, Any], habits: Habits) -> list[Block]:
    blocks: list[Block] = []
    for project in resume.get("projects", []):
        blocks += _entry(
            project.get("name", ""),
            project.get("entity", ""),
            "",
            {**project, "summary": project.get("description", "")},
            habits,
        )
    return blocks


def _education(resume: dict[str, Any], habits: Habits) -> list[Block]:
    blocks: list[Block] = []
    for school in resume.get("education", []):
        degree = " in ".join(w for w in (school.get("studyType"), school.get("area")) if w)
        blocks += _entry(degree, school.get("institution", ""), "", school, habits)
        if school.get("score"):
            blocks.append(Block("text", school["score"] if ":" in school["score"] else f"GPA: {school['score']}"))
        blocks += [Block("item", c) for c in school.get("courses", [])]
    return blocks


def _entry(title: str, owner: str, place: str, record: dict[str, Any], habits: Habits) -> list[Block]:
    dates = span(record, habits)
    first, second = (owner, title) if habits.employer_first and owner else (title, owner)
    if habits.joined:
        first, second = ", ".join(w for w in (first, second) if w), ""
    under = ", ".join(w for w in (second, place) if w)
    if habits.place == "right":
        blocks = [Block("title", first, dates)]
        blocks += [Block("sub", second, place)] if second or place else []
    elif habits.place == "after":
        blocks = [Block("title", f"{first} ({dates})" if dates else first)]
        blocks += [Block("sub", under)] if under else []
    else:
        blocks = [Block("title", first)]
        blocks += [Block("sub", under)] if under else []
        blocks += [Block("sub", dates)] if dates else []
    blocks += [Block("text", record["summary"])] if record.get("summary") else []
    return blocks + [Block("item", h) for h in record.get("highlights", [])]


def _skills(resume: dict[str, Any], habits: Habits) -> list[Block]:
    groups = [(s.get("name", ""), s.get("keywords") or []) for s in resume.get("skills", [])]
    if habits.skills == "groups":
        return [
            Block("label", ", ".join(words), label=name) if words else Block("text", name) for name, words in groups
        ]
    words = [w for name, keys in groups for w in (keys or [name])]
    if not words:
        return []
    return [Block("item", w) for w in words] if habits.skills == "bullets" else [Block("text", ", ".join(words))]


def _certificates(resume: dict[str, Any], habits: Habits) -> list[Block]:
    blocks: list[Block] = []
    for one in resume.get("certificates", []):
        day, issuer = point(one.get("date", ""), habits), one.get("issuer", "")
        details = ", ".join(w for w in (issuer, day) if w)
        if habits.certificates == "two":
            blocks += [Block("title", one["name"]), Block("sub", details)]
        elif habits.certificates == "right" and habits.place != "below":
            blocks.append(Block("title", ", ".join(w for w in (one["name"], issuer) if w), day))
        else:
            blocks.append(Block("item", ", ".join(w for w in (one["name"], details) if w)))
    return blocks


def _languages(resume: dict[str, Any], _: Habits) -> list[Block]:
    return [
        Block("text", f"{one.get('language', '')} ({one.get('fluency', '')})") for one in resume.get("languages", [])
    ]


def _awards(resume: dict[str, Any], habits: Habits) -> list[Block]:
    return [
        Block("item", f"{a.get('title', '')}, {a.get('awarder', '')}, {point(a.get('date', ''), habits)}")
        for a in resume.get("awards", [])
    ]


def _publications(resume: dict[str, Any], habits: Habits) -> list[Block]:
    return [
        Block("item", f"{p.get('name', '')}, {p.get('publisher', '')}, {point(p.get('releaseDate', ''), habits)}")
        for p in resume.get("publications", [])
    ]


def _interests(resume: dict[str, Any], _: Habits) -> list[Block]:
    return [Block("text", ", ".join([i.get("name", ""), *i.get("keywords", [])])) for i in resume.get("interests", [])]


def _references(resume: dict[str, Any], _: Habits) -> list[Block]:
    return [Block("text", f"{r.get('name', '')}: {r.get('reference', '')}") for r in resume.get("references", [])]


_DRAW = {
    "summary": _summary, "work": _work, "volunteer": _volunteer, "projects": _projects, "education": _education, "skills": _skills,
    "certificates": _certificates, "languages": _languages, "awards": _awards, "publications": _publications, "interests": _interests,
    "references": _references,
}  # fmt: skip


def span(record: dict[str, Any], habits: Habits) -> str:
    """The dates of an entry in words; empty when it has none."""
    start, end = point(record.get("startDate", ""), habits), point(record.get("endDate", ""), habits)
    return f"{start}{habits.dash}{end or habits.now}" if start else end


def point(iso: str, habits: Habits) -> str:
    """A day of JSON Resume (2020, 2020-01, 2020-01-31) in words, to the month."""
    if not iso:
        return ""
    parts = [int(p) for p in iso.split("-")[:2]]
    if len(parts) == 1:
        return str(parts[0])
    day = date(parts[0], parts[1], 1)
    name = MONTHS[day.month - 1]
    return {
        "long": f"{name} {day.year}",
        "short": f"{name[:3]} {day.year}",
        "number": f"{day.month:02}/{day.year}",
        "iso": f"{day.year}-{day.month:02}",
    }[habits.dates]

"""Whole designs that are met often, drawn by a browser: dates or headings in a column of their own, sidebars at either side, pills, icons."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from typing import Any

from benchmarks.render.content import Habits, point, span
from benchmarks.render.pdf import printed

Resume = dict[str, Any]
e = html.escape


def _items(record: Resume) -> str:
    return f"<p>{e(record.get('summary') or '')}</p><ul>{''.join(f'<li>{e(h)}</li>' for h in record.get('highlights', []))}</ul>"


def _jobs(resume: Resume) -> list[Resume]:
    return list(resume.get("work", []))


def _schools(resume: Resume) -> list[Resume]:
    return [
        {**s, "degree": " ".join(w for w in (s.get("studyType"), s.get("area")) if w)}
        for s in resume.get("education", [])
    ]


def _certificates(resume: Resume) -> list[Resume]:
    return list(resume.get("certificates", []))


def _skills(resume: Resume) -> list[tuple[str, list[str]]]:
    return [(s.get("name", ""), s.get("keywords") or []) for s in resume.get("skills", [])]


def _basics(resume: Resume) -> tuple[str, str, str, str]:
    basics = resume.get("basics", {})
    return tuple(e(basics.get(k) or "") for k in ("name", "label", "email", "summary"))  # type: ignore[return-value]


def _section(title: str, parts: Iterable[str]) -> str:
    inner = "".join(parts)
    return f"<h2>{title}</h2>{inner}" if inner else ""


def dates_left(resume: Resume) -> bytes:
    """Dates, and labels of skills, in a narrow left column; headings stand over the right one (as in LaTeX's moderncv)."""
    name, label, mail, summary = _basics(resume)
    habits = Habits(dates="number")
    row = '<div class="r"><div class="l">{}</div><div class="c">{}</div></div>'
    work = (
        row.format(
            span(w, habits),
            f"<b>{e(w.get('position', ''))}</b>, <i>{e(w.get('name', ''))}</i>, {e(w.get('location', ''))}.{_items(w)}",
        )
        for w in _jobs(resume)
    )
    schools = (
        row.format(span(s, habits), f"<b>{e(s['degree'])}</b>, <i>{e(s.get('institution', ''))}</i>.")
        for s in _schools(resume)
    )
    skills = (row.format(e(n), e(", ".join(k))) for n, k in _skills(resume))
    certificates = (
        row.format(point(c.get("date", ""), habits), f"{e(c['name'])}, {e(c.get('issuer', ''))}")
        for c in _certificates(resume)
    )
    languages = (row.format(e(x["language"]), e(x.get("fluency", ""))) for x in resume.get("languages", []))
    body = (
        f"<h1>{name}</h1><p>{label}</p><p>{mail}</p><p>{summary}</p>{_section('Experience', work)}{_section('Education', schools)}"
        f"{_section('Certifications', certificates)}{_section('Skills', skills)}{_section('Languages', languages)}"
    )
    css = "h2{margin-left:130px;color:#369;font-size:14pt}.r{display:flex}.l{width:118px;margin-right:18px;text-align:right}.c{flex:1}"
    return printed(css, body)


def headings_left(resume: Resume) -> bytes:
    """Headings in a narrow left column beside their sections."""
    name, label, mail, summary = _basics(resume)
    habits = Habits(dates="short")
    row = '<div class="r"><div class="l"><b>{}</b></div><div class="c">{}</div></div>'
    work = "".join(
        f"<p><b>{e(w.get('position', ''))}</b> | {e(w.get('name', ''))}<br>{span(w, habits)}</p>{_items(w)}"
        for w in _jobs(resume)
    )
    schools = "".join(
        f"<p><b>{e(s['degree'])}</b><br>{e(s.get('institution', ''))}<br>{span(s, habits)}</p>"
        for s in _schools(resume)
    )
    skills = "".join(f"<p>{e(n)}: {e(', '.join(k))}</p>" for n, k in _skills(resume))
    certificates = "".join(
        f"<p>{e(c['name'])}, {e(c.get('issuer', ''))}, {point(c.get('date', ''), habits)}</p>"
        for c in _certificates(resume)
    )
    parts = (
        ("PROFILE", summary),
        ("EXPERIENCE", work),
        ("EDUCATION", schools),
        ("CERTIFICATES", certificates),
        ("SKILLS", skills),
    )
    body = f"<h1>{name}</h1><p>{label} | {mail}</p>" + "".join(row.format(t, x) for t, x in parts if x)
    return printed(".r{display:flex;margin-top:10px}.l{width:150px}.c{flex:1}p{margin:2px 0}", body)


def pills(resume: Resume) -> bytes:
    """A sidebar at the right, skills as pills without commas, headings in letter-spaced capitals (as in altacv and many web themes)."""
    name, label, mail, summary = _basics(resume)
    habits = Habits(dates="long", dash=" - ")
    work = (
        f"<p><b>{e(w.get('position', ''))}</b></p><p class=o>{e(w.get('name', ''))}</p><p class=d>{span(w, habits)} &nbsp; {e(w.get('location', ''))}</p>{_items(w)}"
        for w in _jobs(resume)
    )
    schools = (
        f"<p><b>{e(s['degree'])}</b></p><p class=o>{e(s.get('institution', ''))}</p><p class=d>{span(s, habits)}</p>"
        for s in _schools(resume)
    )
    skills = (
        f"<p><b>{e(n)}</b></p><p>" + "".join(f"<span class=p>{e(k)}</span>" for k in ks) + "</p>"
        for n, ks in _skills(resume)
    )
    certificates = (
        f"<p><b>{e(c['name'])}</b></p><p class=d>{e(c.get('issuer', ''))} &middot; {point(c.get('date', ''), habits)}</p>"
        for c in _certificates(resume)
    )
    languages = (f"<p>{e(x['language'])} &mdash; {e(x.get('fluency', ''))}</p>" for x in resume.get("languages", []))
    left = _section("Summary", [f"<p>{summary}</p>"]) + _section("Experience", work) + _section("Education", schools)
    right = _section("Skills", skills) + _section("Certifications", certificates) + _section("Languages", languages)
    body = f"<h1>{name}</h1><p>{label}</p><p>{mail}</p><div class=t><div style='width:62%'>{left}</div><div style='width:34%'>{right}</div></div>"
    css = (
        "h2{font-size:12pt;text-transform:uppercase;letter-spacing:2px;border-bottom:2px solid}.t{display:flex;gap:4%}.o{color:#a52}.d{font-size:8.5pt;"
        "color:#666}.p{display:inline-block;border:1px solid #999;border-radius:4px;padding:1px 6px;margin:2px}p{margin:2px 0}"
    )
    return printed(css, body)


def dark_sidebar(resume: Resume) -> bytes:
    """A coloured sidebar at the left with the name in it, everything short; the main column carries work and education (as in Canva)."""
    name, label, mail, summary = _basics(resume)
    habits = Habits(dates="short", dash=" - ", now="present")
    work = (
        f"<p><b>{e(w.get('name', '')).upper()}</b></p><p>{e(w.get('position', ''))} | {span(w, habits)}</p>{_items(w)}"
        for w in _jobs(resume)
    )
    schools = (
        f"<p><b>{e(s.get('institution', '')).upper()}</b></p><p>{e(s['degree'])} | {span(s, habits)}</p>"
        for s in _schools(resume)
    )
    skills = (f"<li>{e(k)}</li>" for _, ks in _skills(resume) for k in ks)
    certificates = (
        f"<p>{e(c['name'])}<br><small>{e(c.get('issuer', ''))}, {point(c.get('date', ''), habits)}</small></p>"
        for c in _certificates(resume)
    )
    languages = (f"<p>{e(x['language'])}</p>" for x in resume.get("languages", []))
    first, _, last = name.partition(" ")
    left = (
        f"<h1>{first}<br>{last}</h1><p>{label}</p>"
        + _section("Contact", [f"<p>{mail}</p>"])
        + _section("Skills", ["<ul>", *skills, "</ul>"])
    )
    left += _section("Certificates", certificates) + _section("Languages", languages)
    right = (
        _section("About me", [f"<p>{summary}</p>"]) + _section("Work experience", work) + _section("Education", schools)
    )
    body = f"<div class=t><div class=s>{left}</div><div class=m>{right}</div></div>"
    css = ".t{display:flex}.s{width:32%;background:#234;color:#fff;padding:10px;box-sizing:border-box}.m{width:68%;padding:10px;box-sizing:border-box}p{margin:3px 0}h2{font-size:13pt;margin:12px 0 3px}"
    return printed(css, body)


def europass(resume: Resume) -> bytes:
    """The dates in brackets over each title, headings with a rule (as Europass writes them)."""
    name, _, mail, summary = _basics(resume)
    habits = Habits(dates="number", now="Current")

    def entry(record: Resume, first: str, second: str) -> str:
        return f"<p>[ {span(record, habits)} ]</p><p><b>{e(first)}</b></p><p><b>{e(second)}</b></p>"

    work = (
        entry(w, w.get("position", ""), w.get("name", "")) + f"<p>City: {e(w.get('location', ''))}</p>{_items(w)}"
        for w in _jobs(resume)
    )
    schools = (entry(s, s["degree"], s.get("institution", "")) for s in _schools(resume))
    skills = (f"<p>{e(' / '.join(ks))}</p>" for _, ks in _skills(resume))
    certificates = (
        f"<p>[ {point(c.get('date', ''), habits)} ]</p><p><b>{e(c['name'])}</b></p><p>{e(c.get('issuer', ''))}</p>"
        for c in _certificates(resume)
    )
    body = f"<h1>{name}</h1><p>Email: {mail}</p>{_section('ABOUT ME', [f'<p>{summary}</p>'])}{_section('WORK EXPERIENCE', work)}"
    body += (
        _section("EDUCATION AND TRAINING", schools)
        + _section("DIGITAL SKILLS", skills)
        + _section("CERTIFICATES", certificates)
    )
    return printed("h2{font-size:11pt;color:#338;border-bottom:1px solid #338}p{margin:2px 0}", body)


def plain_web(resume: Resume) -> bytes:
    """Days written as in the file, "at" between position and employer, skills under headings of their own (as in simple web themes)."""
    name, label, mail, summary = _basics(resume)
    work = (
        f"<h3>{e(w.get('position', ''))} at {e(w.get('name', ''))}</h3><p class=d>{w.get('startDate', '')} &mdash; {w.get('endDate') or 'Present'}</p>{_items(w)}"
        for w in _jobs(resume)
    )
    schools = (
        f"<h3>{e(s.get('institution', ''))}</h3><p class=d>{s.get('startDate', '')} &mdash; {s.get('endDate') or 'Present'}</p><p>{e(s['degree'])}</p>"
        for s in _schools(resume)
    )
    skills = (f"<h3>{e(n)}</h3><ul>{''.join(f'<li>{e(k)}</li>' for k in ks)}</ul>" for n, ks in _skills(resume))
    certificates = (
        f"<h3>{e(c['name'])}</h3><p class=d>{c.get('date', '')}</p><p>Issued by: {e(c.get('issuer', ''))}</p>"
        for c in _certificates(resume)
    )
    body = (
        f"<h1>{name}</h1><p>{label}</p><p>{mail}</p>{_section('About', [f'<p>{summary}</p>'])}{_section('Work', work)}"
    )
    body += _section("Education", schools) + _section("Certificates", certificates) + _section("Skills", skills)
    return printed("h2{font-size:18pt}h3{font-size:12pt;margin:8px 0 2px}p{margin:2px 0}.d{color:#777}", body)


def two_by_two(resume: Resume) -> bytes:
    """Four corners: employer and place, position and dates; small capitals; skills in lines with bold labels (a common LaTeX template)."""
    name, _, mail, summary = _basics(resume)
    habits = Habits(dates="short")
    row = '<div class="r"><span>{}</span><span>{}</span></div>'
    work = (
        row.format(f"<b>{e(w.get('name', ''))}</b>", e(w.get("location", "")))
        + row.format(f"<i>{e(w.get('position', ''))}</i>", f"<i>{span(w, habits)}</i>")
        + _items(w)
        for w in _jobs(resume)
    )
    schools = (
        row.format(f"<b>{e(s.get('institution', ''))}</b>", "Anytown")
        + row.format(f"<i>{e(s['degree'])}</i>", f"<i>{span(s, habits)}</i>")
        for s in _schools(resume)
    )
    skills = (f"<div><b>{e(n)}</b>: {e(', '.join(ks))}</div>" for n, ks in _skills(resume))
    certificates = (
        row.format(f"<b>{e(c['name'])}</b> | <i>{e(c.get('issuer', ''))}</i>", point(c.get("date", ""), habits))
        for c in _certificates(resume)
    )
    body = f"<center><h1>{name}</h1><p>{mail}</p></center>{_section('Summary', [f'<p>{summary}</p>'])}{_section('Education', schools)}"
    body += (
        _section("Experience", work) + _section("Certifications", certificates) + _section("Technical Skills", skills)
    )
    css = "body{font-family:'Liberation Serif',serif}h2{font-variant:small-caps;font-size:13pt;font-weight:normal;border-bottom:1px solid}.r{display:flex;justify-content:space-between}p{margin:2px 0}"
    return printed(css, body)


THEMES: dict[str, tuple[str, Callable[[Resume], bytes]]] = {
    "dates-left": ("one", dates_left),
    "headings-left": ("two", headings_left),
    "pills": ("two", pills),
    "dark-sidebar": ("two", dark_sidebar),
    "europass": ("one", europass),
    "plain-web": ("one", plain_web),
    "two-by-two": ("one", two_by_two),
}

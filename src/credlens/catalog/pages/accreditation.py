"""What is accredited, by whom, to which standard: the institution, the programme or the scheme, which are three things."""

from __future__ import annotations

import re
from dataclasses import replace

from credlens.catalog.pages.organisations import site_of
from credlens.catalog.pages.said import Found, Hit, Page
from credlens.model.credential import Accreditation
from credlens.model.errors import Problem
from credlens.model.fact import Source

_STANDARDS = (
    ("scheme", "ISO/IEC 17024", re.compile(r"\b17024\b")),
    ("scheme", "NCCA", re.compile(r"\b(?:ncca|national commission for certifying agencies)\b")),
    ("scheme", "ASTM E2659", re.compile(r"\be2659\b")),
    ("programme", "ABET", re.compile(r"\babet\b")),
)  # fmt: skip
_BODIES = (
    ("ANAB", re.compile(r"\b(?:anab|ansi national accreditation board|ansi)\b")), ("IAS", re.compile(r"\binternational accreditation service\b|\bias\b")),
    ("UKAS", re.compile(r"\bukas\b")), ("ENAC", re.compile(r"\benac\b")), ("DAkkS", re.compile(r"\bdakks\b")),
    ("Institute for Credentialing Excellence", re.compile(r"\b(?:ncca|national commission for certifying agencies)\b")), ("ABET", re.compile(r"\babet\b")),
)  # fmt: skip
_ACCREDITED = re.compile(r"\b(?:accredited|accreditation|acreditad[ao]s?|acreditacion)\b")
_BY = re.compile(
    r"\b(?:[Aa]ccredited|ACCREDITED|[Aa]creditad[ao]) (?:to [\w/ ]{3,30} )?(?:by|with|through|por) (?:the |la |el )?(?P<name>[A-Z\u00c0-\u00de][\w&.\u2019'-]*(?:\s+(?:(?:of|for|and|in|on|de|del|la|las|los|y|the|&)\s+){0,2}[A-Z\u00c0-\u00de(][\w&.()\u2019'-]*){0,9})"
)
_NOT_YET = re.compile(
    r"\b(?:aligned|align\w*|based on|following|in line with|conform\w*|designed to meet|seeking|in the process|applied for|pending|working towards?|modell?ed|inspired|prepare\w*|according to|alineado|basado|en tramite)\b"
)
_WHAT = (
    ("scheme", r"certifications?(?: program(?:me)?| scheme)?|scheme|certificacion"),
    (
        "programme",
        r"program(?:me)?s?|course|curso|micro-?credential|certificate|bootcamp|degree|programa|qualification|diploma",
    ),
    (
        "institution",
        r"university|college|institut\w*|school|academy|provider|we|universidad|escuela|centro|academia|organi[sz]ation|company",
    ),
)
_SUBJECTS = tuple((what, re.compile(rf"\b(?:{words})\b")) for what, words in _WHAT)


def read(page: Page) -> Found:
    """Claims with the body that accredits; what is accredited is what the sentence speaks of, and nothing when it does not say."""
    found: dict[tuple[str, str], Accreditation] = {}
    problems: list[Problem] = []
    for hit in page.hits(_ACCREDITED):
        if _NOT_YET.search(hit.sentence.text):
            continue
        claim = _named(page, hit) or _standard(page, hit)
        if claim is None:
            continue
        if not claim.what:
            message = f'It says "{hit.sentence.quote[:120]}"; what is accredited is not clear.'
            problems.append(
                page.problem("accreditation", message, "It is left out. Look for it in the list of that body.")
            )
            continue
        found.setdefault((claim.standard, claim.body.casefold()), claim)
    denied = next((page.of(s) for s in page.denials(_ACCREDITED) if not re.search(r"\byet another\b", s.text)), None)
    absent = (("accreditation", _with_speaker(page, denied)),) if denied and not found else ()
    return Found({"accreditation": tuple(found.values())} if found else {}, absent, tuple(problems[:2]))


def _with_speaker(page: Page, said: Source) -> Source:
    """The source with whose word it is: a page's own no is a statement of who has the page, and of nobody else."""
    site, _ = site_of(page)
    return replace(said, note=f"{said.note}; said by the page of {site or 'an owner that it does not name'}")


def _standard(page: Page, hit: Hit) -> Accreditation | None:
    text = hit.sentence.text
    for what, standard, pattern in _STANDARDS:
        if pattern.search(text):
            body = next((name for name, words in _BODIES if words.search(text)), "")
            return Accreditation(what, standard, body, (page.of(hit.sentence),))
    return None


def _named(page: Page, hit: Hit) -> Accreditation | None:
    by = _BY.search(hit.sentence.quote[:500])
    standard = _standard(page, hit)
    if standard:
        return standard
    if by is None:
        return None
    before = hit.sentence.text[: hit.match.start()]
    # The subject next to the verb: "The course, offered by an institute, is accredited".
    subjects = sorted((m.start(), what) for what, pattern in _SUBJECTS for m in pattern.finditer(before[-120:]))
    what = subjects[0][1] if subjects else ""
    return Accreditation(what, "", " ".join(by["name"].split()).rstrip(".,"), (page.of(hit.sentence),))

"""How it is taken: online or on site, at what pace, when it starts."""

from __future__ import annotations

import re
from datetime import date

from credlens.catalog.pages.said import Found, Page, settled
from credlens.catalog.values.days import day
from credlens.catalog.values.durations import workload
from credlens.catalog.values.facts import known
from credlens.model.fact import Source
from credlens.model.offer import DeliveryMode, Schedule

_LABEL = r"(?:(?:delivery|study|learning|course|teaching|class)? ?(?:mode|format|method|delivery|location|type)(?: of (?:delivery|study))?|where|how you learn|modalidad|formato|lugar)"
_MODES = (
    (DeliveryMode.BLENDED, r"blended|hybrid|semipresencial|hibrid[ao]|online and (?:in[- ]person|on[- ]campus|face[- ]to[- ]face)|(?:online|virtual) y presencial|mixt[ao]"),
    (DeliveryMode.ONLINE, r"(?:100 ?%|fully|entirely|completely|all|totalmente|completamente) (?:online|remote|virtual|en linea)|online|distance learning|e-learning|remote|virtual|en linea|a distancia"),
    (DeliveryMode.ONSITE, r"on[- ]campus|on[- ]site|in[- ]person|face[- ]to[- ]face|classroom|presencial"),
)  # fmt: skip
_PATTERNS = tuple((mode, re.compile(rf"\b(?:{words})\b")) for mode, words in _MODES)
_SENTENCE = re.compile(
    r"\b(?:100 ?%|fully|entirely|completely|totalmente|completamente) (?:online|remote|virtual|en linea|a distancia)\b|\bonline (?:course|program(?:me)?|class|bootcamp|certificate|self-paced|micro-?credential)\b|\b(?:curso|programa) (?:online|en linea|virtual)\b"
    r"|\b(?:live|classes|lessons|sessions|lectures) (?:\w+ ){0,2}(?:online|in[- ]person|on[- ]campus)\b|\bonline,? (?:at your own pace|on your own schedule|a tu ritmo)\b|\b(?:live online|in[- ]person|presencial)\W*$|\b(?:delivered|taught|taken|completed|held|offered|imparte) (?:\w+ ){0,2}(?:online|on[- ]campus|in[- ]person|remotely)\b|\b(?:blended|hybrid|in[- ]person|on[- ]campus|face[- ]to[- ]face) (?:course|program(?:me)?|bootcamp|classes|workshops?|format)\b"
)
_SELF = re.compile(
    r"\bself[- ]paced\b|\b(?:at|on) your own (?:pace|schedule|time)\b|\ba tu (?:propio )?ritmo\b|\bflexible schedule\b|\bhorario flexible\b"
)
_COHORT = re.compile(
    r"\b(?:instructor|teacher)[- ]led\b|\bcohort[- ]based\b|\bin cohorts?\b|\bfixed (?:start dates|schedule)\b|\blive (?:online )?(?:classes|sessions) (?:every|on|each)\b"
)
_DATE = r"(?P<day>\d{4}-\d{2}-\d{2}|(?:\w{3,10},? )?(?:[a-z]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)?\.? (?:de )?[a-z]{3,10}\.?(?: de)? \d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}))"
_START = re.compile(
    rf"\b(?:(?:next |course )?(?:starts?|start date|begins?|cohort|intake|inicio|empieza|comienza|fecha de inicio)(?: on| el)?:?) {_DATE}"
)
_APPLY = re.compile(
    rf"\b(?:(?:apply|register|enrol+) (?:by|before|until)|(?:application|registration|enrol+ment) (?:deadline|closes?)(?: on)?|inscripcion hasta(?: el)?|inscribete antes del?):? {_DATE}"
)
_ACCESS = re.compile(
    r"\b(?:access for|acceso durante) (?P<time>\d{1,3} (?:months?|years?|days?|mes(?:es)?|anos?|dias?))\b|\b(?P<time2>\d{1,3}[ -](?:months?|years?|days?))(?:'|s')? (?:of )?access\b(?! for \D{0,4}\d)"
)
_EXAM = re.compile(r"\b(?:exam(?:ination)?s?|test|proctor\w*|examen)\b")


def read(page: Page) -> Found:
    """Mode and schedule."""
    schedule = _schedule(page)
    modes = _modes(page)
    fields = {"mode": settled("mode", modes)} if modes else {}
    return Found({**fields, **({"schedule": known(schedule[0], *schedule[1])} if schedule else {})})


def _modes(page: Page) -> list[tuple[DeliveryMode, Source]]:
    found: list[tuple[DeliveryMode, Source]] = []
    for value, line, quote in page.labelled(_LABEL):
        one = next((mode for mode, pattern in _PATTERNS if pattern.search(value)), None)
        if one and not _EXAM.search(line.heading.casefold() + value):
            found.append((one, page.source(quote, line)))
    if found:
        return found
    for sentence in page.sentences:
        short = len(sentence.text) <= 40 and not sentence.refused
        pieces = re.split(r"\s*[,;/]\s*", sentence.text.strip(" .")) if short else []
        one = next((m for m, p in _PATTERNS if any(p.fullmatch(piece) for piece in pieces)), None)
        if one:
            found.append((one, page.of(sentence)))
    for hit in page.hits(_SENTENCE):
        if not _EXAM.search(hit.sentence.text):
            one = next(mode for mode, pattern in _PATTERNS if pattern.search(hit.match[0]))
            found.append((one, page.of(hit.sentence)))
    return found


def _schedule(page: Page) -> tuple[Schedule, tuple[Source, ...]] | None:
    sources: dict[Source, None] = {}
    paced: set[bool] = set()
    for pattern, own in ((_SELF, True), (_COHORT, False)):
        hit = next(page.hits(pattern), None)
        if hit:
            paced.add(own)
            sources[page.of(hit.sentence)] = None
    starts: set[date] = set()
    deadlines: set[date] = set()
    for pattern, days in ((_START, starts), (_APPLY, deadlines)):
        for hit in page.hits(pattern):
            if one := day(hit.match["day"]):
                days.add(one)
                sources[page.of(hit.sentence)] = None
    access = None
    for hit in page.hits(_ACCESS):
        months = workload((hit.match["time"] or hit.match["time2"]).replace("-", " ")).months
        if months:
            access = months.max
            sources[page.of(hit.sentence)] = None
    found = Schedule(
        paced.pop() if len(paced) == 1 else None, tuple(sorted(starts)), min(deadlines, default=None), access
    )
    return (found, tuple(sources)) if found != Schedule() else None

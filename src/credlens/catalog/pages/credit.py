"""Credit: points of study programmes, recommendations for credit, and units of continuing education, which are kept apart."""

from __future__ import annotations

import re

from credlens.catalog.pages.said import Found, Hit, Page
from credlens.model.credential import CreditValue, RecognitionClaim
from credlens.model.fact import Source

_N = r"(?P<n>\d{1,3}(?:[.,]\d{1,2})?)"
_SYSTEMS = (
    ("ECTS", re.compile(rf"\b{_N} ?(?:ects\b|european credits|creditos (?:ects|europeos))|\bects(?: credits?| points?| creditos)?:? (?P<n2>\d{{1,3}}(?:[.,]\d)?)\b(?! ?(?:%|h\b|hours|horas|euros?|eur|weeks|semanas))")),
    ("US semester hours", re.compile(rf"\b(?:up to )?{_N} (?:(?:recommended|transferable|us|undergraduate|graduate|lower[- ]division|upper[- ]division|baccalaureate) )*(?:semester|college|university|academic) (?:credit )?(?:hours|credits?)\b|\b(?:up to )?(?P<n2>\d{{1,2}}) (?:\w+ )?credits?\b[^.;]{{0,30}}\bace\b")),
    ("UK credits", re.compile(rf"\b{_N} (?:uk |cats )+(?:credits?|points?)\b|\b(?P<n2>\d{{1,3}}) credits? at (?:fheq|rqf|scqf)? ?level \d")),
    ("CEU", re.compile(rf"\b{_N} (?:(?:iacet|continuing education) )*(?:ceus?\b|continuing education units?)")),
    ("PDU", re.compile(rf"\b{_N} (?:pdus?\b|professional development units?)")),
    ("CPE", re.compile(rf"\b{_N} (?:(?:nasba )?cpes?\b(?: credits?| hours)?|continuing professional education)")),
    ("CPD", re.compile(rf"\b{_N} (?:hours of cpd|cpd (?:points?|hours?|credits?|units?))\b")),
    ("CME", re.compile(rf"\b{_N} (?:(?:ama )?(?:pra )?(?:category \d )?cmes?\b(?: credits?)?)")),
)  # fmt: skip
_ACE = re.compile(
    r"\b(?:american council on education|ace)\b[^.;]{0,60}\b(?:credits?|recommend\w*)\b|\b(?:credits?|recommend\w*)\b[^.;]{0,60}\b(?:american council on education|ace)\b(?!d)"
)
_RENEWING = re.compile(r"\b(?:renew\w*|recertif\w*|maintain\w*|maintenance|every \d|renov\w*|mantener)\b")
_ASKED = re.compile(
    r"\b(?:prerequisites?|required? to (?:apply|enrol)|must have (?:completed|earned)|degree (?:requires|has|of))\b"
)
_NO_CREDIT = re.compile(
    r"\b(?:academic|college|university|ects|transferable) credits?\b|\bcredits? (?:is|are|hours|towards?)\b|\bcreditos (?:academicos|ects)\b"
)
_MAYBE = re.compile(r"\b(?:may|might|can|could|eligible|up to|recommend\w*|podra\w*|hasta)\b[^.;]{0,60}")


def read(page: Page) -> Found:
    """Each amount once; an ACE recommendation also is recognition by it."""
    found: dict[tuple[str, float], CreditValue] = {}
    ace = next(page.hits(_ACE), None)
    for system, pattern in _SYSTEMS:
        for hit in page.hits(pattern):
            amount = float((hit.match["n"] or hit.match["n2"]).replace(",", "."))
            if not amount or _RENEWING.search(hit.sentence.text) or _ASKED.search(hit.sentence.text):
                continue
            by = "ACE" if _ACE.search(hit.sentence.text) and system.startswith("US") else ""
            value = CreditValue(system, amount, (page.of(hit.sentence),), _condition(hit), by)
            found.setdefault((system, amount), value)
    fields: dict[str, tuple[object, ...]] = {}
    if ace and not any(c.by for c in found.values()) and not found:
        fields["credit"] = (CreditValue("US college credit", None, (page.of(ace.sentence),), _condition(ace), "ACE"),)
    if ace:
        fields["recognition"] = (RecognitionClaim("ACE", "credit", (page.of(ace.sentence),)),)
    if found:
        fields["credit"] = tuple(found.values())
    denial: Source | None = next((page.of(s) for s in page.denials(_NO_CREDIT)), None)
    return Found(fields, (("credit", denial),) if denial and not fields else ())


def _condition(hit: Hit) -> str:
    """The sentence, where it says "may" or "up to": somebody else decides."""
    return hit.sentence.quote[:160] if _MAYBE.search(hit.sentence.text) else ""

"""How it is kept alive, and what that costs."""

from __future__ import annotations

import re
from decimal import Decimal

from credlens.catalog.pages.money import mentions
from credlens.catalog.pages.said import Found, Page, Sentence
from credlens.catalog.values.facts import known
from credlens.model.credential import Renewal

_RENEWING = re.compile(
    r"\b(?:renew\w*|recertif\w+|re-certif\w+|maintain\w* (?:your |the |their |its )?(?:\w+ )?(?:certif\w+|credential|designation|status)|maintenance|keep (?:your |the )?\w+ (?:active|current)|renov\w+|recertific\w+|mantener (?:la|su|tu))\b"
)
_WAYS = (
    ("free_assessment", re.compile(r"\b(?:free|at no cost|no charge)\b[^.;]{0,60}\b(?:assessment|quiz|online)\b|\b(?:assessment|renew\w*)\b[^.;]{0,60}\b(?:free|at no cost|free of charge|gratis)\b")),
    ("continuing_education", re.compile(r"\b(?:continuing (?:education|professional|learning)|ceus?|cpes?|cpds?|pdus?|cmes?|contact hours|formacion continua|creditos de formacion)\b")),
    ("renewal_exam", re.compile(r"\b(?:renewal|re-?certification) (?:exam\w*|test)\b|\bexamen de (?:renovacion|recertificacion)\b")),
    ("retest", re.compile(r"\b(?:re-?tak\w+|pass\w*|repeat\w*|re-?sit\w*|current (?:version of the )?exam|aprob\w+|repetir)\b[^.;]{0,40}\b(?:exam\w*|test|examen)\b")),
    ("higher_exam", re.compile(r"\bhigher[- ]level (?:exam|certification)\b")),
    ("fee", re.compile(r"\b(?:fees?|dues|costs?|tasa|cuota|\$|eur|\u20ac|\u00a3)")),
)  # fmt: skip
_NONE = re.compile(r"\b(?:no|not|without|never|sin|doesn't|don't)\b[^.;]{0,30}\b(?:renew\w*|recertif\w*|renov\w*)\b")
_HOURS = re.compile(r"\b(\d{1,3}) (?:(?:approved |hours? of |contact )*)(?:hours?|pdus?|cpes?|cpds?|horas)\b")


def read(page: Page) -> Found:
    """The first way that is named, in the order of :data:`_WAYS`; the others stand in the note."""
    said = [
        s
        for s in page.sentences
        if _RENEWING.search(s.text)
        and not s.refused
        and not _NONE.search(s.text)
        and not re.search(r"\b(?:subscription|auto-?renew\w*|membership renews|suscripcion|domain)\b", s.text)
    ]
    ways: dict[str, Sentence] = {}
    for name, pattern in _WAYS:
        for sentence in said:
            if pattern.search(sentence.text):
                ways.setdefault(name, sentence)
    prices = {(m.price.amount, m.price.currency, m.sentence) for m in mentions(page) if m.sentence in said}
    amounts = {(a, c) for a, c, _ in prices}
    cost, currency = next(iter(amounts)) if len(amounts) == 1 else (None, "USD")
    if not ways:
        return Found()
    first = next(iter(ways))
    if first == "free_assessment":
        cost, currency = Decimal(0), "USD"
    hours = {float(m[1]) for s in said for m in _HOURS.finditer(s.text) if first == "continuing_education"}
    others = [w.replace("_", " ") for w in list(ways)[1:] if w != "fee"]
    note = f"also by: {', '.join(others)}" if others else ""
    if cost is None and len(amounts) > 1:
        note = "; ".join(p for p in (note, "several fees are named") if p)
    sources = dict.fromkeys(page.of(s) for s in (*ways.values(), *(s for *_, s in prices)))
    value = Renewal(first, cost, currency or "USD", hours.pop() if len(hours) == 1 else None)
    return Found({"renewal": known(value, *sources, note=note)})

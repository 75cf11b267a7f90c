"""What the page says became of its learners, as figures. Nobody has checked them, and the note says whose word it is."""

from __future__ import annotations

import re

from credlens.catalog.pages.money import mentions
from credlens.catalog.pages.said import Found, Page, Sentence
from credlens.catalog.values.durations import workload
from credlens.model.offer import OutcomeFigure

_RATE = r"(?P<rate>\d{1,3}(?:[.,]\d{1,2})?) ?(?:%|percent|por ciento)"
_SHARES = (
    ("employment_rate", re.compile(
        rf"\b{_RATE}[^.;]{{0,80}}\b(?:job|jobs|employed|employment|hired|placed|working in|placement|empleo|trabajo|contratad\w+|insercion)\b"
        rf"|\b(?:placement|employment|job|hiring|insercion laboral|empleabilidad)(?: \w+){{0,2}} (?:rate|tasa)?(?: \w+){{0,2}}? ?(?:of|is|:|was|del?)? ?(?P<rate2>\d{{1,3}}(?:\.\d)?) ?%")),
    ("completion_rate", re.compile(r"\b(?:completion|graduation) rate[^.;\d%]{0,30}(?P<rate>\d{1,3}(?:\.\d)?) ?%|(?P<rate2>\d{1,3}(?:\.\d)?) ?% (?:of (?:\w+ ){1,3})?(?:complet\w+|graduat(?:e|ion) rate|finish\w*)\b")),
    ("pass_rate", re.compile(r"\b(?:pass rate|tasa de aprobados)\b[^.;%\d]{0,40}(?P<rate>\d{1,3}(?:\.\d)?) ?%|(?P<rate2>\d{1,3}(?:\.\d)?) ?% (?:first[- ]time |exam )*pass rate\b")),
)  # fmt: skip
_PAY = re.compile(
    r"\b(?:median|mediano?a?)\b[^.;]{0,40}\b(?:salar\w+|earnings|pay|income|wage|sueldo)\b|\b(?:salar\w+|earnings|pay|income|wage|sueldo)\b[^.;]{0,25}\bmedian"
)
_OURS = re.compile(
    r"\b(?:graduates?|alumni|learners|students|participants|completers|holders|of those|candidates|first-time|egresad\w+|alumn\w+|estudiantes|participantes|graduad\w+)\b"
)
_HOLDERS = re.compile(
    r"\b(?P<n>\d{1,3}(?:,\d{3})+|\d{2,9}) (?:people |professionals |\w+ )?(?:(?:hold|have earned|are certified|certified worldwide|certificate holders|certified professionals|have been certified)\b)"
)
_WHEN = re.compile(
    r"\b(?:within|in|after|inside|en|tras|a los) (?P<time>\d{1,3} (?:months?|days?|mes(?:es)?|dias?|weeks?))\b"
)
_OF = re.compile(r"\b(?:of|n ?=|survey of|based on|out of|de) (?:our |the )?(?P<n>\d{1,3}(?:,\d{3})+|\d{2,7})\b(?! ?%)")
_FOREIGN = re.compile(
    r"\b(?:growth|projected|bureau of labor|industry|employers say|hiring managers|companies|discount|attendance|demand|market)\b"
)


def read(page: Page) -> Found:
    """Shares of employment, completion and passing; median pay; how many hold it."""
    found: dict[tuple[str, float], OutcomeFigure] = {}
    for metric, pattern in _SHARES:
        for hit in page.hits(pattern):
            rate = float((hit.match["rate"] or hit.match["rate2"]).replace(",", "."))
            ours = (
                metric == "pass_rate"
                or _OURS.search(hit.sentence.text)
                or "rate" in hit.match[0]
                or "tasa" in hit.match[0]
            )
            if rate <= 100 and ours and not _FOREIGN.search(hit.sentence.text):
                value = round(rate / 100, 4)
                found.setdefault((metric, value), _figure(page, hit.sentence, metric, value))
    for money in mentions(page):
        text = money.sentence.text
        if _PAY.search(text) and _OURS.search(text) and not _FOREIGN.search(text):
            value = float(money.price.amount)
            found.setdefault(
                ("median_earnings", value),
                _figure(page, money.sentence, "median_earnings", value, money.price.currency or ""),
            )
    for hit in page.hits(_HOLDERS):
        value = float(hit.match["n"].replace(",", ""))
        found.setdefault(
            ("holders", value),
            OutcomeFigure("holders", value, (page.of(hit.sentence),), note="the provider's own word"),
        )
    return Found({"outcomes": tuple(found.values())} if found else {})


def _figure(page: Page, sentence: Sentence, metric: str, value: float, unit: str = "") -> OutcomeFigure:
    when, of = _WHEN.search(sentence.text), _OF.search(sentence.text)
    months = workload(when["time"]).months if when else None
    count = int(of["n"].replace(",", "")) if of else None
    return OutcomeFigure(
        metric,
        value,
        (page.of(sentence),),
        unit,
        count,
        round(months.max, 1) if months else None,
        "the provider's own word",
    )

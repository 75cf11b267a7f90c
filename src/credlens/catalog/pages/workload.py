"""How much work it is and how long it takes, by labels and by sentences that say what takes so long."""

from __future__ import annotations

import re

from credlens.catalog.pages.said import Found, Page, settled
from credlens.catalog.pages.words import folded
from credlens.catalog.values.durations import WEEKS_A_MONTH, Workload, ects, weekly, workload
from credlens.model.fact import Source
from credlens.model.quantity import Hours, Months

_LABEL = (
    r"(?:(?:course |program(?:me)? |total |estimated |approximate |study |learning |expected |average |recommended |suggested |preparation |student )*(?:duration|load|length|time(?: commitment| to complete| required| needed)?|effort|workload|study time|hours|commitment|learning time|seat time)"
    r"|how long (?:does it take|is (?:it|the (?:course|program(?:me)?|bootcamp)))|time to (?:complete|finish)|pace|schedule|(?:duracion|dedicacion|esfuerzo|carga (?:horaria|de trabajo)|tiempo (?:estimado|de dedicacion)|horas)(?: total(?:es)?| semanal| del curso| estimad[ao])*)"
)
_UNIT = r"(?:hours?|hrs?|h|weeks?|wks?|months?|days?|horas?|semanas?|mes(?:es)?|dias?)"
_AMOUNT = rf"\d[\d.,]*\+?(?:\s*(?:-|to|a|or|o)\s*\d[\d.,]*)?[\s-]*{_UNIT}\b"
_SAID = re.compile(
    rf"\b(?:takes?|lasts?|complet\w+|finish\w*|runs? (?:for|over)|spans?|spread over|duration|over|consists? of|comprises?|expect\w*|plan(?: on)?|requires?|needs?|commit\w*|dedicat\w+|spend|invest|workload|effort"
    rf"|total(?: of)?|become \w[\w -]{{0,40}} in|learn \w[\w -]{{0,40}} in|approximately|approx|about|around|dura|duracion|dedica\w*|estim\w+|completa\w*|termina\w*|program(?:me)?|course|bootcamp|curso|programa|only)\b[^.;!?]{{0,60}}?(?P<amount>{_AMOUNT})"
)
_SHORT = re.compile(
    rf"(?:at:? )?(?:approx(?:imately|\.)?|about|around|~|only|just|total(?: of)?:?)?\s*{_AMOUNT}.{{0,60}}"
)
# Times of something else.
_ELSEWHERE = re.compile(
    r"\b(?:valid\w*|expir\w*|renew\w*|access|refund\w*|money[- ]back|trial|guarantee\w*|experience|experiencia|(?:coaching|clinical|supervised|field|flight) practice|within|response|results?|salary|jobs?(?!-ready)|hired|employ\w*|retak\w*|wait\w*|ago|since|deadline|pay(?:ment|ing|s)?|instal\w*"
    r"|billed|cancel\w*|attempts?|exam(?:ination)?s?|test|questions?|minutes before|appointment|support|mentor(?:ing|ship)? (?:sessions|calls)|history|old|every|recertif\w*|cpe|ceus?|pdus?|cpd|video|on-demand|office hours|per month(?! of)"
    r"|business days|working days|examen|valid[eoa]\w*|caduca|vigencia|acceso|reembols\w*|devolucion|garantia|prueba gratis|lectures? per|prior|previous|before (?:the|you)|late|notice|proof|graduates?|alumni|webinar|orientation|internship"
    r"|placement|module \d|week \d|last \d|past \d|first \d|next \d|save|badge|sent|ship\w*|deliver(?:ed|y)|issued|enrol(?:led|ment) (?:closes|ends)|per day|a day|hours a day)\b"
)
_PARTS = re.compile(
    r"\b(?:each|every|per|cada|por) (?:\w+ )?(?:module|course|lesson|unit|class|session|modulo|curso|leccion|sesion|lab|project)\b"
)
_SUM = re.compile(
    r"\D{0,20}(\d{1,4}) ?(?:hours?|hrs?|horas?)\b[^.;\d]{0,40}\b(?:and|plus|y|mas) (\d{1,4}) ?(?:hours?|hrs?|horas?)\b(?! ?(?:/|per|a|por) )"
)
_POINTS = re.compile(r"\b(\d{1,3}(?:[.,]\d)?) ?(?:ects\b|european credits|creditos (?:ects|europeos))")
# Hours that stand right behind the points they are of: "5 ECTS (140 hours)".
_BESIDE_POINTS = re.compile(
    r"\b(?:ects|european credits|creditos europeos)(?: credits?| points?| creditos)? ?[(=,/-]\s?(\d{1,4} (?:study |learning )?(?:hours?|hrs?|h|horas?))\b"
)
_MOST = 8


def read(page: Page) -> Found:
    """Hours where they are stated, or weeks times hours a week, or 25 to 30 hours an ECTS point; months as the calendar."""
    said = [(w, s) for w, s in (*_labelled(page), *_short(page)) if _says(w)]
    if not any(w.hours for w, _ in said) and not all(any(getattr(w, x) for w, _ in said) for x in ("pace", "months")):
        said += [(w, s) for w, s in _sentences(page) if _says(w)]
    said = said[:_MOST]
    hours: list[tuple[Hours, Source, str]] = [(w.hours, s, w.how) for w, s in said if w.hours]
    months: list[tuple[Months, Source]] = [(w.months, s) for w, s in said if w.months]
    paces = [(w.pace, s) for w, s in said if w.pace]
    fields = {"duration": settled("duration", months)} if months else {}
    if not hours and paces and months and len({m for m, _ in months}) == 1:
        (pace, source), (calendar, other) = paces[0], months[0]
        found = weekly(
            (round(calendar.min * WEEKS_A_MONTH, 1), round(calendar.max * WEEKS_A_MONTH, 1)), (pace.min, pace.max)
        )
        if found.hours:
            fact = settled("hours", [(found.hours, source)], found.how)
            return Found(
                {**fields, "hours": type(fact)(fact.value, tuple(dict.fromkeys((source, other))), note=found.how)}
            )
    if hours:
        notes = "; ".join(dict.fromkeys(how for *_, how in hours if how))
        return Found({**fields, "hours": settled("hours", [(h, s) for h, s, _ in hours], notes)})
    beside = [(workload(h.match[1]).hours, page.of(h.sentence)) for h in page.hits(_BESIDE_POINTS)]
    if stated := [(h, s) for h, s in beside if h]:
        return Found({**fields, "hours": settled("hours", stated)})
    points = [(ects(float(h.match[1].replace(",", "."))), page.of(h.sentence)) for h in page.hits(_POINTS)]
    by_points = [(w.hours, s) for w, s in points if w.hours]
    if len({h for h, _ in by_points}) == 1:
        return Found({**fields, "hours": settled("hours", by_points, points[0][0].how)})
    return Found(fields)


def _says(found: Workload) -> bool:
    return bool(found.hours or found.months or found.pace)


def _labelled(page: Page) -> list[tuple[Workload, Source]]:
    found = []
    for value, line, quote in page.labelled(_LABEL):
        under = folded(line.heading)
        if re.search(r"\b(?:exam|test|examen)\b", under) or re.search(r"\b(?:exam|examen)\b", folded(quote)):
            continue  # how long somebody sits in an exam is no workload
        if re.search(r"\bmin(?:ute|uto)?s?\b", value) and re.search(
            r"\bexam\b|^[a-z]{2,4}-\d{2,4}\b", folded(page.title)
        ):
            continue
        if not _ELSEWHERE.search(value):
            found.append((_workload(value), page.source(quote, line)))
    return found


def _short(page: Page) -> list[tuple[Workload, Source]]:
    """Lines that are nothing but a time: the facts at the top of a page."""
    return [
        (_workload(s.text), page.of(s))
        for s in page.sentences
        if len(s.text) <= 70 and not s.refused and _SHORT.fullmatch(s.text) and not _foreign(s.text)
    ]


def _sentences(page: Page) -> list[tuple[Workload, Source]]:
    found = []
    for hit in page.hits(_SAID):
        text = hit.sentence.text
        if not _foreign(text):
            found.append(
                (_workload(text[hit.match.start("amount") : hit.match.start("amount") + 120]), page.of(hit.sentence))
            )
    return found


def _workload(text: str) -> Workload:
    """The reader's word, with "12 hours of videos and 8 hours of practice" as the sum that it is."""
    both = _SUM.match(text)
    return workload(f"{float(both[1]) + float(both[2]):g} hours" if both else text)


def _foreign(text: str) -> bool:
    return bool(_ELSEWHERE.search(text) or _PARTS.search(text))

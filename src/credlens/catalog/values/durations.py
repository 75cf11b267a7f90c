"""How long it takes, as catalogs write it: ISO 8601, or words in five languages.

Hours are only ever what a text says in hours (or hours a week times weeks): no workload follows from months alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from credlens.catalog.values.text import line
from credlens.model.credential import Validity
from credlens.model.quantity import Hours, Months

WEEKS_A_MONTH = 52 / 12
HOURS_AN_ECTS_POINT = (25.0, 30.0)  # ECTS Users' Guide 2015, section 2.1
_MOST_HOURS, _MOST_MONTHS = 20_000.0, 240.0  # ten years of full-time work, twenty years: beyond that it is a slip
_TO_HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0}
_TO_WEEKS = {"day": 1 / 7, "week": 1.0, "month": WEEKS_A_MONTH, "year": 52.0}
_LONGEST = 500  # characters: beyond that it is a description, and a number in it may be anything
_ISO = re.compile(
    r"([-+]?)P(?:(\d+(?:[.,]\d+)?)Y)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)W)?(?:(\d+(?:[.,]\d+)?)D)?"
    r"(?:T(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?",
    re.IGNORECASE,
)
# Without accents. Credit hours are no hours of work, so "3 credit hours" is not read.
_UNITS = {
    "second": r"seconds?|secs?|segundos?|secondes?|sekunden?",
    "minute": r"minutes?|mins?|minutos?|minuten?",
    "hour": r"(?:clock |contact |instructional |class |study )?hours?|hrs?|h|horas?|heures?|stunden?|std",
    "day": r"days?|dias?|jours?|tage?n?",
    "week": r"weeks?|wks?|wk|semanas?|semaines?|wochen?",
    "month": r"months?|mos?|mos|meses|mes|mois|monaten?|monate?",
    "year": r"years?|yrs?|anos?|ans|annees?|annee|an|jahren?|jahre?",
}
_UNIT = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _UNITS.items())
_ENGLISH = re.compile(r"h|(?:\w+ )?(?:second|sec|minute|min|hour|hr|day|week|wk|month|mo|year|yr)s?")
_NUMBER = r"\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:[.,]\d+)?"
_RANGE_WORDS = r"-|to|a|ate|or|o|ou|oder|bis|and|y|e|hasta"
_AMOUNT = re.compile(
    rf"(?P<low>{_NUMBER})\s*(?P<plus>\+)?(?:\s*(?:{_UNIT.replace('?P<', '?P<first_')})?\.?\s*(?P<by>{_RANGE_WORDS})\s*(?P<high>{_NUMBER}))?"
    rf"\s*(?P<more>\+)?[\s-]*(?:{_UNIT})\b\.?"
)
_UP_TO = re.compile(
    r"(?:less than|under|fewer than|up to|at most|max(?:imum|\.)?(?: of)?|hasta|menos de|ate|moins de|bis zu|weniger als)\s*$"
)
_AT_LEAST = re.compile(r"(?:more than|at least|min(?:imum|\.)?(?: of)?|mas de|mais de|plus de|mindestens)\s*$")
_AND_WORDS = {"and", "y", "e"}
_AND = re.compile(r"\s*(?:,|and|y|e|et|und)?\s*")
_PER = r"\s*(?:of (?:study|work|effort)\s*)?(?:/|per|an?|each|every|(?:a |en |por )?la|al|por|par|pro|je|in der|die|(?:a )?cada|na|weekly)\s*"
_PER_WEEK = re.compile(rf"{_PER}(?:{_UNITS['week']})\b|\s*(?:weekly|hebdo\w*|semana(?:l\w*|is)|wochentlich)\b")
_PER_OTHER = re.compile(
    rf"{_PER}(?:{_UNITS['day']}|{_UNITS['month']}|course|module|unit|lesson|session|class|curso|modulo)\b"
)
# Halves and quarters in words and signs, as decimals; then "5h 30m" and "5h30", where m can only be minutes.
_PARTS = (
    (re.compile(r"(?<=\d)\s*(?:\u00bd|\s1/2(?![\d/]))"), ".5"),
    (re.compile(r"(?<=\d)\s*(?:\u00bc|\s1/4(?![\d/]))"), ".25"),
    (re.compile(r"(?<=\d)\s*(?:\u00be|\s3/4(?![\d/]))"), ".75"),
    (re.compile(r"(?<![\d/])(?:\u00bd|1/2)(?!\s*[\d/])"), "0.5"),
)
_HALF = re.compile(
    rf"(?<![\d.,])(\d+)(\s*(?:{'|'.join(_UNITS[u] for u in ('hour', 'day', 'week', 'month', 'year'))}))?\s+(?:and a|y|e|et)\s+(?:half|medi[ao]|mei[ao]|demie?)\b"
)
_MINUTES = re.compile(
    rf"(\d\s*(?:{_UNITS['hour']})\b\.?,?\s*(?:(?:and|y|e|et|und)\s+)?\d{{1,2}})\s*m\b|(\dh[0-5]\d)(?:m|min)?\b"
)
_NEVER = re.compile(
    r"(?:never|does not|doesn'?t|no|without|not?) ?(?:expir\w*|expiration(?: date)?)|no expiration|lifetime|life ?long|permanent|perpetual|unlimited"
    r"|no caduca|sin caducidad|nao expira|n'expire pas|unbefristet|unlimitiert"
)


@dataclass(frozen=True, slots=True)
class Workload:
    """What a text says of the work and of the calendar.

    Attributes:
        how: the derivation when hours or months were computed ("6 weeks x 5-8 h/week"), or what a bound leaves open; empty when stated so.
        pace: hours a week, when nothing is said but them: for how many weeks is not known.
    """

    hours: Hours | None
    months: Months | None
    how: str = ""
    pace: Hours | None = None


_NOTHING = Workload(None, None, "")


@dataclass(frozen=True, slots=True)
class _Span:
    low: float
    high: float
    unit: str
    weekly: bool = False
    unbounded: bool = False

    @property
    def factor(self) -> float:
        """To hours for work, to weeks for the calendar."""
        return _TO_HOURS.get(self.unit) or _TO_WEEKS[self.unit]

    @property
    def is_work(self) -> bool:
        """Whether it is counted in hours and less: work rather than days on a calendar."""
        return self.unit in _TO_HOURS

    def words(self) -> str:
        """For instance "6-8 weeks"."""
        return f"{_range(self.low, self.high)} {self.unit}{'s' * (self.high != 1)}"


def workload(text: object) -> Workload:
    """The hours and the calendar months in a text; None for what it does not say.

    "Less than 2 hours" is 0 to 2; "15+ hours" has no upper end and is read as exactly 15, which ``how`` says. ISO 8601 with days and hours
    in one ("P1DT2H") is a time on the calendar, a day and two hours: how much of the day is work is not said, so its hours are unknown.
    """
    said = line(text)[:_LONGEST]
    iso = _ISO.fullmatch(said) if said[:2].upper().startswith(("P", "+P", "-P")) else None
    if iso and any(iso.groups()[1:]):
        return _of_iso(iso)
    return _of_spans(_joined(_spans(_folded(said))))


def weekly(weeks: tuple[float, float], hours: tuple[float, float]) -> Workload:
    """So many weeks at so many hours a week, each a range."""
    (first, last), (least, most) = sorted(weeks), sorted(hours)
    if first <= 0 or least < 0:
        return _NOTHING
    months = _months(first / WEEKS_A_MONTH, last / WEEKS_A_MONTH)
    found = _hours(first * least, last * most)
    how = f"{_range(first, last)} week{'s' * (last != 1)} x {_range(least, most)} h/week"
    return Workload(found, months, how if found else "")


def ects(points: float) -> Workload:
    """The workload of ECTS points: 25 to 30 hours each (ECTS Users' Guide 2015)."""
    low, high = HOURS_AN_ECTS_POINT
    found = _hours(points * low, points * high) if points > 0 else None
    return Workload(found, None, f"{points:g} ECTS x {low:g}-{high:g} h" if found else "")


def validity(text: object) -> Validity | None:
    """How long a credential holds, in whole months; None when the text does not say, or says it in days that make no month."""
    said = line(text)
    months = workload(said).months
    if _NEVER.search(_folded(said)):
        return None if months else Validity(None)  # "lifetime access, valid for 12 months" says two things
    if months is None or months.min != months.max:
        return None
    whole = round(months.max)
    return Validity(whole) if whole >= 1 else None


def _of_iso(found: re.Match[str]) -> Workload:
    years, months, weeks, days, hours, minutes, seconds = (
        float((g or "0").replace(",", ".")) for g in found.groups()[1:]
    )
    if found[1] == "-":
        return _NOTHING
    calendar = years * 12 + months + (weeks + days / 7) / WEEKS_A_MONTH
    work = hours + minutes / 60 + seconds / 3600
    if calendar:
        return Workload(None, _months(calendar, calendar))
    return Workload(_hours(work, work) if work else None, None)


def _of_spans(spans: list[_Span]) -> Workload:
    pace = next((s for s in spans if s.weekly), None)
    calendar = next((s for s in spans if not s.is_work), None)
    work = next((s for s in spans if s.is_work and not s.weekly), None)
    months = None
    if calendar:
        scale = calendar.factor / WEEKS_A_MONTH
        months = _months(calendar.low * scale, calendar.high * scale)
    if work:
        return Workload(_hours(work.low * work.factor, work.high * work.factor), months, _open_end(work))
    if pace and calendar and months:
        least, most = pace.low * pace.factor, pace.high * pace.factor
        hours = _hours(calendar.low * calendar.factor * least, calendar.high * calendar.factor * most)
        return Workload(hours, months, f"{calendar.words()} x {_range(least, most)} h/week" if hours else "")
    only_pace = _hours(pace.low * pace.factor, pace.high * pace.factor) if pace and not calendar else None
    return Workload(None, months, _open_end(calendar) if calendar and months else "", only_pace)


def _spans(text: str) -> Iterator[tuple[_Span, str]]:
    """(what is said, what stands between it and the one before)."""
    end = 0
    for found in _AMOUNT.finditer(text):
        between, after = text[end : found.start()], text[found.end() :]
        end = found.end()
        unit = next(name for name in _UNITS if found[name])
        first = next((name for name in _UNITS if found[f"first_{name}"]), unit)
        low = _number(found["low"], found[f"first_{first}"] or found[unit])
        high = _number(found["high"], found[unit]) if found["high"] else low
        if (first in _TO_HOURS) != (unit in _TO_HOURS) or (first != unit and found["by"] in _AND_WORDS):
            yield _Span(low, low, first), between  # "3 meses a 10 horas" and "1 year and 6 months" are no ranges
            low, between = high, found["by"]
        elif first != unit:
            low *= _Span(1, 1, first).factor / _Span(1, 1, unit).factor
        if unit in _TO_HOURS and _PER_OTHER.match(after):
            continue  # so many hours a course or a day: how many of those there are is not said
        unbounded = bool(found["plus"] or found["more"]) or (
            found["high"] is None and _AT_LEAST.search(between) is not None
        )
        if _UP_TO.search(between):
            low = 0.0
        pace = unit in _TO_HOURS and _PER_WEEK.match(after) is not None
        yield _Span(min(low, high), max(low, high), unit, pace, unbounded), between


def _joined(spans: Iterator[tuple[_Span, str]]) -> list[_Span]:
    """The spans, with "2 hours 30 minutes" and "1 year and 6 months" made one each."""
    out: list[_Span] = []
    for span, between in spans:
        last = out[-1] if out else None
        smaller = last is not None and span.is_work == last.is_work and span.factor < last.factor
        # "40 hours, 30 minutes a week" is the whole and the pace; "10 h 30 min a week" is one pace.
        one = "," not in between if span.weekly else True
        if last and smaller and one and not last.weekly and _AND.fullmatch(between):
            scale = last.factor / span.factor
            out[-1] = _Span(last.low * scale + span.low, last.high * scale + span.high, span.unit, span.weekly)
        else:
            out.append(span)
    return out


def _open_end(span: _Span) -> str:
    if not span.unbounded:
        return ""
    return f"at least {span.low:g} {span.unit}{'s' * (span.low != 1)}; no upper end is given"


def _hours(low: float, high: float) -> Hours | None:
    return Hours(round(low, 2), round(high, 2)) if 0 < high <= _MOST_HOURS else None


def _months(low: float, high: float) -> Months | None:
    return Months(round(low, 2), round(high, 2)) if 0 < high <= _MOST_MONTHS else None


def _range(low: float, high: float) -> str:
    return f"{low:g}" if low == high else f"{low:g}-{high:g}"


def _number(text: str, unit: str) -> float:
    """Marks before groups of three digits group thousands: a comma always, a dot with a unit that is not English."""
    grouped = re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+", text)
    if grouped and ("," in text or not _ENGLISH.fullmatch(unit)):
        return float(re.sub(r"[.,]", "", text))
    return float(text.replace(",", "."))


def _folded(text: str) -> str:
    text = text.casefold()
    for pattern, decimal in _PARTS:  # before the signs fall apart: NFKD makes "21/2" of 2 and the sign of a half
        text = pattern.sub(decimal, text)
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = _HALF.sub(lambda m: f"{m[1]}.5{m[2] or ''}", plain)
    plain = _MINUTES.sub(lambda m: f"{m[1]} min" if m[1] else f"{m[2].replace('h', ' h ')} min", plain)
    return re.sub(r"\s*[\u2010-\u2015\u2212~]\s*", "-", plain).replace("\u2019", "'")

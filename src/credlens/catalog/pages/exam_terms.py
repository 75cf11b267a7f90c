"""The terms of an exam, wherever on the page they stand: attempts, pass mark, minutes, questions, days to wait, pass rate."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from credlens.catalog.pages.said import Page
from credlens.catalog.values.durations import workload
from credlens.model.fact import Source

T = TypeVar("T")

_UNLIMITED = re.compile(
    r"\b(?:unlimited|any number of|as many) (?:\w+ )?(?:attempts|retakes|tries|times|re-?takes|resits)\b|\b(?:re-?take|repeat|try|attempt|resubmit)\b[^.;,]{0,40}\b(?:as many times as|as often as|unlimited(?:ly)?|until you pass|without limit)\b|\blas veces que (?:quieras|necesites|sea necesario|haga falta)\b|\bintentos ilimitados\b|\bsin limite de intentos\b"
)
_ATTEMPTS = re.compile(
    r"\b(?P<n>\d{1,2}|one|single|una?|un unico|two|three|four|five) (?:\w+ )?(?:attempts?|tries|intentos?|oportunidades|convocatorias)\b(?! (?:per|a|each|every|in any) (?!(?:calendar )?year\b|12[- ]month))|\b(?:attempt\w*|taken?|repeated?|retaken?)\b[^.;]{0,30}\b(?:up to|at most|maximum of|only) (?P<n2>\d{1,2}|once|twice|one|two|three)(?: ?(?:times|attempts))?\b(?!(?: times| attempts)? (?:a|per|each|every|in any) (?!(?:calendar )?year\b|12[- ]month))"
    r"|\b(?:try|sit|take (?:it|the (?:exam|test))|attempt (?:it|the (?:exam|test))) (?:up to |at most |a maximum of )?(?P<n3>\d{1,2}) times\b(?! (?:a|per|each|every) (?:day|week|month))"
)
_RESUBMIT = re.compile(
    r"\b(?:resubmit|hand (?:it|them) in again|submit (?:it|them) again|volver a entregar)\b[^.;,]{0,20}? (?:up to )?(?P<n>\d|once|twice)\b"
)
_COUNT = {
    "one": 1,
    "single": 1,
    "una": 1,
    "un": 1,
    "un unico": 1,
    "once": 1,
    "two": 2,
    "twice": 2,
    "three": 3,
    "four": 4,
    "five": 5,
}
_MARK = re.compile(
    r"\b(?:pass(?:ing)? (?:mark|score|grade|rate required|threshold)|minimum (?:score|grade|mark)|cut score|score(?: of)? at least|scor(?:e|ing)|achiev\w+|nota (?:minima|de corte)|puntuacion minima|calificacion minima|pass(?:ing)? (?:is|at|with)|to pass|aprob\w+ con)\b[^.;%]{0,40}?(?P<mark>\d{2,3}(?:[.,]\d)?) ?(?:%|percent|por ciento)"
    r"|\bpass\b[^.;%\d]{0,60}\(?(?P<mark3>\d{2,3}) ?% or (?:higher|above|more|better)\b"
    r"|(?P<mark2>\d{2,3}) ?(?:%|percent|por ciento) (?:or (?:higher|above|more|better) |de aciertos |correct(?: answers)? )?(?:\w+ ){0,4}?(?:to pass|is required|required|pass(?:ing)? (?:mark|score|grade)|para aprobar|aprobar)\b"
)
_QUESTIONS = re.compile(
    r"\b(?P<n>\d{1,3})(?:\s?-\s?(?P<high>\d{1,3}))? (?:\w+[ -]){0,4}?(?:questions?|items|preguntas)\b"
)
_QUESTION_LABEL = r"(?:(?:number of )?(?:exam )?(?:questions|items)|numero de preguntas|preguntas)"
_TIME = re.compile(
    r"\b(?P<time>\d{1,3}(?:\.\d)?[ -]?(?:minutes?|mins?\.?|hours?|minutos?|horas?)(?:,? (?:and |y )?\d{1,2} ?(?:minutes?|minutos?))?)\b"
)
_TIME_LABEL = r"(?:(?:exam |test |examination )?(?:length|duration|time(?: (?:limit|allowed|allotted))?)(?: of (?:the )?(?:exam|test))?|duracion(?: del examen)?)"
_WAIT = re.compile(
    r"\b(?:wait(?:ing period)?|retake\w*|resit\w*|esperar|again)\b[^.;]{0,50}?(?P<time>\d{1,3} (?:calendar |business )?(?:days?|hours?|weeks?|months?|dias?|semanas?))\b|\b(?P<time2>\d{1,3}[ -](?:days?|hours?|weeks?))[ -](?:waiting|wait|before (?:a |the |you )?(?:\w+ )?re-?tak\w+)"
)
_RATE = re.compile(
    r"\b(?:pass rate|first[- ]time pass rate|tasa de aprobados)\b[^.;%\d]{0,40}(?P<rate>\d{1,3}(?:\.\d)?) ?%|(?P<rate2>\d{1,3}(?:\.\d)?) ?% (?:\w+ )?pass rate\b"
)
_EXAM = re.compile(r"\b(?:exam(?:ination)?s?|test|assessment|quiz(?:zes)?|examen(?:es)?|prueba|evaluacion)\b")
_EACH = re.compile(
    r"\b(?:each|every|per) (?:\w+ )?(?:contain\w*|section|module|part|with|has|consist\w*|domain|unit|lesson)\b|\bcada\b"
)
_CHOICE = re.compile(r"\bmultiple[- ](?:choice|response)\b|\btipo test\b|\bopcion multiple\b")
_PROCTORED = re.compile(r"\b(?:proctored|invigilated)\b")
_PRACTICE = re.compile(r"\b(?:practi[cs]e|mock|sample|question bank|prep\w*|simulacr\w+|access)\b")


@dataclass(frozen=True, slots=True)
class Terms:
    """What is said once; None where nothing, or two different things, are said.

    Attributes:
        says_exam: whether there can be no doubt that there is an exam: it has questions and minutes, or minutes under supervision.
        choice: whether its questions are multiple-choice ones.
    """

    attempts: int | None
    pass_mark: float | None
    minutes: float | None
    questions: int | None
    retake_days: float | None
    pass_rate: float | None
    sources: tuple[Source, ...]
    says_exam: bool
    choice: bool


def terms(page: Page) -> Terms:
    """The terms that the page's own lines state."""
    sources: list[Source] = []

    def one(values: Iterable[tuple[T, Source]]) -> T | None:
        found = list(values)
        different = dict.fromkeys(v for v, _ in found)
        if len(different) != 1:
            return None
        sources.append(found[0][1])
        return found[0][0]

    attempts = one([(0, page.of(h.sentence)) for h in page.hits(_UNLIMITED)] or _attempts(page))
    mark = one((v, s) for v, s in _numbers(page, _MARK, "mark") if 20 <= v <= 100)
    minutes, questions = one(_minutes(page)), one(_questions(page))
    wait, rate = one(_waits(page)), one((v / 100, s) for v, s in _numbers(page, _RATE, "rate") if v <= 100)
    watched = any(re.search(r"\bminutes?\b", h.sentence.text) for h in page.hits(_PROCTORED))
    sure = minutes is not None and (questions is not None or watched)
    return Terms(
        attempts,
        mark,
        minutes,
        questions,
        wait,
        rate,
        tuple(sources),
        sure,
        any(_CHOICE.search(h.sentence.text) for h in page.hits(_QUESTIONS))
        or any(_CHOICE.search(value) for value, *_ in page.labelled(_QUESTION_LABEL)),
    )


def _attempts(page: Page) -> list[tuple[int, Source]]:
    found = []
    for hit in page.hits(_ATTEMPTS):
        word = hit.match["n"] or hit.match["n2"] or hit.match["n3"]
        count = int(word) if word.isdigit() else _COUNT.get(word, 0)
        if count and (_EXAM.search(hit.sentence.text) or re.search("attempt|intento|try|sit", hit.match[0])):
            found.append((count, page.of(hit.sentence)))
    for hit in page.hits(_RESUBMIT):  # once more is the second time
        again = hit.match["n"]
        found.append((1 + (int(again) if again.isdigit() else _COUNT[again]), page.of(hit.sentence)))
    return found


def _numbers(page: Page, pattern: re.Pattern[str], name: str) -> Iterable[tuple[float, Source]]:
    for hit in page.hits(pattern):
        words = next(v for k, v in hit.match.groupdict().items() if k.startswith(name) and v)
        if (
            not re.search(r"\b(?:graduates|alumni|attendance|asistencia|jobs?)\b", hit.sentence.text)
            or "pass rate" in hit.sentence.text
        ):
            yield float(words.replace(",", ".")), page.of(hit.sentence)


def _minutes(page: Page) -> Iterable[tuple[float, Source]]:
    for value, line, quote in page.labelled(_TIME_LABEL):
        about = f"{line.heading} {quote} {page.title}".casefold()
        if (
            _EXAM.search(about)
            and (hours := workload(value).hours)
            and hours.max <= 12
            and hours.min == hours.max
            and _TIME.search(value)
        ):
            yield float(round(hours.max * 60)), page.source(quote, line)
    for hit in page.hits(_TIME):
        if (
            not re.search(
                r"\b(?:exam(?:ination)?|test|examen|proctored|invigilated)\b|\bminutes to complete (?:this|the) assessment\b",
                hit.sentence.text,
            )
            or _PRACTICE.search(hit.sentence.text)
            or re.search(r"\b(?:wait|retak\w*|before|arrive|early|result\w*|within|course|week)\b", hit.sentence.text)
        ):
            continue
        hours = workload(hit.match["time"].replace("-", " ")).hours
        if hours and hours.max <= 12:
            yield float(round(hours.max * 60)), page.of(hit.sentence)


def _questions(page: Page) -> Iterable[tuple[int, Source]]:
    for value, line, quote in page.labelled(_QUESTION_LABEL):
        if number := re.fullmatch(r"(?:maximum of |up to |max\.? )?(\d{1,3})(?: .{0,40})?", value):
            yield int(number[1]), page.source(quote, line)
    for hit in page.hits(_QUESTIONS):
        if (
            not _EACH.search(hit.sentence.text)
            and not _PRACTICE.search(hit.sentence.text)
            and hit.match["high"] is None
        ):
            yield int(hit.match["n"]), page.of(hit.sentence)


def _waits(page: Page) -> Iterable[tuple[float, Source]]:
    for hit in page.hits(_WAIT):
        words = (hit.match["time"] or hit.match["time2"]).replace("-", " ")
        found = workload(words.replace("calendar ", "").replace("business ", ""))
        if not re.search(r"\b(?:retak\w*|re-?tak\w*|resit\w*|again|attempts?|intento|repetir)\b", hit.sentence.text):
            continue
        if found.hours:
            yield round(found.hours.max / 24, 2), page.of(hit.sentence)
        elif found.months:
            yield float(round(found.months.max * 365 / 12)), page.of(hit.sentence)

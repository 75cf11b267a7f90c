"""Promises of a job or a wage in a text, and whether a figure in it comes with its number of people and its method.

English and Spanish. A promise that is denied ("no job guarantee") is none. The patterns are a judgement; what they miss stays unsaid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_JOB = r"(?:jobs?|employment|work|position|interviews?|placement|salary|income|hired|empleo|trabajo|puesto|contrataci[oó]n|entrevistas?|salario)"
_PEOPLE = (
    r"(?:graduates?|grads|students|learners|alumni|participants|completers|alumn[oa]s|graduad[oa]s|egresad[oa]s|estudiantes|"
    r"participantes|titulad[oa]s)"
)
_PLACED = (
    r"(?:jobs?\b|employed|hired|placed\b|placement|in work\b|working (?:as|in (?:the|their) (?:field|industry|sector))\b|careers?\b|promot|raise\b|empleo|emplead|contratad|"
    r"colocad|inserci[oó]n|(?:consigu|encuentr|obtien)\w+ (?:un )?trabajo|trabajan? como)"
)
_PERCENT = r"(?:\d{1,2}(?:[.,]\d+)?|100)\s?(?:%|percent\b|per cent\b|por ciento\b)"
_MONEY = r"(?:[$€£]\s?\d[\d.,]*k?|\d[\d.,]*\s?(?:USD|EUR|GBP|euros?|dollars|d[oó]lares))"

_GUARANTEES = (
    rf"\b{_JOB}[- ](?:search )?guarantee[ds]?\b",
    rf"\bguaranteed (?:\w+ ){{0,2}}{_JOB}\b",
    (
        r"\bguarantee[ds]? (?:you |students |graduates |everyone |our \w+ |of )*(?:an? |your |the )(?:\w+ ){0,2}"
        r"(?:job|position|interview|salary|income)\b(?! (?:queue|run|runs|is|are|will|execut|complet|schedul))"
    ),
    r"\bguarantee[ds]? (?:you |students |graduates |of )*(?:\w+ )?(?:employment|placement|interviews|job placement)\b",
    r"\b(?:get|be|getting|are) hired,? or\b",
    r"\b(?:get|land|find|until you (?:get|land|find)) (?:an? |your )?(?:\w+ )?job,? or (?:your money|we |you )",
    (
        r"\b(?:money[- ]back|refund(?:ed)?|pay nothing|don't pay|do not pay|no tuition)\b[^.;]{0,50}\b(?:until|unless|if)\b[^.;]{0,30}"
        r"\b(?:job|hired|employed)\b"
    ),
    r"\b(?:empleo|trabajo|puesto|contrataci[oó]n|salario|colocaci[oó]n)(?: de trabajo)? (?:100 ?% )?(?:garantizad|asegurad)[oa]s?\b",
    r"\bentrevistas? (?:de trabajo )?(?:garantizad|asegurad)as?\b",
    r"\bgarant[ií]a de (?:empleo|trabajo|contrataci[oó]n|colocaci[oó]n|entrevistas?)\b",
    (
        r"\b(?:te |le |os )?(?:garantizamos|aseguramos|garantiza|asegura) (?:(?:un|el|tu|su|una|la) )?(?:\w+ )?"
        r"(?:empleo|trabajo|puesto|contrataci[oó]n|entrevista|salario)\b"
    ),
    r"\b(?:devolvemos|reembolsamos|devoluci[oó]n|reembolso)\b[^.;]{0,50}\bsi no (?:consigues|encuentras|obtienes|te contratan)\b",
)
_RATES = (
    rf"{_PERCENT}(?: of| de)?(?: our| the| all| nuestr[oa]s| l[oa]s| sus)?(?: [\w.,]+){{0,3}} {_PEOPLE}\b[^.;]{{0,70}}?\b{_PLACED}",
    rf"\b{_PEOPLE}\b[^.;]{{0,20}}{_PERCENT}[^.;]{{0,30}}\b{_PLACED}",
    rf"{_PERCENT} (?:job[- ])?(?:placement|employment|hiring|hire)(?: rate)?\b",
    rf"\b(?:placement|employment|hiring|job) rate[^.;]{{0,20}}{_PERCENT}",
    rf"\btasa de (?:inserci[oó]n|empleabilidad|empleo|colocaci[oó]n)[^.;]{{0,30}}{_PERCENT}",
    rf"{_PERCENT} de (?:inserci[oó]n|empleabilidad|colocaci[oó]n)\b",
    rf"\b(?:our |nuestr[oa]s )?{_PEOPLE} (?:earn|make|receive|ganan|cobran)[^.;]{{0,40}}{_MONEY}",
    rf"\byou(?: will|'ll) (?:earn|make)[^.;]{{0,30}}{_MONEY}",
    rf"\bganar[aá]s[^.;]{{0,30}}{_MONEY}",
)
_DENIED = re.compile(
    r"\b(?:no|not|never|cannot|can't|can not|don't|doesn't|isn't|aren't|won't|without|nor|neither|nobody|sin|ning[uú]n|ninguna|ni|nunca|tampoco)\b"
    r"(?! only\b)(?:\W+\w+){0,4}\W*$|n't(?:\W+\w+){0,3}\W*$",
    re.IGNORECASE,
)
_POLICY = re.compile(
    r"\b(?:federal|universal|public|government|national)\s*$", re.IGNORECASE
)  # economists' job guarantee
_SENTENCE = re.compile(r"(?<=[.!?])\s|[\n•;]")
_COUNTED = re.compile(
    r"\bn\s?=\s?\d|\b\d[\d.,]*\s(?:out of|of|de)\s(?:the\s|los\s|las\s)?\d[\d.,]*\b|"
    rf"\b\d[\d.,]{{1,}}\s(?:\w+\s){{0,2}}(?:{_PEOPLE}|respondents|people|personas|encuestad[oa]s)\b",
    re.IGNORECASE,
)
_METHOD = re.compile(
    r"\b(?:survey(?:ed)?|audited|CIRR|according to|based on|as reported|tax records|wage records|encuesta|seg[uú]n|auditad|basad[oa] en)\b",
    re.IGNORECASE,
)
_KINDS = tuple(
    (figure, re.compile(pattern, re.IGNORECASE))
    for figure, patterns in ((False, _GUARANTEES), (True, _RATES))
    for pattern in patterns
)


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise as the text makes it.

    Attributes:
        words: the sentence, shortened.
        figure: whether it is a rate or a wage and no guarantee.
        counted: whether that sentence or one beside it says over how many people; ``method``: whether it says how.
    """

    words: str
    figure: bool
    counted: bool = False
    method: bool = False


def promises(text: str) -> tuple[Promise, ...]:
    """The promises of a job, an interview or a wage in a text, guarantees first."""
    sentences = [s for part in _SENTENCE.split(text) if (s := " ".join(part.split()))]
    found: dict[str, Promise] = {}
    for place, sentence in enumerate(sentences):
        figure = next(_in(sentence), None)
        if figure is not None:
            around = " ".join(sentences[max(0, place - 1) : place + 2])
            counted, method = bool(_COUNTED.search(around)), bool(_METHOD.search(around))
            found[sentence] = Promise(_short(sentence), figure, figure and counted, figure and method)
    return tuple(sorted(found.values(), key=lambda p: p.figure))


def _in(sentence: str) -> Iterator[bool]:
    for figure, pattern in _KINDS:
        for hit in pattern.finditer(sentence):
            before = sentence[: hit.start()]
            inside = (
                not figure
                and re.search(r"\b(?:no|not|sin)\b(?! only)", hit[0], re.IGNORECASE)
                and "si no" not in hit[0].casefold()
            )
            if not inside and not _DENIED.search(before) and not _POLICY.search(before):
                yield figure


def _short(sentence: str, most: int = 140) -> str:
    return sentence if len(sentence) <= most else sentence[:most].rsplit(" ", 1)[0] + " ..."

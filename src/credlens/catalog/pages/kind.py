"""What kind of thing it is, by the words of its title first, then of what the page says one earns."""

from __future__ import annotations

import re

from credlens.catalog.pages.said import Found, Page
from credlens.catalog.pages.words import folded
from credlens.catalog.values.facts import known
from credlens.catalog.values.kinds import of_words
from credlens.model.fact import Source

# Stronger words first; each is given to the table of kinds.
_WORDS = (
    r"professional certification|certification exam|professional certificate|certificado profesional|micro-?credential\w*|microcredencial\w*|micro-?masters|nano-?degree|certification|certificacion"
    r"|specialization|especializacion|postgraduate certificate|graduate certificate|certificate of (?:completion|participation|attendance|achievement)|certificado de (?:finalizacion|asistencia|participacion)"
    r"|diploma|boot ?camp|digital badge|open badge|licen[cs]ure|apprenticeship|certificate program(?:me)?"
)
_IN_TITLE = re.compile(rf"\b(?:{_WORDS}|certificate|certificado|course|curso|mooc)\b")
_EARNED = re.compile(
    r"\b(?:earn|receive|get|print|download|awarded|award|obtain|obtienes?|obtendras|recibes?|recibiras|consigue|leads? to|issued?|receives|become)\b(?:[^\w.;'-]+[\w'-]+){0,6}?[^\w.;'-]+"
    r"(?P<kind>professional certificate|micro-?credential|microcredencial|certificate of (?:completion|participation|attendance|achievement)|certificado de (?:finalizacion|asistencia|participacion)"
    r"|certificado profesional|digital badge|diploma|certification)\b"
)
_CERTIFIED = re.compile(
    r"certificate of (?:completion|participation|attendance|achievement)|certificado de (?:finalizacion|asistencia|participacion)|professional certificate"
)
_CALLED = re.compile(
    r"^(?:an?|this|the|el|este|un) (?:(?:free|short|self-paced|online|\w+-week|live|introductory) )*(?P<kind>course|curso)\b(?! (?:fee|page|material|starts))"
)
_SHORT = 80  # characters of a sentence that is about what one earns and nothing else
_SPELLED = {
    "microcredencial": "microcredential",
    "microcredenciales": "microcredential",
    "certificacion": "certification",
    "boot camp": "bootcamp",
}
_LABEL = r"(?:type|kind|credential(?: type)?|award|qualification|certification type|tipo(?: de (?:certificado|curso))?|titulacion)"


def read(page: Page) -> Found:
    """The kind, and what it proves where its definition says that."""
    title = folded(page.title)
    for value, line, quote in page.labelled(_LABEL):
        if found := of_words(_SPELLED.get(value, value)):
            return _found(found.kind, page.source(quote, line))
    in_title = [
        m[0]
        for m in _IN_TITLE.finditer(title)
        if not re.match(r"\W*(?:exam )?(?:prep|training|preparation|review)", title[m.end() :])
    ]
    earned = next(page.hits(_EARNED), None)
    strong = [w for w in in_title if w not in {"course", "curso", "mooc", "certificate", "certificado"}]
    if not strong and re.search(r"\bcertified\b|^[a-z]{2,5}-?\d{2,4}\b", title):
        strong = (
            ["certification"]
            if any(
                re.search(r"\bcertification\b|\bcredential\b|\b(?:proctored|passing score|exam fee)\b", s.text)
                for s in page.sentences
            )
            or re.search(r"\bcertification\b", folded(page.head.get("title", "")))
            else []
        )
    if strong:
        return _found(strong[0], page.source(page.title))
    if earned:
        return _found(earned.match["kind"], page.of(earned.sentence))
    for sentence in page.sentences:  # "Certificate of completion" among what is included
        proof = None if sentence.refused or len(sentence.text) > _SHORT else _CERTIFIED.match(sentence.text)
        if proof and re.match(r"\W*$| (?:when|once|after|if|on|upon|for) ", sentence.text[proof.end() :]):
            return _found(proof[0], page.of(sentence))
    if in_title:
        return _found(in_title[0], page.source(page.title))
    called = next(page.hits(_CALLED), None)
    return _found(called.match["kind"], page.of(called.sentence)) if called else Found()


def _found(words: str, source: Source) -> Found:
    kind = of_words(_SPELLED.get(words, words))
    if kind is None:
        return Found()
    fields = {"kind": known(kind.kind, source)}
    if kind.evidence_class:
        fields["evidence_class"] = known(kind.evidence_class, source)
    return Found(fields)

"""How it is assessed: the parts that have to be passed, who grades them, and the terms of an exam."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from credlens.catalog.pages.exam_terms import Terms, terms
from credlens.catalog.pages.said import Found, Hit, Page, Sentence
from credlens.model.credential import Assessment, AssessmentType, Grader
from credlens.model.fact import Source

_T = AssessmentType
_DONE = r"(?:pass(?:es|ed|ing)?|tak(?:e|es|ing)|sit(?:ting)?|complet\w+|requires?|required|must|final|consists? of|includes?|ends? with|assessed|assessment|evaluat\w+|graded|aprob\w+|supera\w*|realiza\w*|evaluacion|consta de|incluye|mediante|through|by|via|score)"
_KINDS: tuple[tuple[AssessmentType, str], ...] = (
    (_T.ORAL_EXAM, r"\b(?:oral (?:exam(?:ination)?|assessment|defen[cs]e)|viva(?: voce)?|assessment interview|professional interview|examen oral|defensa oral)\b"),
    (_T.PRACTICAL, r"\b(?:(?:practical|performance-based|hands-on|lab|skills|live) (?:exam(?:ination)?s?|tests?|assessments?|evaluation)|performance-based (?:tasks|questions)|examen practico|prueba practica|evaluacion practica)\b"),
    (_T.PEER_REVIEW, r"\b(?:peer[- ](?:graded|reviewed|assessed|review(?:s)?|assessments?)|(?:graded|reviewed|assessed|marked) by (?:your |other |fellow )?(?:peers|learners|classmates)|evaluacion(?:es)? (?:entre|por) pares|corregid[ao]s? por (?:pares|companeros))\b"),
    (_T.PROJECT, r"\b(?:capstone(?: project)?|final project|course project|applied project|end-of-(?:course|program(?:me)?) project|(?:graded|assessed|marked|reviewed|evaluated) (?:\w+ )?projects?|(?:complet\w+|submit|deliver|pass|build|finish) (?:an? |\d+ |two |three |four |five |all |the |several |your |hands-on |real-world |practical )+projects?|projects? (?:is|are|that (?:is|are)|which (?:is|are)) (?:graded|reviewed|assessed|evaluated|marked|checked)|(?:are|is) (?:the|your|all|each) projects? (?:graded|reviewed|assessed|evaluated|marked)|proyecto final|trabajo (?:fin|final)(?: de \w+)?|proyecto de fin)\b"),
    (_T.PORTFOLIO, r"\b(?:portfolio (?:of evidence|assessment|review|submission|is (?:assessed|reviewed|graded|marked))|(?:submit|hand in|assessed (?:by|through)) (?:a |your )?(?:\w+ )?portfolio|portafolio (?:evaluado|de evidencias))\b"),
    (_T.PRESENTATION, r"\b(?:final presentation|present (?:it|your (?:work|project|solution|findings)) (?:to|in front of) (?:a |the )?(?:panel|jury|board|experts)|presentacion final)\b"),
    (_T.MARKED_ASSIGNMENT, r"\b(?:(?:graded|marked|tutor-marked|written|weekly|assessed|programming) (?:\w+ )?(?:assignments?|essays?|coursework|homework|exercises|reports?)|(?:assignments?|essays?|homework|coursework) (?:is|are) (?:graded|marked|assessed)|assignments (?:marked|graded)|reflective essay|(?:hands?|handing|turns?|turning|send) in (?:\w+ ){0,3}?(?:assignments?|essays?|reports?|exercises|papers?|coursework|homework)|submit\w* (?:an? |one |\d+ |your |all )?(?:\w+ ){0,2}?(?:assignments?|essays?|written proposals?|reports?|papers?)|(?:written|lab) reports?|(?:an?|one|\d+) essays?|tareas? (?:evaluad|calificad|corregid)\w+|trabajos? (?:escritos?|evaluables?))\b"),
    (_T.QUIZ, r"\b(?:quiz(?:zes)?|knowledge checks?|multiple[- ]choice (?:test|assessment)s?|cuestionarios?|tests? de (?:cada|autoevaluacion)|tests? tipo test)\b"),
    (_T.WRITTEN_EXAM, (rf"\b{_DONE}\b(?:[^\w.;!?'/-]+[\w'/-]+){{0,8}}?[^\w.;!?'/-]+(?P<exam>exam(?:ination)?s?|exam\b|examen(?:es)?|final test|written tests?|theory test|certification test)\b"
                      r"|\b(?P<exam2>final exam(?:ination)?|certification exam(?:ination)?|proctored exam(?:ination)?s?|written exam(?:ination)?s?|online exam(?:ination)?s?|multiple[- ]choice exam(?:ination)?s?|examen (?:final|escrito|tipo test|de certificacion))\b"
                      r"|\b(?P<exam3>(?:this|the) (?:\w+ )?exam(?:ination)?) (?:is|has|consists|contains|lasts|includes|measures|covers|tests|comprises)\b")),
    (_T.ATTENDANCE, r"\b(?:attend(?:ance)? (?:of |at |is |in )?(?:at least |a minimum of |all |\d)[^.;]{0,40}(?:required|sessions?|classes|%|workshops?)|certificate of attendance|(?:watch(?:ing)?|view(?:ing)?) (?:all|every|the) (?:\w+ )?(?:videos?|lessons?|lectures?)|(?:complet\w+|finish\w*) (?:all|every) (?:the |of the )?(?:\w+ )?(?:videos?|lessons?|lectures?)|asistencia (?:minima|obligatoria|del? (?:al menos )?\d))\b"),
)  # fmt: skip
_PATTERNS = tuple((kind, re.compile(words)) for kind, words in _KINDS)
# Where the nouns stand for something else: help with an exam of somebody else, work for show, a place where it is told of.
_ELSEWHERE = re.compile(
    r"\b(?:prepar\w+|prep|practi[cs]e (?:exam|test|question)\w*|mock|sample|study guide|exam (?:guide|objectives|tips|voucher|outline|simulator|dumps?|readiness)|ready for|readiness|toward|exam fee|simulacr\w+|optional|ungraded|practice quiz\w*|opcional"
    r"|project manag\w+|gestion de proyectos|if you (?:fail|do not)|retake (?:policy|fee)|reschedul\w*|before (?:taking|attempting|you take)|exempt\w*|waive\w*)\b"
)
_NONE = re.compile(
    r"\b(?:no|without(?: any)?|sin|there (?:is|are) no) (?:formal |final |graded |hay )?(?:assessments?|exams?(?: or \w+)?|tests?|quizzes|evaluacion|examen(?:es)?)\b"
)
_NO_ASSESSMENT = re.compile(
    r"\b(?:no|not|without(?: any)?|sin|ninguna?|never) (?:formal |final |graded |formally |hay )*(?:assess(?:ments?|ed)|evaluacion)\b|\bno (?:exams?|tests?|quizzes),? (?:or|and|nor|no) (?:\w+ )?(?:exams?|tests?|quizzes|assignments?|assessments?|projects?)\b"
)
_GRADERS = (
    (Grader.PSYCHOMETRIC, re.compile(r"\bpsychometric\w*\b")),
    (Grader.EXTERNAL_EXPERT, re.compile(r"\b(?:external (?:examiner|expert|assessor)s?|industry (?:experts?|panel|professionals|mentors)|independent (?:examiner|assessor)s?|panel of (?:\w+ )?(?:experts|examiners|practitioners|judges)|expertos (?:externos|del sector)|examinador(?:es)? extern\w+)\b")),
    (Grader.TUTOR, re.compile(r"\b(?:(?:graded|marked|reviewed|assessed|evaluated|corrected|read|observed) (?:and \w+ )?by (?:(?:an?|your|our|the|experienced|professional|trained|university|human|course|qualified|expert|academic|teaching|two|three|\d+) )*(?:tutors?|instructors?|teachers?|mentors?|lecturers?|professors?|reviewers?|faculty|graders?|coach(?:es)?|staff|assessors?|trainers?)|tutor-marked|instructor-graded|(?:corregid|evaluad|calificad)[ao]s? por (?:(?:un|el|la|tu|los) )?(?:tutor|profesor|docente|mentor|instructor)\w*)\b")),
    (Grader.PEER, re.compile(r"\b(?:peer[- ](?:graded|reviewed|assessed|review|assessments?)|by (?:your |other |fellow )?(?:peers|learners|classmates)|entre pares|por pares)\b")),
    (Grader.AUTO, re.compile(r"\b(?:auto(?:matically)?[- ](?:graded|marked|scored|corrected)|computer[- ](?:graded|marked|scored)|multiple[- ]choice|automatic grading|(?:marked|graded|scored|checked|corrected) automatically|(?:checked|graded|scored|marked) by (?:automat\w+|a computer|software|machine)|correccion automatica|corregid\w+ automaticamente|tipo test|opcion multiple)\b")),
)  # fmt: skip
_FINAL = re.compile(
    r"\b(?:final exam(?:ination)?|capstone(?: project)?|final project|examen final|proyecto final|trabajo final)\b"
)
_NOUN = 12  # characters that the noun of a part has, and the word before it
_EXAMS = (_T.WRITTEN_EXAM, _T.PRACTICAL, _T.ORAL_EXAM)


@dataclass(frozen=True, slots=True)
class _Named:
    kind: AssessmentType
    sentence: Sentence
    start: int
    end: int


def read(page: Page) -> Found:
    """Each kind once, with the grader and the terms that the same words name; an exam also has the terms that stand alone."""
    named = [n for kind, pattern in _PATTERNS for n in _find(page, kind, pattern)]
    for hit in page.hits(_FINAL, page.syllabus):
        kind = _T.PROJECT if re.search("project|capstone|proyecto|trabajo", hit.match[0]) else _T.WRITTEN_EXAM
        named.append(_Named(kind, hit.sentence, hit.match.start(), hit.match.end()))
    alone = terms(page)
    found: dict[AssessmentType, Assessment] = {}
    for one in named:
        part = _part(page, one)
        found[one.kind] = _completed(found[one.kind], part) if one.kind in found else part
    if not found and alone.says_exam:
        found[_T.WRITTEN_EXAM] = Assessment(_T.WRITTEN_EXAM, tuple(dict.fromkeys(alone.sources)))
    if alone.choice and alone.questions and not set(found) & {_T.WRITTEN_EXAM, _T.QUIZ}:
        found[_T.WRITTEN_EXAM] = Assessment(_T.WRITTEN_EXAM, tuple(dict.fromkeys(alone.sources)), Grader.AUTO)
    if _T.PEER_REVIEW in found and found[_T.PEER_REVIEW].grader is None:
        found[_T.PEER_REVIEW] = replace(found[_T.PEER_REVIEW], grader=Grader.PEER)
    none = next((s for s in page.sentences if _NO_ASSESSMENT.search(s.text)), None)
    no_exam = next((s for s in page.sentences if _NONE.search(s.text)), None)
    problems = []
    if no_exam and _T.WRITTEN_EXAM in found:
        message = f'It says "{no_exam.quote[:120]}", and names an exam elsewhere.'
        problems.append(page.problem("assessment", message, "The exam is left out. Look at the page."))
        del found[_T.WRITTEN_EXAM]
    if none and set(found) - {_T.ATTENDANCE}:
        message = f'It says "{none.quote[:120]}", and names {", ".join(k.value.replace("_", " ") for k in found)}.'
        problems.append(page.problem("assessment", message, "Both are kept. Look at the page."))
    parts = _with_terms(found, alone)
    absent = (("assessment", page.of(none)),) if none and not parts else ()
    return Found({"assessment": parts} if parts else {}, absent, tuple(problems))


def _find(page: Page, kind: AssessmentType, pattern: re.Pattern[str]) -> list[_Named]:
    found = []
    for hit in page.hits(pattern):
        if _ELSEWHERE.search(hit.sentence.text) and not _is_demanded(hit):
            continue
        if kind is _T.WRITTEN_EXAM and re.search(
            r"\b(?:practical|oral|performance-based|hands-on|lab|practico|oral)\s+exam\w*$|\bexamen (?:practico|oral)",
            hit.match[0],
        ):
            continue
        found.append(_Named(kind, hit.sentence, hit.match.start(), hit.match.end()))
    return found


def _is_demanded(hit: Hit) -> bool:
    """Whether a sentence that speaks of preparation says all the same that it has to be passed."""
    text = hit.sentence.text[: hit.match.end() + 1]
    demanded = re.search(
        r"\b(?:must|required to|need to|have to|has to|final) (?:\w+ )?(?:pass|exam|project)\b|\bpass(?:ing)? (?:the|a|this) final\b",
        text,
    )
    return demanded is not None and not re.search(r"\b(?:optional|practi[cs]e|mock|ungraded|prepar\w+)\b", text)


def _part(page: Page, named: _Named) -> Assessment:
    grader = next((g for g, pattern in _GRADERS if pattern.search(_clause(named))), None)
    if grader is Grader.PEER and named.kind in (*_EXAMS, _T.QUIZ):
        grader = None
    written = (_T.WRITTEN_EXAM, _T.QUIZ, _T.MARKED_ASSIGNMENT)
    if grader is Grader.AUTO and named.kind not in written and not re.search("automa|computer", _clause(named)):
        grader = None
    return Assessment(named.kind, (page.of(named.sentence),), grader)


def _clause(named: _Named) -> str:
    """The words around one part where its sentence names several: from it to the next one, and the words right before it."""
    text = named.sentence.text
    others = (pattern for kind, pattern in _PATTERNS if kind is not _T.PEER_REVIEW)
    ends = sorted({m.end() for pattern in others for m in pattern.finditer(text)})  # the nouns stand at the ends
    after = next((e - _NOUN for e in ends if e > named.end), len(text))
    before = max((e for e in ends if e < named.end), default=0)
    return text[max(before, named.start - 25) if before else 0 : max(after, named.end)]


def _completed(one: Assessment, other: Assessment) -> Assessment:
    """Two sentences on one kind; of two graders none is chosen."""
    grader = one.grader or other.grader
    if one.grader and other.grader and one.grader is not other.grader:
        grader = None
    return replace(one, grader=grader, sources=tuple(dict.fromkeys((*one.sources, *other.sources)))[:4])


def _with_terms(found: dict[AssessmentType, Assessment], alone: Terms) -> tuple[Assessment, ...]:
    """The terms go to the only exam, or to the only part there is."""
    exams = [k for k in _EXAMS if k in found] or ([next(iter(found))] if len(found) == 1 else [])
    if not exams and alone.attempts == 0 and _T.QUIZ in found:
        exams = [_T.QUIZ]
    if len(exams) > 1 and _T.WRITTEN_EXAM in exams:
        exams = [_T.WRITTEN_EXAM]
    if len(exams) != 1 or found[exams[0]].type is _T.ATTENDANCE:
        return tuple(found.values())
    part = found[exams[0]]
    sources: tuple[Source, ...] = tuple(dict.fromkeys((*part.sources, *alone.sources)))
    found[exams[0]] = replace(
        part, sources=sources, attempts=alone.attempts, pass_mark=alone.pass_mark, minutes=alone.minutes, questions=alone.questions,
        retake_days=alone.retake_days, pass_rate=alone.pass_rate, grader=part.grader or (Grader.AUTO if alone.choice and exams[0] is _T.WRITTEN_EXAM else None),
    )  # fmt: skip
    return tuple(found.values())

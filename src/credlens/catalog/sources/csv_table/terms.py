"""Cells of a table that hold words out of small vocabularies: kind, level, mode, assessment, credit."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TypeAlias

from credlens.catalog.sources.csv_table.cells import Record
from credlens.catalog.values import levels
from credlens.catalog.values.days import day
from credlens.catalog.values.facts import known, not_stated
from credlens.catalog.values.kinds import Kind, of_words
from credlens.catalog.values.languages import language
from credlens.model.credential import Assessment, AssessmentType, CredentialLevel, CreditValue, Prerequisite, Status
from credlens.model.fact import Fact, not_looked_up
from credlens.model.offer import Absent, DeliveryMode, Schedule

Lists: TypeAlias = tuple[tuple[Assessment, ...], tuple[CreditValue, ...], tuple[Prerequisite, ...], tuple[Absent, ...]]

_YES = frozenset({"yes", "true", "y", "1", "1.0", "si", "oui", "ja", "sim", "x", "eligible"})
_NO = frozenset({"no", "false", "n", "0", "0.0", "non", "nein", "nao", "not eligible"})
_NONE = re.compile(
    r"(?:there are )?(?:no|none|nothing|keine?|ninguno?|nenhum|aucune?)(?: (?:specific|special|formal|particular|prior|prerequisites?|requirements?|needed|required|necessary"
    r"|experience|knowledge|requisitos?|pre-?requis|voraussetzungen|vorkenntnisse))*"
)
_MODES = (
    (DeliveryMode.BLENDED, r"blended|hybrid\w*|mixed|semipresencial|hibrid\w*|mixte|kombiniert|online and (?:on-?site|in[- ]person|classroom)|(?:classroom|in[- ]person) and online"),
    (DeliveryMode.ONSITE, r"on-?site|on site|in[- ]person|face[- ]to[- ]face|class ?room|campus|on campus|presencial|presentiel|prasenz\w*|vor ort"),
    (DeliveryMode.ONLINE, r"online|on-?line|virtual|distance(?: learning)?|e-?learning|remote|web(?:[- ]based)?|self[- ]paced(?: online)?|live online|a distancia|en linea|en ligne|a distance|fernkurs|fernlehre"),
    (DeliveryMode.WORK, r"work(?:place|[- ]based(?: learning)?)|on[- ]the[- ]job|apprenticeship|im betrieb"),
)  # fmt: skip
_ASSESSMENTS = (
    (AssessmentType.ORAL_EXAM, r"oral|viva"),
    (AssessmentType.PRACTICAL, r"practical|performance|hands-?on|lab\b|labs\b|practico|pratique|praktisch"),
    (AssessmentType.PEER_ASSESSMENT, r"peer"),
    (AssessmentType.PORTFOLIO, r"portfolio|portafolio"),
    (AssessmentType.PROJECT, r"project|capstone|proyecto|projet|projekt|projeto"),
    (AssessmentType.QUIZ, r"quiz|multiple[- ]choice|cuestionario|test questions"),
    (AssessmentType.MARKED_ASSIGNMENT, r"assignment|homework|essay|coursework|tarea|devoir|hausarbeit"),
    (AssessmentType.WRITTEN_EXAM, r"exam|test|examen|prufung|klausur|epreuve"),
    (AssessmentType.PRESENTATION, r"presentation|presentacion"),
    (AssessmentType.ATTENDANCE, r"attendance|participation|asistencia|anwesenheit|teilnahme"),
)  # fmt: skip
_STATUSES = {
    Status.ACTIVE: r"active|available|open|current|live|published|activo|actif|aktiv|approved",
    Status.CEASED: r"retired|ceased|closed|discontinued|archived|inactive|ended|expired|withdrawn|cerrado|inactivo|eingestellt",
    Status.DEPRECATED: r"deprecated|legacy|superseded|retiring|being retired",
}
_ECTS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:ects|cp|leistungspunkte)\b.*", re.IGNORECASE)
_CREDIT = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_].*)?", re.IGNORECASE)


def kind(record: Record) -> Kind | None:
    """The kind; words that are none are counted."""
    said = record.cell("kind")
    found = of_words(said)
    if said and found is None:
        record.leave("kind", said, "kind of credential")
    return found


def level(record: Record) -> Fact[CredentialLevel]:
    """The level; "mixed" and the like stay unknown and are counted."""
    said = record.cell("level")
    found = levels.level(said)
    if said and found is None:
        record.leave("level", said, "single level")
    if not record.columns.name("level"):
        return not_looked_up()
    return known(found, record.r.source) if found else not_stated(record.r.source, note=said)


def languages(record: Record) -> Fact[tuple[str, ...]]:
    """The languages of a cell, as codes."""
    out = []
    for part in re.split(r"[,;|/\n]| and | und | y | et ", record.cell("language")):
        code = language(part)
        if part.strip() and code is None:
            record.leave("language", part.strip(), "language")
        elif code and code not in out:
            out.append(code)
    return known(tuple(out) or None, record.r.source)


def mode(record: Record) -> Fact[DeliveryMode]:
    """The form of participation."""
    said = record.cell("mode")
    found = next((m for m, pattern in _MODES if re.fullmatch(pattern, _folded(said))), None)
    if said and found is None:
        record.leave("mode", said, "form of participation")
    return known(found, record.r.source)


def status(record: Record) -> Fact[Status]:
    """Whether it is still there."""
    said = record.cell("status")
    found = next((s for s, pattern in _STATUSES.items() if re.fullmatch(pattern, _folded(said))), None)
    if said and found is None:
        record.leave("status", said, "status")
    return known(found, record.r.source)


def schedule(record: Record) -> Fact[Schedule]:
    """Pace, starts and deadline."""
    said = _folded(record.cell("self_paced"))
    paced = True if said in _YES or said.startswith("self") else False if said in _NO or "instructor" in said else None
    if said and paced is None:
        record.leave("self_paced", said, "yes or no")
    starts = tuple(d for part in re.split(r"[;|]", record.cell("start")) if (d := _day(record, "start", part)))
    found = Schedule(paced, starts, _day(record, "deadline", record.cell("deadline")))
    return known(found if found != Schedule() else None, record.r.source)


def _day(record: Record, of: str, said: str) -> date | None:
    found = day(said.strip())
    if said.strip() and found is None:
        record.leave(of, said.strip(), "day that is understood")
    return found


def lists(record: Record) -> Lists:
    """Assessment, credit and prerequisites, and which of them the row says there are none of."""
    assessment, no_assessment = _assessment(record)
    credit, no_credit = _credit(record)
    prerequisites, no_prerequisites = _prerequisites(record)
    none = (("assessment", no_assessment), ("credit", no_credit), ("prerequisites", no_prerequisites))
    return assessment, credit, prerequisites, tuple(Absent(name, (record.r.source,)) for name, yes in none if yes)


def _assessment(record: Record) -> tuple[tuple[Assessment, ...], bool]:
    said = record.cell("assessment")
    words = _folded(said)
    if not words or words in _YES:  # "exam: yes" does not say what is examined how
        return (), False
    if words in _NO or _NONE.fullmatch(words):
        return (), True
    found = [t for t, pattern in _ASSESSMENTS if re.search(rf"\b(?:{pattern})", words)]
    if not found:
        record.leave("assessment", said, "kind of assessment")
    if set(found) & {AssessmentType.PRACTICAL, AssessmentType.ORAL_EXAM} and "written" not in words:
        found = [t for t in found if t is not AssessmentType.WRITTEN_EXAM]  # "practical exam" is one thing
    return tuple(Assessment(t, (record.r.source,)) for t in found), False


def _credit(record: Record) -> tuple[tuple[CreditValue, ...], bool]:
    source = (record.r.source,)
    out = []
    points = _CREDIT.fullmatch(record.cell("credit_ects"))
    if points and float(points[1].replace(",", ".")) > 0:
        out.append(CreditValue("ECTS", float(points[1].replace(",", ".")), source))
    said = record.cell("credit")
    words = _folded(said)
    if words in _NO:
        return tuple(out), not out
    if words in _YES:
        out.append(CreditValue("academic credit", None, source, "the table says yes; how much and where is not said"))
    elif found := _ECTS.fullmatch(said):
        out.append(CreditValue("ECTS", float(found[1].replace(",", ".")), source))
    elif (found := _CREDIT.fullmatch(said)) and (found[2] or not out):
        out.append(CreditValue(found[2] or record.columns.name("credit"), float(found[1].replace(",", ".")), source))
    elif said:
        record.leave("credit", said, "credit that is understood")
    return tuple(out), False


def _prerequisites(record: Record) -> tuple[tuple[Prerequisite, ...], bool]:
    """Free text, which nobody can check. A lone "None" is how programs write that nothing is known; "none required" says that there are none."""
    said = "\n".join(record.texts("prerequisites"))
    if _NONE.fullmatch(_folded(said).strip(" .")):
        return (), True
    return ((Prerequisite(hard=False, sources=(record.r.source,), text=said),) if said else ()), False


def _folded(text: str) -> str:
    plain_text = unicodedata.normalize("NFKD", text.casefold().strip())
    return " ".join("".join(c for c in plain_text if not unicodedata.combining(c)).split())

"""The European Learning Model's controlled vocabularies, as far as something here has a word for their members.

Codes of the EU Vocabularies (http://data.europa.eu/snb/...), the model's version 3. Members whose label could not be confirmed are not
listed; where a document gives the label beside the code, the label is read.
"""

from __future__ import annotations

import re
from typing import Any

from credlens.catalog.values import jsonld
from credlens.catalog.values.languages import language
from credlens.model.credential import AssessmentType, Supervision
from credlens.model.offer import DeliveryMode

SNB = "http://data.europa.eu/snb/"
AUTHORITY = "http://publications.europa.eu/resource/authority/"
ECTS = f"{SNB}education-credit/6fcec5c5af"
ESCO_SKILLS = "http://data.europa.eu/esco/skill/"
CONTEXT = "http://data.europa.eu/snb/model/context/edc-ap"
UNDETERMINED = "und"  # BCP 47: in which language a catalog's texts are, nobody says

ASSESSMENTS = {
    "19a2e5e671": AssessmentType.PEER_ASSESSMENT,
    "2939dae15f": AssessmentType.MARKED_ASSIGNMENT,
    "3484bd7e51": AssessmentType.CONTINUOUS,
    "4f03b91c0e": AssessmentType.PORTFOLIO,
    "56539a6507": AssessmentType.GROUP_PERFORMANCE,
    "6a4db9f11d": AssessmentType.PRACTICAL,
    "6e6cb2cc78": AssessmentType.WRITTEN_EXAM,
    "7331eb4762": AssessmentType.ATTENDANCE,
    "795dac4096": AssessmentType.PROJECT,
    "812e3b0ae1": AssessmentType.PEER_REVIEW,
    "b1b68f6735": AssessmentType.QUIZ,
    "c4256a2726": AssessmentType.PROBLEM_BASED,
    "d30284d7df": AssessmentType.ORAL_EXAM,
    "de4d165a6c": AssessmentType.ARTEFACT,
    "c_04b30a72": AssessmentType.PRESENTATION,
    "c_2b3bd410": AssessmentType.SELF_ASSESSMENT,
    "c_4f874951": AssessmentType.GUIDED_SELF_ASSESSMENT,
}
ASSESSMENT_CODES = {kind: code for code, kind in ASSESSMENTS.items()}

MODES = {
    "920fbb3cbe": DeliveryMode.ONLINE,
    "9191af2ed9": DeliveryMode.ONSITE,
    "e92d221e4d": DeliveryMode.BLENDED,
    "729f3bed4b": DeliveryMode.WORK,
    "c_3a90b26d": DeliveryMode.BLENDED,  # hybrid
}
MODE_CODES = {mode: code for code, mode in reversed(MODES.items())}

# Learning-opportunity types. The first of a kind is the one that goes out.
KINDS = {
    "05053c1cbe": "Course",
    "79343569f3": "LearningProgram",
    "17744a2647": "Course",  # MOOC
    "7e1ac538db": "Course",  # class
    "0f7dac46ca": "Course",  # programme module
    "74a4a268e8": "LearningProgram",  # short learning programme
}
KIND_CODES = {kind: code for code, kind in reversed(KINDS.items())}

# Licences and quality assurance, of an organisation or of a programme.
ACCREDITED = {
    "bb4618238e": "institution",
    "820101cba6": "programme",
    "003293d2ce": "institution",
    "e57dddfcf3": "programme",
}
ACCREDITED_CODES = {what: code for code, what in reversed(ACCREDITED.items())}

# Two of the four codes have a label in published documents; the others are read by the label that stands beside them.
SUPERVISION = {"c598449d64": Supervision.UNSUPERVISED_NO_ID, "df2880c5cb": Supervision.UNSUPERVISED_WITH_ID}
_SUPERVISED = re.compile(r"(un)?supervised.*?(with(?:out| no)?)\b.*(?:id|identity)", re.IGNORECASE)


def code(concept: Any) -> str:
    """The last part of a concept's address ("http://data.europa.eu/snb/eqf/6" -> "6"); empty when it has none."""
    return jsonld.address_of(concept).rstrip("/").rsplit("/", 1)[-1]


def supervision(concept: Any) -> Supervision | None:
    """Supervision and identity check, by the code or by the label beside it."""
    known = SUPERVISION.get(code(concept))
    if known or not isinstance(concept, dict):
        return known
    found = _SUPERVISED.search(jsonld.words(concept.get("prefLabel"))[:200])
    if not found:
        return None
    checked = found[2].casefold() == "with"
    if found[1]:
        return Supervision.UNSUPERVISED_WITH_ID if checked else Supervision.UNSUPERVISED_NO_ID
    return Supervision.SUPERVISED_WITH_ID if checked else Supervision.SUPERVISED_NO_ID


def language_of(concept: Any) -> str | None:
    """The ISO 639-1 code of a member of the authority's list of languages (".../language/ENG")."""
    return language(code(concept).casefold())


def concept(address: str, scheme: str, label: str = "", notation: str = "") -> dict[str, Any]:
    """A concept as a document writes it."""
    found: dict[str, Any] = {"id": address} if address else {}
    found["type"] = "Concept"
    if scheme:
        found["inScheme"] = {"id": scheme, "type": "ConceptScheme"}
    if label:
        found["prefLabel"] = text(label)
    if notation:
        found["notation"] = notation
    return found


def member(vocabulary: str, member_code: str) -> dict[str, Any]:
    """A concept of one of the EU's vocabularies for learning ("assessment", "6e6cb2cc78")."""
    return concept(f"{SNB}{vocabulary}/{member_code}", f"{SNB}{vocabulary}/25831c2")


def text(*words: str) -> dict[str, Any]:
    """Words as a map of languages, of a language nobody states."""
    return {UNDETERMINED: list(words) if len(words) > 1 else words[0]}

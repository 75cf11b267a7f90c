"""Which kind of thing a catalog's record is: its own words, Open Badges' terms and CTDL's terms, as CTDL classes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from credlens.model.credential import EvidenceClass

_CREDENTIALS = """
AcademicCertificate ApprenticeshipCertificate AssociateDegree AssociateOfAppliedArtsDegree AssociateOfAppliedScienceDegree AssociateOfArtsDegree
AssociateOfScienceDegree BachelorDegree BachelorOfArtsDegree BachelorOfScienceDegree Badge BasicTechnicalCertificate Certificate
CertificateOfCompletion CertificateOfParticipation Certification Degree DigitalBadge Diploma DoctoralDegree GeneralEducationDevelopment
GeneralEducationLevel1Certificate GeneralEducationLevel2Certificate HigherEducationLevel1Certificate HigherEducationLevel2Certificate
JourneymanCertificate License MasterCertificate MasterDegree MasterOfArtsDegree MasterOfScienceDegree MicroCredential OpenBadge
PostBaccalaureateCertificate PostMasterCertificate PreApprenticeshipCertificate ProfessionalCertificate ProfessionalDoctorate
ProficiencyCertificate QualityAssuranceCredential ResearchDoctorate SecondaryEducationCertificate SecondarySchoolDiploma SpecialistDegree
TechnicalLevel1Certificate TechnicalLevel2Certificate TechnicalLevel3Certificate WorkBasedLearningCertificate
"""
_LEARNING = "Course LearningProgram LearningOpportunityProfile"
KINDS: tuple[str, ...] = (*_CREDENTIALS.split(), *_LEARNING.split())
"""Every kind there is: CTDL's classes of credentials, and of courses and programmes, without prefix."""

# What the definition of the kind says by itself (CTDL terms: participation, completion, an examination passed, a right to practise).
_EVIDENCE = {
    "CertificateOfParticipation": EvidenceClass.PARTICIPATION,
    "CertificateOfCompletion": EvidenceClass.COMPLETION,
    "GeneralEducationDevelopment": EvidenceClass.ASSESSED_CERTIFICATE,
    "Certification": EvidenceClass.CERTIFICATION,
    "License": EvidenceClass.LICENCE,
}
# Classes that are written in another way, or were renamed.
_CTDL_NAMES = {
    "LearningOpportunity": "LearningOpportunityProfile",
    "Credential": "",  # any of them: no kind
    "AssociatesDegree": "AssociateDegree",
    "BachelorsDegree": "BachelorDegree",
    "MastersDegree": "MasterDegree",
    "Doctorate": "DoctoralDegree",
    "Licence": "License",
    "Microcredential": "MicroCredential",
}
# Open Badges 3.0 achievementType: those that are no CTDL class of the same name and still are something that can be earned. The others
# (Achievement, Assessment, Assignment, Award, CommunityService, Competency, CoCurricular, Fieldwork, Membership) are no kind of credential.
_ACHIEVEMENTS = {"Badge": "DigitalBadge"}
_BY_FOLDED = {name.casefold(): name for name in KINDS} | {k.casefold(): v for k, v in _CTDL_NAMES.items()}
# Words in front of others that are part of them; each a whole word. Without accents.
_WORDS: tuple[tuple[str, str], ...] = (
    (r"certificat\w* of (?:participation|attendance)|teilnahmebescheinigung|certificado de (?:participacion|asistencia)", "CertificateOfParticipation"),
    (r"certificat\w* of (?:completion|achievement)|statement of accomplishment|certificado de finalizacion", "CertificateOfCompletion"),
    (r"guided project|proyecto guiado|projeto guiado", "Course"),
    (r"professional certification|certification exam|certification", "Certification"),
    (r"professional certificate|certificado profesional|certificado profissional|certificat professionnel|berufszertifikat", "ProfessionalCertificate"),
    (r"micro[ -]?masters?|micro[ -]?bachelors?|micro[ -]?credential\w*|micro[ -]?certificat\w*|master ?track(?: certificate)?", "MicroCredential"),
    (r"x ?series(?: (?:program\w*|certificate))?|nano ?degree|specializations?|specialisations?|especializacion|especializacao", "Certificate"),
    (r"associate(?:'?s)?(?: degree)?(?: of (?:arts|science|applied science))?|associate in \w+", "AssociateDegree"),
    (r"bachelor(?:'?s)?(?: degree| of (?:arts|science|\w+))?|licenciatura|b\.?a\.?|b\.?sc\.?", "BachelorDegree"),
    (r"master(?:'?s)?(?: degree| of (?:arts|science|\w+))?|maestria|mestrado|mba|m\.?sc\.?", "MasterDegree"),
    (r"doctora(?:l|te)(?: degree)?|doctorado|doutorado|ph\.?d\.?", "DoctoralDegree"),
    (r"degree|grado|grau", "Degree"),
    (r"post[ -]?graduate certificate|graduate certificate|post[ -]?baccalaureate certificate", "PostBaccalaureateCertificate"),
    (r"post[ -]?master'?s? certificate", "PostMasterCertificate"),
    (r"university certificate|academic certificate|undergraduate certificate|credit certificate", "AcademicCertificate"),
    (r"(?:high|secondary) school diploma", "SecondarySchoolDiploma"),
    (r"ged|general education(?:al)? development", "GeneralEducationDevelopment"),
    (r"(?:postgraduate |graduate )?diploma|diplom\w*", "Diploma"),
    (r"pre-?apprenticeship\w*(?: certificate)?", "PreApprenticeshipCertificate"),
    (r"(?:registered )?apprenticeship\w*(?: certificate)?", "ApprenticeshipCertificate"),
    (r"journey(?:man|person|worker)(?: certificate)?", "JourneymanCertificate"),
    (r"licen[cs]ures?|(?:occupational |professional )?licen[cs]es?", "License"),
    (r"open badge", "OpenBadge"),
    (r"(?:digital )?badge|insignia digital", "DigitalBadge"),
    (r"executive education(?: program\w*)?|bootcamp|boot camp|learning path|learning program\w*|programm?e?s?|programa", "LearningProgram"),
    (r"(?:online |short |free )*(?:course|mooc|class)|curso|cours|kurs", "Course"),
    (r"certificates?|certificat|certificado|zertifikat|certificate programm?e?", "Certificate"),
)  # fmt: skip
_WORD_PATTERNS = tuple((re.compile(pattern), kind) for pattern, kind in _WORDS)
_LONGEST = 100  # characters; no kind has a longer name
_NUMBER_END = re.compile(r"s$")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of credential.

    Attributes:
        kind: one of :data:`KINDS`.
        evidence_class: what such a thing proves, where its definition alone says so; None for most.
    """

    kind: str
    evidence_class: EvidenceClass | None


def of_ctdl(term: str) -> Kind | None:
    """The kind that a CTDL class names, with or without prefix or address; None for a class of other things."""
    name = re.split(r"[:/#]", term.strip())[-1]
    return _kind(_BY_FOLDED.get(name.casefold(), ""))


def of_achievement(term: str) -> Kind | None:
    """The kind that an Open Badges 3.0 ``achievementType`` names.

    Its own extensions (``ext:...``) are read where they are a CTDL class or plain words. A plain ``Badge`` is a digital one there.
    """
    name = term.strip()
    extension = name.casefold().startswith("ext:")
    name = name[4:] if extension else name
    known = _kind(_ACHIEVEMENTS.get(name, "")) or of_ctdl(name)
    if known is None and extension:
        return of_words(re.sub(r"(?<=[a-z])(?=[A-Z])|[_-]", " ", name))
    return known


def of_words(text: str) -> Kind | None:
    """The kind that a platform's or person's own word names ("Specialization", "Nano degree", "Curso").

    The whole text has to be such a word: a title with one of them in it is not a kind.
    """
    words = _folded(text[:_LONGEST])
    exact = _BY_FOLDED.get(words.replace(" ", ""))
    if exact:
        return _kind(exact)
    for form in (words, _NUMBER_END.sub("", words)):
        for pattern, kind in _WORD_PATTERNS:
            if pattern.fullmatch(form):
                return _kind(kind)
    return None


def _kind(name: str) -> Kind | None:
    return Kind(name, _EVIDENCE.get(name)) if name else None


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().replace("\u2019", "'").replace("®", "").replace("™", ""))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split()).strip(" .:")
